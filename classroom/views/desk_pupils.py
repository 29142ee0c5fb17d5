"""A pupil at the teacher's desk: their time, their name, their class, a new slip."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from classroom.access import own_class, teachers_only
from classroom.classes import accommodations, enrolment, roster
from classroom.classes.enrolment import JoinRefused, NameTaken
from classroom.classes.roster import Slip
from classroom.forms.classes import MoveForm, RenameForm, RosterForm, TimeForm
from classroom.forms.joining import TAKEN
from classroom.models import Enrolment, SchoolClass
from classroom.sitting import invitation

ALREADY_MADE = (
    "These accounts were being made a moment ago. If you did not see their slips, "
    "make new ones below."
)
NOT_MOVED = "Somebody in that class is called so already. Give this pupil another name."


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@teachers_only
def class_roster(request: HttpRequest, code: str) -> HttpResponse:
    """A list of names, made into accounts; what comes back are the slips, once."""
    chosen = own_class(request, code)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = RosterForm(*sent, school_class=chosen)
    if chosen.archived_at or not form.is_valid():
        context = {"school_class": chosen, "form": form, "most": roster.MOST}
        return TemplateResponse(request, "desk/class_roster.html", context)
    try:
        slips = roster.enrol(chosen, form.names, now=timezone.now())
    except IntegrityError:  # sent twice, or somebody took one of the names just now
        messages.error(request, ALREADY_MADE)
        return redirect("desk:class_page", code)
    return _slips(request, chosen, slips)


@require_POST
@sensitive_post_parameters()
@teachers_only
def new_slips(request: HttpRequest, code: str) -> HttpResponse:
    chosen = own_class(request, code)
    return _slips(request, chosen, roster.new_slips(chosen))


@require_safe
@teachers_only
def pupil(request: HttpRequest, code: str, learner_id: UUID) -> HttpResponse:
    return _page(request, _own_pupil(request, code, learner_id))


@require_POST
@teachers_only
def allow_time(request: HttpRequest, code: str, learner_id: UUID) -> HttpResponse:
    own, form = _own_pupil(request, code, learner_id), TimeForm(request.POST)
    if not form.is_valid():
        return _page(request, own, time=form)
    accommodations.allow(own.learner, form.cleaned_data["extra"])
    messages.success(request, "Kept. It holds from now on, for quizzes under way too.")
    return _back(own)


@require_POST
@teachers_only
def rename_pupil(request: HttpRequest, code: str, learner_id: UUID) -> HttpResponse:
    own, form = _own_pupil(request, code, learner_id), RenameForm(request.POST)
    if form.is_valid():
        try:
            enrolment.rename(own, form.cleaned_data["name"])
            return _back(own)
        except NameTaken:
            form.add_error("name", TAKEN)
    return _page(request, own, rename=form)


@require_POST
@teachers_only
def move_pupil(request: HttpRequest, code: str, learner_id: UUID) -> HttpResponse:
    own = _own_pupil(request, code, learner_id)
    form = MoveForm(request.POST, to=_others(request, own))
    if not form.is_valid():
        return _page(request, own, move=form)
    try:
        enrolment.move(own, form.cleaned_data["to"])
    except JoinRefused:
        form.add_error("to", NOT_MOVED)
        return _page(request, own, move=form)
    messages.success(request, f"{own} is in “{form.cleaned_data['to']}” now.")
    return redirect("desk:class_page", code)


@require_http_methods(["GET", "HEAD", "POST"])
@teachers_only
def take_out(request: HttpRequest, code: str, learner_id: UUID) -> HttpResponse:
    own = _own_pupil(request, code, learner_id)
    if request.method != "POST":
        context = {"own": own, "school_class": own.school_class}
        return TemplateResponse(request, "desk/take_out.html", context)
    enrolment.take_out(own)
    messages.success(request, f"{own} is no longer in the class.")
    return redirect("desk:class_page", code)


@require_POST
@sensitive_post_parameters()
@teachers_only
def new_slip(request: HttpRequest, code: str, learner_id: UUID) -> HttpResponse:
    own = _own_pupil(request, code, learner_id)
    slip = roster.new_slip(own)
    if slip is None:
        raise Http404("This account was not made by a list.")
    return _slips(request, own.school_class, [slip])


def _own_pupil(request: HttpRequest, code: str, learner_id: UUID) -> Enrolment:
    enrolled = own_class(request, code).enrolments.with_record()
    related = enrolled.select_related(
        "school_class", "learner__user", "learner__accommodation"
    )
    return get_object_or_404(related, learner=learner_id)


def _others(request: HttpRequest, own: Enrolment) -> Any:
    taught = SchoolClass.objects.taught_by(request.user).current()
    return taught.exclude(pk=own.school_class_id)


def _back(own: Enrolment) -> HttpResponse:
    return redirect("desk:pupil", own.school_class.code, own.learner_id)


def _page(request: HttpRequest, own: Enrolment, **forms: Any) -> HttpResponse:
    allowed = getattr(own.learner, "accommodation", None)
    others = _others(request, own)
    user = own.learner.user
    context = {
        "own": own,
        "school_class": own.school_class,
        "invitations": invitation.to_class(
            own.school_class, own.learner, timezone.now()
        ),
        "may_have_slip": own.is_listed and user and not user.is_staff,
        "time": TimeForm(initial={"extra": allowed.extra if allowed else ""}),
        "rename": RenameForm(initial={"name": own.pseudonym}),
        "move": MoveForm(to=others) if others.exists() else None,
    } | forms
    return TemplateResponse(request, "desk/pupil.html", context)


def _slips(
    request: HttpRequest, chosen: SchoolClass, slips: list[Slip]
) -> HttpResponse:
    context = {
        "school_class": chosen,
        "slips": slips,
        "address": request.build_absolute_uri("/").rstrip("/").split("://")[1],
    }
    return TemplateResponse(request, "desk/slips.html", context)
