"""A table as read from a file, and why a file is not read."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from classroom.transfer.cells import bared, heading, is_formula

HALVES_AND_ZEROS = re.compile("[\x00\ud800-\udfff]")
LARGEST = 1_000_000  # bytes
MOST_ROWS = 500
MOST_COLUMNS = 30
LONGEST_CELL = 10_000  # characters

TOO_LARGE = (
    f"This file is larger than {LARGEST // 1_000_000} MB. Please bring it in in parts."
)
TOO_MANY_ROWS = (
    f"This file has more than {MOST_ROWS} rows. Please bring it in in parts."
)
TOO_MANY_COLUMNS = f"This file has more than {MOST_COLUMNS} columns."
EMPTY = "There is nothing in this file."
NO_ROWS = "This file has headings and nothing below them."
UNKNOWN = "Besa does not know the column {names}. The blank file shows those there are."
MISSING = "The column {names} is missing. The blank file shows those there are."
TWICE = "The column “{name}” is there twice."
TOO_WIDE = "Row {row} has more cells than there are headings."
LONG_CELL = "Row {row}: the cell “{name}” is longer than {most:,} characters."
FORMULA = (
    "Row {row}: the cell “{name}” begins as a formula does, with “{sign}”. Files with "
    "formulas are not read; if the sign is meant as such, put an apostrophe before it."
)

NO_TEXT = "Row {row} holds signs that are no text."


class Refused(Exception):
    """Why nothing is taken from a file, as a sentence for whoever sent it."""


@dataclass(frozen=True)
class Row:
    number: int  # as the spreadsheet counts, its headings being the first row
    cells: dict[str, str]


@dataclass(frozen=True)
class Columns:
    """What a file may have, and what it must."""

    all: Sequence[str]
    needed: Sequence[str]


def table(
    rows: Iterable[tuple[int, Sequence[str]]], columns: Columns, *, is_run: bool
) -> list[Row]:
    """The rows under their headings; empty ones are passed over.

    is_run: whether it comes from what would run a formula.
    """
    lines = iter(rows)
    headings = _headings(lines, columns)
    found = [
        Row(number, _named(number, cells, headings, is_run=is_run))
        for number, cells in lines
        if any(map(str.strip, cells))
    ]
    if not found:
        raise Refused(NO_ROWS)
    return found


def _headings(
    lines: Iterator[tuple[int, Sequence[str]]], columns: Columns
) -> list[str]:
    _, first = next(lines, (0, ()))
    _refuse_what_is_no_text(1, first)
    names = [heading(cell) for cell in first]
    while names and not names[-1]:
        names.pop()
    if not names:
        raise Refused(EMPTY)
    if len(names) > MOST_COLUMNS:
        raise Refused(TOO_MANY_COLUMNS)
    for name in names:
        if names.count(name) > 1:
            raise Refused(TWICE.format(name=name))
    if unknown := [name for name in names if name not in columns.all]:
        raise Refused(UNKNOWN.format(names=_quoted(unknown)))
    if missing := [name for name in columns.needed if name not in names]:
        raise Refused(MISSING.format(names=_quoted(missing)))
    return names


def _named(
    number: int, cells: Sequence[str], headings: list[str], *, is_run: bool
) -> dict[str, str]:
    _refuse_what_is_no_text(number, cells)
    if any(cell.strip() for cell in cells[len(headings) :]):
        raise Refused(TOO_WIDE.format(row=number))
    named = dict.fromkeys(headings, "") | dict(zip(headings, cells, strict=False))
    for name, cell in named.items():
        if len(cell) > LONGEST_CELL:
            raise Refused(LONG_CELL.format(row=number, name=name, most=LONGEST_CELL))
        if is_run and is_formula(cell):
            sign = cell.strip()[:1]
            raise Refused(FORMULA.format(row=number, name=name, sign=sign))
    return {name: bared(cell) if is_run else cell for name, cell in named.items()}


def _refuse_what_is_no_text(number: int, cells: Sequence[str]) -> None:
    """Halves of signs and zeros, which JSON can spell and no database keeps."""
    if any(HALVES_AND_ZEROS.search(cell) for cell in cells):
        raise Refused(NO_TEXT.format(row=number))


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f"“{name[:40]}”" for name in names)
