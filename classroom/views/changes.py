"""Who changed what, when; and back to how it was."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from classroom import access
from classroom.access import teachers_only
from classroom.history import changes
from classroom.history.states import NoSuchState
from classroom.views.requests import state_number
from classroom.views.sharing import way_back
from quiz.exceptions import AlreadyPlayed
from quiz.models import Question

BACK = "It is as it was. The state you came from is kept as well."

PLAYED = "Pupils have been asked a paper of it already, so what it asks stays as it is."


@require_safe
@teachers_only
def quiz_history(request: HttpRequest, code: str) -> HttpResponse:
    chosen = access.own_set(request, code)
    context = {
        "row": chosen,
        "states": changes.told(chosen, request.user),
        "shelf": "Quizzes",
        "above": reverse("desk:quizzes"),
        "page": reverse("desk:quiz", args=[chosen.code]),
        "restore_url": reverse("desk:restore_quiz", args=[chosen.code]),
    }
    return TemplateResponse(request, "desk/history.html", context)


@require_POST
@teachers_only
def restore_quiz(request: HttpRequest, code: str) -> HttpResponse:
    chosen = access.own_set(request, code)
    try:
        changes.restore_set(chosen, state_number(request.POST))
    except NoSuchState as error:
        raise Http404 from error
    except AlreadyPlayed:
        messages.error(request, PLAYED)
    else:
        messages.success(request, BACK)
    return redirect("desk:quiz_history", chosen.code)


@require_safe
@teachers_only
def question_history(request: HttpRequest, key: str) -> HttpResponse:
    question = _question(request, key)
    context = {
        "row": question,
        "states": changes.told(question, request.user),
        **_place(question),
        "restore_url": reverse("desk:restore_question", args=[question.key]),
    }
    return TemplateResponse(request, "desk/history.html", context)


@require_POST
@teachers_only
def restore_question(request: HttpRequest, key: str) -> HttpResponse:
    question = _question(request, key)
    try:
        changes.restore_question(question, state_number(request.POST))
    except NoSuchState as error:
        raise Http404 from error
    messages.success(request, BACK)
    return redirect("desk:question_history", question.key)


@require_safe
@teachers_only
def class_history(request: HttpRequest, code: str) -> HttpResponse:
    chosen = access.own_class(request, code)
    context = {
        "row": chosen,
        "states": changes.told(chosen, request.user),
        "shelf": "Classes",
        "above": reverse("desk:classes"),
        "page": reverse("desk:class_page", args=[chosen.code]),
    }
    return TemplateResponse(request, "desk/history.html", context)


@require_safe
@teachers_only
def terms_history(request: HttpRequest, code: str, given: str) -> HttpResponse:
    chosen = access.own_given(request, code, given)
    form = reverse("desk:edit_terms", args=[chosen.question_set.code, chosen.code])
    context = {
        "row": "Times and terms",
        "of": chosen,
        "states": changes.told(chosen, request.user),
        "shelf": str(chosen),
        "above": way_back(request, chosen),
        "page": form,
        "form_url": form,
    }
    return TemplateResponse(request, "desk/history.html", context)


def _place(question: Question) -> dict[str, str]:
    """Where a question stands, and among what."""
    if question.is_written:
        return {
            "shelf": "My own questions",
            "above": reverse("desk:own_questions"),
            "page": reverse("desk:own_question", args=[question.uuid]),
        }
    return {
        "shelf": "Check content",
        "above": reverse("desk:content"),
        "page": reverse("admin:quiz_question_change", args=[question.pk]),
    }


def _question(request: HttpRequest, key: str) -> Question:
    """A generated one, or one's own."""
    own = Question.objects.written_by(request.user)
    return get_object_or_404(own | Question.objects.filter(is_written=False), key=key)
