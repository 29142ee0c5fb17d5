"""Facts that may have gone out of date: those that speak of a present."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from relations import pages
from relations.models import Figure, Office
from relations.models.base import Fact

PRESENT = re.compile(
    r"\b(currently|current|now|today|at present|presently|as of|so far|still|ongoing|"
    r"recently|recent|latest|since)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"\b(?:1[89]|20)\d\d")
IN_OFFICE = "an office that somebody holds"
NO_YEAR = "a figure without a year"


@dataclass(frozen=True)
class Ageing:
    """A fact of the present, why it is one, and the last year it speaks of."""

    fact: Fact
    why: str
    year: int | None

    def age(self, this_year: int) -> int | None:
        return None if self.year is None else max(0, this_year - self.year)


def ageing() -> list[Ageing]:
    """The oldest first; before them those that no year can be told of."""
    found = list(_found())
    return sorted(found, key=lambda one: (one.year or 0, one.fact.slug))


def _found() -> Iterator[Ageing]:
    for model, kind in pages.KINDS.items():
        rows: Any = model._default_manager.standing()
        for fact in pages.with_places(rows.select_related(*kind.needs)):
            if why := _why(fact):
                years = YEAR.findall(fact.statement)
                yield Ageing(fact, why, max(map(int, years), default=None))


def _why(fact: Fact) -> str:
    if isinstance(fact, Office) and fact.is_current:
        return IN_OFFICE
    if word := PRESENT.search(fact.statement):
        return f"says “{word.group().lower()}”"
    is_figure = isinstance(fact, Figure)
    return NO_YEAR if is_figure and not YEAR.search(fact.statement) else ""
