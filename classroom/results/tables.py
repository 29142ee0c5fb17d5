"""Rows of the smaller tables: what was set, and what was objected to."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from django.db.models import Count, F
from django.db.models.functions import Coalesce

from classroom.models import Assignment, SchoolClass
from classroom.results import marks, pupils, sittings
from classroom.results.grid import Line
from classroom.results.marks import Sat
from classroom.results.overview import Overview
from quiz.models import DisputeQuerySet


@dataclass(frozen=True)
class Progress:
    """How far an assignment has got."""

    assignment: Assignment
    is_open: bool
    expected: int | None  # in the class; None where whoever has the link may come
    begun: int
    done: int
    mean: int | None  # per cent


def progress(assignments: Iterable[Assignment], now: dt.datetime) -> list[Progress]:
    """A row for each, in as many queries for one as for twenty."""
    some = list(assignments)
    found, sizes = sittings.of(some), _sizes(some)
    return [_progress(one, found.get(one.pk, []), sizes, now) for one in some]


def _progress(
    assignment: Assignment,
    sats: Sequence[Sat],
    sizes: Mapping[int, int],
    now: dt.datetime,
) -> Progress:
    everybody = pupils.of_those_who_sat(sats, assignment.counts, now)
    shares = [pupil.mark for pupil in everybody if pupil.mark is not None]
    return Progress(
        assignment=assignment,
        is_open=assignment.is_open(now),
        expected=sizes.get(assignment.school_class_id or 0),
        begun=len(everybody),
        done=len(shares),
        mean=marks.percent(fmean(shares)) if shares else None,
    )


def _sizes(assignments: Iterable[Assignment]) -> dict[int, int]:
    classes = {one.school_class_id for one in assignments}
    counted = SchoolClass.objects.filter(pk__in=classes).order_by()
    return dict(counted.annotate(n=Count("enrolments")).values_list("pk", "n"))


def with_certainty(found: Overview, lines: Sequence[Line]) -> Sequence[Line]:
    if not found.assignment.marks_certainty:
        return lines
    return [replace(one, certainty=found.certainty(one.pupil)) for one in lines]


def disputes(filed: DisputeQuerySet) -> DisputeQuerySet:
    """Those that wait first, then by what happened last, each with who said it."""
    return filed.select_related(
        "item__attempt__learner__user", "item__attempt__sitting__enrolment"
    ).order_by(
        F("answered_at").asc(nulls_first=True),
        Coalesce("answered_at", "made_at").desc(),
    )
