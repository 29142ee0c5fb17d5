"""HTTP in, HTTP out. A GET is always a whole page; only answering sends a part."""

import datetime as dt
import secrets
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from quiz import grading, history, learners, play, scoring, selection
from quiz.board import Trial, board
from quiz.exceptions import (
    AlreadyAnswered,
    LookAgain,
    NoSuchOption,
    NotEnoughQuestions,
    SomebodyElses,
)
from quiz.formats import FORMATS, AnswerForm
from quiz.forms import (
    EVERYTHING,
    OUT_OF_DATE,
    ScoresFilter,
    StartForm,
    TokenForm,
    TrialForm,
)
from quiz.models import Attempt, Item, Question, QuestionSet, Topic
from quiz.scoring import Given
from quiz.selection import Blueprint
from quiz.topics import cards, with_most


class HtmxRequest(HttpRequest):
    """What the middleware makes of every request."""

    htmx: HtmxDetails


FIRST_ANSWER_STANDS = "You had answered this one already. Your first answer stands."


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    learner = learners.current(request)
    topics = cards(learner)
    question = selection.question_of_the_day(timezone.localdate())
    context = {
        "question": Trial.of(question) if question else None,
        "form_token": uuid4(),
        "try_token": uuid4(),
        "topics": topics,
        "total": sum(card.count for card in topics),
        "unfinished": Attempt.objects.owned_by(learner).unfinished().first(),
    }
    return TemplateResponse(request, "quiz/home.html", context)


@require_POST
@never_cache
def try_question(request: HtmxRequest) -> HttpResponse:
    form = TrialForm(request.POST, asked=_asked_today())
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return _go(request, reverse("quiz:home"))

    question, token = form.cleaned_data["question"], form.cleaned_data["token"]
    now = timezone.now()
    learner = learners.current_or_new(request, token)
    try:
        attempt = play.start_trial(learner, question, now=now, token=token)
    except SomebodyElses as error:
        raise Http404 from error
    asked = get_object_or_404(attempt.items, question=question, position=1)
    try:
        with suppress(AlreadyAnswered):
            play.answer(asked, form.cleaned_data["choice"], now=now)
    except NoSuchOption:
        if not asked.is_answered:
            messages.error(request, OUT_OF_DATE)
            return _go(request, reverse("quiz:home"))
    return _told(request, asked, FORMATS[asked.format].form(asked, request.POST))


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
        attempt = _start(
            request,
            form.cleaned_data["token"],
            blueprint=Blueprint(length=length, topics=(topic,) if topic else ()),
            title=Topic(topic).label if topic else EVERYTHING,
            topic=topic,
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
    }
    return TemplateResponse(request, "quiz/question_set.html", context)


@require_POST
@never_cache
def start_set(request: HttpRequest, code: str) -> HttpResponse:
    chosen, is_preview = _visible_set(request, code)
    form = TokenForm(request.POST)
    if not form.is_valid():
        messages.error(request, OUT_OF_DATE)
        return redirect(chosen)

    try:
        attempt = _start(
            request,
            form.cleaned_data["token"],
            blueprint=selection.blueprint_of(chosen),
            title=chosen.title,
            topic=chosen.topics[0] if len(chosen.topics) == 1 else "",
            # What a teacher tries out is no result of the set's.
            question_set=None if is_preview else chosen,
        )
    except NotEnoughQuestions as error:
        messages.error(request, str(error))
        return redirect(chosen)
    return redirect(attempt)


