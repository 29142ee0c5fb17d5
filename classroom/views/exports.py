"""Results as files; the same choice as on the page they are taken from."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from classroom.access import own_assignment, own_class, teachers_only
from classroom.results import exports, filters, gradebook, overview, sheets
from classroom.results.filters import ResultsFilter
from classroom.results.overview import Overview
from classroom.views.gradebook import set_to


@require_safe
@teachers_only
def export_marks(request: HttpRequest, code: str, format: str) -> HttpResponse:
    return sheets.as_file(exports.marks(_found(request, code)), _known(format))


@require_safe
@teachers_only
def export_answers(request: HttpRequest, code: str, format: str) -> HttpResponse:
    found = _found(request, code)
    attempts = request.GET.get("attempts", "")
    return sheets.as_file(exports.answers(found, attempts), _known(format))


@require_safe
@teachers_only
def export_gradebook(request: HttpRequest, code: str, format: str) -> HttpResponse:
    school_class = own_class(request, code)
    found = gradebook.of(school_class, set_to(school_class), timezone.now())
    return sheets.as_file(exports.gradebook(found), _known(format))


def _found(request: HttpRequest, code: str) -> Overview:
    assignment, now = own_assignment(request, code), timezone.now()
    found = overview.of(assignment, now)
    asked = filters.asked_for(ResultsFilter(request.GET, assignment, found.papers))
    return overview.of(assignment, now, **asked) if asked else found


def _known(format: str) -> str:
    if format not in sheets.FORMATS:
        raise Http404(format)
    return format
