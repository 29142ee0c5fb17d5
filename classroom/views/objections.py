"""What pupils object to, answered and put right from one screen."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from classroom.access import teacher, teachers_only
from classroom.forms.corrections import ObjectionForm
from quiz import disputes as rules
from quiz import oversight
from quiz.admin import evidence
from quiz.formats import FORMATS
from quiz.models import Dispute

ON_A_PAGE = 30
answers = permission_required("quiz.change_dispute", raise_exception=True)


@require_safe
@teachers_only
@answers
def disputes(request: HttpRequest) -> HttpResponse:
    """Those that wait come first, the longest waiting at the top."""
    found = oversight.disputes(request.user).select_related("item")
    waiting = found.open().order_by("made_at", "pk")
    answered = found.exclude(outcome=Dispute.Outcome.OPEN)
    pages = Paginator(answered.order_by("-answered_at", "pk"), ON_A_PAGE)
    context = {
        "waiting": waiting[:ON_A_PAGE],
        "page": pages.get_page(request.GET.get("page")),
    }
    return TemplateResponse(request, "desk/disputes.html", context)


@require_safe
@teachers_only
@answers
def dispute(request: HttpRequest, dispute_id: UUID) -> HttpResponse:
    chosen = _own(request, dispute_id)
    initial = {"outcome": chosen.outcome, "answer": chosen.answer}
    return _page(request, chosen, ObjectionForm(initial=initial))


@require_POST
@teachers_only
@answers
def answer_dispute(request: HttpRequest, dispute_id: UUID) -> HttpResponse:
    chosen = _own(request, dispute_id)
    form = ObjectionForm(request.POST)
    if not form.is_valid():
        return _page(request, chosen, form)
    rules.answer(
        chosen,
        form.cleaned_data["answer"],
        outcome=Dispute.Outcome(form.cleaned_data["outcome"]),
        by=teacher(request),
        now=timezone.now(),
    )
    messages.success(request, "Your answer is waiting for the pupil.")
    return redirect("desk:disputes")


def _own(request: HttpRequest, dispute_id: UUID) -> Dispute:
    found = oversight.disputes(request.user)
    related = found.select_related("item__question", "item__answer")
    return get_object_or_404(related, pk=dispute_id)


def _page(request: HttpRequest, chosen: Dispute, form: ObjectionForm) -> HttpResponse:
    item, format = chosen.item, FORMATS[chosen.item.format]
    known = evidence.facts([*filter(None, {item.claim, *item.claims})])
    context = {
        "dispute": chosen,
        "item": item,
        "given": format.in_words(item, item.answer.given),
        "right": format.in_words(item, format.right(item)),
        "facts": [known[key] for key in sorted(known)],
        "form": form,
    }
    return TemplateResponse(request, "desk/dispute.html", context)
