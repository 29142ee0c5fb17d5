"""What was put right in one's own quizzes."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from quiz import course, learners
from quiz.corrections import applying
from quiz.models import Regrade
from quiz.models.corrections import RegradeQuerySet

REGRADES_ON_A_PAGE = 20


@require_safe
@never_cache
def corrected(request: HttpRequest) -> HttpResponse:
    own = _told(request)
    pages = Paginator(
        own.select_related("correction", "answer__item__attempt").order_by("-pk"),
        REGRADES_ON_A_PAGE,
    )
    context = {
        "page": pages.get_page(request.GET.get("page")),
        "has_news": own.news().exists(),
    }
    return TemplateResponse(request, "quiz/corrected.html", context)


@require_POST
@never_cache
def read_corrections(request: HttpRequest) -> HttpResponse:
    applying.mark_read(_told(request).news(), now=timezone.now())
    return redirect("quiz:corrected")


def _told(request: HttpRequest) -> RegradeQuerySet:
    """The learner's own, but of attempts that are not told yet."""
    learner = learners.current(request)
    untold = course.held(learner, timezone.now()).untold
    return Regrade.objects.standing().owned_by(learner).told(untold)
