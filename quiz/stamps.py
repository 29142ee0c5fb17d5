"""Entry stamps: what each looks like, by its slug alone and for ever; values only.

A stamp is drawn within a square from -100 to 100. `templates/quiz/stamp_parts.html`
holds the shapes; here is which of them a place has, and what is written where.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from quiz import lettering
from quiz.layouts import LAYOUTS, Arc, Box, Layout

INKS, EDGES, ROSETTES = 7, 6, 5
TILT = 9  # degrees either way

# Which shapes a kind of place is stamped in.
SHAPES: dict[str, tuple[str, ...]] = {
    "country": ("circle", "rect", "oval", "hexagon", "portrait", "scallop", "arch"),
    "organization": ("octagon", "shield", "circle", "hexagon", "ticket", "oval"),
    "treaty": ("scallop",),
}


@dataclass(frozen=True)
class Look:
    """What chance would choose, were it not for ever the same."""

    shape: str
    ink: int
    edge: int
    rosette: int
    tilt: int
    wear: int  # degrees by which the worn spots are turned
    in_figures: bool  # "18 · 2 · 2008" rather than "18 February 2008"

    @property
    def outline(self) -> str:
        """The shape of the empty place, which is drawn in dashes."""
        return LAYOUTS[self.shape].edge or self.shape


@dataclass(frozen=True)
class Wording:
    """What a stamp says, as far as its kind has it."""

    title: str
    middle: tuple[str, ...] = ()
    figures: str = ""  # the middle in short, for stamps that like it so
    foot: str = ""
    note: str = ""


@dataclass(frozen=True)
class Line:
    """A line of letters: along an arc, or centred at a height."""

    text: str
    size: float
    style: str
    y: float = 0
    arc: str = ""


@dataclass(frozen=True)
class Stamp:
    look: Look
    inner: float  # the edge within the rim, as a share of it
    lines: tuple[Line, ...]
    ornaments: tuple[tuple[float, float, float], ...]  # x, y, size


def look(kind: str, slug: str) -> Look:
    dice = blake2b(f"{kind}/{slug}".encode(), digest_size=16).digest()
    shapes = SHAPES[kind]
    return Look(
        shape=shapes[dice[0] % len(shapes)],
        ink=dice[1] % INKS + 1,
        edge=dice[2] % EDGES + 1,
        rosette=dice[3] % ROSETTES + 1,
        tilt=dice[4] % (2 * TILT + 1) - TILT,
        wear=(dice[5] % 24) * 15,
        in_figures=dice[6] % 2 == 0,
    )


def drawn(look: Look, wording: Wording) -> Stamp:
    """The stamp with its words, each as large as its place allows."""
    layout = LAYOUTS[look.shape]
    lines = [
        *_set(layout.title, wording.title.upper(), "title"),
        *_middle(layout.middle, look, wording),
        *_set(layout.foot, wording.foot.upper(), "foot"),
        *_set(layout.note, wording.note.upper(), "note"),
    ]
    ornaments = tuple(_ornaments(layout, wording))
    return Stamp(look, layout.inner, tuple(lines), ornaments)


def _set(place: Box | Arc, text: str, style: str) -> Iterator[Line]:
    if not text:
        return
    if isinstance(place, Arc):
        size = lettering.size([text], place.length, largest=place.largest)
        yield Line(text, size, style, arc=place.path)
    else:
        yield from _stacked(place, lettering.wrapped(text, place.lines), style)


def _middle(box: Box, look: Look, wording: Wording) -> Iterator[Line]:
    if wording.figures and (look.in_figures or box.lines == 1):
        return _stacked(box, [wording.figures], "middle")
    return _stacked(box, wording.middle, "middle")


def _stacked(box: Box, lines: Sequence[str], style: str) -> Iterator[Line]:
    """Lines under each other, around the height of the box."""
    if not lines:
        return
    size = lettering.size(lines, box.width, largest=box.largest / len(lines) ** 0.5)
    first = box.y - (len(lines) - 1) * size * 0.575
    for place, text in enumerate(lines):
        y = first + place * size * 1.15 + size * 0.35
        yield Line(text, size, style, y=round(y, 1))


def _ornaments(
    layout: Layout, wording: Wording
) -> Iterator[tuple[float, float, float]]:
    """Small ones at the sides; a large one in the middle where nothing is written."""
    if not wording.middle:
        yield 0, layout.middle.y, layout.middle.largest / 12
    yield from ((x, y, 1) for x, y in layout.ornaments)
