"""The question on its board: asked, asked again, or told."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django_htmx.http import push_url

from quiz import play
from quiz.board import board
from quiz.course import Course
from quiz.formats import AnswerForm
from quiz.models import Attempt, Item
from quiz.views.requests import HtmxRequest, go, own_run

NOTED = "Noted."
TOO_LATE = (
    "That came after the time was up, so it was not taken. "
    "What you answered before counts."
)
FIRST_ANSWER_STANDS = "You had answered this one already. Your first answer stands."


def item_at(own: Attempt, position: int) -> Item:
    for found in own.items.all():
        if found.position == position:
            return found
    raise Http404(f"{own} has no question {position}")


def board_page(
    request: HttpRequest,
    template: str,
    run: Course,
    shown: Item,
    form: AnswerForm | None = None,
    **more: Any,
) -> HttpResponse:
    # After a single question the way on is a whole quiz, hence the token.
    asked_or_told = board(run, shown, form)
    context = asked_or_told | {"form_token": uuid4()} | more
    return TemplateResponse(request, template, context)


def asked_again(
    request: HtmxRequest, run: Course, asked: Item, form: AnswerForm
) -> HttpResponse:
    """The question once more, with what the form has to say."""
    template = "quiz/item.html#board" if request.htmx else "quiz/item.html"
    return board_page(request, template, run, asked, form)


def told(request: HtmxRequest, asked: Item, sent: AnswerForm) -> HttpResponse:
    """What the stored answer earns, be it this one or one given before.

    Where that is a secret still, the next question comes instead.
    """
    run = own_run(request, asked.attempt_id)  # read again: it has moved on
    own = run.attempt
    shown = item_at(own, asked.position)
    is_this_one = sent.is_valid() and sent.given() == shown.answer.given
    if not is_this_one:
        messages.info(request, FIRST_ANSWER_STANDS)
    if not run.tells:
        return _noted(request, run, NOTED if is_this_one else "")
    if not request.htmx:
        return redirect("quiz:item", own.pk, shown.position)
    return board_page(request, "quiz/item.html#board", run, shown)


def _noted(request: HtmxRequest, run: Course, said: str) -> HttpResponse:
    """On to the next question, or to what is said at the end."""
    own, following = run.attempt, run.open_item
    if following is None:
        return go(request, own.get_absolute_url())
    if said:
        messages.info(request, said)
    page = reverse("quiz:item", args=[own.pk, following.position])
    if not request.htmx:
        return redirect(page)
    response = board_page(
        request, "quiz/item.html#board", run, following, announcement=said
    )
    return push_url(response, page)


def too_late(request: HtmxRequest, asked: Item) -> HttpResponse:
    """Nothing is taken any more; what was named of a list before is."""
    if play.hand_in(asked, now=timezone.now()) is None:
        messages.info(request, TOO_LATE)
    return go(request, reverse("quiz:result", args=[asked.attempt_id]))
