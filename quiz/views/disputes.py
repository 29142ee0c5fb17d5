"""Objections to a question: filed under it, listed with what teachers answered."""

from uuid import UUID

from allauth.core import ratelimit
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quiz import disputes, learners
from quiz.exceptions import AlreadyDisputed, ItemGone, TooManyDisputes
from quiz.forms import DisputeForm
from quiz.models import Dispute, Item
from quiz.views.boards import board_page, item_at
from quiz.views.requests import HtmxRequest, go, own_run

DISPUTES_ON_A_PAGE = 20
ONE_AT_A_TIME = (
    "Your first objection to this question waits for its answer. One at a time, please."
)
TOO_MANY = (
    "You have sent several objections within the hour. Please send this one later."
)
TOO_MANY_HERE = (
    "Many objections have come from this place within the hour. "
    "Please send this one later."
)


@require_POST
@never_cache
def dispute_item(request: HtmxRequest, attempt_id: UUID, position: int) -> HttpResponse:
    run = own_run(request, attempt_id)
    own = run.attempt
    asked = item_at(own, position)
    if not asked.is_answered or not run.tells:
        return go(request, own.get_absolute_url())

    form = DisputeForm(request.POST)
    try:
        is_filed = form.is_valid() and _file(request, asked, form)
    except ItemGone as error:
        raise Http404 from error
    if is_filed and not request.htmx:
        return redirect(f"{reverse('quiz:item', args=[own.pk, position])}#dispute")
    template = "quiz/item.html#board" if request.htmx else "quiz/item.html"
    if is_filed:
        return board_page(request, template, run, asked, dispute_sent=True)
    return board_page(request, template, run, asked, dispute_form=form)


@require_safe
@never_cache
def objections(request: HttpRequest) -> HttpResponse:
    own = Dispute.objects.owned_by(learners.current(request)).latest_first()
    pages = Paginator(own.select_related("item"), DISPUTES_ON_A_PAGE)
    context = {
        "page": pages.get_page(request.GET.get("page")),
        "is_guest": not request.user.is_authenticated,
    }
    return TemplateResponse(request, "quiz/objections.html", context)


@require_POST
@never_cache
def read_answer(request: HttpRequest, dispute_id: UUID) -> HttpResponse:
    own = Dispute.objects.owned_by(learners.current(request))
    disputes.mark_read(get_object_or_404(own, pk=dispute_id), now=timezone.now())
    return redirect("quiz:objections")


def _file(request: HttpRequest, asked: Item, form: DisputeForm) -> bool:
    """Whether it was taken; if not, the form says why."""
    if not ratelimit.consume(request, action="dispute", dry_run=True):
        form.add_error("reason", TOO_MANY_HERE)
        return False
    try:
        disputes.file(asked, form.cleaned_data["reason"], now=timezone.now())
        # Only what was filed counts, or one visitor could use up everybody's share.
        ratelimit.consume(request, action="dispute")
    except AlreadyDisputed:
        form.add_error("reason", ONE_AT_A_TIME)
    except TooManyDisputes:
        form.add_error("reason", TOO_MANY)
    return form.is_valid()
