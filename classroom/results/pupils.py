"""Everybody an assignment was set to, with their attempts and their mark."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from classroom.models import Assignment, SchoolClass
from classroom.results import marks
from classroom.results.marks import Sat


@dataclass(frozen=True)
class Pupil:
    """One line of the results. A pupil without attempts has not begun."""

    learner: UUID
    name: str
    is_enrolled: bool = False  # in the class, where it was set to one
    sats: tuple[Sat, ...] = ()
    counted: tuple[Sat, ...] = ()  # those that make up the mark
    under_way: Sat | None = None

    @property
    def mark(self) -> float | None:
        return marks.mark(self.counted)

    @property
    def percent(self) -> int | None:
        return None if self.mark is None else marks.percent(self.mark)

    @property
    def state(self) -> str:
        if self.counted:
            return "done"
        return "begun" if self.sats else "waiting"

    @property
    def shown(self) -> tuple[Sat, ...]:
        """The attempts whose answers are looked at: those that count, or the running."""
        return self.counted or self.sats[-1:]

    @property
    def latest(self) -> Sat | None:
        return self.shown[-1] if self.shown else None

    @property
    def is_cut_short(self) -> bool:
        """Whether the time was up before all was answered."""
        return any(not sat.is_finished for sat in self.counted)


def of(
    assignment: Assignment, sats: Iterable[Sat], now: dt.datetime, counts: str = ""
) -> list[Pupil]:
    """By name; the class first, then who sat it without being in it."""
    counts = counts or assignment.counts
    others = {pupil.learner: pupil for pupil in of_those_who_sat(sats, counts, now)}
    inside = [
        replace(others.pop(learner, Pupil(learner, name)), name=name, is_enrolled=True)
        for learner, name in _names(assignment.school_class)
    ]
    return inside + sorted(others.values(), key=lambda pupil: pupil.name.casefold())


def of_those_who_sat(sats: Iterable[Sat], counts: str, now: dt.datetime) -> list[Pupil]:
    """Whoever they are, in the order they first sat it."""
    by_learner: dict[UUID, list[Sat]] = defaultdict(list)
    for sat in sats:
        by_learner[sat.learner].append(sat)
    return [_pupil(own, counts, now) for own in by_learner.values()]


def _names(school_class: SchoolClass | None) -> list[tuple[UUID, str]]:
    if school_class is None:
        return []
    return list(school_class.enrolments.values_list("learner_id", "pseudonym"))


def _pupil(sats: Sequence[Sat], counts: str, now: dt.datetime) -> Pupil:
    running = [sat for sat in sats if not sat.is_over(now)]
    return Pupil(
        learner=sats[-1].learner,
        name=sats[-1].name,
        sats=tuple(sats),
        counted=tuple(marks.counted(sats, counts, now)),
        under_way=running[-1] if running else None,
    )
