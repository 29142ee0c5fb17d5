"""One attempt from its first question to its result."""

from contextlib import suppress
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quiz import memory, play, scoring, starting
from quiz.corrections import news
from quiz.course import Course
from quiz.exceptions import (
    AlreadyAnswered,
    ItemGone,
    LookAgain,
    NotEnoughQuestions,
    SayWhetherSure,
    SomebodyElses,
    TooLate,
)
from quiz.formats import FORMATS
from quiz.forms import OUT_OF_DATE, SAY_WHETHER_SURE, TokenForm
from quiz.models import Dispute, Topic
from quiz.recall import meetings
from quiz.scoring import Given
from quiz.views import boards
from quiz.views.boards import asked_again, board_page, item_at, too_late
from quiz.views.requests import HtmxRequest, go, new_seed, own_run


@require_safe
@never_cache
def attempt(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    run = own_run(request, attempt_id)
    if run.open_item:
        return redirect("quiz:item", attempt_id, run.open_item.position)
    return redirect("quiz:result", attempt_id)


@require_safe
@never_cache
def item(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    run = own_run(request, attempt_id)
    shown = item_at(run.attempt, position)
    if not shown.is_answered and shown != run.open_item:
        return redirect(run.attempt)
    return board_page(request, "quiz/item.html", run, shown)


@require_POST
@never_cache
def answer_item(request: HtmxRequest, attempt_id: UUID, position: int) -> HttpResponse:
    run = own_run(request, attempt_id)
    asked = item_at(run.attempt, position)
    form = FORMATS[asked.format].form(asked, request.POST)
    if asked.is_answered:
        return boards.told(request, asked, form)
    if asked != run.attempt.open_item:
        return go(request, run.attempt.get_absolute_url())
    if run.is_over:
        return too_late(request, asked)
    if moved := form.rearranged():
        return asked_again(request, run, asked, moved)
    if not form.is_valid():
        return asked_again(request, run, asked, form)
    try:
        with suppress(AlreadyAnswered):
            play.answer(asked, form.given(), now=timezone.now(), is_sure=form.is_sure)
    except LookAgain as error:
        form.add_error(None, str(error))
        return asked_again(request, run, asked, form)
    except SayWhetherSure:
        form.add_error(None, SAY_WHETHER_SURE)
        return asked_again(request, run, asked, form)
    except TooLate:
        return too_late(request, asked)
    except ItemGone as error:
        raise Http404 from error
    return boards.told(request, asked, form)


@require_safe
@never_cache
def result(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    run = own_run(request, attempt_id)
    own = run.attempt
    if run.open_item:
        return redirect(own)
    if not run.tells_result:
        return _untold_page(request, run)
    given = [
        Given(
            item.topic,
            item.claim,
            item.aspect,
            item.answer.credit if item.is_answered else 0.0,
        )
        for item in own.items.all()
    ]
    told = news.told(own)
    back_on = memory.first_meeting(own.wrong_items, own.learner)
    context = {
        "attempt": own,
        "origin": run.terms.origin,
        "back": meetings.in_words(back_on, timezone.localdate()) if back_on else "",
        "score": own.points,
        "length": own.length,
        "ran_out": run.ran_out,
        "missed": news.missed(run.missed_items, told.notes),
        "corrected": told,
        "disputed": Dispute.objects.positions_in(own),
        "shares": scoring.shares(given, dict(Topic.choices)),
        "practise_token": uuid4(),
        "is_guest": not request.user.is_authenticated,
    }
    return TemplateResponse(request, "quiz/result.html", context)


def _untold_page(request: HttpRequest, run: Course) -> HttpResponse:
    """That it is over, and when what was right will be told."""
    left = run.attempt.open_item
    context = {
        "attempt": run.attempt,
        "origin": run.terms.origin,
        "ran_out": run.ran_out,
        "told_from": run.told_from,
        "is_soon": not run.is_over,
        "is_guest": not request.user.is_authenticated,
        "named": left.entries.count() if left else 0,
        "left": left,
    }
    return TemplateResponse(request, "quiz/untold.html", context)


@require_POST
@never_cache
def practise(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    run = own_run(request, attempt_id)
    own = run.attempt
    if not run.tells_result:
        return redirect(own)
    form = TokenForm(request.POST)
    if not form.is_valid():
        messages.error(request, OUT_OF_DATE)
        return redirect(own)

    try:
        practice = starting.practise(
            own,
            seed=new_seed(),
            now=timezone.now(),
            token=form.cleaned_data["token"],
        )
    except SomebodyElses as error:
        raise Http404 from error
    except NotEnoughQuestions:
        messages.info(request, "There is nothing here to practise at present.")
        return redirect(own)
    return redirect(practice)
