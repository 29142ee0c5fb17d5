"""Memories and facts for tests of what follows from them."""

import datetime as dt

from quiz.models import Learner, Memory
from quiz.recall.standing import Fact
from tests.factories import NOW, make_question

TODAY = NOW.date()
DAY = dt.timedelta(days=1)
TOMORROW, YESTERDAY = TODAY + DAY, TODAY - DAY


def fact(claim: str, *sides: str, topic: str = "relations") -> Fact:
    return Fact(claim, topic, frozenset(sides or ("who",)))


def memory(claim: str, side: str = "who", **fields) -> Memory:
    """One held since yesterday and due tomorrow; not stored."""
    defaults = {"streak": 2, "held_since": YESTERDAY, "due_on": TOMORROW}
    return Memory(claim=claim, side=side, **defaults | fields)


def make_memory(learner: Learner, claim: str, side: str = "who", **fields) -> Memory:
    made = memory(claim, side, learner=learner, **fields)
    made.save()
    return made


def make_askable(claim: str, *sides: str, **fields):
    """A question that asks the claim by itself, and so makes a fact of it."""
    asked = [[claim, side] for side in sides or ("who",)]
    return make_question(claim=claim, sides=asked, **fields)
