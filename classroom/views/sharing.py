"""Hand a quiz out: the link, the code, the QR code, cards to cut; and to whom."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from classroom import access
from classroom.access import teachers_only
from classroom.forms.terms import AssignForm, TermsForm
from classroom.history import changes
from classroom.history.states import NoSuchState
from classroom.models import Assignment
from classroom.quizzes import making, sharing
from classroom.views.requests import state_number
from quiz import selection
from quiz.exceptions import SomebodyElses
from quiz.models import QuestionSet
from quiz.sets import filling


@require_safe
@teachers_only
def quizzes(request: HttpRequest) -> HttpResponse:
    made = QuestionSet.objects.made_by(request.user).select_related("owner")
    shared = QuestionSet.objects.visible_to(request.user).exclude(owner=request.user)
    context = {
        "made": sharing.with_given(made, request.user),
        "shared": [] if request.user.is_superuser else shared.select_related("owner"),
    }
    return TemplateResponse(request, "desk/quizzes.html", context)


@require_safe
@teachers_only
def quiz(request: HttpRequest, code: str) -> HttpResponse:
    """All there is to hand out, on one screen."""
    chosen = access.own_set(request, code)
    return _quiz_page(request, chosen, AssignForm(teacher=request.user))


@require_POST
@teachers_only
def assign_quiz(request: HttpRequest, code: str) -> HttpResponse:
    """Give it to one more class, on the terms of the last time."""
    chosen = access.own_set(request, code)
    form = AssignForm(request.POST, teacher=request.user)
    if not form.is_valid():
        return _quiz_page(request, chosen, form)
    for sentence in _against(chosen):
        form.add_error(None, sentence)
    if form.errors:
        return _quiz_page(request, chosen, form)
    try:
        given = making.assign_again(
            chosen,
            form.cleaned_data["school_class"],
            owner=request.user,
            token=form.cleaned_data["token"],
        )
    except SomebodyElses as error:
        raise Http404 from error
    messages.success(
        request, f"Given to {given.school_class or 'whoever has the link'}."
    )
    return redirect("desk:quiz", chosen.code)


@require_safe
@teachers_only
def edit_terms(request: HttpRequest, code: str, given: str) -> HttpResponse:
    """As they are; or as they were in a state of the history, to be saved anew."""
    chosen, former = access.own_given(request, code, given), {}
    if "state" in request.GET:
        former = _former(chosen, state_number(request.GET))
    form = _terms_form(request, instance=chosen, initial=former)
    return _terms_page(request, chosen, form)


@require_POST
@teachers_only
def change_terms(request: HttpRequest, code: str, given: str) -> HttpResponse:
    chosen = access.own_given(request, code, given)
    form = _terms_form(request, data=request.POST, instance=chosen)
    if not form.is_valid():
        return _terms_page(request, chosen, form)
    making.change_terms(form.save(commit=False))
    messages.success(request, "Kept. It holds at once.")
    return redirect(way_back(request, chosen))


@require_safe
@teachers_only
def qr(request: HttpRequest, code: str, given: str) -> HttpResponse:
    chosen = access.own_given(request, code, given)
    picture = sharing.qr(request.build_absolute_uri(chosen.page))
    return HttpResponse(picture, content_type="image/svg+xml")


@require_safe
@teachers_only
def card(request: HttpRequest, code: str, given: str) -> HttpResponse:
    chosen = access.own_given(request, code, given)
    context = {
        "assignment": chosen,
        "address": request.build_absolute_uri(chosen.page),
        "cards": range(sharing.CARDS),
    }
    return TemplateResponse(request, "desk/card.html", context)


def _former(chosen: Assignment, number: int) -> dict[str, Any]:
    try:
        return changes.former_terms(chosen, number)
    except NoSuchState as error:
        raise Http404 from error


def _against(chosen: QuestionSet) -> list[str]:
    """Why a draft cannot be played yet; what is out was looked at when it was made."""
    if chosen.status == QuestionSet.Status.PUBLISHED:
        return []
    return [
        sentence for _, sentence in filling.refusals(selection.blueprint_of(chosen))
    ]


def way_back(request: HttpRequest, chosen: Assignment) -> str:
    """To the quiz; who teaches its class but does not own the quiz, to the results."""
    own = QuestionSet.objects.made_by(request.user)
    if own.filter(pk=chosen.question_set_id).exists():
        return reverse("desk:quiz", args=[chosen.question_set.code])
    return reverse("desk:assignment_results", args=[chosen.code])


def _terms_form(request: HttpRequest, **kwargs: object) -> TermsForm:
    return TermsForm(teacher=request.user, now=timezone.now(), **kwargs)


def _quiz_page(
    request: HttpRequest, chosen: QuestionSet, form: AssignForm
) -> HttpResponse:
    given = sharing.handed(chosen, request.user, timezone.now())
    context = {
        "question_set": chosen,
        "handed": [
            (one, request.build_absolute_uri(one.assignment.page)) for one in given
        ],
        "is_elsewhere": sharing.is_elsewhere(chosen, request.user),
        "form": form,
        "form_token": uuid4(),
    }
    return TemplateResponse(request, "desk/quiz.html", context)


def _terms_page(
    request: HttpRequest, chosen: Assignment, form: TermsForm
) -> HttpResponse:
    context = {
        "assignment": chosen,
        "terms": form,
        "back": way_back(request, chosen),
        "is_former": "state" in request.GET,
    }
    return TemplateResponse(request, "desk/terms.html", context)
