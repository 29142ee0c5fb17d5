"""Make a quiz, and change it afterwards."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from classroom import access
from classroom.access import teachers_only
from classroom.forms.quizzes import QuizForm
from classroom.forms.terms import TermsForm
from classroom.models import Assignment, AssignmentQuerySet
from classroom.quizzes import counting, making
from quiz import selection
from quiz.exceptions import SomebodyElses
from quiz.forms import TokenForm
from quiz.models import QuestionSet, Topic
from quiz.selection import Blueprint
from quiz.sets import papers
from quiz.views.requests import new_seed


@require_safe
@teachers_only
def new_quiz(request: HttpRequest) -> HttpResponse:
    """The form; what its address carries is filled in and counted, and not yet kept."""
    draft = _draft(request)
    form = QuizForm(draft, is_draft=True, initial=_hints(request))
    given_to = {"school_class": request.GET.get("for", "")}
    terms = _terms_form(request, data=draft, initial=given_to)
    return _form_page(request, form, terms)


@require_POST
@teachers_only
def make_quiz(request: HttpRequest) -> HttpResponse:
    form = QuizForm(request.POST, is_draft=_is_recount(request))
    terms = _terms_form(request, data=request.POST)
    once = TokenForm(request.POST)
    if _is_recount(request) or not (
        form.is_valid() & terms.is_valid() & once.is_valid()
    ):
        return _form_page(request, form, terms, once)
    try:
        made = making.make(
            form.save(commit=False),
            terms.save(commit=False),
            countries=form.cleaned_data["countries"],
            owner=request.user,
            seed=new_seed(),
            now=timezone.now(),
            token=once.cleaned_data["token"],
        )
    except SomebodyElses as error:
        raise Http404 from error
    return redirect("desk:quiz", made.question_set.code)


@require_safe
@teachers_only
def edit_quiz(request: HttpRequest, code: str) -> HttpResponse:
    chosen = access.own_set(request, code)
    draft = _draft(request)
    form = _set_form(chosen, data=draft, is_draft=True)
    return _form_page(request, form, _only_terms(request, chosen, data=draft))


@require_POST
@teachers_only
def change_quiz(request: HttpRequest, code: str) -> HttpResponse:
    chosen = access.own_set(request, code)
    form = _set_form(chosen, data=request.POST, is_draft=_is_recount(request))
    terms = _only_terms(request, chosen, data=request.POST)
    if _is_recount(request) or not (
        form.is_valid() & (terms is None or terms.is_valid())
    ):
        return _form_page(request, form, terms)
    making.change(
        form.save(commit=False),
        countries=form.cleaned_data["countries"],
        asks_anew=form.asks_anew,
        seed=new_seed(),
        now=timezone.now(),
    )
    if terms:
        making.change_terms(terms.save(commit=False))
    return redirect("desk:quiz", chosen.code)


def _is_recount(request: HttpRequest) -> bool:
    """Whether the form was sent to be counted alone, as it is without scripts."""
    return "recount" in request.POST


def _draft(request: HttpRequest) -> QueryDict | None:
    """The whole form, where the address carries it; a link carries less."""
    return request.GET if "papers" in request.GET else None


def _hints(request: HttpRequest) -> dict[str, Any]:
    """What a link to the form may fill in."""
    length, topics = request.GET.get("length", ""), request.GET.getlist("topics")
    hints = {
        "title": request.GET.get("title", ""),
        "topics": [topic for topic in topics if topic in Topic],
        "length": int(length)
        if length.isascii() and length.isdigit() and len(length) < 4
        else "",
    }
    return {name: value for name, value in hints.items() if value}


def _set_form(chosen: QuestionSet, **kwargs: Any) -> QuizForm:
    form = QuizForm(instance=chosen, **kwargs)
    if papers.is_played(chosen):
        form.lock()
    return form


def _only_terms(
    request: HttpRequest, chosen: QuestionSet, data: object
) -> TermsForm | None:
    """The terms, where the set is given out once; each has a page of its own else."""
    given = list(_given(request, chosen)[:2])
    if len(given) != 1:
        return None
    return _terms_form(request, data=data, instance=given[0])


def _given(request: HttpRequest, chosen: QuestionSet) -> AssignmentQuerySet:
    return Assignment.objects.set_by(request.user).filter(question_set=chosen)


def _terms_form(request: HttpRequest, **kwargs: object) -> TermsForm:
    return TermsForm(teacher=request.user, now=timezone.now(), **kwargs)


def _form_page(
    request: HttpRequest,
    form: QuizForm,
    terms: TermsForm | None,
    once: TokenForm | None = None,
) -> HttpResponse:
    if form.is_bound:
        form.full_clean()
        asked = form.asked
    else:
        asked = _asked_by(form)
    chosen = form.instance if form.instance.pk else None
    context = {
        "form": form,
        "terms": terms,
        "once": once,
        "form_token": uuid4(),
        "count": counting.count(asked, request.user) if asked else None,
        "is_refused": request.method == "POST" and not _is_recount(request),
        "is_locked": form.fields["length"].disabled,
        "is_given": chosen and terms is None and _given(request, chosen).exists(),
        "question_set": chosen,
    }
    return TemplateResponse(request, "desk/quiz_form.html", context)


def _asked_by(form: QuizForm) -> Blueprint:
    """What is asked as long as nothing has been sent."""
    if form.instance.pk:
        return selection.blueprint_of(form.instance)
    return Blueprint(
        length=form["length"].value(), topics=tuple(form["topics"].value() or ())
    )
