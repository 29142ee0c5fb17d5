"""The desk itself: its three doors, and what stands behind each."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from classroom.access import teachers_only
from classroom.models import Assignment, SchoolClass
from quiz import oversight
from quiz.models import Correction, Question
from relations import freshness
from relations.models import Check, UnidentifiedRow


@require_safe
@teachers_only
def doors(request: HttpRequest) -> HttpResponse:
    given = Assignment.objects.set_by(request.user).select_related(
        "question_set", "school_class"
    )
    context = {
        "latest": given[:3],
        "latest_begun": given.exclude(opens_at__gt=timezone.now()).first(),
        "classes": SchoolClass.objects.taught_by(request.user).current(),
        "open_disputes": oversight.disputes(request.user).open().count(),
    }
    return TemplateResponse(request, "desk/doors.html", context)


@require_safe
@teachers_only
def content(request: HttpRequest) -> HttpResponse:
    context = {
        "open_disputes": oversight.disputes(request.user).open().count(),
        "standing": Correction.objects.standing()
        .filter(question__in=Question.objects.visible_to(request.user))
        .count(),
        "blank_rows": UnidentifiedRow.objects.filter(outside_name=None).count(),
        "ageing": len(freshness.ageing()),
        "check": Check.objects.first(),
    }
    return TemplateResponse(request, "desk/content.html", context)
