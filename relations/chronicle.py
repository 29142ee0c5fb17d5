"""The timeline: every dated fact, by decade and year, each as exactly as it is known."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from relations import sentences, stretches
from relations.claims import Thing
from relations.models import UnidentifiedRow
from relations.sentences import Sentence
from relations.stretches import Dated, Stretch, decade_of
from relations.strips import Overview, Scale, overview

# The entries of a list are told with their list.
KINDS = {
    "milestone": "Steps in relations",
    "treaty": "Treaties",
    "event": "Events",
    "figure": "Numbers",
    "report": "Practice and views",
    "roll": "Lists",
}
OVERVIEW_WIDTH = 1000


@dataclass(frozen=True)
class Choice:
    """What a reader wants to see; nothing chosen is everything."""

    decade: int | None = None
    kind: str = ""
    country: str = ""

    def takes(self, told: Sentence) -> bool:
        """Whether a fact is of the kind and the country wanted, whatever its decade."""
        if self.kind and told.kind != self.kind:
            return False
        return not self.country or told.speaks_of("country", self.country)

    @property
    def takes_unnamed(self) -> bool:
        """Rows without a name are steps in relations, with whom nobody can say."""
        return not self.country and self.kind in ("", "milestone")


@dataclass(frozen=True)
class Decade:
    """Ten years in the overview, and how many facts are or may be of them."""

    start: int
    count: int
    x: float
    width: float
    is_chosen: bool


class Chronicle:
    """The dated facts that a choice takes, and what there is to choose from."""

    def __init__(
        self,
        told: Iterable[Sentence],
        unnamed: Iterable[dt.date] = (),
        choice: Choice = Choice(),
    ) -> None:
        dated = [Dated(one, one.time) for one in told if one.time and one.kind in KINDS]
        self.everything = sorted(dated, key=lambda one: one.order)
        self.all_unnamed = [*unnamed]
        self.choice = choice
        self.taken = [one for one in self.everything if choice.takes(one.told)]
        self.unnamed = self.all_unnamed if choice.takes_unnamed else []

    def narrowed(self, choice: Choice) -> "Chronicle":
        told = (one.told for one in self.everything)
        return Chronicle(told, self.all_unnamed, choice)

    @cached_property
    def starts(self) -> list[int]:
        """Where each decade begins; a century alone puts nothing in any of them."""
        times = (time for _, time in self.everything if time.precision != "century")
        years = [year for time in times for year in (time.first.year, time.last.year)]
        years += [day.year for day in self.all_unnamed]
        return [*range(decade_of(min(years)), max(years) + 1, 10)] if years else []

    @cached_property
    def countries(self) -> list[Thing]:
        """The states that a dated fact speaks of."""
        about = (thing for one in self.everything for thing in one.told.about)
        return [*dict.fromkeys(thing for thing in about if thing.kind == "country")]

    @cached_property
    def shown(self) -> list[Dated]:
        if self.choice.decade is None:
            return self.taken
        return self._of(self.choice.decade)

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The decade chosen, or all of them that hold anything, each fact once."""
        if (chosen := self.choice.decade) is not None:
            return [stretches.decade(chosen, self.shown, self.unnamed)]
        begun: dict[int, list[Dated]] = {start: [] for start in self.starts}
        for one in self.shown:
            if not one.is_long:
                begun[decade_of(one.time.first.year)].append(one)
        found = [stretches.longest([one for one in self.shown if one.is_long])]
        for start, told in begun.items():
            found.append(stretches.decade(start, told, self.unnamed))
        return [stretch for stretch in found if stretch]

    @cached_property
    def decades(self) -> list[Decade]:
        return [
            Decade(
                start,
                len(self._of(start)),
                self._scale.x(dt.date(start, 1, 1)),
                round(OVERVIEW_WIDTH / len(self.starts), 1),
                is_chosen=start == self.choice.decade,
            )
            for start in self.starts
        ]

    @cached_property
    def overview(self) -> Overview | None:
        if not self.starts:
            return None
        return overview(self._scale, [time for _, time in self.taken])

    @property
    def previous(self) -> int | None:
        return self._beside(-10)

    @property
    def next(self) -> int | None:
        return self._beside(10)

    def _beside(self, step: int) -> int | None:
        chosen = self.choice.decade
        return chosen + step if chosen and chosen + step in self.starts else None

    @cached_property
    def _scale(self) -> Scale:
        return stretches.scale(self.starts[0], self.starts[-1] + 9, OVERVIEW_WIDTH)

    def _of(self, start: int) -> list[Dated]:
        """What was, or may have been, in these ten years."""
        years = dt.date(start, 1, 1), dt.date(start + 9, 12, 31)
        return [one for one in self.taken if one.time.overlaps(*years)]


def read() -> Chronicle:
    """All that is dated, with its places, and the dates of rows without a name."""
    dates = UnidentifiedRow.objects.exclude(date="").values_list("date", flat=True)
    dated = [one for one in sentences.read().facts if one.time]
    return Chronicle(sentences.with_places(dated), [date.first_day for date in dates])
