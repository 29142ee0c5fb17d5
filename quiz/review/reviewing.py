"""Today's review for a learner: what the page says of it, and what is asked."""

import datetime as dt
from dataclasses import dataclass

from quiz import selection
from quiz.choosing import lots
from quiz.models import Learner, Question
from quiz.review import grasp, sessions
from quiz.review.grasp import Grasp
from quiz.review.picking import Shelf, shelved, shows
from quiz.review.sessions import Session, Why

MINUTES = (5, 10, 20)
ROOMY = 10  # minutes, from which there is room for a long question


@dataclass(frozen=True)
class Outlook:
    """What a day holds, before any of it is asked. How much is overdue is not told."""

    has_met: bool  # anything, ever
    minutes: int  # that what is due fills, at most the longest session
    has_new: bool
    next_on: dt.date | None  # when something comes back, if nothing is due

    @property
    def is_full(self) -> bool:
        """Whether what is due fills the longest session."""
        return self.minutes >= MINUTES[-1]

    @property
    def best(self) -> int:
        """The shortest session that holds all that is due, or else the middle one."""
        return next((m for m in MINUTES if m >= self.minutes), MINUTES[1])


def outlook(
    learner: Learner | None, on: dt.date, secret: frozenset[str] = frozenset()
) -> Outlook:
    if learner is None:
        return Outlook(has_met=False, minutes=0, has_new=True, next_on=None)
    shelf, brought = read(learner, on, seed=0, minutes=MINUTES[-1], secret=secret)
    due, new = (
        sessions.session(shelf, brought, minutes=MINUTES[-1], seed=0, of=[why])
        for why in (Why.DUE, Why.NEW)
    )
    return Outlook(
        has_met=bool(brought.memories or secret),
        minutes=due.minutes,
        has_new=bool(new.asked),
        next_on=None if due.asked else _next_on(shelf, brought),
    )


def today(
    learner: Learner,
    on: dt.date,
    *,
    minutes: int,
    seed: int,
    secret: frozenset[str] = frozenset(),
) -> Session:
    """What to ask the learner that day."""
    shelf, brought = read(learner, on, seed=seed, minutes=minutes, secret=secret)
    return sessions.session(shelf, brought, minutes=minutes, seed=seed)


def read(
    learner: Learner | None,
    on: dt.date,
    *,
    seed: int,
    minutes: int,
    secret: frozenset[str] = frozenset(),
) -> tuple[Shelf, Grasp]:
    """All that may be asked, by side, and what the learner brings along.

    Of very many questions some, and those on what the learner has met.
    """
    brought = grasp.of(learner, on, secret)
    questions = Question.objects.active()
    some = lots.some(questions, length=minutes, seed=seed)
    if some is not None:
        met = {claim for claim, _ in brought.memories}
        questions = some | questions.filter(claim__in=met)
    candidates = selection.read(questions, with_sides=True)
    shelf = shelved(candidates, with_long=minutes >= ROOMY)
    return shelf, brought.facing(candidates)


def _next_on(shelf: Shelf, brought: Grasp) -> dt.date | None:
    """What is due but was asked or told today comes back tomorrow at the earliest."""
    tomorrow = brought.on + dt.timedelta(days=1)
    return min(
        (
            max(own.due_on, tomorrow)
            for key, own in brought.memories.items()
            if any(shows(candidate, own) for candidate in shelf.get(key, ()))
        ),
        default=None,
    )
