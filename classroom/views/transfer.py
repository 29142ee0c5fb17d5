"""Files in and out: looked at first, then confirmed."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from classroom.access import teachers_only
from classroom.transfer import bringing, files, holding
from classroom.transfer.bringing import KINDS
from classroom.transfer.forms import FileForm
from classroom.transfer.holding import Kept
from classroom.transfer.tables import LARGEST, MOST_ROWS, Refused

CALLED = {"quizzes": "Quizzes", "questions": "My own questions", "pupils": "Pupils"}
GONE = "That file is no longer held. Please choose it again."


@require_safe
@teachers_only
def transfer(request: HttpRequest) -> HttpResponse:
    return _page(request, {})


@require_POST
@teachers_only
def check_file(request: HttpRequest, kind: str) -> HttpResponse:
    """What would come of the file; nothing is kept but the file, for a while."""
    _known(kind)
    form = FileForm(request.POST, request.FILES, auto_id=f"id_{kind}_%s")
    if not form.is_valid():
        return _page(request, {kind: form})
    file = form.cleaned_data["file"]
    kept = Kept(kind, file.name, file.read())
    try:
        outcome = _brought(request, kept, is_trial=True)
    except Refused as refusal:
        form.add_error("file", str(refusal))
        return _page(request, {kind: form})
    context = {
        "kind": kind,
        "called": CALLED[kind],
        "name": kept.name,
        "outcome": outcome,
    }
    if outcome.is_sound and outcome.does_something:
        context["token"] = holding.hold(kept, user=request.user)
    return TemplateResponse(request, "desk/file.html", context)


@require_POST
@teachers_only
def bring_file(request: HttpRequest, kind: str) -> HttpResponse:
    """Do what was shown, all of it or nothing."""
    _known(kind)
    kept = _held(request)
    if kept is None or kept.kind != kind:
        messages.error(request, GONE)
        return redirect("desk:transfer")
    outcome = _brought(request, kept, is_trial=False)
    if not outcome.is_sound:  # something has changed in between
        context = {"kind": kind, "called": CALLED[kind], "name": kept.name}
        return TemplateResponse(
            request, "desk/file.html", context | {"outcome": outcome}
        )
    messages.success(
        request, f"Brought in: {outcome.new} new, {outcome.changed} changed."
    )
    return redirect("desk:transfer")


@require_safe
@teachers_only
def export_file(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    _known(kind, form)
    now = timezone.now()
    data = bringing.out(kind, form, user=request.user, now=now)
    return _file(data, f"besa-{kind}-{timezone.localdate(now):%Y-%m-%d}", form)


@require_safe
@teachers_only
def blank_file(request: HttpRequest, kind: str, form: str) -> HttpResponse:
    _known(kind, form)
    return _file(bringing.blank(kind, form), f"besa-{kind}-blank", form)


def _brought(request: HttpRequest, kept: Kept, *, is_trial: bool) -> bringing.Outcome:
    return bringing.bring(
        kept.kind,
        kept.name,
        kept.data,
        user=request.user,
        now=timezone.now(),
        is_trial=is_trial,
    )


def _held(request: HttpRequest) -> Kept | None:
    try:
        token = UUID(request.POST.get("token", ""))
    except ValueError:
        return None
    return holding.take(token, user=request.user)


def _known(kind: str, form: str = "csv") -> None:
    if kind not in KINDS or form not in files.TYPES:
        raise Http404("There is no such file.")


def _file(data: bytes, name: str, form: str) -> HttpResponse:
    return HttpResponse(
        data,
        content_type=files.TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'},
    )


def _page(request: HttpRequest, forms: dict[str, FileForm]) -> HttpResponse:
    shown = [
        (kind, called, forms.get(kind) or FileForm(auto_id=f"id_{kind}_%s"))
        for kind, called in CALLED.items()
    ]
    context = {
        "kinds": shown,
        "forms": [*files.TYPES],
        "most_rows": MOST_ROWS,
        "most_megabytes": LARGEST // 1_000_000,
    }
    return TemplateResponse(request, "desk/transfer.html", context)
