"""Under what terms an attempt is played; whoever sets quizzes says so.

`quiz` knows no classes. The setting ATTEMPT_TERMS names the function that tells the
terms of an attempt, LEARNER_TERMS the one that tells those of all that a learner was
set, SET_IS_FREE the one that tells whether a set may be played without any, KEPT_ATTEMPTS
the one that tells which attempts cannot be deleted for the time being; what nobody has set is played without a clock, each answer told.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from quiz.models import Attempt, Learner, QuestionSet

GRACE = dt.timedelta(seconds=10)  # for an answer that was on its way at the deadline


class Tells(Enum):
    """When a learner is told what was right."""

    EACH = "each"
    END = "end"
    LATER = "later"  # from `told_from` on


@dataclass(frozen=True)
class Origin:
    """Where an attempt was set, so that the way leads back there."""

    name: str
    page: str


@dataclass(frozen=True)
class Terms:
    """What holds for one attempt. Times are aware; None means never or at once."""

    deadline: dt.datetime | None = None  # nothing is taken after it, but for GRACE
    tells: Tells = Tells.EACH
    told_from: dt.datetime | None = None
    wants_certainty: bool = False
    origin: Origin | None = None

    def is_past(self, now: dt.datetime) -> bool:
        """Whether nothing more is asked."""
        return self.deadline is not None and now >= self.deadline

    def is_shut(self, now: dt.datetime) -> bool:
        """Whether nothing more is taken."""
        return self.deadline is not None and now >= self.deadline + GRACE

    def tell(self, *, is_over: bool, now: dt.datetime) -> bool:
        """Whether what was answered may be told. Who is still at it is told nothing."""
        if self.tells == Tells.EACH:
            return True
        if self.tells == Tells.END:
            return is_over
        return is_over and (self.told_from is None or now >= self.told_from)


FREE = Terms()


def of(attempt: Attempt) -> Terms:
    """Worked out anew whenever asked, so that what changes holds for those under way."""
    terms: Terms = import_string(settings.ATTEMPT_TERMS)(attempt)
    return terms


def of_learner(learner: Learner) -> Mapping[UUID, Terms]:
    """The terms of every attempt that was set the learner, in few queries."""
    terms: Mapping[UUID, Terms] = import_string(settings.LEARNER_TERMS)(learner)
    return terms


def is_free(question_set: QuestionSet, now: dt.datetime) -> bool:
    """Whether whoever has a set's own link may play it, each answer told at once."""
    free: bool = import_string(settings.SET_IS_FREE)(question_set, now)
    return free


def kept(learner: Learner, now: dt.datetime) -> Collection[UUID]:
    """The attempts that deleting everything leaves, until what they were set for ends."""
    found: Collection[UUID] = import_string(settings.KEPT_ATTEMPTS)(learner, now)
    return found
