"""How far one has come, and all of it to take home."""

import datetime as dt
from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from quiz import charts, course, learners, memory, takeout, terms
from quiz import progress as gained
from quiz.models import Answer, Attempt, Dispute, Memory, Review
from quiz.recall import standing
from quiz.topics import answers_of

ALL_GONE = "It is all gone. You begin with a blank page."
ALL_BUT_KEPT = "It is gone, but for what your teacher has set and has not closed yet."


@require_safe
@never_cache
def progress(request: HttpRequest) -> HttpResponse:
    learner, today = learners.current(request), timezone.localdate()
    facts = standing.facts()
    untold = course.held(learner, timezone.now()).untold
    memories = memory.as_told(Memory.objects.owned_by(learner), untold)
    tallies = gained.by_topic(standing.standings(facts, memories, today).values())
    since = today - dt.timedelta(weeks=gained.WEEKS)
    weeks = gained.week_by_week(
        facts,
        Review.objects.owned_by(learner).that_moved().told(untold),
        set(Answer.objects.owned_by(learner).days(since)),
        today,
    )
    answers = answers_of(learner, untold) if learner else []
    points = [(row.known, date_format(row.week.last, "j M")) for row in weeks]
    context = {
        "tallies": tallies,
        "whole": gained.together(tallies),
        "weeks": weeks,
        "dots": gained.dots(weeks),
        "days": sum(row.days for row in weeks),
        "chart": charts.counts(points),
        "accuracy": gained.accuracy(answers),
        "has_answers": bool(answers),
        "is_guest": not request.user.is_authenticated,
    }
    return TemplateResponse(request, "quiz/progress.html", context)


@require_safe
@never_cache
def history_csv(request: HttpRequest) -> StreamingHttpResponse:
    learner = learners.current(request)
    untold = course.held(learner, timezone.now()).untold
    return _file(takeout.as_csv(learner, untold), "history.csv", "text/csv")


@require_safe
@never_cache
def history_json(request: HttpRequest) -> StreamingHttpResponse:
    learner = learners.current(request)
    untold = course.held(learner, timezone.now()).untold
    pieces = takeout.as_json(learner, untold)
    return _file(pieces, "history.json", "application/json")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def forget(request: HttpRequest) -> HttpResponse:
    """Ask whether all is to be deleted, and do it."""
    learner = learners.current(request)
    kept = terms.kept(learner, timezone.now()) if learner else ()
    if request.method == "POST":
        if learner:
            learners.forget(learner, kept)
        messages.success(request, ALL_BUT_KEPT if kept else ALL_GONE)
        return redirect("quiz:progress")
    context = {
        "kept": len(kept),
        "quizzes": Attempt.objects.owned_by(learner).exclude(pk__in=kept).count(),
        "objections": Dispute.objects.owned_by(learner).count(),
    }
    return TemplateResponse(request, "quiz/forget.html", context)


def _file(pieces: Iterable[str], name: str, kind: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        pieces,
        content_type=f"{kind}; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="besa-{name}"'},
    )
