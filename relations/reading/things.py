"""Rows of the base as the things that claims speak of."""

from functools import singledispatch

from django.db import models

from relations import territories
from relations.claims import Place, Thing
from relations.models import Country, Organization, Person, Roll, Treaty
from relations.models.base import Fact


@singledispatch
def thing(row: models.Model) -> Thing:
    """A row of the base as something claims speak of."""
    raise TypeError(f"claims speak of no {type(row).__name__}")


@thing.register
def _country(row: Country) -> Thing:
    return Thing(
        "country",
        row.slug,
        row.name,
        row.in_sentence,
        row.get_absolute_url(),
        region=row.region,
        aliases=tuple(row.aliases),
        also=territories.names(row.iso2),
        is_former=row.is_former,
    )


@thing.register
def _organization(row: Organization) -> Thing:
    return Thing(
        "organization",
        row.slug,
        row.acronym,
        row.in_sentence,
        row.get_absolute_url(),
        region=row.kind,
        aliases=tuple(row.aliases),
        also=tuple(filter(None, (row.name, row.everyday_name))),
        overlaps=frozenset(other.slug for other in row.overlaps.all()),
    )


@thing.register
def _person(row: Person) -> Thing:
    return Thing(
        "person",
        row.slug,
        row.name,
        row.in_sentence,
        row.get_absolute_url(),
        region=row.setting,
        aliases=tuple(row.aliases),
        also=(row.surname,),
    )


@thing.register
def _treaty(row: Treaty) -> Thing:
    return Thing(
        "treaty",
        row.slug,
        row.name,
        row.in_sentence,
        row.get_absolute_url(),
        aliases=(row.blind_name,),
    )


@thing.register
def _roll(row: Roll) -> Thing:
    return Thing("roll", row.slug, row.title, row.question, region=row.form)


def support(fact: Fact) -> dict:
    """What every claim read from a fact has in common."""
    passages = sorted(fact.passages.all(), key=lambda passage: passage.slug)
    return {
        "key": fact.slug,
        "statement": fact.statement,
        "source": passages[0].section.source.title if passages else "",
        "places": tuple(
            Place(passage.locator, passage.get_absolute_url()) for passage in passages
        ),
        "is_disputed": fact.is_in_doubt,
        "unasked_because": fact.unasked_because,
    }
