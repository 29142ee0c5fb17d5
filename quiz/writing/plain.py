"""A question in plain fields, as a teacher writes it or a spreadsheet holds it."""

import calendar
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from relations.dates import PartialDate

Fault = tuple[str, str]  # the field to mend and a sentence to say

LONGEST_LINE = 150
TWICE = "“{text}” stands here twice."
TOO_LONG = f"Please keep each line to {LONGEST_LINE} characters."
NO_LETTERS = "“{text}” has neither a letter nor a figure in it."

ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
IN_WORDS = re.compile(r"(?:(\d{1,2})\.? )?([A-Za-z]{3,9})\.?,? (\d{4})")
IN_FIGURES = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
MONTHS = {name[:3].casefold(): n for n, name in enumerate(calendar.month_name) if name}


@dataclass(frozen=True)
class Line:
    """One thing to choose, order, match or name, and what is to be known of it.

    beside: of an option what it really is, of a step its date, of a pair its other
    half, of a name its other names, with slashes between them.
    """

    text: str = ""
    beside: str = ""
    is_right: bool = False


@dataclass(frozen=True)
class Plain:
    """All a teacher says of a question. Which parts count, the format tells."""

    format: str
    topic: str
    stem: str
    explanation: str
    source: str
    link: str = ""
    lines: tuple[Line, ...] = ()
    answer: str = ""  # a date, a name or a number
    others: str = ""  # further names of the answer, with slashes between them
    kind: str = ""  # of a name
    unit: str = ""  # of a number
    is_rough: bool = False


@dataclass(frozen=True)
class Parts:
    """The same as the format stores it."""

    options: list[dict[str, Any]]
    solution: Any
    prompts: list[dict[str, Any]] = field(default_factory=list)
    is_ordered: bool = False


def option(text: str, *, truth: str = "", proof: str = "", **more: Any) -> dict:
    """As `quiz.pool` stores options; nothing of the fact base stands behind it."""
    kept = {"text": text, "proof": proof, "truth": truth, "claim": "", "page": ""}
    return {**kept, "sources": [], **more}


def faults_of_texts(texts: Iterable[str], field: str = "lines") -> Iterator[Fault]:
    """Too long, empty of sense, or twice the same to a reader's eye."""
    seen: set[str] = set()
    for text in texts:
        key = " ".join(text.casefold().split())
        if key in seen:
            yield field, TWICE.format(text=text)
        seen.add(key)
        if len(text) > LONGEST_LINE:
            yield field, TOO_LONG
        if not any(map(str.isalnum, text)):
            yield field, NO_LETTERS.format(text=text)


def names_in(text: str) -> list[str]:
    """What stands between slashes."""
    return [name for part in text.split("/") if (name := part.strip())]


def sentence(text: str) -> str:
    """With a full stop, where it has no end of its own."""
    return text if not text or text[-1] in ".?!…”" else f"{text}."


def date_in(text: str) -> PartialDate | None:
    """A date as people write it: 1992, July 1992, 29 July 1992, 29.7.1992, 1992-07-29."""
    text = " ".join(text.split())
    if found := ISO.fullmatch(text):
        return _date(*found.groups())
    if found := IN_FIGURES.fullmatch(text):
        day, month, year = found.groups()
        return _date(year, month, day)
    if found := IN_WORDS.fullmatch(text):
        day, name, year = found.groups()
        month = MONTHS.get(name[:3].casefold())
        is_month = month and calendar.month_name[month].casefold().startswith(
            name.casefold()
        )
        return _date(year, month, day) if is_month else None
    return None


def _date(year: Any, month: Any = None, day: Any = None) -> PartialDate | None:
    try:
        return PartialDate(
            int(year), int(month) if month else None, int(day) if day else None
        )
    except ValueError:
        return None


def tidy(plain: Plain) -> Plain:
    """Without signs that are not to be seen, and with single spaces."""
    texts: dict[str, Any] = {
        name: tidied(value)
        for name, value in vars(plain).items()
        if isinstance(value, str)
    }
    lines = tuple(
        Line(tidied(line.text), tidied(line.beside), line.is_right)
        for line in plain.lines
    )
    return replace(plain, **texts, lines=lines)


def tidied(text: str) -> str:
    shown = (
        {"Cc": " ", "Cf": "", "Zl": " ", "Zp": " "}.get(
            unicodedata.category(sign), sign
        )
        for sign in unicodedata.normalize("NFC", text)
    )
    return " ".join("".join(shown).split())
