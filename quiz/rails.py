"""Shares on rails from 0 to 100 %, one under the other, for a template to draw.

Values only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

WIDTH = 640
LEFT, RIGHT = 12, 628
FIRST, APART = 50, 76  # of the rails, downwards
FOOT = 40
GRID = (0, 25, 50, 75, 100)


class Share(NamedTuple):
    """What stands on one rail, in per cent."""

    label: str
    words: str  # for the figures
    percent: int
    to: int | None = None  # where it would move
    aim: int | None = None  # where it should be


@dataclass(frozen=True)
class Rail:
    """A share with its places on the picture."""

    share: Share
    y: int
    x: int
    to_x: int | None
    aim_x: int | None


@dataclass(frozen=True)
class Rails:
    rails: list[Rail]
    width: int = WIDTH
    left: int = LEFT
    right: int = RIGHT
    grid: list[tuple[int, int]] = field(
        default_factory=lambda: [(_x(percent), percent) for percent in GRID]
    )

    @property
    def top(self) -> int:
        return FIRST - 10

    @property
    def height(self) -> int:
        return FIRST + (len(self.rails) - 1) * APART + FOOT

    @property
    def bottom(self) -> int:
        return self.height - FOOT + 6


def rails(shares: Iterable[Share]) -> Rails:
    return Rails(
        [
            Rail(
                share,
                y=FIRST + place * APART,
                x=_x(share.percent),
                to_x=None if share.to is None else _x(share.to),
                aim_x=None if share.aim is None else _x(share.aim),
            )
            for place, share in enumerate(shares)
        ]
    )


def _x(percent: int) -> int:
    return round(LEFT + (RIGHT - LEFT) * percent / 100)
