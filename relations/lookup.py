"""What a date or a thing that somebody typed really is, as far as the base tells.

Only facts that stand and that nothing contradicts are told. `but` names those to keep
quiet about, since a learner is still to be asked them.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q

from relations import names, territories
from relations.claims import HOME, Layer
from relations.dates import PartialDate
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
    RollEntry,
    Treaty,
)
from relations.models.base import Fact, FactQuerySet
from relations.names import Key

NOBODY: frozenset[str] = frozenset()
OWN_NAME = "the organisation’s own name"


@dataclass(frozen=True)
class Told:
    """A sentence, where to read on, and where the article says so."""

    text: str
    page: str = ""
    sources: tuple[dict[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"sources": list(self.sources)}


def on(date: PartialDate, *, but: Collection[str] = NOBODY) -> Told | None:
    """What happened then; within a month or a year only where nothing is dated so."""
    facts = [
        fact
        for kind in (Milestone, Treaty, Event)
        for fact in _told_of(kind, Q(date__startswith=date.iso), but)
        if not isinstance(fact, Event) or fact.name
    ]
    facts.sort(key=lambda fact: (fact.date != date, fact.date.iso, fact.slug))
    return _fact(facts[0]) if facts else None


def counted(
    number: Decimal, unit: str, *, but: Collection[str] = NOBODY
) -> Told | None:
    """What the article counts or measures with just this number of the unit."""
    found = _told_of(Figure, Q(amount=number, unit=unit), but)
    return _fact(found[0]) if found else None


def outside(date: PartialDate, of: str) -> Told | None:
    """Which reference gives this date for a step that the article dates otherwise."""
    step = Milestone.objects.filter(slug=of).first()
    if step is None:
        return None
    rows = OutsideDate.objects.filter(
        country=step.country, organization=step.organization
    ).select_related("source")
    for row in rows:
        if row.date.overlaps(date) and not row.date.overlaps(step.date):
            page = step.partner.get_absolute_url()
            source = _reference(row.source.title, page)
            return Told(_outside_text(row, step), page, (source,))
    return None


def _outside_text(row: OutsideDate, step: Milestone) -> str:
    if row.kind == step.kind:
        return f"Outside the article, {row.source} gives {row.date} for this."
    other = row.get_kind_display()
    return (
        f"Outside the article, {row.source} gives {row.date} for another step: {other}."
    )


def bearer(key: Key, *, but: Collection[str] = NOBODY) -> Told:
    """What a state, a place, a body or a person is."""
    kind, slug = key
    if kind == territories.ELSEWHERE:
        (place,) = (one for one in names.everything() if (one.kind, one.slug) == key)
        return Told(f"The article does not mention {place.in_sentence}.")
    row = MODELS[kind].objects.get(slug=slug)
    if row.name == HOME:
        return Told(f"Everything here is about {HOME} itself.", row.get_absolute_url())
    return _body(row, but) if isinstance(row, Organization) else _row(row, but)


MODELS: dict[str, Any] = {
    "country": Country,
    "organization": Organization,
    "person": Person,
}

# Where a thing is told of, the most telling first.
FACTS: dict[type, tuple[tuple[type[Fact], str], ...]] = {
    Country: (
        (Treaty, "signatories__country"),
        (Milestone, "country"),
        (Event, "country"),
        (Report, "country"),
        (RollEntry, "country"),
        (Event, "about"),
        (Report, "about"),
    ),
    Organization: (
        (Milestone, "organization"),
        (Membership, "organization"),
        (Event, "organization"),
        (Report, "organization"),
    ),
    Person: (
        (Treaty, "signatories__person"),
        (Office, "person"),
        (Event, "person"),
        (Report, "person"),
    ),
}


def _row(row: Country | Organization | Person, but: Collection[str]) -> Told:
    page = row.get_absolute_url()
    for kind, link in FACTS[type(row)]:
        for fact in _told_of(kind, Q(**{link: row}), but):
            return _fact(fact, page)
    if isinstance(row, Person) or _is_mentioned(row):
        return Told(f"The article tells of {row.in_sentence} elsewhere.", page)
    return Told(f"The article does not mention {row.in_sentence}.", page)


def _is_mentioned(row: Country | Organization) -> bool:
    """Whether any fact is held of it, told here or not."""
    return any(
        kind.objects.filter(**{link: row}).exists() for kind, link in FACTS[type(row)]
    )


def _body(row: Organization, but: Collection[str]) -> Told:
    """A body by its full name too, which the article does not give, unless that is
    still to be asked.
    """
    told = _row(row, but)
    is_asked = Membership.objects.filter(organization=row, slug__in=but).exists()
    if is_asked or not row.name:
        return told
    text = f"{told.text} {row.acronym} is the {row.name}."
    origin = str(row.name_source or OWN_NAME)
    return Told(text, told.page, (*told.sources, _reference(origin, told.page)))


def _reference(title: str, page: str) -> dict[str, str]:
    return {"locator": title, "page": page, "layer": str(Layer.REFERENCE)}


def _told_of(
    kind: type[Fact], condition: Q, but: Collection[str] = NOBODY
) -> FactQuerySet:
    """The facts of a kind that stand; what is done or thought only if it is asked."""
    facts: FactQuerySet = kind.objects.filter(condition, standing=Fact.Standing.STATED)
    if kind in (Event, Report):
        facts = facts.filter(unasked_because="")
    return facts.exclude(slug__in=but).with_passages().order_by("slug").distinct()


def _fact(fact: Any, page: str = "") -> Told:
    passages = sorted(fact.passages.all(), key=lambda passage: passage.slug)
    return Told(
        _as_told(fact),
        page or _page(fact),
        tuple(
            {"locator": passage.locator, "page": passage.get_absolute_url()}
            for passage in passages
        ),
    )


def _as_told(fact: Fact) -> str:
    """The fact, marked as the article's word where a reference gives another date."""
    if not isinstance(fact, Milestone) or not fact.date:
        return fact.statement
    given = OutsideDate.objects.filter(
        country=fact.country, organization=fact.organization, kind=fact.kind
    )
    if all(row.date.overlaps(fact.date) for row in given):
        return fact.statement
    return f"{fact.statement.removesuffix('.')}, according to the article."


def _page(fact: Milestone | Treaty | Event | Figure) -> str:
    if isinstance(fact, Milestone):
        return fact.partner.get_absolute_url()
    if isinstance(fact, Figure):
        return fact.country.get_absolute_url() if fact.country else ""
    if isinstance(fact, Treaty):
        return fact.get_absolute_url()
    about = fact.actor or fact.about.first()
    return about.get_absolute_url() if about else ""
