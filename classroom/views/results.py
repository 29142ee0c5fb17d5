"""Results of what was set: the list, and one assignment, live while it runs."""

import json
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from classroom.access import own_assignment, teachers_only
from classroom.models import Assignment, SchoolClass
from classroom.results import filters, overview, state, tables, wording
from classroom.results.filters import ClassFilter, ResultsFilter
from classroom.results.overview import Overview
from quiz.models import Attempt, Dispute

ON_A_PAGE = 20  # assignments
PUPILS_ON_A_PAGE = 40
SECONDS = 5  # between looks while it runs
DISPUTES_SHOWN = 10


@require_safe
@teachers_only
def results(request: HttpRequest) -> HttpResponse:
    """What was set, newest first, with how far it has got."""
    taught = SchoolClass.objects.taught_by(request.user)
    filter = ClassFilter(request.GET, taught)
    mine = Assignment.objects.set_by(request.user)
    if filter.chosen:
        mine = mine.filter(school_class=filter.chosen)
    related = mine.select_related("question_set", "school_class").distinct()
    page = Paginator(related, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": tables.progress(page.object_list, timezone.now()),
        "page": page,
        "filter": filter,
        "chosen": filter.chosen,
        "has_classes": taught.exists(),
    }
    return TemplateResponse(request, "desk/results.html", context)


@require_safe
@teachers_only
def assignment_results(request: HttpRequest, code: str) -> HttpResponse:
    """Who did it and what was hard. Looked at again, it costs little if nothing is new."""
    assignment, now = own_assignment(request, code), timezone.now()
    etag = f'"{state.of(assignment, now)}"'
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    found = overview.of(assignment, now)
    filter = ResultsFilter(request.GET, assignment, found.papers)
    if asked := filters.asked_for(filter):
        found = overview.of(assignment, now, **asked)
    context = _context(request, found) | {
        "filter": filter,
        "query": filters.query(asked),
        "now": now,
        "is_live": not assignment.is_closed(now),
        "has_begun": assignment.opens_at is None or assignment.opens_at <= now,
        "seconds": SECONDS,
        "headers": json.dumps({"If-None-Match": etag}),
    }
    page = TemplateResponse(request, "desk/assignment_results.html", context)
    page.headers["ETag"] = etag
    return page


def _context(request: HttpRequest, found: Overview) -> dict[str, Any]:
    pupils = Paginator(found.pupils, PUPILS_ON_A_PAGE)
    page: Page = pupils.get_page(request.GET.get("page"))
    lines = found.lines(list(page.object_list))
    disputes = Dispute.objects.filter(
        item__attempt__sitting__assignment=found.assignment
    )
    return {
        "assignment": found.assignment,
        "results": found,
        "page": page,
        "hardest": found.hardest,
        "heads": found.heads,
        "lines": tables.with_certainty(found, lines),
        "disputes": list(tables.disputes(disputes)[: DISPUTES_SHOWN + 1]),
        "most_disputes": DISPUTES_SHOWN,
    }


@require_safe
@teachers_only
def attempt_answers(request: HttpRequest, code: str, attempt: str) -> HttpResponse:
    """All that one pupil answered in one attempt, beside what is right."""
    assignment = own_assignment(request, code)
    sat = get_object_or_404(
        assignment.sittings.select_related("enrolment"), attempt=attempt
    )
    played = Attempt.objects.for_page().get(pk=attempt)
    told = [
        (item, wording.of_another(item) if item.is_answered else None)
        for item in played.items.all()
    ]
    context = {
        "assignment": assignment,
        "sitting": sat,
        "attempt": played,
        "told": told,
        "back": reverse("desk:assignment_results", args=[assignment.code]),
    }
    return TemplateResponse(request, "desk/attempt_answers.html", context)
