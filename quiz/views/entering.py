"""Names typed one by one, while the question stays open."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from quiz import play
from quiz.exceptions import (
    AlreadyAnswered,
    ItemGone,
    LookAgain,
    NamedAlready,
    TooManyNames,
)
from quiz.formats.roll import AGAIN, TOO_MANY, RollForm, told_of
from quiz.models import Format, Item
from quiz.views.boards import asked_again, item_at
from quiz.views.requests import HtmxRequest, go, own_attempt


@require_POST
@never_cache
def enter(request: HtmxRequest, attempt_id: UUID, position: int) -> HttpResponse:
    own = own_attempt(request, attempt_id)
    asked = item_at(own, position)
    if asked.format != Format.ROLL:
        raise Http404(f"{asked} asks for no names one by one")
    page = reverse("quiz:item", args=[own.pk, asked.position])
    if asked != own.open_item:
        return go(request, page if asked.is_answered else own.get_absolute_url())
    try:
        said = _entered(asked, RollForm(request.POST, item=asked))
    except AlreadyAnswered:
        return go(request, page)
    except ItemGone as error:
        raise Http404 from error
    if not request.htmx:
        messages.info(request, said)
        return redirect(page)
    form = RollForm(item=asked)
    form.said = said
    return asked_again(request, own, asked, form)


def _entered(asked: Item, form: RollForm) -> str:
    """Note the name, and say what has become of it."""
    if not form.is_valid():
        return str(form.errors["name"][0])
    try:
        entry = play.enter(asked, form.cleaned_data["name"], now=timezone.now())
    except LookAgain as error:
        return str(error)
    except NamedAlready as error:
        return AGAIN.format(text=error)
    except TooManyNames:
        return TOO_MANY
    return told_of(asked, entry, found=len(form.found) + (entry.place is not None))
