"""What a learner is likely to recall on a day to come, and what some minutes now change.

What was never met counts as not known. The minutes go to the sides that gain most a
second, by what FSRS expects once they have been asked.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from quiz import memory, scoring
from quiz.models import Learner, Memory, Topic
from quiz.recall import pace, spacing, standing
from quiz.review import rails, reviewing
from quiz.review.grasp import Grasp, Key
from quiz.review.picking import Picker, Shelf, shows
from quiz.review.rails import Rails, Share
from quiz.review.sessions import MINUTE, Filling, Session, Why

MINUTES = 20


@dataclass(frozen=True)
class TopicForecast:
    """How much of a topic is recalled on the day: as things are, and after the session."""

    label: str
    sides: int
    met: int
    before: float  # sides expected to be recalled
    after: float

    @property
    def percent(self) -> int:
        return scoring.percent(self.before, self.sides)

    @property
    def percent_after(self) -> int:
        return scoring.percent(self.after, self.sides)

    @property
    def words(self) -> str:
        if self.percent == self.percent_after:
            return f"{self.percent}%"
        return f"{self.percent}% → {self.percent_after}%"


@dataclass(frozen=True)
class Forecast:
    topics: list[TopicForecast]
    session: Session

    @property
    def minutes(self) -> int:
        """What the session takes; that its last question may run over is no matter."""
        return min(self.session.minutes, MINUTES)

    @property
    def whole(self) -> TopicForecast:
        """All topics as one."""
        parts = self.topics
        return TopicForecast(
            label="Everything",
            sides=sum(part.sides for part in parts),
            met=sum(part.met for part in parts),
            before=sum(part.before for part in parts),
            after=sum(part.after for part in parts),
        )

    @property
    def chart(self) -> Rails:
        return rails.rails(
            Share(part.label, part.words, part.percent, to=part.percent_after)
            for part in self.topics
        )


def forecast(
    learner: Learner | None,
    on: dt.date,
    day: dt.date,
    secret: frozenset[str] = frozenset(),
) -> Forecast:
    """For every topic with something to ask. Asked twice on one day, the same session."""
    seed = seed_for(on, day)
    shelf, brought = reviewing.read(learner, on, seed=seed, minutes=0, secret=secret)
    facts = standing.facts().values()
    topics = {(fact.claim, side): fact.topic for fact in facts for side in fact.sides}
    return foresee(topics, shelf, brought, day)


def foresee(
    topics: Mapping[Key, str], shelf: Shelf, brought: Grasp, day: dt.date
) -> Forecast:
    """The same from values: the topic of each side, and what may be asked of it."""
    now = {key: _recall(brought.memories.get(key), day) for key in topics}
    then = {key: _once_asked(brought.memories.get(key), brought.on, day) for key in now}
    gains = {key: then[key] - now[key] for key in now}
    session = _session(shelf, brought, gains, seed_for(brought.on, day))
    after = now | {key: then[key] for key in _shown(session, brought) if key in now}
    return Forecast(_by_topic(topics, brought, now, after), session)


def seed_for(on: dt.date, day: dt.date) -> int:
    return on.toordinal() * 10**7 + day.toordinal()


def _session(
    shelf: Shelf, brought: Grasp, gains: Mapping[Key, float], seed: int
) -> Session:
    """Those minutes, on what gains most a second as it would be asked first."""
    picker = Picker(shelf, brought, Random(seed))
    rates: dict[Key, float] = {}
    for key in sorted(gains):
        first = picker.pick(key)
        if first and gains[key] > 0:
            rates[key] = gains[key] / pace.TYPICAL[first.format]
    keys = sorted(rates)
    picker.dice.shuffle(keys)
    keys.sort(key=rates.__getitem__, reverse=True)
    filling = Filling(picker, MINUTES * MINUTE)
    filling.fill(iter(keys), Why.GAINING)
    return filling.session()


def _shown(session: Session, brought: Grasp) -> Iterable[Key]:
    for candidate in session.asked:
        for key in candidate.sides:
            if shows(candidate, brought.memories.get(key)):
                yield key


def _by_topic(
    topics: Mapping[Key, str],
    brought: Grasp,
    now: Mapping[Key, float],
    after: Mapping[Key, float],
) -> list[TopicForecast]:
    keys: dict[str, list[Key]] = defaultdict(list)
    for key, topic in topics.items():
        keys[topic].append(key)
    return [
        TopicForecast(
            label=str(label),
            sides=len(own),
            met=sum(key in brought.memories for key in own),
            before=sum(now[key] for key in own),
            after=sum(after[key] for key in own),
        )
        for topic, label in Topic.choices
        if (own := keys.get(topic))
    ]


def _recall(own: Memory | None, day: dt.date) -> float:
    return spacing.recall(memory.trace_of(own), day) or 0.0


def _once_asked(own: Memory | None, on: dt.date, day: dt.date) -> float:
    return _foreseen(memory.trace_of(own), on, day)


@lru_cache(maxsize=1000)
def _foreseen(trace: spacing.Trace | None, on: dt.date, day: dt.date) -> float:
    return spacing.once_asked(trace, on, by=day)
