"""Dated facts in stretches of time: a decade and its years, or what is longer than one."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from relations.sentences import Sentence
from relations.strips import Mark, Scale
from relations.times import Time

LONG = 10  # years; what is longer belongs to no decade more than to others
STRIP_WIDTH = 240


class Dated(NamedTuple):
    """A fact that has a time."""

    told: Sentence
    time: Time

    @property
    def is_long(self) -> bool:
        return self.time.last.year - self.time.first.year >= LONG

    @property
    def order(self) -> tuple[dt.date, int, str]:
        """When it may have begun; of those that may have begun then, the vague first."""
        return self.time.first, (self.time.first - self.time.last).days, self.told.slug


@dataclass(frozen=True)
class Entry:
    """A fact on the timeline, with its mark on the strip of its stretch."""

    told: Sentence
    time: Time
    mark: Mark


@dataclass(frozen=True)
class Year:
    """The facts of one year; without a number, those that are or may be longer."""

    number: int | None
    entries: list[Entry]


@dataclass(frozen=True)
class Stretch:
    """Ten years and what is told of them; without a start, all that is longer."""

    start: int | None
    years: list[Year]
    count: int = 0
    unnamed: int = 0

    def __bool__(self) -> bool:
        return bool(self.count or self.unnamed)


def decade_of(year: int) -> int:
    return year // 10 * 10


def scale(first: int, last: int, width: float = STRIP_WIDTH) -> Scale:
    return Scale(dt.date(first, 1, 1), dt.date(last, 12, 31), width)


def decade(start: int, told: Sequence[Dated], unnamed: Iterable[dt.date]) -> Stretch:
    rows = sum(decade_of(day.year) == start for day in unnamed)
    return Stretch(start, _by_year(told, scale(start, start + 9)), len(told), rows)


def longest(told: Sequence[Dated]) -> Stretch:
    if not told:
        return Stretch(None, [])
    first = min(time.first.year for _, time in told)
    last = max(time.last.year for _, time in told)
    return Stretch(None, _by_year(told, scale(first, last)), len(told))


def _by_year(told: Iterable[Dated], drawn_to: Scale) -> list[Year]:
    years: dict[int | None, list[Entry]] = {None: []}
    for one, time in told:
        number = time.first.year if time.first.year == time.last.year else None
        years.setdefault(number, []).append(Entry(one, time, drawn_to.mark(time)))
    return [Year(number, entries) for number, entries in years.items() if entries]
