"""What a learner has played so far, and how sure they were of it."""

from uuid import uuid4

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from quiz import course, history, learners
from quiz.corrections import news
from quiz.forms import ScoresFilter
from quiz.models import Attempt, Dispute, QuestionSet, Regrade
from quiz.review import calibration as calibrations


@require_safe
@never_cache
def scores(request: HttpRequest) -> HttpResponse:
    learner = learners.current(request)
    attempts = Attempt.objects.owned_by(learner)
    played = QuestionSet.objects.filter(attempts__in=attempts).distinct()
    filters = ScoresFilter(request.GET, sets=played)
    held = course.held(learner, timezone.now())
    over = attempts.finished(held.ran_out).select_related("question_set")
    finished = filters.narrow(over)
    unread = Regrade.objects.news().owned_by(learner).told(held.untold)
    page = Paginator(finished, history.ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": history.rows(page, held.untold, news.scores_before(page)),
        "page": page,
        "filters": filters,
        "chart": history.chart(finished.exclude(pk__in=held.untold)),
        "unfinished": attempts.unfinished(held.ran_out).first(),
        "dispute_counts": Dispute.objects.owned_by(learner).counts(),
        "corrected_count": unread.count(),
        "is_guest": not request.user.is_authenticated,
    }
    return TemplateResponse(request, "quiz/scores.html", context)


@require_safe
@never_cache
def calibration(request: HttpRequest) -> HttpResponse:
    learner = learners.current(request)
    untold = course.held(learner, timezone.now()).untold
    context = {
        "calibration": calibrations.of(learner, untold),
        "wrong": calibrations.sure_and_wrong(learner, untold),
        "form_token": uuid4(),
    }
    return TemplateResponse(request, "quiz/calibration.html", context)
