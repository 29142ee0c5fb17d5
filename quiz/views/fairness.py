"""How fair the questions are, told to anybody."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quiz import fairness
from quiz.models import Question
from quiz.quality import ledger

# What was found in single questions names them, and would hint at their answers.
TELLING = {"findings", "refused", "out_of_step", "contradictions", "alike", "missed"}
AGAIN = 10  # seconds after which it is worth asking again


@require_safe
@never_cache
def fairness_page(request: HttpRequest) -> HttpResponse:
    """What takes longest, the trials, is left for a second look if nobody has counted
    it yet; the page asks for it by itself."""
    found = ledger.told(with_trials="trials" in request.GET)
    if found is None:
        context = {"counting": Question.objects.active().count()}
    else:
        context = fairness.page(found)
    return TemplateResponse(request, "quiz/fairness.html", context)


@require_safe
@never_cache
def fairness_figures(request: HttpRequest) -> HttpResponse:
    """The same as data, for whoever wants to reckon."""
    found = ledger.told(with_trials=True)
    if found is None or found["trials"] is None:
        return JsonResponse(
            {"counting": True}, status=503, headers={"Retry-After": str(AGAIN)}
        )
    return JsonResponse(_public(found), json_dumps_params={"ensure_ascii": False})


def _public(part: Any) -> Any:
    """The figures without what is told of single questions."""
    if isinstance(part, dict):
        return {k: _public(value) for k, value in part.items() if k not in TELLING}
    return [_public(value) for value in part] if isinstance(part, list) else part
