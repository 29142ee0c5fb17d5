"""Whether anything has happened since the results were last looked at, for little."""

import datetime as dt
import hashlib

from django.db.models import Count, Max, OuterRef, QuerySet, Subquery, Sum

from classroom.models import Assignment, Enrolment, Sitting
from quiz.models import Answer, Dispute

BEAT = 30  # seconds after which time alone may have ended an attempt
TERMS = ("counts", "opens_at", "closes_at", "minutes", "marks_certainty")


def of(assignment: Assignment, now: dt.datetime) -> str:
    """The same as long as the page would tell the same; in two queries."""
    told = [
        *_played(assignment).values(),
        *_around(assignment).values(),
        *(getattr(assignment, term) for term in TERMS),
        _beat(assignment, now),
    ]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:20]


def _played(assignment: Assignment) -> dict[str, object]:
    """What was answered; a correction changes what it earned in all."""
    answers = Answer.objects.filter(item__attempt__sitting__assignment=assignment)
    return answers.aggregate(Count("pk"), Sum("credit"), Max("answered_at"))


def _around(assignment: Assignment) -> dict[str, object]:
    """Who has begun, who is in the class, and what was objected to."""
    sat = Sitting.objects.filter(assignment=OuterRef("pk"))
    pupils = Enrolment.objects.filter(school_class=OuterRef("school_class"))
    disputes = Dispute.objects.filter(item__attempt__sitting__assignment=OuterRef("pk"))
    return (
        Assignment.objects.filter(pk=assignment.pk)
        .order_by()
        .values(
            sat=_count(sat, "assignment"),
            pupils=_count(pupils, "school_class"),
            filed=_count(disputes, "item__attempt__sitting__assignment"),
            open=_count(disputes.open(), "item__attempt__sitting__assignment"),
        )
        .get()
    )


def _count(rows: QuerySet, of: str) -> Subquery:
    counted = rows.order_by().values(of).annotate(count=Count("pk"))
    return Subquery(counted.values("count"))


def _beat(assignment: Assignment, now: dt.datetime) -> int | None:
    """What changes by itself where time is up sooner or later."""
    if assignment.minutes is None and assignment.closes_at is None:
        return None
    return int(now.timestamp()) // BEAT
