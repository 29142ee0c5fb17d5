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

from quiz import grading, meetings, memory, play, scoring
from quiz.exceptions import (
    AlreadyAnswered,
    ItemGone,
    LookAgain,
    NotEnoughQuestions,
    SomebodyElses,
)
from quiz.formats import FORMATS
from quiz.forms import OUT_OF_DATE, TokenForm
from quiz.models import Dispute, Topic
from quiz.scoring import Given
from quiz.views.boards import asked_again, board_page, item_at, told
from quiz.views.requests import HtmxRequest, go, new_seed, own_attempt


@require_safe
@never_cache
def attempt(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    own = own_attempt(request, attempt_id)
    if own.open_item:
        return redirect("quiz:item", own.pk, own.open_item.position)
    return redirect("quiz:result", own.pk)


@require_safe
@never_cache
def item(request: HttpRequest, attempt_id: UUID, position: int) -> HttpResponse:
    own = own_attempt(request, attempt_id)
    shown = item_at(own, position)
    if not shown.is_answered and shown != own.open_item:
        return redirect(own)
    return board_page(request, "quiz/item.html", own, shown)


@require_POST
@never_cache
def answer_item(request: HtmxRequest, attempt_id: UUID, position: int) -> HttpResponse:
    own = own_attempt(request, attempt_id)
    asked = item_at(own, position)
    form = FORMATS[asked.format].form(asked, request.POST)
    if asked.is_answered:
        return told(request, asked, form)
    if asked != own.open_item:
        return go(request, own.get_absolute_url())
    if moved := form.rearranged():
        return asked_again(request, own, asked, moved)
    if not form.is_valid():
        return asked_again(request, own, asked, form)
    try:
        with suppress(AlreadyAnswered):
            play.answer(asked, form.given(), now=timezone.now(), is_sure=form.is_sure)
    except LookAgain as error:
        form.add_error(None, str(error))
        return asked_again(request, own, asked, form)
    except ItemGone as error:
        raise Http404 from error
    return told(request, asked, form)


@require_safe
@never_cache
def result(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    own = own_attempt(request, attempt_id)
    if own.open_item:
        return redirect(own)
    given = [
        Given(item.topic, item.claim, item.aspect, item.answer.credit)
        for item in own.items.all()
    ]
    back_on = memory.first_meeting(own.wrong_items, own.learner)
    context = {
        "attempt": own,
        "back": meetings.in_words(back_on, timezone.localdate()) if back_on else "",
        "score": own.points,
        "length": own.length,
        "missed": [grading.missed(item) for item in own.wrong_items],
        "disputed": Dispute.objects.positions_in(own),
        "shares": scoring.shares(given, dict(Topic.choices)),
        "practise_token": uuid4(),
        "is_guest": not request.user.is_authenticated,
    }
    return TemplateResponse(request, "quiz/result.html", context)


@require_POST
@never_cache
def practise(request: HttpRequest, attempt_id: UUID) -> HttpResponse:
    own = own_attempt(request, attempt_id)
    form = TokenForm(request.POST)
    if not form.is_valid():
        messages.error(request, OUT_OF_DATE)
        return redirect(own)

    try:
        practice = play.practise(
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
