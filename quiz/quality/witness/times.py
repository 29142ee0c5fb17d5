"""Dates as a reader takes them from a text, and how two lie to each other in time."""

import datetime as dt
import re
from typing import NamedTuple

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WRITTEN = re.compile(rf"(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?(\d{{4}})", re.I)
ASKED = {"on what date": 3, "in which month and year": 2, "in which year": 1}


class Span(NamedTuple):
    """The first and the last day on which something may have been."""

    first: dt.date
    last: dt.date

    def holds(self, other: "Span") -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Span") -> bool:
        return self.first <= other.last and other.first <= self.last

    @property
    def parts(self) -> int:
        """How much of a date is known: 1 the year, 2 the month, 3 the day."""
        length = (self.last - self.first).days
        return 3 if length == 0 else 2 if length < 31 else 1


def span(year: int, month: int = 0, day: int = 0) -> Span:
    if day:
        return Span(dt.date(year, month, day), dt.date(year, month, day))
    first = dt.date(year, month or 1, 1)
    after = dt.date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    return Span(first, after - dt.timedelta(days=1))


def written(text: str) -> Span | None:
    """ "29 July 1992", "July 1992" or "1992", and nothing else."""
    found = WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = found.groups()
    number = MONTHS.index(month.lower()) + 1 if month else 0
    try:
        return span(int(year), number, int(day or 0))
    except ValueError:
        return None


def stored(text: str) -> Span | None:
    """The same, as a database keeps it: "1992-07-29", "1992-07", "1992"."""
    try:
        return span(*map(int, text.split("-")))
    except (ValueError, TypeError):
        return None


def in_words(time: Span) -> str:
    """With its preposition, as a sentence has it."""
    month = MONTHS[time.first.month - 1].capitalize()
    if time.parts == 3:
        return f"on {time.first.day} {month} {time.first.year}"
    return (
        f"in {month} {time.first.year}" if time.parts == 2 else f"in {time.first.year}"
    )
