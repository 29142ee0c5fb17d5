"""How many facts were known on days gone by, by replaying the reviews; values only."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from quiz import memory
from quiz.models import Review
from quiz.recall.standing import Fact

WEEK = 7
DAY = dt.timedelta(days=1)

Days = int  # a bit for each day asked about, the first lowest


@dataclass(frozen=True)
class Week:
    """Seven days from a Monday on; of the week we are in, those that have come."""

    first: dt.date
    last: dt.date

    @property
    def days(self) -> list[dt.date]:
        return [self.first + DAY * n for n in range((self.last - self.first).days + 1)]


def weeks(today: dt.date, count: int) -> list[Week]:
    """The latest weeks, the one that holds today last."""
    monday = today - DAY * today.weekday()
    firsts = [monday - DAY * WEEK * ago for ago in range(count - 1, 0, -1)]
    return [Week(first, first + DAY * (WEEK - 1)) for first in firsts] + [
        Week(monday, today)
    ]


def known_on(
    facts: Mapping[str, Fact], reviews: Iterable[Review], days: Sequence[dt.date]
) -> list[int]:
    """How many of the facts were known when each of the days ended.

    Reviews come side by side, each side's in the order they were given.
    """
    known: dict[str, dict[str, Days]] = defaultdict(dict)
    for (claim, side), own in groupby(reviews, lambda r: (r.claim, r.side)):
        if claim in facts and side in facts[claim].sides:
            known[claim][side] = _known(own, days)
    return [
        sum(_whole(facts[claim], sides) >> place & 1 for claim, sides in known.items())
        for place in range(len(days))
    ]


def _known(reviews: Iterable[Review], days: Sequence[dt.date]) -> Days:
    """On which of the days a side was held and not past its day."""
    stages = [(on, m.is_held, m.due_on) for on, m in memory.stages(reviews)]
    found = 0
    for place, day in enumerate(days):
        so_far = [stage for stage in stages if stage[0] <= day]
        if so_far and so_far[-1][1] and day <= so_far[-1][2]:
            found |= 1 << place
    return found


def _whole(fact: Fact, sides: Mapping[str, Days]) -> Days:
    """On which days all sides of a fact were known."""
    if len(sides) < len(fact.sides):
        return 0
    first, *others = sides.values()
    for other in others:
        first &= other
    return first
