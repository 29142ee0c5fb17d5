"""Minds whose forgetting is known, because it is made up here. Days are numbers.

No two kinds forget by one law, and only one by that of FSRS. Whatever is met is told
right or wrong and explained, so that each meeting teaches: what was forgotten is held
at least as well as on the first day. A second meeting on one day adds nothing.
"""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, sqrt
from typing import Any

from fsrs import Card, Rating, Scheduler, State
from fsrs.scheduler import DEFAULT_PARAMETERS

from quiz.models import Side
from tests.bench.memory.catalogue import Key

MIDNIGHT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
SHORTEST, LONGEST = 0.05, 20_000.0  # days


@dataclass(frozen=True)
class Thing:
    """What makes one side hard or easy, for everybody alike."""

    hardness: float = 0.0  # on the logistic scale: how few know it beforehand
    ease: float = 1.0  # how many times as long it lasts


class Mind(ABC):
    """What one learner truly remembers."""

    def __init__(self, things: Mapping[Key, Thing], ability: float = 0.0) -> None:
        self._things = things
        self._ability = ability
        self._held: dict[Key, tuple[int, Any]] = {}  # the day it was met, its strength

    def recall(self, key: Key, day: int) -> float:
        """How likely it is recalled on that day; who knows the date knows the year."""
        claim, side = key
        whole = claim, Side.DAY.value
        if side == Side.YEAR and whole in self._held:
            return max(self._recall(key, day), self._recall(whole, day))
        return self._recall(key, day)

    def _recall(self, key: Key, day: int) -> float:
        if key not in self._held:
            return 1 / (1 + exp(self._things[key].hardness - self._ability))
        met, strength = self._held[key]
        return self.kept(strength, day - met)

    def meet(self, key: Key, day: int, *, recalled: bool) -> None:
        thing = self._things[key]
        if key not in self._held:
            self._held[key] = day, self.first(thing, recalled=recalled)
            return
        met, strength = self._held[key]
        if met < day:
            after = self.after(strength, day - met, thing, recalled=recalled)
            self._held[key] = day, after

    @abstractmethod
    def first(self, thing: Thing, *, recalled: bool) -> Any:
        """How strong it is after the first meeting."""

    @abstractmethod
    def kept(self, strength: Any, days: int) -> float:
        """How likely it is recalled so many days after it was met."""

    @abstractmethod
    def after(self, strength: Any, days: int, thing: Thing, *, recalled: bool) -> Any:
        """How strong it is after another meeting."""


class Perfect(Mind):
    """Keeps for ever what was met once."""

    def first(self, thing: Thing, *, recalled: bool) -> None:
        return None

    def kept(self, strength: None, days: int) -> float:
        return 1.0

    def after(self, strength: None, days: int, thing: Thing, *, recalled: bool) -> None:
        return None


class Fsrs(Mind):
    """Forgets as FSRS-6 says, with parameters of its own; a strength is its two numbers."""

    def __init__(
        self,
        things: Mapping[Key, Thing],
        ability: float = 0.0,
        parameters: Sequence[float] = DEFAULT_PARAMETERS,
    ) -> None:
        super().__init__(things, ability)
        self._scheduler = Scheduler(parameters, learning_steps=(), relearning_steps=())

    def first(self, thing: Thing, *, recalled: bool) -> tuple[float, float]:
        card = Card(card_id=0, due=MIDNIGHT)
        stability, difficulty = self._review(card, 0, recalled=recalled)
        return stability * thing.ease, difficulty

    def kept(self, strength: tuple[float, float], days: int) -> float:
        day = MIDNIGHT + dt.timedelta(days)
        return self._scheduler.get_card_retrievability(_card(*strength), day)

    def after(
        self, strength: tuple[float, float], days: int, thing: Thing, *, recalled: bool
    ) -> tuple[float, float]:
        return self._review(_card(*strength), days, recalled=recalled)

    def _review(self, card: Card, days: int, *, recalled: bool) -> tuple[float, float]:
        rating = Rating.Good if recalled else Rating.Again
        day = MIDNIGHT + dt.timedelta(days)
        card, _ = self._scheduler.review_card(card, rating, day)
        assert card.stability is not None
        assert card.difficulty is not None
        return card.stability, card.difficulty


def _card(stability: float, difficulty: float) -> Card:
    return Card(
        card_id=0,
        state=State.Review,
        stability=stability,
        difficulty=difficulty,
        due=MIDNIGHT,
        last_review=MIDNIGHT,
    )


@dataclass
class HalfLife(Mind):
    """Halves in a time that each success multiplies and each failure divides."""

    things: Mapping[Key, Thing]
    ability: float
    start: float  # days in which a new thing is half forgotten
    growth: float
    loss: float

    def __post_init__(self) -> None:
        super().__init__(self.things, self.ability)

    def first(self, thing: Thing, *, recalled: bool) -> float:
        return _within(self.start * thing.ease * (self.growth if recalled else 1))

    def kept(self, strength: float, days: int) -> float:
        return 2 ** (-days / strength)

    def after(
        self, strength: float, days: int, thing: Thing, *, recalled: bool
    ) -> float:
        if recalled:
            return _within(strength * self.growth)
        return max(strength / self.loss, self.first(thing, recalled=False))


@dataclass
class Power(Mind):
    """Forgets fast, then slowly; what was nearly forgotten gains most by a success."""

    things: Mapping[Key, Thing]
    ability: float
    start: float  # days, after which a new thing is fading fast
    growth: float
    loss: float
    steepness: float

    def __post_init__(self) -> None:
        super().__init__(self.things, self.ability)

    def first(self, thing: Thing, *, recalled: bool) -> float:
        return _within(self.start * thing.ease * (self.growth if recalled else 1))

    def kept(self, strength: float, days: int) -> float:
        return (1 + days / strength) ** -self.steepness

    def after(
        self, strength: float, days: int, thing: Thing, *, recalled: bool
    ) -> float:
        if not recalled:
            return max(strength / self.loss, self.first(thing, recalled=False))
        faded = 1 - self.kept(strength, days)
        return _within(strength * (1 + self.growth * sqrt(faded * thing.ease)))


def _within(days: float) -> float:
    return min(max(days, SHORTEST), LONGEST)
