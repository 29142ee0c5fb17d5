"""Reads a copy of an article into sections, paragraphs, items, tables and rows.

Nothing here knows the fact base: text goes in, and places that can be looked up come out.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

_HEADING = re.compile(r"(?P<marks>={1,6})\s*(?P<title>.+?)\s*(?P=marks)")
_SEPARATOR = re.compile(r"\|(\s*:?-{3,}:?\s*\|)+")
_COMMA = re.compile(r",\s*(?![^()]*\))")  # a comma inside brackets divides nothing
_LIST_FOLLOWS = re.compile(r"\bnamely\b[:,]?\s*")
_LAST_TWO = re.compile(r"^and\s+|(?<=\S)\s+and\s+(?!.*\sand\s)")


def fold(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.split())


class Place(NamedTuple):
    """Where something stands: the headings above it, what it is, and its number."""

    section: str
    kind: str
    number: int
    entry: int | None = None

    def __str__(self) -> str:
        section = self.section.rpartition(" > ")[2] or "Opening"
        if self.entry is not None:
            return f"{section}, paragraph {self.number}, entry {self.entry}"
        return f"{section}, {self.kind} {self.number}"


@dataclass(frozen=True)
class Block:
    """What stands at a place."""

    place: Place
    text: str

    @cached_property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.text.encode()).hexdigest()[:16]

    def has(self, token: str) -> bool:
        """Whether the token stands in the text as it is printed, as whole words.

        A number is whole only where no digit goes on behind its comma or point.
        """
        words = re.escape(fold(token))
        whole = rf"(?<![^\W_])(?<!\d[.,]){words}(?![^\W_])(?![.,]\d)"
        return re.search(whole, self.text) is not None

    @cached_property
    def entries(self) -> tuple["Block", ...]:
        """A paragraph's list, taken apart: what follows "namely", or the whole of it."""
        place = self.place
        return tuple(
            Block(Place(place.section, "entry", place.number, n), text)
            for n, text in enumerate(_enumerated(self.text), start=1)
        )


def _enumerated(text: str) -> list[str]:
    """Split at commas, and the last piece at its last "and"."""
    pieces = _COMMA.split(_LIST_FOLLOWS.split(text, maxsplit=1)[-1].removesuffix("."))
    last = _LAST_TWO.split(pieces.pop(), maxsplit=1)
    return [piece.strip() for piece in [*pieces, *last] if piece.strip()]


@dataclass(frozen=True)
class Document:
    """An article: its title, its sections in order, and all its blocks in order."""

    title: str
    sections: tuple[str, ...]
    blocks: tuple[Block, ...]
    _at: dict[Place, Block] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_at", {block.place: block for block in self.blocks})

    def find(self, place: Place) -> Block | None:
        """What stands there; None where the article has no such place."""
        if place.entry is None:
            return self._at.get(place)
        paragraph = self._at.get(Place(place.section, "paragraph", place.number))
        if paragraph is None or not 0 < place.entry <= len(paragraph.entries):
            return None
        return paragraph.entries[place.entry - 1]

    def table_of(self, row: Place) -> Place | None:
        """The table that a row stands in."""
        return self._table_of_row.get(row)

    @cached_property
    def _table_of_row(self) -> dict[Place, Place]:
        """A table's block comes right before the blocks of its rows."""
        tables: dict[Place, Place] = {}
        table = None
        for block in self.blocks:
            if block.place.kind == "table":
                table = block.place
            elif block.place.kind == "row" and table:
                tables[block.place] = table
        return tables


def read(text: str) -> Document:
    """Take an article apart. A paragraph is one line; a table's first line its header."""
    title = ""
    sections: list[str] = []
    blocks: list[Block] = []
    counts: Counter[tuple[str, str]] = Counter()
    for (path, kind), group in groupby(_lines(text), key=lambda line: line[:2]):
        lines = [line for *_, line in group]
        if kind == "title":
            title = lines[-1]
            continue
        if path not in sections:
            sections.append(path)
        for block_kind, block_text in _pieces(kind, lines):
            counts[path, block_kind] += 1
            place = Place(path, block_kind, counts[path, block_kind])
            blocks.append(Block(place, fold(block_text)))
    return Document(title, tuple(sections), tuple(blocks))


def _lines(text: str) -> Iterator[tuple[str, str, str]]:
    """Each line with the section it stands in and what it is."""
    headings: list[str] = []
    minor: list[str] = []
    for line in (raw.strip() for raw in text.splitlines()):
        heading = _HEADING.fullmatch(line)
        if heading and heading["marks"] == "=":
            yield "", "title", heading["title"]
        elif heading:
            headings = [*headings[: len(heading["marks"]) - 2], heading["title"]]
            minor = []
            yield " > ".join(headings), "heading", line
        elif line.startswith(";") and line.strip("; "):
            minor = [line.strip("; ")]
            yield " > ".join([*headings, *minor]), "heading", line
        else:
            yield " > ".join([*headings, *minor]), _kind(line), line


def _kind(line: str) -> str:
    if line.startswith("|"):
        return "table"
    if line.startswith("- "):
        return "item"
    return "paragraph" if line else "blank"


def _pieces(kind: str, lines: list[str]) -> Iterator[tuple[str, str]]:
    """The blocks that neighbouring lines of one kind make."""
    if kind == "table":
        rows = [line for line in lines if not _SEPARATOR.fullmatch(line)]
        yield "table", " ".join(rows)
        for row in rows[1:]:
            yield "row", row.strip("| ")
    elif kind == "item":
        yield from (("item", line.removeprefix("- ")) for line in lines)
    elif kind == "paragraph":
        yield from (("paragraph", line) for line in lines)
