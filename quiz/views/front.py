"""The first page, with a question one can answer at once."""

import datetime as dt
from contextlib import suppress
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quiz import course, learners, play, selection, starting
from quiz.board import Trial
from quiz.exceptions import AlreadyAnswered, ItemGone, NoSuchOption, SomebodyElses
from quiz.formats import FORMATS
from quiz.forms import OUT_OF_DATE, TrialForm
from quiz.models import Attempt, Dispute, Question, Regrade
from quiz.topics import cards, with_known
from quiz.views.boards import told
from quiz.views.requests import HtmxRequest, go


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    learner = learners.current(request)
    now = timezone.now()
    today = timezone.localdate(now)
    held = course.held(learner, now)
    topics = with_known(cards(), learner, today, held.untold)
    news = Regrade.objects.news().owned_by(learner).told(held.untold)
    question = selection.question_of_the_day(today)
    context = {
        "question": Trial.of(question) if question else None,
        "form_token": uuid4(),
        "try_token": uuid4(),
        "topics": topics,
        "total": sum(card.count for card in topics),
        "unfinished": Attempt.objects.owned_by(learner)
        .unfinished(held.ran_out)
        .first(),
        "dispute_counts": Dispute.objects.owned_by(learner).counts(),
        "corrected_count": news.count(),
    }
    return TemplateResponse(request, "quiz/home.html", context)


@require_POST
@never_cache
def try_question(request: HtmxRequest) -> HttpResponse:
    form = TrialForm(request.POST, asked=_asked_today())
    if not form.is_valid():
        messages.error(request, str(next(iter(form.errors.values()))[0]))
        return go(request, reverse("quiz:home"))

    question, token = form.cleaned_data["question"], form.cleaned_data["token"]
    now = timezone.now()
    learner = learners.current_or_new(request, token)
    try:
        attempt = starting.start_trial(learner, question, now=now, token=token)
    except SomebodyElses as error:
        raise Http404 from error
    asked = get_object_or_404(attempt.items, question=question, position=1)
    try:
        with suppress(AlreadyAnswered):
            play.answer(asked, form.cleaned_data["choice"], now=now)
    except ItemGone as error:
        raise Http404 from error
    except NoSuchOption:
        if not asked.is_answered:
            messages.error(request, OUT_OF_DATE)
            return go(request, reverse("quiz:home"))
    return told(request, asked, FORMATS[asked.format].form(asked, request.POST))


def _asked_today() -> list[Question]:
    """The question to try, and yesterday's for those who opened the page then."""
    today = timezone.localdate()
    days = (today, today - dt.timedelta(days=1))
    found = [selection.question_of_the_day(day) for day in days]
    return [question for question in found if question]
