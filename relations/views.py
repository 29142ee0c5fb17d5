"""The fact base as pages: what the article says of each thing, and where."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from relations import chronicle, dossiers, glance, pages, telling
from relations import search as searching
from relations.atlas import FIRST, LANDMARKS, LAST, of_year
from relations.forms import TimelineForm, YearForm
from relations.models import Country, Person, Section, Theme, Treaty


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
        "themes": Theme.objects.all(),
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
@never_cache
def country(request: HttpRequest, slug: str) -> HttpResponse:
    return _dossier(request, "countries", slug, "relations/country.html")


@require_safe
@never_cache
def organization(request: HttpRequest, slug: str) -> HttpResponse:
    return _dossier(request, "organisations", slug, "relations/organization.html")


@require_safe
@never_cache
def person(request: HttpRequest, slug: str) -> HttpResponse:
    return _dossier(request, "people", slug, "relations/person.html")


@require_safe
@never_cache
def treaty(request: HttpRequest, slug: str) -> HttpResponse:
    return _dossier(request, "treaties", slug, "relations/treaty.html")


@require_safe
@never_cache
def theme(request: HttpRequest, slug: str) -> HttpResponse:
    return _dossier(request, "themes", slug, "relations/theme.html")


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponse:
    section = get_object_or_404(Section.objects.select_related("source"), slug=slug)
    context = {"section": section, "places": pages.places(section)}
    return TemplateResponse(request, "relations/section.html", context)


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    countries = {country.slug: country for country in Country.objects.all()}
    everything = chronicle.read()
    form = TimelineForm(request.GET, chronicle=everything, countries=countries)
    choice = form.choice()
    context = {
        "form": form,
        "chronicle": everything.narrowed(choice),
        "country": countries.get(choice.country),
        "kind": chronicle.KINDS.get(choice.kind),
    }
    return TemplateResponse(request, "relations/timeline.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    show_all = "all" in request.GET
    answer = searching.search(request.GET.get("q", ""), show_all=show_all)
    context = {"answer": answer, "typed": answer.query.text}
    return TemplateResponse(request, "relations/search.html", context)


def _dossier(
    request: HttpRequest, shelf: str, slug: str, template: str
) -> HttpResponse:
    """The page carries a form that starts a quiz once, so it is always a fresh one."""
    dossier = dossiers.find(shelf, slug)
    if dossier is None:
        raise Http404(f"There is no {slug} among the {shelf}.")
    told = telling.tell(dossier)
    context = {
        "dossier": dossier,
        "subject": dossier.subject,
        "told": told,
        "essentials": glance.essentials(dossier.subject, told),
    }
    return TemplateResponse(request, template, context)
