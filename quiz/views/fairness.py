"""How fair the questions are, told to anybody."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quiz import fairness
from quiz.models import Question
from quiz.quality import ledger
from quiz.quality.census import census

AGAIN = 10  # seconds after which it is worth asking again


@require_safe
@never_cache
def fairness_page(request: HttpRequest) -> HttpResponse:
    found = ledger.kept_or_counted()
    if found is None:
        counted = census(list(Question.objects.active()))
        context = {"counting": counted}
    else:
        context = fairness.page(found)
    return TemplateResponse(request, "quiz/fairness.html", context)


@require_safe
@never_cache
def fairness_figures(request: HttpRequest) -> HttpResponse:
    """The same as data, for whoever wants to reckon."""
    found = ledger.kept_or_counted()
    if found is None:
        return JsonResponse(
            {"counting": True}, status=503, headers={"Retry-After": str(AGAIN)}
        )
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False})
