"""A class over time: every pupil's mark at everything that was set to it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import fmean
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime

from classroom.models import Assignment, SchoolClass
from classroom.results import marks, pupils, sittings
from quiz import charts
from quiz.charts import Chart


@dataclass(frozen=True)
class BookLine:
    """A pupil's marks from 0 to 1, in the order of the assignments; None where none."""

    learner: UUID
    name: str
    marks: Sequence[float | None]

    @property
    def given(self) -> list[float]:
        return [mark for mark in self.marks if mark is not None]

    @property
    def done(self) -> int:
        return len(self.given)

    @property
    def mean(self) -> float | None:
        """Of what was done; what was not done yet is no nought."""
        return fmean(self.given) if self.given else None

    @property
    def mean_percent(self) -> int | None:
        return _percent(self.mean)

    @property
    def percents(self) -> list[int | None]:
        return [_percent(mark) for mark in self.marks]


@dataclass(frozen=True)
class Gradebook:
    """Oldest assignment first; those in the class, by name."""

    school_class: SchoolClass
    assignments: Sequence[Assignment]
    lines: Sequence[BookLine]

    @cached_property
    def means(self) -> list[float | None]:
        """Of each assignment."""
        columns = zip(*(line.marks for line in self.lines), strict=True)
        given = [[mark for mark in column if mark is not None] for column in columns]
        return [fmean(some) if some else None for some in given]

    @property
    def columns(self) -> list[tuple[Assignment, int | None]]:
        means = self.means or [None] * len(self.assignments)
        return [
            (one, _percent(mean))
            for one, mean in zip(self.assignments, means, strict=True)
        ]

    @property
    def chart(self) -> Chart | None:
        """The mean of the class, from quiz to quiz."""
        return chart([(one, mean) for one, mean in self.columns if mean is not None])


def of(
    school_class: SchoolClass, assignments: Sequence[Assignment], now: dt.datetime
) -> Gradebook:
    """As many queries for one assignment as for all."""
    found = sittings.of(assignments)
    columns = [
        {
            pupil.learner: pupil.mark
            for pupil in pupils.of_those_who_sat(found.get(one.pk, []), one.counts, now)
        }
        for one in assignments
    ]
    enrolled = school_class.enrolments.values_list("learner_id", "pseudonym")
    lines = [
        BookLine(learner, name, [column.get(learner) for column in columns])
        for learner, name in enrolled
    ]
    return Gradebook(school_class, assignments, lines)


def chart(means: Sequence[tuple[Assignment, int]]) -> Chart | None:
    return charts.line([(mean, _label(one, mean)) for one, mean in means])


def _label(assignment: Assignment, mean: int) -> str:
    day = date_format(localtime(assignment.created_at), "j F Y")
    return f"{assignment}, {day}: {mean}%"


def _percent(share: float | None) -> int | None:
    return None if share is None else marks.percent(share)
