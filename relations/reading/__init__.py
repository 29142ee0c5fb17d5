"""Reads the fact base's rows as claims, kind by kind."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from relations.claims import DONE_BY, HOLDS, LISTED, SIGNED_BY, Claim, Closure
from relations.knowledge import Knowledge
from relations.models import Country, Event, Person, Report, Roll, Treaty
from relations.reading import deeds, lists, steps
from relations.reading.deeds import deed_of
from relations.reading.things import thing

__all__ = [
    "knowledge",
    "read_claims",
    "read_closures",
    "thing",
]

# The article speaks of their help in general, so no kind of help is proved not theirs.
HELPERS = ("united-states",)


def knowledge() -> Knowledge:
    """Everything the database holds, as it stands now."""
    with _nothing_thrown_away():
        states = [thing(country) for country in Country.objects.all()]
        return Knowledge(read_claims(), read_closures(), states)


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """All that is read is kept; to look for waste among it would take half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_claims() -> Iterator[Claim[Any]]:
    yield from steps.milestones()
    yield from steps.unidentified_rows()
    yield from steps.outside_dates()
    yield from deeds.treaties()
    yield from deeds.offices()
    yield from deeds.acted(Event.objects.all())
    yield from deeds.acted(Report.objects.all())
    yield from deeds.figures()
    yield from lists.memberships()
    yield from lists.closed_doors()
    yield from lists.names()
    yield from lists.rolls()


def read_closures() -> Iterator[Closure]:
    """Which lists are complete. The base is a full reading of the article, so what it
    says of nobody else is complete too, as a statement about the article.
    """
    for treaty in Treaty.objects.standing():
        yield Closure(SIGNED_BY, thing(treaty), "the article names every signatory")
    rolls = Roll.objects.standing().filter(is_complete=True)
    for roll in rolls.prefetch_related("covers"):
        yield Closure(
            LISTED,
            thing(roll),
            "the article gives the whole list",
            frozenset(thing(country) for country in roll.covers.all()),
        )
    helpers = frozenset(
        thing(country) for country in Country.objects.filter(slug__in=HELPERS)
    )
    for model in (Event, Report):
        facts = model.objects.standing().select_related(
            "country", "organization", "person"
        )
        for fact in facts.prefetch_related("covers"):
            covered = {thing(country) for country in fact.covers.all()}
            yield Closure(
                DONE_BY,
                deed_of(fact),
                "the article says it of nobody else",
                helpers | covered,
            )
    for person in Person.objects.filter(offices__isnull=False).distinct():
        yield Closure(HOLDS, thing(person), "the article names no other post")
