"""Where the words of a stamp stand in each shape; values only."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """Room for lines centred at x = 0: the height of their middle, and their width."""

    y: float
    width: float
    largest: float  # size of a single line
    lines: int = 1


@dataclass(frozen=True)
class Arc:
    """A curve that letters run along, by its name in the template."""

    path: str
    length: float
    largest: float


@dataclass(frozen=True)
class Layout:
    title: Box | Arc
    middle: Box
    foot: Box | Arc
    note: Box
    inner: float = 0.92  # the size of the edge within the rim
    edge: str = ""  # its shape, where that is another
    ornaments: tuple[tuple[float, float], ...] = ()


LAYOUTS = {
    "circle": Layout(
        title=Arc("top", 222, 17),
        middle=Box(-6, 96, 34, lines=3),
        foot=Arc("foot", 140, 11.5),
        note=Box(34, 78, 9.5),
        inner=0.94,
        ornaments=((-72, 22), (72, 22)),
    ),
    "scallop": Layout(
        title=Arc("top-small", 205, 16),
        middle=Box(-6, 88, 32, lines=3),
        foot=Arc("foot-small", 125, 10.5),
        note=Box(31, 72, 9),
        inner=0.87,
        edge="circle",
        ornaments=((-65, 20), (65, 20)),
    ),
    "oval": Layout(
        title=Arc("top-oval", 178, 15),
        middle=Box(-8, 108, 28, lines=2),
        foot=Arc("foot-oval", 130, 10.5),
        note=Box(22, 86, 9.5),
        inner=0.94,
        ornaments=((-79, 6), (79, 6)),
    ),
    "rect": Layout(
        title=Box(-40, 160, 21, lines=2),
        middle=Box(-3, 150, 34),
        foot=Box(34, 150, 12),
        note=Box(49, 150, 10.5),
        ornaments=((-80, 42), (80, 42)),
    ),
    "ticket": Layout(
        title=Box(-40, 134, 20, lines=2),
        middle=Box(-3, 146, 34),
        foot=Box(32, 128, 12),
        note=Box(47, 120, 10.5),
        ornaments=((-76, -3), (76, -3)),
    ),
    "portrait": Layout(
        title=Box(-58, 108, 22, lines=3),
        middle=Box(-7, 106, 32, lines=3),
        foot=Box(50, 104, 12),
        note=Box(68, 104, 10.5),
        ornaments=((0, 29),),
    ),
    "hexagon": Layout(
        title=Box(-42, 112, 20, lines=2),
        middle=Box(-2, 146, 34),
        foot=Box(34, 112, 12),
        note=Box(53, 100, 10.5),
        ornaments=((0, -68),),
    ),
    "octagon": Layout(
        title=Box(-46, 136, 21, lines=3),
        middle=Box(0, 148, 38, lines=2),
        foot=Box(44, 124, 12),
        note=Box(63, 110, 10.5),
        ornaments=((-50, 70), (50, 70)),
    ),
    "shield": Layout(
        title=Box(-56, 128, 20, lines=3),
        middle=Box(-8, 130, 38, lines=2),
        foot=Box(32, 104, 11.5),
        note=Box(49, 92, 10),
        ornaments=((0, 70),),
    ),
    "arch": Layout(
        title=Arc("top-arch", 168, 18),
        middle=Box(4, 132, 32, lines=3),
        foot=Box(51, 120, 12),
        note=Box(70, 120, 10.5),
        ornaments=((0, -34),),
    ),
}
