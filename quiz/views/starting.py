"""Quizzes to choose from, and the forms that start them."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quiz import selection, starting, terms
from quiz.exceptions import NotEnoughQuestions
from quiz.forms import EVERYTHING, NOTHING_TO_ASK, OUT_OF_DATE, StartForm, TokenForm
from quiz.models import QuestionSet, Topic
from quiz.selection import Blueprint
from quiz.sets import papers
from quiz.topics import cards, with_most
from quiz.views.requests import found_dossier, start


@require_safe
@never_cache
def topics(request: HttpRequest) -> HttpResponse:
    topic = request.GET.get("topic", "")
    return _topics_page(request, StartForm(initial={"topic": topic}))


@require_POST
@never_cache
def start_quiz(request: HttpRequest) -> HttpResponse:
    form = StartForm(request.POST)
    if not form.is_valid():
        return _topics_page(request, form)

    topic, length = form.cleaned_data["topic"], form.cleaned_data["length"]
    try:
        attempt = start(
            request,
            form.cleaned_data["token"],
            blueprint=Blueprint(length=length, topics=(topic,) if topic else ()),
            title=Topic(topic).label if topic else EVERYTHING,
            topic=topic,
            is_own=True,
        )
    except NotEnoughQuestions as error:
        form.add_error("length", str(error))
        return _topics_page(request, form)
    return redirect(attempt)


@require_safe
@never_cache
def question_set(request: HttpRequest, code: str) -> HttpResponse:
    chosen, is_preview = _visible_set(request, code)
    context = {
        "question_set": chosen,
        "form_token": uuid4(),
        "is_preview": is_preview,
        "is_free": is_preview or terms.is_free(chosen, timezone.now()),
    }
    return TemplateResponse(request, "quiz/question_set.html", context)


@require_POST
@never_cache
def start_set(request: HttpRequest, code: str) -> HttpResponse:
    chosen, is_preview = _visible_set(request, code)
    form = TokenForm(request.POST)
    if not (is_preview or terms.is_free(chosen, timezone.now())):
        return redirect(chosen)  # which says so
    if not form.is_valid():
        messages.error(request, OUT_OF_DATE)
        return redirect(chosen)

    try:
        attempt = start(
            request,
            form.cleaned_data["token"],
            blueprint=selection.blueprint_of(chosen),
            title=chosen.title,
            topic=chosen.topics[0] if len(chosen.topics) == 1 else "",
            # What a teacher tries out is no result of the set's.
            question_set=None if is_preview else chosen,
            paper=None if is_preview else papers.choose(chosen, now=timezone.now()),
        )
    except NotEnoughQuestions as error:
        messages.error(request, str(error))
        return redirect(chosen)
    return redirect(attempt)


@require_POST
@never_cache
def start_dossier(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    dossier = found_dossier(shelf, slug)
    form = TokenForm(request.POST)
    if not form.is_valid():
        messages.error(request, OUT_OF_DATE)
        return redirect(dossier.page)

    try:
        attempt = start(
            request,
            form.cleaned_data["token"],
            by=starting.start_on,
            claims=tuple(sorted(dossier.claims)),
            title=dossier.title,
        )
    except NotEnoughQuestions:
        messages.error(request, NOTHING_TO_ASK)
        return redirect(dossier.page)
    return redirect(attempt)


def _visible_set(request: HttpRequest, code: str) -> tuple[QuestionSet, bool]:
    """The set, and whether it is a draft, which few may see."""
    found = get_object_or_404(QuestionSet, code=code.upper())
    is_draft = found.status == QuestionSet.Status.DRAFT
    if is_draft and not _may_look(request.user, found):
        raise Http404(f"{found} is a draft")
    return found, is_draft


def _may_look(user: Any, draft: QuestionSet) -> bool:
    """Whoever made it, and colleagues it is shared with."""
    is_teacher = user.is_staff and user.has_perm("quiz.view_questionset")
    visible = QuestionSet.objects.visible_to(user) if is_teacher else None
    return visible is not None and visible.filter(pk=draft.pk).exists()


def _topics_page(request: HttpRequest, form: StartForm) -> HttpResponse:
    topics = with_most(cards())
    context = {
        "form": form,
        "topics": topics,
        "total": sum(card.count for card in topics),
        "form_token": uuid4(),
    }
    return TemplateResponse(request, "quiz/topics.html", context)
