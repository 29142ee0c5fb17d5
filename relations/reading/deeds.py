"""Claims about what was signed, held, done and measured."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch

from relations.claims import (
    AMOUNTS_TO,
    DONE_BY,
    HAPPENED,
    HELD_BY,
    HOLDS,
    HOME,
    SIGNED_BY,
    SIGNED_ON,
    Amount,
    Claim,
    Thing,
)
from relations.dates import when
from relations.models import Event, Figure, Office, Signatory, Treaty
from relations.models.acted import ActedFact
from relations.models.base import FactQuerySet
from relations.reading.things import support, thing


def treaties() -> Iterator[Claim[Any]]:
    rows = Treaty.objects.standing().with_passages()
    signed = Signatory.objects.select_related("country", "person")
    for row in rows.prefetch_related(Prefetch("signatories", signed)):
        signatories = row.signatories.all()
        common = {
            "page": row.get_absolute_url(),
            "page_title": row.name,
            "topic": "treaties",
            "countries": tuple(
                s.country.slug
                for s in signatories
                if s.country and s.country.name != HOME
            ),
            **support(row),
        }
        if row.date:
            yield Claim(
                predicate=SIGNED_ON, subject=thing(row), value=row.date, **common
            )
        for signatory in signatories:
            yield Claim(
                predicate=SIGNED_BY,
                subject=thing(row),
                value=thing(signatory.country or signatory.person),
                **common,
            )


def offices() -> Iterator[Claim[Any]]:
    rows = Office.objects.standing().with_passages().select_related("person")
    slugs: dict[str, set[str]] = {}
    for row in rows:
        slugs.setdefault(row.kin, set()).add(row.slug)
    for row in rows:
        alike = frozenset(slugs[row.kin]) if row.kin else frozenset()
        office = Thing("office", row.slug, row.title, row.title, overlaps=alike)
        common = {
            "page": row.person.get_absolute_url(),
            "page_title": row.person.name,
            "topic": "people",
            **support(row),
        }
        person = thing(row.person)
        yield Claim(predicate=HELD_BY, subject=office, value=person, **common)
        yield Claim(predicate=HOLDS, subject=person, value=office, **common)


def deed_of(fact: ActedFact) -> Thing:
    """What was done, as a slot that facts of one kin share."""
    asks = fact.asks
    if not asks and fact.actor:
        noun = "who" if fact.person else "which state"
        date = fact.date if isinstance(fact, Event) else None
        span = f" {when(date)}" if date and str(date.year) not in fact.deed else ""
        asks = f"According to the article, {noun} {fact.deed}{span}?"
    return Thing("deed", fact.kin or fact.slug, fact.deed, asks)


def acted(objects: FactQuerySet) -> Iterator[Claim[Any]]:
    rows = (
        objects.standing()
        .with_passages()
        .select_related("country", "organization", "person")
    )
    for row in rows.prefetch_related("about", "organization__overlaps"):
        slugs = {country.slug for country in row.about.all()}
        if row.country and row.country.name != HOME:
            slugs.add(row.country.slug)
        page = row.actor or next(iter(row.about.all()), None)
        common = {
            "page": page.get_absolute_url() if page else "",
            "page_title": str(page or ""),
            "topic": "people",
            "countries": tuple(sorted(slugs)),
            **support(row),
        }
        if row.actor:
            actor = thing(row.actor)
        else:
            actor = Thing("others", row.slug, row.others, row.others)
        yield Claim(predicate=DONE_BY, subject=deed_of(row), value=actor, **common)
        if isinstance(row, Event) and row.date and row.name:
            kind = "term" if row.until else "event"
            event = Thing(kind, row.slug, row.name, row.asks_when)
            yield Claim(
                predicate=HAPPENED,
                subject=event,
                value=row.date,
                **common,
            )


def figures() -> Iterator[Claim[Any]]:
    rows = Figure.objects.standing().with_passages().select_related("country")
    for row in rows:
        yield Claim(
            predicate=AMOUNTS_TO,
            subject=Thing("figure", row.slug, row.question),
            value=Amount(row.amount, row.unit, row.is_approximate),
            page=row.country.get_absolute_url() if row.country else "",
            page_title=row.country.name if row.country else "",
            countries=(row.country.slug,) if row.country else (),
            topic="people",
            **support(row),
        )
