"""What a teacher needs to hand a quiz out: to whom it was given, and how it stands."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import segno
from django.db.models import Exists, OuterRef, Prefetch

from classroom.models import Assignment, AssignmentQuerySet, Sitting
from quiz.models import Attempt, QuestionSet

INK, PAPER = "#1c1a17", "#ffffff"  # of a code, in either theme: cameras want them so
CARDS = 8  # on a sheet


@dataclass(frozen=True)
class Handed:
    """An assignment, as the desk shows it."""

    assignment: Assignment
    state: str  # open, waiting or closed
    started: int
    finished: int


def handed(question_set: QuestionSet, teacher: Any, now: dt.datetime) -> list[Handed]:
    """Those the teacher sees, the last one first."""
    own = Assignment.objects.set_by(teacher).filter(question_set=question_set)
    found = list(own.select_related("school_class", "question_set"))
    started = Counter(_assignments(Sitting.objects.filter(assignment__in=found)))
    finished = Counter(
        Attempt.objects.finished()
        .filter(sitting__assignment__in=found)
        .values_list("sitting__assignment", flat=True)
    )
    return [
        Handed(one, state(one, now), started[one.pk], finished[one.pk]) for one in found
    ]


def with_given(sets: Any, teacher: Any) -> Any:
    """Adds to whom each was given, as far as the teacher sees it, and whether that is all."""
    seen = Assignment.objects.set_by(teacher)
    return sets.annotate(
        is_elsewhere=Exists(_elsewhere(teacher).filter(question_set=OuterRef("pk")))
    ).prefetch_related(Prefetch("assignments", seen.select_related("school_class")))


def is_elsewhere(question_set: QuestionSet, teacher: Any) -> bool:
    """Whether it is with a class the teacher does not teach, or no longer."""
    return _elsewhere(teacher).filter(question_set=question_set).exists()


def _elsewhere(teacher: Any) -> AssignmentQuerySet:
    seen = Assignment.objects.set_by(teacher).order_by()
    return Assignment.objects.exclude(pk__in=seen.values("pk"))


def _assignments(sittings: Iterable[Sitting]) -> list[int]:
    return [sitting.assignment_id for sitting in sittings]


def state(assignment: Assignment, now: dt.datetime) -> str:
    if assignment.is_closed(now):
        return "closed"
    return "open" if assignment.is_open(now) else "waiting"


def qr(address: str) -> bytes:
    """The address as a QR code, as an SVG."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", scale=8, border=3, dark=INK, light=PAPER, title="QR code"
    )
    return out.getvalue()
