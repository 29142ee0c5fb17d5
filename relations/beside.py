"""What references say of a date, held against what the article says."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from relations.models import Country, Milestone, Organization, OutsideDate


class Bearing(StrEnum):
    """How a reference's date stands to the article's."""

    DIFFERS = "differs"
    CLOSER = "closer"  # more exact, and not against it
    AGREES = "agrees"
    ALONE = "alone"  # the article gives no date


@dataclass(frozen=True)
class Beside:
    outside: OutsideDate
    bearing: Bearing

    @property
    def is_contrary(self) -> bool:
        """Whether the two are to be seen side by side."""
        return self.bearing in (Bearing.DIFFERS, Bearing.ALONE)


def outside_dates(subject: Any) -> list[OutsideDate]:
    if not isinstance(subject, Country | Organization):
        return []
    return [*subject.outside_dates.select_related("source").order_by("date", "slug")]


def of(fact: Any, outside: Iterable[OutsideDate]) -> tuple[Beside, ...]:
    """The dates references give for this very step, of the dossier's own partner."""
    if not isinstance(fact, Milestone):
        return ()
    same_step = (row for row in outside if row.kind == fact.kind)
    return tuple(Beside(row, _bearing(fact, row)) for row in same_step)


def _bearing(fact: Milestone, row: OutsideDate) -> Bearing:
    if not fact.date:
        return Bearing.ALONE
    within = fact.date.within(row.date)
    if within is None:
        return Bearing.CLOSER
    return Bearing.AGREES if within else Bearing.DIFFERS
