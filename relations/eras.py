"""The shades of the map: decades, put together where few relations began."""

from typing import NamedTuple

from relations.dates import PartialDate


class Era(NamedTuple):
    """A stretch of decades with a shade of its own: the longer ago, the deeper."""

    mark: str
    label: str
    last: int


ERAS = (
    Era("era-1", "1910s", 1919),
    Era("era-2", "1920s", 1929),
    Era("era-3", "1930s–1960s", 1969),
    Era("era-4", "1970s–1980s", 1989),
    Era("era-5", "1990s", 1999),
    Era("era-6", "2000s and after", 9999),
)


def of(date: PartialDate) -> Era:
    return next(one for one in ERAS if date.year <= one.last)