@require_safe
@never_cache
def attempt(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    own = _own_attempt(request, attempt_id)
    if own.open_item:
        return redirect("quiz:item", own.pk, own.open_item.position)
    return redirect("quiz:result", own.pk)


@require_safe
@never_cache
def item(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    own = _own_attempt(request, attempt_id)
    shown = _item_at(own, position)
    if not shown.is_answered and shown != own.open_item:
        return redirect(own)
    return _board_page(request, "quiz/item.html", own, shown)


@require_POST
@never_cache
def answer_item(request: HtmxRequest, attempt_id: UUID, position: int) -> HttpResponse:
    own = _own_attempt(request, attempt_id)
    asked = _item_at(own, position)
    form = FORMATS[asked.format].form(asked, request.POST)
    if asked.is_answered:
        return _told(request, asked, form)
    if asked != own.open_item:
        return _go(request, own.get_absolute_url())
    if moved := form.rearranged():
        return _asked_again(request, own, asked, moved)
    if not form.is_valid():
        return _asked_again(request, own, asked, form)
    try:
        with suppress(AlreadyAnswered):
            play.answer(asked, form.given(), now=timezone.now())
    except LookAgain as error:
        form.add_error(None, str(error))
        return _asked_again(request, own, asked, form)
    return _told(request, asked, form)


@require_safe
@never_cache
def result(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    own = _own_attempt(request, attempt_id)
    if own.open_item:
        return redirect(own)
    given = [
        Given(item.topic, item.claim, item.aspect, item.answer.credit)
        for item in own.items.all()
    ]
    context = {
        "attempt": own,
        "score": own.points,
        "length": own.length,
        "missed": [grading.missed(item) for item in own.wrong_items],
        "shares": scoring.shares(given, dict(Topic.choices)),
        "practise_token": uuid4(),
        "is_guest": not request.user.is_authenticated,
    }
    return TemplateResponse(request, "quiz/result.html", context)


@require_POST
@never_cache
def practise(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    own = _own_attempt(request, attempt_id)
    form = TokenForm(request.POST)
    if not form.is_valid():
        messages.error(request, OUT_OF_DATE)
        return redirect(own)

    try:
        practice = play.practise(
            own,
            seed=_new_seed(),
            now=timezone.now(),
            token=form.cleaned_data["token"],
        )
    except SomebodyElses as error:
        raise Http404 from error
    except NotEnoughQuestions:
        messages.info(request, "There is nothing here to practise at present.")
        return redirect(own)
    return redirect(practice)


@require_safe
@never_cache
def scores(request: HttpRequest) -> HttpResponse:
    attempts = Attempt.objects.owned_by(learners.current(request))
    played = QuestionSet.objects.filter(attempts__in=attempts).distinct()
    filters = ScoresFilter(request.GET, sets=played)
    finished = filters.narrow(attempts.finished().select_related("question_set"))
    page = Paginator(finished, history.ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": history.rows(page),
        "page": page,
        "filters": filters,
        "chart": history.chart(finished),
        "unfinished": attempts.unfinished().first(),
        "is_guest": not request.user.is_authenticated,
    }
    return TemplateResponse(request, "quiz/scores.html", context)


def _asked_today() -> list[Question]:
    """The question to try, and yesterday's for those who opened the page then."""
    today = timezone.localdate()
    days = (today, today - dt.timedelta(days=1))
    found = [selection.question_of_the_day(day) for day in days]
    return [question for question in found if question]


def _own_attempt(request: HttpRequest, attempt_id: UUID) -> Attempt:
    """The attempt, if this learner may see it; 404 tells strangers nothing."""
    attempts = Attempt.objects.owned_by(learners.current(request))
    return get_object_or_404(attempts.for_page(), pk=attempt_id)


def _item_at(own: Attempt, position: int) -> Item:
    for found in own.items.all():
        if found.position == position:
            return found
    raise Http404(f"{own} has no question {position}")


def _visible_set(request: HttpRequest, code: str) -> tuple[QuestionSet, bool]:
    """The set, and whether it is a draft; drafts are for those who make them."""
    found = get_object_or_404(QuestionSet, code=code.upper())
    is_draft = found.status == QuestionSet.Status.DRAFT
    user = request.user
    if is_draft and not (user.is_staff and user.has_perm("quiz.view_questionset")):
        raise Http404(f"{found} is a draft")
    return found, is_draft


def _start(request: HttpRequest, token: UUID, **quiz: Any) -> Attempt:
    """Start a quiz for whoever asks, or find the one this form has started."""
    learner = learners.current_or_new(request, token)
    try:
        return play.start(
            learner, token=token, seed=_new_seed(), now=timezone.now(), **quiz
        )
    except SomebodyElses as error:
        raise Http404 from error


def _new_seed() -> int:
    return secrets.randbits(63)


def _topics_page(request: HttpRequest, form: StartForm) -> HttpResponse:
    topics = with_most(cards(learners.current(request)))
    context = {
        "form": form,
        "topics": topics,
        "total": sum(card.count for card in topics),
        "form_token": uuid4(),
    }
    return TemplateResponse(request, "quiz/topics.html", context)


def _told(request: HtmxRequest, asked: Item, sent: AnswerForm) -> HttpResponse:
    """What the stored answer earns, be it this one or one given before."""
    own = _own_attempt(request, asked.attempt_id)  # read again: it has moved on
    shown = _item_at(own, asked.position)
    if not sent.is_valid() or sent.given() != shown.answer.given:
        messages.info(request, FIRST_ANSWER_STANDS)
    if not request.htmx:
        return redirect("quiz:item", own.pk, shown.position)
    return _board_page(request, "quiz/item.html#board", own, shown)


def _board_page(
    request: HttpRequest,
    template: str,
    own: Attempt,
    shown: Item,
    form: AnswerForm | None = None,
) -> HttpResponse:
    # After a single question the way on is a whole quiz, hence the token.
    context = board(own, shown, form) | {"form_token": uuid4()}
    return TemplateResponse(request, template, context)


def _asked_again(
    request: HtmxRequest, own: Attempt, asked: Item, form: AnswerForm
) -> HttpResponse:
    """The question once more, with what the form has to say."""
    template = "quiz/item.html#board" if request.htmx else "quiz/item.html"
    return _board_page(request, template, own, asked, form)


def _go(request: HtmxRequest, url: str) -> HttpResponse:
    """A whole new page, which htmx would otherwise put where the question was."""
    return HttpResponseClientRedirect(url) if request.htmx else redirect(url)
