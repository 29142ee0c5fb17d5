"""The fact base as pages: what the article says of each thing, and where."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from relations import pages
from relations.atlas import FIRST, LANDMARKS, LAST, of_year
from relations.forms import YearForm
from relations.models import Country, Organization, Person, Section, Treaty


@require_safe
def facts(request: HttpRequest) -> HttpResponse:
    countries = list(pages.countries_told_of())
    counts = pages.facts_by_section()
    sections = [(section, counts[section.pk]) for section in Section.objects.all()]
    context = {
        "regions": pages.by_region(countries),
        "country_count": len(countries),
        "organizations": pages.organizations_told_of(),
        "people": Person.objects.all(),
        "treaties": Treaty.objects.standing(),
        "sections": sections,
        "fact_count": pages.fact_count(),
    }
    return TemplateResponse(request, "relations/facts.html", context)


@require_safe
def atlas(request: HttpRequest) -> HttpResponse:
    form = YearForm(request.GET)
    context = {
        "form": form,
        "atlas": of_year(form.chosen),
        "first": FIRST,
        "last": LAST,
        "landmarks": LANDMARKS,
    }
    return TemplateResponse(request, "relations/atlas.html", context)


@require_safe
def country(request: HttpRequest, slug: str) -> HttpResponse:
    country = get_object_or_404(Country, slug=slug)
    context = {
        "country": country,
        "told": pages.about_country(country),
        "lists": pages.lists(Q(countries=country)),
        "outside_dates": country.outside_dates.select_related("source"),
    }
    return TemplateResponse(request, "relations/country.html", context)


@require_safe
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    organizations = Organization.objects.select_related("name_source", "status_source")
    organization = get_object_or_404(organizations, slug=slug)
    context = {
        "organization": organization,
        "told": pages.about_organization(organization),
        "outside_dates": organization.outside_dates.select_related("source"),
    }
    return TemplateResponse(request, "relations/organization.html", context)


@require_safe
def person(request: HttpRequest, slug: str) -> HttpResponse:
    person = get_object_or_404(Person, slug=slug)
    context = {"person": person, "told": pages.about_person(person)}
    return TemplateResponse(request, "relations/person.html", context)


@require_safe
def treaty(request: HttpRequest, slug: str) -> HttpResponse:
    treaty = get_object_or_404(pages.with_places(Treaty.objects.standing()), slug=slug)
    context = {
        "treaty": treaty,
        "signatories": treaty.signatories.select_related("country", "person"),
        "lists": pages.lists(Q(treaty=treaty)),
    }
    return TemplateResponse(request, "relations/treaty.html", context)


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponse:
    section = get_object_or_404(Section.objects.select_related("source"), slug=slug)
    context = {"section": section, "places": pages.places(section)}
    return TemplateResponse(request, "relations/section.html", context)
