"""Lines over time, as numbers for a template to draw; values only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 44, 16, 16, 28
GRID = (0, 25, 50, 75, 100)
STEPS = 4  # between lines of the grid


@dataclass(frozen=True)
class Point:
    x: int
    y: int
    value: int
    label: str


@dataclass(frozen=True)
class GridLine:
    y: int
    value: int


@dataclass(frozen=True)
class Chart:
    """Scores in per cent, or counts; oldest on the left."""

    points: list[Point]
    grid: list[GridLine]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT

    @property
    def polyline(self) -> str:
        return " ".join(f"{point.x},{point.y}" for point in self.points)

    @property
    def steps(self) -> str:
        """The line of something that stays as it is until it changes."""
        first, *others = self.points
        return f"M{first.x} {first.y}" + "".join(f"H{p.x}V{p.y}" for p in others)


def line(scores: Sequence[tuple[int, str]]) -> Chart | None:
    """A chart of percentages and their labels; None where there is no line to draw."""
    return _chart(scores, GRID) if len(scores) > 1 else None


def counts(numbers: Sequence[tuple[int, str]]) -> Chart:
    """A chart of two or more counts and their labels, up to a round number."""
    most = max(number for number, _ in numbers)
    step = next(step for step in _round_steps() if step * STEPS >= most)
    return _chart(numbers, range(0, step * STEPS + 1, step))


def _round_steps() -> Iterator[int]:
    """1, 2, 3, 5, 10, 20, 30, 50 …"""
    for power in count():
        yield from (digit * 10**power for digit in (1, 2, 3, 5))


def _chart(values: Sequence[tuple[int, str]], grid: Sequence[int]) -> Chart:
    step = (WIDTH - LEFT - RIGHT) / (len(values) - 1)
    most = grid[-1]
    return Chart(
        points=[
            Point(round(LEFT + place * step), _y(value, most), value, label)
            for place, (value, label) in enumerate(values)
        ],
        grid=[GridLine(_y(value, most), value) for value in grid],
    )


def _y(value: int, most: int) -> int:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (most - value) / most)
