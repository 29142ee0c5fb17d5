"""The line of scores over time, as numbers for a template to draw; values only."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 640, 240
LEFT, RIGHT, TOP, BOTTOM = 44, 16, 16, 28
GRID = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Point:
    x: int
    y: int
    percent: int
    label: str


@dataclass(frozen=True)
class GridLine:
    y: int
    percent: int


@dataclass(frozen=True)
class Chart:
    """Scores in per cent, oldest on the left."""

    points: list[Point]
    grid: list[GridLine]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT

    @property
    def polyline(self) -> str:
        return " ".join(f"{point.x},{point.y}" for point in self.points)


def line(scores: Sequence[tuple[int, str]]) -> Chart | None:
    """A chart of percentages and their labels; None where there is no line to draw."""
    if len(scores) < 2:
        return None
    step = (WIDTH - LEFT - RIGHT) / (len(scores) - 1)
    return Chart(
        points=[
            Point(round(LEFT + place * step), _y(percent), percent, label)
            for place, (percent, label) in enumerate(scores)
        ],
        grid=[GridLine(_y(percent), percent) for percent in GRID],
    )


def _y(percent: int) -> int:
    return round(TOP + (HEIGHT - TOP - BOTTOM) * (100 - percent) / 100)
