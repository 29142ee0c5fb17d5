"""The rows of the base, read without the code that makes questions of them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from django.db.models import Prefetch

from quiz.quality.witness.times import Span, in_words, stored
from relations.models import (
    Country,
    Event,
    Figure,
    Membership,
    Milestone,
    Office,
    Organization,
    OutsideDate,
    Person,
    Report,
    Roll,
    RollEntry,
    Signatory,
    Treaty,
    UnidentifiedRow,
)

Row = Any  # any model of `relations`
Truth = bool | None  # None where the base cannot tell
Told = Iterable[tuple[str, Row]]

ARTICLE = re.compile(r"^(the|an?) ")
# The article speaks of its help in general, so it may be meant wherever help is.
HELPS_IN_GENERAL = "united-states"


@lru_cache(maxsize=2**17)
def plain(text: str) -> str:
    """Small letters without accents and signs, and no article in front."""
    text = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    text = "".join(c for c in text if c.isalnum() or c in " -/")
    return ARTICLE.sub("", " ".join(re.split(r"[\s/-]+", text)).strip())


def stands(row: Row) -> bool:
    return row.standing == "stated"


def not_retracted(model: Any) -> Any:
    return model.objects.exclude(standing="retracted")


@dataclass(frozen=True)
class Time:
    """When something was: what the article says, and what is said besides."""

    known: tuple[Span, ...]
    rumoured: tuple[Span, ...] = ()  # disputed, or from a reference
    elsewhere: tuple[Span, ...] = ()  # from a reference, of other steps of that side

    @property
    def is_contested(self) -> bool:
        return any(not a.meets(b) for a in self.known for b in self.rumoured)

    def within(self, asked: Span) -> Truth:
        if any(asked.holds(time) for time in self.known):
            return True
        said = (*self.known, *self.rumoured, *self.elsewhere)
        return None if not self.known or any(map(asked.meets, said)) else False

    def before(self, other: "Time") -> Truth:
        pairs = [(a, b) for a in self.known for b in other.known]
        if pairs and all(a.last < b.first for a, b in pairs):
            return True
        return False if pairs and all(b.last < a.first for a, b in pairs) else None


@dataclass
class Rows:
    """Everything once, and found by what it is called."""

    steps: dict[tuple[str, str], list[Row]] = field(
        default_factory=lambda: defaultdict(list)
    )
    outside: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    _by: dict[Any, dict[str, list[Row]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in not_retracted(Milestone).select_related("country", "organization"):
            self.steps[(row.country or row.organization).slug, row.kind].append(row)
        for row in OutsideDate.objects.select_related("country", "organization"):
            self.outside[(row.country or row.organization).slug].append(row)

    @cached_property
    def countries(self) -> list[Row]:
        return list(Country.objects.all())

    @cached_property
    def bodies(self) -> list[Row]:
        return list(Organization.objects.all())

    @cached_property
    def people(self) -> list[Row]:
        return list(Person.objects.all())

    @cached_property
    def unnamed(self) -> list[Span]:
        rows = UnidentifiedRow.objects.exclude(date="")
        return [time for row in rows for time in spans([row.date])]

    @cached_property
    def deeds(self) -> list[Row]:
        found: list[Row] = []
        for model in (Event, Report):
            rows = not_retracted(model).select_related(
                "country", "organization", "person"
            )
            found += rows.prefetch_related("covers")
        return found

    @cached_property
    def events(self) -> list[Row]:
        return [row for row in self.deeds if isinstance(row, Event) and row.date]

    @cached_property
    def treaties(self) -> list[Row]:
        rows = not_retracted(Treaty)
        signed = Signatory.objects.select_related("country", "person")
        return list(rows.prefetch_related(Prefetch("signatories", signed)))

    @cached_property
    def offices(self) -> list[Row]:
        return list(not_retracted(Office).select_related("person"))

    @cached_property
    def figures(self) -> dict[str, list[Row]]:
        return grouped(not_retracted(Figure), lambda row: row.question)

    @cached_property
    def memberships(self) -> dict[str, Row]:
        rows = not_retracted(Membership).select_related("organization")
        return {row.organization.slug: row for row in rows}

    @cached_property
    def rolls(self) -> list[Row]:
        entries = Prefetch("entries", RollEntry.objects.select_related("country"))
        return list(not_retracted(Roll).prefetch_related(entries, "covers"))

    @cached_property
    def _named(self) -> dict[str, dict[str, set[str]]]:
        """The slugs of what bears a name, by kind of thing and name."""
        named: dict[str, dict[str, set[str]]] = {}
        for kind in ("country", "organization", "person"):
            names: dict[str, set[str]] = defaultdict(set)
            for row in self.all_of(kind):
                for name in names_of(row):
                    names[plain(name)].add(row.slug)
            named[kind] = names
        return named

    def by(self, told: "Callable[[Rows], Told]") -> dict[str, list[Row]]:
        """Rows by what they are told by, put together once."""
        if told not in self._by:
            found: dict[str, list[Row]] = {}
            for text, row in told(self):
                found.setdefault(text, []).append(row)
            self._by[told] = found
        return self._by[told]

    @cached_property
    def unclear(self) -> set[str]:
        """Whatever has a name by which another goes too."""
        return {
            row.slug
            for kind in self._named
            for row in self.all_of(kind)
            if self.slug(own_name(row)) is None
        }

    def all_of(self, kind: str) -> list[Row]:
        return {
            "country": self.countries,
            "organization": self.bodies,
            "person": self.people,
        }[kind]

    def slugs(self, text: str, *kinds: str) -> set[str]:
        """Whatever goes by this name among the kinds."""
        kinds = kinds or ("country", "organization", "person")
        return set().union(*(self._named[kind].get(plain(text), ()) for kind in kinds))

    def slug(self, text: str, *kinds: str) -> str | None:
        """What goes by this name, if it is one thing."""
        found = self.slugs(text, *kinds)
        return found.pop() if len(found) == 1 else None

    def step(self, side: str, kind: str) -> Time:
        """When a step with a state or body was."""
        rows = [row for row in self.steps[side, kind] if row.date]
        outside = self.outside.get(side, ())
        return Time(
            spans(row.date for row in rows if stands(row)),
            spans(
                [row.date for row in rows if not stands(row)]
                + [row.date for row in outside if row.kind == kind]
            ),
            spans(row.date for row in outside if row.kind != kind),
        )


def own_name(row: Row) -> str:
    return getattr(row, "acronym", "") or row.name


def names_of(row: Row) -> Iterator[str]:
    """Every name the base has for a state, a body or a person."""
    for name in (
        row.name,
        getattr(row, "acronym", ""),
        getattr(row, "everyday_name", ""),
    ):
        if name:
            yield name
    yield from row.aliases


def spans(dates: Iterable[Any]) -> tuple[Span, ...]:
    found = (stored(str(getattr(date, "iso", date))) for date in dates if date)
    return tuple(time for time in found if time)


def event_time(row: Row) -> Time:
    times = spans([row.date])
    return Time(times) if stands(row) else Time((), times)


def told_when(row: Row) -> str:
    """ " in 1997", where a deed's question adds the date."""
    if not isinstance(row, Event) or not row.date or str(row.date.year) in row.deed:
        return ""
    return "".join(f" {in_words(time)}" for time in spans([row.date])[:1])


def grouped(rows: Iterable[Row], key: Any) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return found
