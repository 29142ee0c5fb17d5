"""Which answer counts, and how a memory moves by it; nothing here is read or stored."""

import datetime as dt

from quiz.models import Memory, Review
from quiz.recall import pace, spacing
from quiz.recall.spacing import AGAIN, GOOD, Trace

APART = dt.timedelta(hours=8)  # a night lies between; midnight alone is none
MANY = 4  # things answered together, from which on a right one among them may count

Effect = Review.Effect


def judge(
    review: Review,
    memory: Memory | None,
    *,
    known: float,
    among: int,
    is_told: bool = False,
) -> None:
    """Whether the evidence counts as a review, and as which.

    among: how many things were answered together. Wrong among others is met again
    tomorrow; right among others counts only if it was due, and among many.
    is_told: whether the claim was asked or told before on that day.
    """
    on, seconds = review.reviewed_on, review.seconds
    is_due = memory is not None and memory.stability is not None and memory.due_on <= on
    if seconds is not None and seconds < pace.shortest(review.format):
        review.effect = Effect.RAPID
    elif is_told or (memory is not None and memory.reviewed_on == on):
        review.effect = Effect.SAME_DAY
    elif among > 1 and not review.is_right:
        review.effect = Effect.PULLED
    elif among > 1 and not (is_due and among >= MANY):
        review.effect = Effect.AMONG
    else:
        review.effect = Effect.RATED
        review.rating = spacing.rating(
            is_right=review.is_right,
            known=1.0 if among > 1 else known,
            chance=review.chance,
            is_sure=review.is_sure,
        )


def moved(memory: Memory | None, review: Review) -> Memory | None:
    """The memory after the review, made if need be; None where nothing changes."""
    on = review.reviewed_on
    if review.effect == Effect.PULLED:
        tomorrow = on + dt.timedelta(days=1)
        memory = memory or _fresh(review, due_on=tomorrow)
        memory.due_on = min(memory.due_on, tomorrow)
        memory.is_sure_and_wrong = review.is_sure is True
    elif review.effect == Effect.RATED:
        assert review.rating is not None
        trace = spacing.after(trace_of(memory), review.rating, on)
        memory = memory or _fresh(review, due_on=trace.due_on)
        memory.stability, memory.difficulty = trace.stability, trace.difficulty
        memory.reviewed_on, memory.due_on = on, trace.due_on
        _count(memory, review)
        memory.reviewed_at = review.reviewed_at
    else:
        return None
    memory.last_format = review.format
    return memory


def trace_of(memory: Memory | None) -> Trace | None:
    """A memory as FSRS sees it; None where there was no review yet."""
    if memory is None or memory.stability is None:
        return None
    assert memory.difficulty is not None
    assert memory.reviewed_on is not None
    return Trace(memory.stability, memory.difficulty, memory.reviewed_on, memory.due_on)


def _fresh(review: Review, *, due_on: dt.date) -> Memory:
    return Memory(
        learner_id=review.learner_id,
        claim=review.claim,
        side=review.side,
        due_on=due_on,
    )


def _count(memory: Memory, review: Review) -> None:
    """The days in a row on which it was recalled; a lapse begins anew."""
    memory.is_sure_and_wrong = review.rating == AGAIN and review.is_sure is True
    if review.rating == AGAIN:
        memory.lapses += memory.streak > 0
        memory.streak, memory.held_since = 0, None
        return
    # What may be a guess proves nothing, nor does what was told just before midnight.
    memory.streak += review.rating == GOOD and _is_apart(memory, review)
    if memory.is_held and memory.held_since is None:
        memory.held_since = review.reviewed_on


def _is_apart(memory: Memory, review: Review) -> bool:
    """Whether the review comes hours after the one before it, if there was one."""
    last = memory.reviewed_at
    return last is None or review.reviewed_at - last >= APART
