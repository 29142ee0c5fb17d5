"""Bases of any size, made up: the shipped rows told again and again in other words.

A retelling keeps what makes a base hard: rows without names, years that states share,
dates known only in part, disputes, kin, complete lists, bodies that overlap. Its names,
words and years are made up, and its rows belong to no other retelling. Only the home
country is common to all.
"""

import calendar
import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from django.db import models

from quiz.quality.wording import COMMON
from relations.claims import HOME
from relations.dates import PartialDateField
from relations.fixtures import Column, Row, fields
from relations.models import Country, Membership, Theme

# Words that questions are built with. They stay, so that stems and names fit together.
MONTHS = {name.casefold() for name in calendar.month_name}
KEPT = COMMON | MONTHS | {"opening", "percentage", "gallup", "large", "long", "high"}
UNWANTED = {"all", "never", "no", "none", "nor", "not"}  # what no word may come out as
STAYING = HOME.lower()  # the slug of the one row that is not retold
UNTOLD = {"iso2", "iso3", "fingerprint"}  # belong to real states and to a real text
MOST_YEARS_BACK = 900
PIECE = re.compile(r"\{\w*\}|\b(?:1\d{3}|20\d\d)(?:[–-]\d\d)?\b|[^\W\d_]+")
VOWELS = "aeiou"
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in VOWELS]


def rows(shipped: list[Row], *, copies: int, seed: int = 0) -> list[Row]:
    """The shipped rows retold so many times, in an order in which they can be loaded."""
    coined = set(UNWANTED)
    retellings = [
        Retelling(number, Random(f"{seed}/{number}"), coined)
        for number in range(1, copies + 1)
    ]
    return list(_retold(shipped, retellings))


def _retold(shipped: list[Row], retellings: "list[Retelling]") -> Iterator[Row]:
    for row in shipped:
        if row.model is Country and row.slug == STAYING:
            yield row
        else:
            yield from (retelling.row(row) for retelling in retellings)


class Retelling:
    """One consistent renaming: the same word always becomes the same other word."""

    def __init__(self, number: int, dice: Random, coined: set[str]) -> None:
        self.number = number
        self._dice = dice
        self._coined = coined  # by all retellings, so that no two share a name
        self._words: dict[str, str] = {}
        # By fours, so that most leap years stay so.
        self._years_back = dice.randrange(0, MOST_YEARS_BACK, 4)

    def row(self, row: Row) -> Row:
        values = {
            column.name: self._value(column, row.values[column.name])
            for column in fields(row.model)
            if column.name not in UNTOLD
        }
        if row.model in (Membership, Theme):  # they all stand on one list
            values["position"] += (self.number - 1) * 100
        values |= dict.fromkeys(UNTOLD & row.values.keys(), "")
        return Row(row.model, values["slug"], values, f"retelling {self.number}")

    def _value(self, column: Column, value: Any) -> Any:
        if column.many_to_many:
            return sorted([self._slug(slug)] for [slug] in value)
        if column.is_relation or isinstance(column, models.SlugField):
            return self._slug_or_key(value)
        if isinstance(column, PartialDateField):
            return self._date(value)
        if isinstance(column, models.JSONField):
            return [self.text(text) for text in value]
        if isinstance(column, models.CharField) and not column.choices:
            return self.text(value) if isinstance(value, str) else value
        return value

    def _slug_or_key(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._slug(slug) for slug in value]
        return self._slug(value) if value else value

    def _slug(self, slug: str) -> str:
        return slug if slug == STAYING else f"{slug}-{self.number}"

    def _date(self, iso: str) -> str:
        if not iso:
            return iso
        told = self._year(iso[:4]) + iso[4:]
        return told.replace("-02-29", "-02-28")

    def _year(self, year: str) -> str:
        return str(int(year) - self._years_back)

    def _years(self, years: str) -> str:
        """Of a span as 2022–23, both ends."""
        first, dash, last = years[:4], years[4:5], years[5:]
        return self._year(first) + dash + (last and self._year(first[:2] + last)[2:])

    def text(self, text: str) -> str:
        """The same sentence in other words and years; what {stands so} is left alone."""
        return PIECE.sub(lambda match: self._piece(match[0]), text)

    def _piece(self, piece: str) -> str:
        if piece.startswith("{") or piece.casefold() in KEPT:
            return piece
        if piece[0].isdigit():
            return self._years(piece)
        if piece[-1].isupper() and len(piece) > 1:
            return self._word(piece, self._letters)
        if len(piece) < 4:
            return piece
        word = self._word(piece.casefold(), self._syllables)
        return word.capitalize() if piece[0].isupper() else word

    def _word(self, piece: str, make: Callable[[str, int], str]) -> str:
        """What a word has become, or a new one; longer where the short ones run out."""
        if piece not in self._words:
            tries = 0
            while (word := make(piece, tries // 10)).casefold() in self._coined:
                tries += 1
            self._coined.add(word.casefold())
            self._words[piece] = word
        return self._words[piece]

    def _letters(self, piece: str, more: int) -> str:
        letters = self._dice.choices("ABCDEFGHIKLMNOPRSTUVZ", k=len(piece) + more)
        return "".join(letters)

    def _syllables(self, piece: str, more: int) -> str:
        """Of one length, and begun with a vowel if the other is: "an" stands before it."""
        first = self._dice.choice(VOWELS) if piece[0] in VOWELS else ""
        length = len(piece) + more
        return (first + "".join(self._dice.choices(SYLLABLES, k=length)))[:length]
