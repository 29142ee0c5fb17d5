"""The question on its board: asked, asked again, or told."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone

from quiz.board import board
from quiz.formats import AnswerForm
from quiz.models import Attempt, Item
from quiz.views.requests import HtmxRequest, own_attempt

FIRST_ANSWER_STANDS = "You had answered this one already. Your first answer stands."


def item_at(own: Attempt, position: int) -> Item:
    for found in own.items.all():
        if found.position == position:
            return found
    raise Http404(f"{own} has no question {position}")


def board_page(
    request: HttpRequest,
    template: str,
    own: Attempt,
    shown: Item,
    form: AnswerForm | None = None,
    **more: Any,
) -> HttpResponse:
    # After a single question the way on is a whole quiz, hence the token.
    told = board(own, shown, form, today=timezone.localdate())
    context = told | {"form_token": uuid4()} | more
    return TemplateResponse(request, template, context)


def asked_again(
    request: HtmxRequest, own: Attempt, asked: Item, form: AnswerForm
) -> HttpResponse:
    """The question once more, with what the form has to say."""
    template = "quiz/item.html#board" if request.htmx else "quiz/item.html"
    return board_page(request, template, own, asked, form)


def told(request: HtmxRequest, asked: Item, sent: AnswerForm) -> HttpResponse:
    """What the stored answer earns, be it this one or one given before."""
    own = own_attempt(request, asked.attempt_id)  # read again: it has moved on
    shown = item_at(own, asked.position)
    if not sent.is_valid() or sent.given() != shown.answer.given:
        messages.info(request, FIRST_ANSWER_STANDS)
    if not request.htmx:
        return redirect("quiz:item", own.pk, shown.position)
    return board_page(request, "quiz/item.html#board", own, shown)
