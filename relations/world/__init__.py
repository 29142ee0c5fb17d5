"""The shapes of the world, as draw.mjs once drew them: two sheets, the same states."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

SHAPES = Path(__file__).with_name("shapes.json")


class Point(NamedTuple):
    """Where a state lies, and how far about it a finger means it."""

    x: int
    y: int
    reach: int


@dataclass(frozen=True)
class Sheet:
    """A map: the outline of each state by its code, and the land of all others as one.

    States too small for an outline are circles; outlines too small for a finger have a
    point about which more may be touched.
    """

    name: str
    width: int
    height: int
    land: str
    shapes: dict[str, str]
    circles: dict[str, Point]
    touch: dict[str, Point]

    def shows(self, code: str) -> bool:
        return code in self.shapes or code in self.circles


@cache
def sheets() -> tuple[Sheet, ...]:
    drawn = json.loads(SHAPES.read_text("utf-8"))
    return tuple(_sheet(name, **parts) for name, parts in drawn.items())


def _sheet(
    name: str, circles: dict[str, list[int]], touch: dict[str, list[int]], **parts: Any
) -> Sheet:
    return Sheet(
        name=name,
        circles={code: Point(*place) for code, place in circles.items()},
        touch={code: Point(*place) for code, place in touch.items()},
        **parts,
    )
