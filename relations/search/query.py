"""What was typed into the search, read as words and, where it names one, a time."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

from babel import Locale

from relations import names, times
from relations.times import MONTH_NUMBERS, Time

LONGEST = 100  # characters that are read; nobody looks for more at once
POSSESSIVE = re.compile(r"['’]s\b")
FILLERS = re.compile(  # words of a question that say nothing about its answer
    "about|all|are|article|dates?|day|did|do|does|ha[ds]|have|how|is|it|many|much|say|"
    "since|tell|that|they|was|were|what|when|where|which|who|whom|whose|why|with|year"
)

YEAR = r"((?:1\d|20)\d\d)"
NUMBER = r"(\d\d?)(?:st|nd|rd|th)?"
WORD = r"([^\W\d_]{3,})\.?"
ISO = re.compile(rf"\b{YEAR}-(\d\d?)(?:-(\d\d?))?\b")
IN_DIGITS = re.compile(rf"\b(?:(\d\d?)\s?[./-]\s?)?(\d\d?)\s?[./-]\s?{YEAR}\b")
DAY_FIRST = re.compile(rf"\b(?:{NUMBER} (?:of )?)?{WORD},? {YEAR}\b")
MONTH_FIRST = re.compile(rf"\b{WORD} {NUMBER},? {YEAR}\b")
NINETIES = re.compile(r"(?<!\d)['’]?([1-9]0)['’]?s\b")
MONTH_NAMES = [*MONTH_NUMBERS]


@dataclass(frozen=True)
class Query:
    """A typed text: as it is shown again, its words folded, and its time."""

    text: str
    words: tuple[str, ...] = ()
    time: Time | None = None

    @property
    def is_empty(self) -> bool:
        return not self.words and not self.time

    @cached_property
    def readings(self) -> set[str]:
        """What the whole text may be as a name."""
        return names.readings(self.text) | ({" ".join(self.words)} - {""})


def read(typed: str) -> Query:
    text = " ".join("".join(map(_printable, typed[: 4 * LONGEST])).split())[:LONGEST]
    dated = _with_dates_written_out(text)
    time = times.read(dated)
    rest = times.TIME.sub(" ", dated) if time else text
    return Query(text, tuple(_words(rest)), time)


def _printable(char: str) -> str:
    return char if char.isprintable() else " "


def _words(text: str) -> list[str]:
    found = names.fold_body(POSSESSIVE.sub("", text)).split()
    telling = [word for word in found if not FILLERS.fullmatch(word)]
    return [*dict.fromkeys(telling or found)]


def _with_dates_written_out(text: str) -> str:
    """ "29.7.1992", "1992-07-29" and "July 29, 1992" become "29 July 1992"."""
    text = ISO.sub(lambda found: _date(found[3], int(found[2]), found[1]), text)
    text = IN_DIGITS.sub(lambda found: _date(found[1], int(found[2]), found[3]), text)
    text = DAY_FIRST.sub(_spelt(day=1, month=2), text)
    text = MONTH_FIRST.sub(_spelt(day=2, month=1), text)
    return NINETIES.sub(r"19\1s", text)


def _spelt(*, day: int, month: int) -> Callable[[re.Match[str]], str]:
    def written_out(found: re.Match[str]) -> str:
        number = _months().get(names.fold(found[month])[:3])
        return _date(found[day], number, found[3]) if number else found[0]

    return written_out


def _date(day: str | None, month: int, year: str) -> str:
    """The date in words; what is no month leaves the year, what is no day the month."""
    if not 1 <= month <= 12:
        return year
    words = f"{MONTH_NAMES[month - 1]} {year}"
    is_real = day and 1 <= int(day) <= monthrange(int(year), month)[1]
    return f"{int(day)} {words}" if day and is_real else words


@cache
def _months() -> dict[str, int]:
    """The first three letters of the months in English and Albanian, which all differ."""
    return {
        names.fold(name)[:3]: number
        for language in ("en", "sq")
        for number, name in Locale(language).months["format"]["wide"].items()
    }
