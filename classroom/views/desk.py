"""The desk itself: its three doors, and what stands behind each."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from classroom.access import teachers_only
from classroom.models import Assignment, SchoolClass
from quiz.models import Dispute


@require_safe
@teachers_only
def doors(request: HttpRequest) -> HttpResponse:
    context = {
        "latest": Assignment.objects.set_by(request.user).select_related(
            "question_set", "school_class"
        )[:3],
        "classes": SchoolClass.objects.taught_by(request.user).current(),
        "open_disputes": Dispute.objects.open().count(),
    }
    return TemplateResponse(request, "desk/doors.html", context)


@require_safe
@teachers_only
def classes(request: HttpRequest) -> HttpResponse:
    taught = SchoolClass.objects.taught_by(request.user)
    context = {"classes": taught.annotate(pupils=Count("enrolments"))}
    return TemplateResponse(request, "desk/classes.html", context)


@require_safe
@teachers_only
def results(request: HttpRequest) -> HttpResponse:
    mine = Assignment.objects.set_by(request.user)
    found = mine.select_related("question_set", "school_class")
    context = {"assignments": found.annotate(sat=Count("sittings"))}
    return TemplateResponse(request, "desk/results.html", context)


@require_safe
@teachers_only
def content(request: HttpRequest) -> HttpResponse:
    context = {"open_disputes": Dispute.objects.open().count()}
    return TemplateResponse(request, "desk/content.html", context)
