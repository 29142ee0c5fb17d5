"""A class as its pupils see it: join it, look round, leave it."""

from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from classroom.classes import board, enrolment
from classroom.classes.enrolment import ClassArchived, NameTaken
from classroom.forms.joining import TAKEN, UNKNOWN, CodeForm, JoinForm
from classroom.models import Assignment, SchoolClass
from classroom.sitting import invitation, terms
from quiz import learners
from quiz.models import QuestionSet


@require_safe
@never_cache
def classes(request: HttpRequest) -> HttpResponse:
    """The classes one is in; with a code, the way to whatever has it."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        if page := _page_of(form.cleaned_data["code"]):
            return redirect(page)
        form.add_error("code", UNKNOWN)
    own = SchoolClass.objects.joined_by(learners.current(request))
    context = {"form": form, "classes": own}
    return TemplateResponse(request, "classroom/classes.html", context)


@require_safe
@never_cache
def school_class(request: HttpRequest, code: str) -> HttpResponse:
    return _page(request, _named(code), JoinForm())


@require_POST
@never_cache
def join(request: HttpRequest, code: str) -> HttpResponse:
    chosen, form = _named(code), JoinForm(request.POST)
    if not form.is_valid():
        return _page(request, chosen, form)
    learner = learners.current_or_new(request, form.cleaned_data["token"])
    name = form.cleaned_data["pseudonym"]
    try:
        enrolment.join(chosen, learner, name, now=timezone.now())
    except NameTaken:
        form.add_error("pseudonym", TAKEN)
        return _page(request, chosen, form)
    except ClassArchived:
        return redirect(chosen.page)  # which says so
    return redirect(chosen.page)


@require_POST
@never_cache
def leave(request: HttpRequest, code: str) -> HttpResponse:
    chosen = _named(code)
    if learner := learners.current(request):
        enrolment.leave(chosen, learner)
        messages.info(
            request, f"You have left “{chosen}”. Your scores are still yours."
        )
    return redirect("classroom:classes")


def _page_of(code: str) -> str:
    """The page of the class, the assignment or the set of this code; else empty."""
    if found := SchoolClass.objects.filter(code=code).first():
        return found.page
    if set_to_somebody := Assignment.objects.filter(code=code).first():
        return set_to_somebody.page
    published = QuestionSet.objects.filter(status=QuestionSet.Status.PUBLISHED)
    made = published.filter(code=code).first()
    return made.get_absolute_url() if made else ""


def _named(code: str) -> SchoolClass:
    return get_object_or_404(SchoolClass, code=code.upper())


def _page(request: HttpRequest, chosen: SchoolClass, form: JoinForm) -> HttpResponse:
    """The class to those in it and those who teach it; to others the way in."""
    learner = learners.current(request)
    own = chosen.enrolments.filter(learner=learner).first() if learner else None
    is_teacher = request.user.is_authenticated and (
        chosen.teachers.filter(pk=request.user.pk).exists()
    )
    rows = []
    if own or is_teacher:
        untold = terms.untold_in(chosen, timezone.now())
        rows = board.rows(chosen, learner, timezone.localdate(), untold)
        if not chosen.shows_board:  # then nobody sees but oneself
            rows = [row for row in rows if row.is_own]
    context = {
        "school_class": chosen,
        "own": own,
        "is_teacher": is_teacher,
        "rows": rows,
        "invitations": invitation.to_class(chosen, learner, timezone.now())
        if own or is_teacher
        else [],
        "form": form,
        "form_token": uuid4(),
    }
    return TemplateResponse(request, "classroom/school_class.html", context)
