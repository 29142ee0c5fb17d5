"""What a pupil earned at an assignment: the only place where marks are worked out.

An attempt counts once it is over: finished, or its time is up, what is open then being
worth nothing. Which of several attempts count, the assignment says.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from classroom.models import Assignment
from quiz import durations, scoring
from quiz.terms import GRACE

Counts = Assignment.Counts


@dataclass(frozen=True)
class Sat:
    """One attempt at an assignment, as far as marks are concerned."""

    pk: int  # of the sitting
    attempt: UUID
    learner: UUID
    name: str
    paper: str  # its letter, where there are papers
    started_at: dt.datetime
    last_answer_at: dt.datetime | None
    length: int
    answered: int
    score: float
    deadline: dt.datetime | None

    @property
    def share(self) -> float:
        """From 0 to 1, of all that could be earned."""
        return self.score / self.length

    @property
    def points(self) -> str:
        return scoring.points(self.score)

    @property
    def percent(self) -> int:
        return percent(self.share)

    @property
    def took(self) -> dt.timedelta | None:
        """From the start to the last answer."""
        return self.last_answer_at - self.started_at if self.last_answer_at else None

    @property
    def took_in_words(self) -> str:
        return durations.in_words(self.took) if self.took else ""

    @property
    def is_finished(self) -> bool:
        return self.answered == self.length

    def is_over(self, now: dt.datetime) -> bool:
        is_late = self.deadline is not None and now >= self.deadline + GRACE
        return self.is_finished or is_late


def counted(sats: Sequence[Sat], counts: str, now: dt.datetime) -> list[Sat]:
    """Those of one pupil's attempts, oldest first, that make up the mark.

    The first is the first begun: nobody gets another by not finishing it.
    """
    over = [sat for sat in sats if sat.is_over(now)]
    match counts:
        case Counts.FIRST:
            return [sat for sat in sats[:1] if sat in over]
        case Counts.BEST:
            return [max(over, key=lambda sat: sat.share)] if over else []
        case Counts.LAST:
            return over[-1:]
        case Counts.AVERAGE:
            return over
    raise ValueError(counts)


def mark(sats: Sequence[Sat]) -> float | None:
    """From 0 to 1, of the attempts that count; None where none does yet."""
    return sum(sat.share for sat in sats) / len(sats) if sats else None


def percent(share: float) -> int:
    """As a mark is read: rounded half up."""
    return int(100 * share + 0.5 + 1e-9)
