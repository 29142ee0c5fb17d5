"""Learners drawn from three populations, with the days and minutes they give to it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import exp
from random import Random

from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)

from quiz.models import Side
from tests.bench.memory.catalogue import Key
from tests.bench.memory.minds import Fsrs, HalfLife, Mind, Power, Thing

Things = Mapping[Key, Thing]

MINUTES = (4, 6, 8, 10, 15)  # a day
MISSED = 14  # days in a row that everybody stays away once
OFTEN_AWAY = 0.15  # of the other days
SAYS_SURE = 1 / 3  # of the learners
WEEK = 7


@dataclass(frozen=True)
class Habits:
    """When and how somebody studies."""

    days: frozenset[int]
    seconds: float  # a day
    pace: float = 1.0  # times what is typical
    slips: float = 0.02  # of what was recalled is given wrongly all the same
    rapid: float = 0.01  # answers clicked away unread
    moods: float = 0.4  # how much one day differs from another, on the logistic scale
    says_sure: bool = False


def habits(dice: Random, length: int) -> Habits:
    """A school week or a whole one, some days missed, and a fortnight in a row."""
    week = dice.choice((5, 7))
    away = dice.randrange(length // 3, length - MISSED)
    days = frozenset(
        day
        for day in range(length)
        if day % WEEK < week
        and not away <= day < away + MISSED
        and dice.random() >= OFTEN_AWAY
    )
    return Habits(
        days,
        seconds=60 * dice.choice(MINUTES),
        pace=_times(dice, 0.25),
        says_sure=dice.random() < SAYS_SURE,
    )


def fsrs(dice: Random, things: Things) -> Mind:
    """FSRS-6, each parameter its own: by a third or so, first stabilities by more."""
    drawn = [
        value * _times(dice, 0.6 if place < 4 else 0.3)
        for place, value in enumerate(DEFAULT_PARAMETERS)
    ]
    bounds = zip(drawn, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    parameters = [min(max(value, low), high) for value, low, high in bounds]
    return Fsrs(things, _ability(dice), parameters)


def half_lives(dice: Random, things: Things) -> Mind:
    """Exponential: a half-life of some days, about three times as long each time."""
    return HalfLife(
        things,
        _ability(dice),
        start=3 * _times(dice, 0.4),
        growth=1.5 + 1.5 * _times(dice, 0.4),
        loss=2 * _times(dice, 0.3),
    )


def power_law(dice: Random, things: Things) -> Mind:
    """A power of time; some things are very much harder to keep than others."""
    return Power(
        things,
        _ability(dice),
        start=1.0 * _times(dice, 0.4),
        growth=6 * _times(dice, 0.3),
        loss=3 * _times(dice, 0.3),
        steepness=0.4 * _times(dice, 0.3),
    )


@dataclass(frozen=True)
class Population:
    name: str
    mind: Callable[[Random, Things], Mind]
    spread: float  # of how long things last, on a scale of logarithms
    has_heavy_tail: bool = False

    def things(self, keys: Iterable[Key], seed: int) -> dict[Key, Thing]:
        """The same things are hard for all of them."""
        dice = Random(f"{seed}/{self.name}/things")
        return {key: self._thing(key, dice) for key in keys}

    def _thing(self, key: Key, dice: Random) -> Thing:
        tail = dice.gammavariate(1.5, 1 / 1.5) if self.has_heavy_tail else 1.0
        deviation = self.spread * dice.gauss() / max(tail, 0.02) ** 0.5
        hardness = dice.gauss() + (1.5 if key[1] == Side.DAY else 0.0)
        return Thing(hardness, exp(min(max(deviation, -4), 4)))


POPULATIONS = (
    Population("FSRS-6, own parameters", fsrs, spread=0.5),
    Population("half-lives", half_lives, spread=0.5),
    Population("power law, heavy tail", power_law, spread=0.6, has_heavy_tail=True),
)


def _ability(dice: Random) -> float:
    """Most know about one thing in four before they begin."""
    return dice.gauss(-1.0, 1.0)


def _times(dice: Random, spread: float) -> float:
    return exp(spread * dice.gauss())
