"""An assignment as one pupil meets it: what it asks, whether it can be begun, what came
of it.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from classroom.models import Assignment, SchoolClass, Sitting
from classroom.sitting import starting, terms
from quiz import scoring
from quiz.models import Learner


class State(StrEnum):
    """What can be done with it now."""

    DRAFT = "draft"
    ARCHIVED = "archived"
    COMING = "coming"
    UNDER_WAY = "under-way"
    OPEN = "open"
    USED_UP = "used-up"
    CLOSED = "closed"


REFUSED: dict[type[starting.SittingRefused] | None, State] = {
    starting.NotReady: State.DRAFT,
    starting.Archived: State.ARCHIVED,
    starting.NotOpenYet: State.COMING,
    starting.Closed: State.CLOSED,
    starting.NoAttemptsLeft: State.USED_UP,
    None: State.OPEN,
}


@dataclass(frozen=True)
class Invitation:
    """Wants sittings `with_scores`, oldest first, and how much time the learner has."""

    assignment: Assignment
    sittings: list[Sitting]
    extra: int  # in hundredths
    now: dt.datetime

    @property
    def going(self) -> Sitting | None:
        return starting.under_way(self.assignment, self.sittings, self.extra, self.now)

    @property
    def state(self) -> State:
        if self.going:
            return State.UNDER_WAY
        return REFUSED[starting.refused(self.assignment, len(self.sittings), self.now)]

    @property
    def is_open(self) -> bool:
        return self.state in (State.OPEN, State.UNDER_WAY)

    @property
    def minutes(self) -> int | None:
        """The time limit as it is for this learner."""
        return terms.minutes(self.assignment, self.extra)

    @property
    def ends_early(self) -> bool:
        """Whether the closing would cut short who began now."""
        begun_now = terms.due(self.assignment, self.now, self.extra)
        closing = self.assignment.closes_at
        return (
            self.minutes is not None
            and begun_now is not None
            and (begun_now == closing)
        )

    @property
    def number(self) -> int:
        """Which attempt the next would be."""
        return len(self.sittings) + 1

    @property
    def over(self) -> list[Sitting]:
        return [one for one in self.sittings if one != self.going]

    @property
    def points(self) -> str:
        """The score that counts, once it is told; empty before."""
        told = [one.attempt for one in self.over if self._tells(one)]
        if not told or len(told) < len(self.over):
            return ""
        scores = [attempt.score for attempt in told]
        counted = {
            Assignment.Counts.FIRST: scores[0],
            Assignment.Counts.LAST: scores[-1],
            Assignment.Counts.BEST: max(scores),
            Assignment.Counts.AVERAGE: sum(scores) / len(scores),
        }
        points = scoring.points(counted[Assignment.Counts(self.assignment.counts)])
        return f"{points} of {told[0].length}"

    def _tells(self, one: Sitting) -> bool:
        own = terms.on(self.assignment, one.attempt.started_at, self.extra)
        is_complete = one.attempt.answered == one.attempt.length
        return own.tell(is_over=is_complete or own.is_shut(self.now), now=self.now)


def of(assignment: Assignment, learner: Learner | None, now: dt.datetime) -> Invitation:
    made = assignment.sittings.made_by(learner).with_scores()
    return Invitation(assignment, [*made], _extra(learner), now)


def to_class(
    school_class: SchoolClass, learner: Learner | None, now: dt.datetime
) -> list[Invitation]:
    """Everything set to the class, the latest first, in a fixed number of queries."""
    made: dict[int, list[Sitting]] = defaultdict(list)
    sittings = Sitting.objects.made_by(learner).with_scores()
    for one in sittings.filter(assignment__school_class=school_class):
        made[one.assignment_id].append(one)
    extra = _extra(learner)
    assignments = school_class.assignments.select_related(
        "question_set", "school_class"
    )
    found = [Invitation(one, made[one.pk], extra, now) for one in assignments]
    return [one for one in found if one.state != State.DRAFT]


def _extra(learner: Learner | None) -> int:
    return terms.hundredths(learner.pk) if learner else terms.AS_SET
