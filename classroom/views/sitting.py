"""An assignment as whoever got its link or code sees it, and the form that starts it."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from classroom.access import is_teacher
from classroom.classes.enrolment import NameTaken
from classroom.forms.joining import TAKEN, NewcomerForm, OwnNameForm
from classroom.models import Assignment
from classroom.sitting import invitation, starting
from classroom.sitting.starting import SittingRefused
from quiz import learners
from quiz.exceptions import NotEnoughQuestions, SomebodyElses
from quiz.forms import TokenForm
from quiz.models import Learner
from quiz.views.requests import new_seed

TOO_FEW = (
    "There are not enough questions for this quiz at present. Please tell your teacher."
)


@require_safe
@never_cache
def assignment(request: HttpRequest, code: str) -> HttpResponse:
    """What is to be played, on what terms; and the form that starts it."""
    chosen = _named(code)
    form = _form(chosen, learners.current(request))
    return _page(request, chosen, form)


@require_POST
@never_cache
def start_assignment(request: HttpRequest, code: str) -> HttpResponse:
    """Start, or go on; who is not in the class yet joins it by the same form."""
    chosen = _named(code)
    form = _form(chosen, learners.current(request), request.POST)
    if not form.is_valid():
        return _page(request, chosen, form)
    token = form.cleaned_data["token"]
    try:
        sat = starting.start(
            chosen,
            learners.current_or_new(request, token),
            name=form.cleaned_data.get("name", ""),
            seed=new_seed(),
            now=timezone.now(),
            token=token,
        )
    except NameTaken:
        form.add_error("name", TAKEN)
        return _page(request, chosen, form)
    except SittingRefused:
        return redirect(chosen.page)  # which says what stands against it
    except NotEnoughQuestions:
        messages.error(request, TOO_FEW)
        return redirect(chosen.page)
    except SomebodyElses as error:
        raise Http404 from error
    return redirect(sat.attempt)


def _named(code: str) -> Assignment:
    related = Assignment.objects.select_related("question_set", "school_class")
    return get_object_or_404(related, code=code.upper())


def _form(chosen: Assignment, learner: Learner | None, sent: Any = None) -> TokenForm:
    """For a class the name to join it under, unless one is in; else a name if liked."""
    if chosen.school_class is None:
        made = chosen.sittings.made_by(learner).exclude(name="").last()
        return OwnNameForm(sent, initial={"name": made.name if made else ""})
    is_in = learner and chosen.school_class.enrolments.filter(learner=learner).exists()
    return TokenForm(sent) if is_in else NewcomerForm(sent)


def _page(request: HttpRequest, chosen: Assignment, form: TokenForm) -> HttpResponse:
    learner = learners.current(request)
    context = {
        "assignment": chosen,
        "invitation": invitation.of(chosen, learner, timezone.now()),
        "enrolled": learner.enrolments.filter(school_class=chosen.school_class).first()
        if learner
        else None,
        "is_own": is_teacher(request.user)
        and Assignment.objects.set_by(request.user).filter(pk=chosen.pk).exists(),
        "form": form,
        "form_token": uuid4(),
    }
    return TemplateResponse(request, "classroom/assignment.html", context)
