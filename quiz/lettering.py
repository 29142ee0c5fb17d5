"""How wide words are, and how large they may be set in a given space; values only.

Fonts differ between devices, so widths are those of a wide sans, with some air.
"""

from collections.abc import Sequence

AIR = 0.05  # of an em, after each letter: stamps are set wide
NARROW = dict.fromkeys("IJ1.,·:;!|'’-–()ijlft", 0.4)
WIDE = dict.fromkeys("MWmw", 0.96) | dict.fromkeys("OQGCD", 0.82)
CAPITAL, SMALL_LETTER, DIGIT, SPACE = 0.74, 0.6, 0.62, 0.3


def width(text: str) -> float:
    """In ems: how often the size of the font the line is long."""
    return sum(_width(sign) + AIR for sign in text)


def _width(sign: str) -> float:
    if sign.isspace():
        return SPACE
    known = NARROW.get(sign) or WIDE.get(sign)
    if known:
        return known
    if sign.isdigit():
        return DIGIT
    return CAPITAL if sign.isupper() else SMALL_LETTER


def size(lines: Sequence[str], room: float, *, largest: float) -> float:
    """The largest size, up to a limit, at which no line is longer than the room."""
    widest = max(map(width, lines), default=0)
    return round(min(largest, room / widest), 1) if widest else largest


def wrapped(text: str, most: int) -> list[str]:
    """The text on as many lines as allowed, so that the longest is as short as can be."""
    words = text.split()
    best = [" ".join(words)]
    for count in range(2, min(most, len(words)) + 1):
        lines = _balanced(words, count)
        if _longest(lines) < _longest(best):
            best = lines
    return best


def _balanced(words: list[str], count: int) -> list[str]:
    if count == 1:
        return [" ".join(words)]
    ways = (
        [" ".join(words[:cut]), *_balanced(words[cut:], count - 1)]
        for cut in range(1, len(words) - count + 2)
    )
    return min(ways, key=_longest)


def _longest(lines: list[str]) -> float:
    return max(map(width, lines))
