"""Which of a teacher's own questions a set asks."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_POST, require_safe

from classroom import access
from classroom.access import teachers_only
from quiz.exceptions import NotEnoughQuestions
from quiz.models import Question
from quiz.sets import tailoring


@require_safe
@teachers_only
def own_pins(request: HttpRequest, code: str) -> HttpResponse:
    """Which of one's own questions a set asks."""
    chosen = access.own_set(request, code)
    own = Question.objects.written_by(request.user).in_use()
    is_pinned = Exists(chosen.pinned.filter(pk=OuterRef("pk")).order_by())
    context = {
        "question_set": chosen,
        "pinned_count": chosen.pinned.count(),
        "questions": own.annotate(is_pinned=is_pinned).order_by("-pk"),
    }
    return TemplateResponse(request, "desk/own_pins.html", context)


@require_POST
@teachers_only
def pin_question(request: HttpRequest, uuid: UUID) -> HttpResponse:
    question = access.own_question(request, uuid)
    chosen = access.own_set(request, request.POST.get("code", ""))
    if question.status != Question.Status.ACTIVE:
        messages.error(request, "It is out of use. Use it again before you pin it.")
        return redirect("desk:own_question", uuid)
    try:
        tailoring.pin(chosen, question)
    except NotEnoughQuestions:
        messages.error(
            request,
            f"“{chosen}” has as many questions pinned as it asks. Unpin one first.",
        )
    return redirect("desk:own_pins", chosen.code)


@require_POST
@teachers_only
def unpin_question(request: HttpRequest, uuid: UUID) -> HttpResponse:
    question = access.own_question(request, uuid)
    chosen = access.own_set(request, request.POST.get("code", ""))
    tailoring.unpin(chosen, question)
    return redirect("desk:own_pins", chosen.code)
