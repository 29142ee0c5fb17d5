"""A class over time, one of its pupils, and what it has yet to learn."""

from secrets import randbits
from typing import cast
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from accounts.models import User
from classroom.access import own_class, own_pupil, teachers_only
from classroom.forms.joining import GapsForm
from classroom.models import Assignment, SchoolClass
from classroom.quizzes import gaps
from classroom.quizzes.gaps import NoGaps
from classroom.results import coverage, gradebook, portrait
from classroom.views.results import PUPILS_ON_A_PAGE
from quiz.exceptions import SomebodyElses

NO_GAPS = "There is nothing left to ask: half of the class or more knows all of it."


@require_safe
@teachers_only
def class_results(request: HttpRequest, code: str) -> HttpResponse:
    """The gradebook of a class: its pupils page by page, its means of all of them."""
    school_class = own_class(request, code)
    found = gradebook.of(school_class, set_to(school_class), timezone.now())
    lines = Paginator(found.lines, PUPILS_ON_A_PAGE)
    page = lines.get_page(request.GET.get("page"))
    context = {"school_class": school_class, "book": found, "page": page}
    return TemplateResponse(request, "desk/class_results.html", context)


def set_to(school_class: SchoolClass) -> list[Assignment]:
    """Whoever teaches a class sees what any of its teachers set to it."""
    mine = school_class.assignments.select_related("question_set")
    return list(mine.order_by("created_at", "pk"))


@require_safe
@teachers_only
def class_coverage(request: HttpRequest, code: str) -> HttpResponse:
    return _coverage(request, code, GapsForm())


@require_POST
@teachers_only
def assign_gaps(request: HttpRequest, code: str) -> HttpResponse:
    """Make a quiz of the gaps, set it, and lead to it."""
    school_class, form = own_class(request, code), GapsForm(request.POST)
    if school_class.archived_at:
        form.add_error(None, "This class is archived, so nothing new is set to it.")
    if not form.is_valid():
        return _coverage(request, code, form)
    try:
        made = gaps.assign(
            school_class,
            by=cast(User, request.user),
            seed=randbits(63),
            now=timezone.now(),
            **form.cleaned_data,
        )
    except NoGaps:
        form.add_error(None, NO_GAPS)
        return _coverage(request, code, form)
    except SomebodyElses as error:
        raise Http404 from error
    messages.success(request, f"Set to {made.school_class}: “{made}”.")
    return redirect("desk:assignment_results", made.code)


def _coverage(request: HttpRequest, code: str, form: GapsForm) -> HttpResponse:
    school_class = own_class(request, code)
    found = coverage.of(school_class, timezone.localdate())
    context = {
        "school_class": school_class,
        "coverage": found,
        "form": form,
        "form_token": uuid4(),
    }
    return TemplateResponse(request, "desk/class_coverage.html", context)


@require_safe
@teachers_only
def pupil_results(request: HttpRequest, learner: UUID) -> HttpResponse:
    """One pupil across everything they were set."""
    enrolments = own_pupil(request, learner)
    mine = Assignment.objects.set_by(request.user)
    found = portrait.of(enrolments, mine, timezone.now())
    context = {"portrait": found, "enrolments": enrolments}
    return TemplateResponse(request, "desk/pupil_results.html", context)
