"""An assignment's results as one page needs them; everything is read here, once."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from classroom.models import Assignment
from classroom.results import answers as answering
from classroom.results import certainty, columns, grid, hardest, pupils, sittings
from classroom.results import spread as spreading
from classroom.results.answers import Answers
from classroom.results.columns import Column
from classroom.results.grid import Line
from classroom.results.hardest import Hard
from classroom.results.marks import Sat
from classroom.results.pupils import Pupil
from classroom.results.spread import Spread
from quiz import durations
from quiz.models import Question


@dataclass(frozen=True)
class Overview:
    """`answers` are those of every attempt, `pupils` those of the paper looked at."""

    assignment: Assignment
    pupils: Sequence[Pupil]
    answers: Answers
    papers: Sequence[str]

    @cached_property
    def states(self) -> Counter[str]:
        return Counter(pupil.state for pupil in self.pupils)

    @cached_property
    def counted(self) -> list[Sat]:
        return [sat for pupil in self.pupils for sat in pupil.counted]

    @cached_property
    def shown(self) -> list[Sat]:
        return [sat for pupil in self.pupils for sat in pupil.shown]

    @cached_property
    def spread(self) -> Spread | None:
        found = [pupil.mark for pupil in self.pupils]
        return spreading.of([mark for mark in found if mark is not None])

    @cached_property
    def took_in_words(self) -> str:
        """The middle one of the times taken; empty where none is known."""
        times = [sat.took.total_seconds() for sat in self.counted if sat.took]
        return durations.in_words(dt.timedelta(seconds=median(times))) if times else ""

    @cached_property
    def is_shared(self) -> bool:
        return columns.are_shared(self.shown, self.answers)

    @cached_property
    def columns(self) -> list[Column]:
        read = columns.of_questions if self.is_shared else columns.of_places
        counted = {sat.pk for sat in self.counted}
        running = [sat for sat in self.shown if sat.pk not in counted]
        return read(self.counted, running, self.answers)

    @cached_property
    def heads(self) -> list[tuple[Column, str]]:
        """The columns, with the keys of the questions they stand for."""
        keys = [column.key for column in self.columns] if self.is_shared else []
        found = dict(Question.objects.filter(pk__in=keys).values_list("pk", "key"))
        return [(column, found.get(column.key, "")) for column in self.columns]

    @cached_property
    def hardest(self) -> list[Hard]:
        return hardest.of(
            self.assignment, self.counted, self.answers, shared=self.is_shared
        )

    def lines(self, some: Sequence[Pupil]) -> list[Line]:
        return [
            grid.line(
                pupil,
                self.columns,
                self.answers,
                code=self.assignment.code,
                by_place=not self.is_shared,
            )
            for pupil in some
        ]

    def certainty(self, pupil: Pupil) -> float | None:
        return certainty.of(pupil.counted, self.answers)


def of(
    assignment: Assignment, now: dt.datetime, *, counts: str = "", paper: str = ""
) -> Overview:
    """With other attempts counted, or one paper alone, where that is asked for."""
    sats = sittings.of([assignment])[assignment.pk]
    everybody = pupils.of(assignment, sats, now, counts)
    if paper:
        everybody = [
            pupil for pupil in everybody if pupil.latest and pupil.latest.paper == paper
        ]
    return Overview(
        assignment=assignment,
        pupils=everybody,
        answers=answering.of(assignment),
        papers=sorted({sat.paper for sat in sats if sat.paper}),
    )
