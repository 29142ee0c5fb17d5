"""How far a learner has come, topic by topic and week by week; values only."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from quiz import scoring
from quiz.models import Review, Topic
from quiz.recall import past
from quiz.recall.past import Week
from quiz.recall.standing import Fact, Standing, State
from quiz.scoring import Given, Share

WEEKS = 12
PITCH = 24  # from one day to the next in their picture
ORDER = (State.KNOWN, State.FADING, State.LEARNING, State.NEW)
LABELS = {str(topic): topic.label for topic in Topic}


@dataclass(frozen=True)
class Part:
    """A stretch of a bar a hundred wide."""

    state: str
    count: int
    start: float
    width: float


@dataclass(frozen=True)
class Tally:
    """How many facts are known, fading, being learnt and new."""

    label: str
    counts: Mapping[State, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def known(self) -> int:
        return self.counts[State.KNOWN]

    @property
    def is_begun(self) -> bool:
        return self.counts[State.NEW] < self.total

    @property
    def parts(self) -> list[Part]:
        made, start = [], 0.0
        for state in ORDER:
            width = round(100 * self.counts[state] / (self.total or 1), 2)
            made.append(Part(str(state), self.counts[state], round(start, 2), width))
            start += width
        return made


@dataclass(frozen=True)
class WeekRow:
    """One of the latest weeks: its days, whether one answered, what was known then."""

    week: Week
    played: tuple[bool, ...]  # of its days, as far as they have come
    known: int

    @property
    def days(self) -> int:
        return sum(self.played)


@dataclass(frozen=True)
class Dot:
    """A day in the picture of the weeks."""

    x: int
    y: int
    is_on: bool


@dataclass(frozen=True)
class Accuracy:
    """What was right on a topic when first asked, and when asked again."""

    label: str
    first: Share
    later: Share | None


def by_topic(standings: Iterable[Standing]) -> list[Tally]:
    """A tally of each topic with a fact, in the order of topics."""
    found: dict[str, Counter[State]] = {}
    for standing in standings:
        found.setdefault(standing.fact.topic, Counter())[standing.state] += 1
    return [
        Tally(label, found[topic]) for topic, label in LABELS.items() if topic in found
    ]


def together(tallies: Iterable[Tally]) -> Tally:
    counts: Counter[State] = Counter()
    for tally in tallies:
        counts.update(tally.counts)
    return Tally("Everything", counts)


def week_by_week(
    facts: Mapping[str, Fact],
    reviews: Iterable[Review],
    played: Collection[dt.date],
    today: dt.date,
) -> list[WeekRow]:
    """The latest weeks. Reviews come side by side, each side's in order."""
    weeks = past.weeks(today, WEEKS)
    known = past.known_on(facts, reviews, [week.last for week in weeks])
    return [
        WeekRow(week, tuple(day in played for day in week.days), count)
        for week, count in zip(weeks, known, strict=True)
    ]


def dots(weeks: Sequence[WeekRow]) -> list[Dot]:
    """A column for each week, Monday on top; days to come are left out."""
    return [
        Dot(column * PITCH, row * PITCH, is_on)
        for column, week in enumerate(weeks)
        for row, is_on in enumerate(week.played)
    ]


def accuracy(answers: Sequence[Given]) -> list[Accuracy]:
    """First and later answers apart, of each topic that was asked."""
    firsts, laters = scoring.first_and_later(answers)
    later = {share.label: share for share in scoring.shares(laters, LABELS)}
    return [
        Accuracy(share.label, share, later.get(share.label))
        for share in scoring.shares(firsts, LABELS)
    ]
