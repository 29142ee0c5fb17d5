"""Times as sentences tell them: a day, a year, "the 1990s", "since 1991", a century.

A fact with a date has one; of others the words are read, as exactly as they say it.
"""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from relations.dates import PartialDate

Precision = Literal["day", "month", "year", "years", "decade", "century"]

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|"
    "December"
)
MONTH_NUMBERS = {name: place for place, name in enumerate(MONTHS.split("|"), start=1)}
YEAR = r"(?<!\d)(?:1\d|20)\d\d"  # not the end of a longer number
TIME = re.compile(
    rf"(?:(?:early|mid|late) )?(?P<century>\d\d)(?:st|nd|rd|th)[ -]century"
    rf"|(?P<decade>{YEAR[:-2]}0)s\b"
    rf"|(?P<start>{YEAR})\s?(?:to|and|–|-)\s?(?P<end>{YEAR}|\d\d)\b"
    rf"|(?:(?:early|mid|late) )?(?:(?:(?P<day>\d\d?) )?(?P<month>{MONTHS}) )?"
    rf"(?P<year>{YEAR})\b"
)
OPEN = re.compile(r"\b(?:since|after) (?:\w+ ){0,4}$")  # so far before what is dated
PART = re.compile(r"\b(?:early|late) in\b")  # no more than a part of what is dated
QUOTED = re.compile(r"“[^”]*”")  # a title may hold a year in which nothing took place


@dataclass(frozen=True)
class Time:
    """A stretch of time, no shorter than the source makes it, and its words."""

    first: dt.date
    last: dt.date
    precision: Precision
    said: str
    is_open: bool = False  # "since": how long it went on is not told
    is_part: bool = False  # "early in": some of its years, and which is not told

    @property
    def in_words(self) -> str:
        """How exactly it is known: "some time in 1922"."""
        if self.is_open:
            return f"from {self.said} on"
        match self.precision:
            case "day":
                return self.said
            case "month" | "year":
                return f"some time in {self.said}"
            case "years":
                return f"{'some time ' if self.is_part else ''}from {self.said}"
        return f"in {self.said}"

    def overlaps(self, first: dt.date, last: dt.date) -> bool:
        return self.first <= last and first <= self.last

    def within(self, other: "Time") -> bool:
        return other.first <= self.first and self.last <= other.last


def of(date: PartialDate, until: PartialDate | None = None) -> Time:
    """The time of a fact that has a date."""
    if until is None:
        return Time(date.first_day, date.last_day, date.precision, str(date))
    return Time(date.first_day, until.last_day, "years", f"{date} to {until}")


def of_fact(fact: Any) -> Time | None:
    """When a fact was, as far as its date or its words tell.

    What a treaty holds was agreed when it was signed.
    """
    treaty = getattr(fact, "treaty", None)
    if treaty and treaty.date and treaty.standing != treaty.Standing.RETRACTED:
        return of_fact(treaty)
    year = getattr(fact, "year", None)  # of a figure, whose words may tell the month
    date = getattr(fact, "date", None) or year
    time = of(date, getattr(fact, "until", None)) if date else None
    if time and not year and time.precision != "month":
        return time
    told = _told_by(fact)
    if time is None:
        return told[0] if told else None
    return next((finer for finer in told if _sharpens(finer, time, year)), time)


def read(text: str) -> Time | None:
    """The first time that a text names."""
    return next(iter(_told(text)), None)


@lru_cache(maxsize=10_000)
def _told(text: str) -> tuple[Time, ...]:
    found = ((_time(match), match.start()) for match in TIME.finditer(text))
    return tuple(
        replace(time, is_open=bool(OPEN.search(text[:start])))
        for time, start in found
        if time
    )


def _told_by(fact: Any) -> list[Time]:
    """The times in a sentence, then those in key words, but for its titles.

    What was "early in" a crisis took some of its years, whichever words tell them.
    """
    titles = QUOTED.findall(fact.statement)
    tokens = (
        token
        for token in fact.tokens
        if not any(token.strip("“”") in title for title in titles)
    )
    texts = (QUOTED.sub("", fact.statement), *tokens)
    is_part = bool(PART.search(fact.statement))
    return [
        replace(time, is_part=is_part and time.precision == "years")
        for text in texts
        for time in _told(text)
    ]


def _sharpens(told: Time, time: Time, year: PartialDate | None) -> bool:
    """Whether words tell more than a date: the month in a year, the part of a month."""
    if (told.first, told.last) == (time.first, time.last):
        return len(told.said) > len(time.said)
    return year is not None and told.within(time)


def _time(match: re.Match[str]) -> Time | None:
    parts = match.groupdict()
    said = match.group().strip()
    if century := parts["century"]:
        start = (int(century) - 1) * 100 + 1
        return _years(start, start + 99, "century", f"the {said}")
    if decade := parts["decade"]:
        return _years(int(decade), int(decade) + 9, "decade", f"the {said}")
    if start_year := parts["start"]:
        end = start_year[: 4 - len(parts["end"])] + parts["end"]
        if int(end) < int(start_year):
            return None
        return _years(int(start_year), int(end), "years", f"{start_year} to {end}")
    return _date(parts, said)


def _date(parts: dict[str, str | None], said: str) -> Time | None:
    month, day = MONTH_NUMBERS.get(parts["month"] or ""), parts["day"]
    try:
        date = PartialDate(int(parts["year"] or 0), month, int(day) if day else None)
    except ValueError:  # 31 February
        return None
    return Time(date.first_day, date.last_day, date.precision, said)


def _years(first: int, last: int, precision: Precision, said: str) -> Time:
    return Time(dt.date(first, 1, 1), dt.date(last, 12, 31), precision, said)
