"""How memory grows and fades, by FSRS; values only, in whole days.

The package counts 24 hours as a day; for a learner tomorrow morning is another day
than this evening. So it is given days at midnight.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache

from fsrs import Card, Rating, Scheduler, State

RETENTION = 0.9  # recall to be expected when a side is due
LONGEST = 365  # days until something known is asked again
SURELY_KNOWN = 0.8  # chance that a right answer was known, not guessed

AGAIN, HARD, GOOD = Rating.Again.value, Rating.Hard.value, Rating.Good.value


@dataclass(frozen=True)
class Trace:
    """What FSRS holds of one side: stability in days, difficulty from 1 to 10."""

    stability: float
    difficulty: float
    reviewed_on: dt.date
    due_on: dt.date

    @property
    def interval(self) -> int:
        """Days from the last review to the next."""
        return (self.due_on - self.reviewed_on).days


@cache
def scheduler() -> Scheduler:
    """FSRS-6 with its published parameters, and without its hidden chance."""
    return Scheduler(
        desired_retention=RETENTION,
        learning_steps=(),
        relearning_steps=(),
        maximum_interval=LONGEST,
        enable_fuzzing=False,
    )


def after(trace: Trace | None, rating: int, on: dt.date) -> Trace:
    """The trace once the side has been reviewed on that day."""
    card, _ = scheduler().review_card(_card(trace), Rating(rating), _midnight(on))
    assert card.stability is not None
    assert card.difficulty is not None
    return Trace(card.stability, card.difficulty, on, card.due.date())


def recall(trace: Trace | None, on: dt.date) -> float | None:
    """How likely it is recalled on that day, from 0 to 1; None if never reviewed."""
    if trace is None:
        return None
    return scheduler().get_card_retrievability(_card(trace), _midnight(on))


def once_asked(trace: Trace | None, on: dt.date, *, by: dt.date) -> float:
    """How likely it is recalled by a later day if it is asked on the one given.

    What was never asked counts as unknown, and so as learnt from the feedback.
    """
    known = recall(trace, on) or 0.0
    right, wrong = (recall(after(trace, grade, on), by) for grade in (GOOD, AGAIN))
    assert right is not None
    assert wrong is not None
    return known * right + (1 - known) * wrong


def rating(
    *, is_right: bool, known: float, chance: float, is_sure: bool | None = None
) -> int:
    """An answer as FSRS's grade.

    known: how likely the side was known beforehand; chance: of being right blindly.
    A right answer that may well be a guess counts as hard; a wrong one never does,
    since hard is a pass.
    """
    if not is_right:
        return AGAIN
    if is_sure or known >= SURELY_KNOWN * (known + (1 - known) * chance):
        return GOOD
    return HARD


def _card(trace: Trace | None) -> Card:
    if trace is None:
        return Card(card_id=0, due=_midnight(dt.date.min))
    return Card(
        card_id=0,
        state=State.Review,
        stability=trace.stability,
        difficulty=trace.difficulty,
        due=_midnight(trace.due_on),
        last_review=_midnight(trace.reviewed_on),
    )


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
