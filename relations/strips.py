"""Times drawn to scale: a day is a point, anything less exact as long as it may be."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from relations.times import Time

POINT = 3.5  # the radius of a day
SHORTEST = 4.0  # so that a month can be seen in a century
PITCH, TALLEST = 9.0, 150.0  # from one row of the overview to the next; all of them


@dataclass(frozen=True)
class Mark:
    """A time on a scale: from x on, so wide; a day has its middle at x."""

    x: float
    width: float
    precision: str
    comes_from_before: bool = False
    goes_on: bool = False
    y: float = 0

    @property
    def end(self) -> float:
        return round(self.x + self.width, 1)


@dataclass(frozen=True)
class Scale:
    """The days from the first to the last, over so many units."""

    first: dt.date
    last: dt.date
    width: float = 240

    def x(self, day: dt.date) -> float:
        """Where a day begins, no further out than the ends."""
        inside = min(max(day, self.first), self.last + dt.timedelta(days=1))
        days = (self.last - self.first).days + 1
        return round((inside - self.first).days / days * self.width, 1)

    def mark(self, time: Time) -> Mark:
        start, end = self.x(time.first), self.x(time.last + dt.timedelta(days=1))
        if time.precision == "day":
            return Mark(self._inside(start, POINT), 0, time.precision)
        width = max(end - start, SHORTEST)
        return Mark(
            min(start, self.width - width),
            round(width, 1),
            time.precision,
            comes_from_before=time.first < self.first,
            goes_on=time.is_open or time.last > self.last,
        )

    def years(self) -> list[tuple[int, float]]:
        """Each year and where it begins."""
        years = range(self.first.year, self.last.year + 1)
        return [(year, self.x(dt.date(year, 1, 1))) for year in years]

    def _inside(self, x: float, margin: float) -> float:
        return round(min(max(x, margin), self.width - margin), 1)


@dataclass(frozen=True)
class Overview:
    """All times above one line, one over the other where they would touch."""

    scale: Scale
    marks: list[Mark]
    height: float

    @property
    def whole_height(self) -> float:
        """With the names of the decades under the line."""
        return self.height + 30


def overview(scale: Scale, times: Iterable[Time]) -> Overview:
    """What lasts lies at the bottom; the rest is stacked on it, in order of time."""
    ordered = sorted(
        times, key=lambda time: (time.first.year == time.last.year, time.first)
    )
    rows: list[list[tuple[float, float]]] = []
    placed = [(mark, _row(rows, mark)) for mark in map(scale.mark, ordered)]
    pitch = min(PITCH, TALLEST / max(len(rows), 1))
    height = round(max(len(rows), 3) * pitch + PITCH, 1)
    return Overview(
        scale,
        [
            replace(mark, y=round(height - (row + 0.75) * pitch, 1))
            for mark, row in placed
        ],
        height,
    )


def _row(rows: list[list[tuple[float, float]]], mark: Mark) -> int:
    """The lowest row with room for a mark, which is taken up there."""
    reach = POINT if mark.precision == "day" else 0.5
    start, end = mark.x - reach, mark.end + reach
    free = (number for number, row in enumerate(rows) if _is_free(row, start, end))
    number = next(free, len(rows))
    if number == len(rows):
        rows.append([])
    rows[number].append((start, end))
    return number


def _is_free(row: Sequence[tuple[float, float]], start: float, end: float) -> bool:
    return all(end <= taken[0] or taken[1] <= start for taken in row)
