"""Memories and questions as values, for what is reckoned without a database."""

import datetime as dt
from itertools import count

from quiz.choosing.candidates import Candidate
from quiz.models import Memory
from quiz.review.grasp import Grasp
from tests.factories import NOW

TODAY = NOW.date()
KOSOVO = ("kosovo", "when.year")

_serial = count(1)


def days(number: int) -> dt.date:
    return TODAY + dt.timedelta(days=number)


def memory(*, key=KOSOVO, stability=2.3, streak=1, reviewed=-2, due=0, **fields):
    """Reviewed two days ago and due today, if nothing else is said."""
    is_reviewed = stability is not None
    return Memory(
        claim=key[0],
        side=key[1],
        stability=stability,
        difficulty=5.0 if is_reviewed else None,
        reviewed_on=days(reviewed) if is_reviewed else None,
        due_on=days(due),
        streak=streak,
        **fields,
    )


def grasp_of(*memories, skills=None, met=(), on=TODAY) -> Grasp:
    return Grasp(
        on=on,
        memories={(own.claim, own.side): own for own in memories},
        skills=skills or {},
        met=frozenset(met),
    )


def asking(*keys, format="choice", reveals=(), topic="relations", **fields):
    """A question that asks these sides."""
    return Candidate(
        pk=next(_serial),
        claim=keys[0][0],
        topic=topic,
        family=fields.pop("family", format),
        reveals=frozenset(reveals),
        claims=frozenset(claim for claim, _ in keys),
        format=format,
        sides=keys,
        **fields,
    )
