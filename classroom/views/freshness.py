"""What may have gone out of date, what nobody has named, and what was checked last."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from classroom.access import teachers_only
from classroom.forms.rows import RowNameForm
from relations import freshness as rules
from relations import naming
from relations.models import Check, UnidentifiedRow

names_rows = permission_required(
    "relations.change_unidentifiedrow", raise_exception=True
)


@require_safe
@teachers_only
def freshness(request: HttpRequest) -> HttpResponse:
    this_year = timezone.localdate().year
    context = {
        "ageing": [
            {
                "fact": one.fact,
                "why": one.why,
                "year": one.year,
                "age": one.age(this_year),
                "edit_url": reverse(
                    f"admin:relations_{one.fact._meta.model_name}_change",
                    args=[one.fact.pk],
                ),
            }
            for one in rules.ageing()
        ],
        "rows": _rows(),
        "check": Check.objects.first(),
    }
    return TemplateResponse(request, "desk/freshness.html", context)


@require_safe
@teachers_only
@names_rows
def row(request: HttpRequest, slug: str) -> HttpResponse:
    chosen = get_object_or_404(_rows(), slug=slug)
    named = getattr(chosen, "outside_name", None)
    return _page(request, chosen, RowNameForm(instance=named))


@require_POST
@teachers_only
@names_rows
def name_row(request: HttpRequest, slug: str) -> HttpResponse:
    chosen = get_object_or_404(_rows(), slug=slug)
    form = RowNameForm(request.POST)
    if not form.is_valid():
        return _page(request, chosen, form)
    naming.name(chosen, by=request.user, now=timezone.now(), **form.cleaned_data)
    messages.success(request, "Noted, as known from that source alone.")
    return redirect(f"{reverse('desk:freshness')}#rows")


@require_POST
@teachers_only
@names_rows
def unname_row(request: HttpRequest, slug: str) -> HttpResponse:
    naming.unname(get_object_or_404(_rows(), slug=slug))
    messages.success(request, "The name is taken back; the row is blank again.")
    return redirect(f"{reverse('desk:freshness')}#rows")


def _rows():
    related = ("passage__section", "candidate_source", "outside_name__country")
    return UnidentifiedRow.objects.select_related(*related).order_by(
        "passage__section__position", "passage__number"
    )


def _page(
    request: HttpRequest, chosen: UnidentifiedRow, form: RowNameForm
) -> HttpResponse:
    context = {
        "row": chosen,
        "named": getattr(chosen, "outside_name", None),
        "form": form,
    }
    return TemplateResponse(request, "desk/row.html", context)
