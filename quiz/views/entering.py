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
    TooLate,
    TooManyNames,
)
from quiz.formats.roll import AGAIN, NOTED, TOO_MANY, RollForm, told_of
from quiz.models import Format, Item
from quiz.views.boards import asked_again, item_at, too_late
from quiz.views.requests import HtmxRequest, go, own_run


@require_POST
@never_cache
def enter(request: HtmxRequest, attempt_id: UUID, position: int) -> HttpResponse:
    run = own_run(request, attempt_id)
    own = run.attempt
    asked = item_at(own, position)
    if asked.format != Format.ROLL:
        raise Http404(f"{asked} asks for no names one by one")
    page = reverse("quiz:item", args=[own.pk, asked.position])
    if asked != own.open_item:
        return go(request, page if asked.is_answered else own.get_absolute_url())
    if run.is_over:
        return too_late(request, asked)
    try:
        said = _entered(asked, RollForm(request.POST, item=asked), tells=run.tells)
    except AlreadyAnswered:
        return go(request, page)
    except TooLate:
        return too_late(request, asked)
    except ItemGone as error:
        raise Http404 from error
    if not request.htmx:
        messages.info(request, said)
        return redirect(page)
    form = RollForm(item=asked)
    form.said = said
    return asked_again(request, run, asked, form)


def _entered(asked: Item, form: RollForm, *, tells: bool) -> str:
    """Note the name, and say what has become of it, unless that is a secret still."""
    if not form.is_valid():
        return str(form.errors["name"][0])
    try:
        entry = play.enter(asked, form.cleaned_data["name"], now=timezone.now())
    except LookAgain as error:
        return str(error)
    except NamedAlready as error:
        typed = form.cleaned_data["name"]  # the error says what it was taken for
        return AGAIN.format(text=error) if tells else NOTED.format(text=typed)
    except TooManyNames:
        return TOO_MANY
    if not tells:
        return NOTED.format(text=entry.text)
    return told_of(asked, entry, found=len(form.found) + (entry.place is not None))
