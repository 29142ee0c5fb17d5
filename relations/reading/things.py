"""Rows of the base as the things that claims speak of."""

from relations.claims import Place, Thing
from relations.models import Country, Organization, Person, Roll, Treaty
from relations.models.base import Fact


def thing(row: Country | Organization | Person | Treaty | Roll) -> Thing:
    """A row of the base as something claims speak of."""
    kind = row._meta.model_name or ""
    if isinstance(row, Country):
        return Thing(
            kind,
            row.slug,
            row.name,
            row.in_sentence,
            row.get_absolute_url(),
            region=row.region,
            aliases=tuple(row.aliases),
            is_former=row.is_former,
        )
    if isinstance(row, Organization):
        return Thing(
            kind,
            row.slug,
            row.acronym,
            row.in_sentence,
            row.get_absolute_url(),
            region=row.kind,
            aliases=tuple(row.aliases),
            overlaps=frozenset(other.slug for other in row.overlaps.all()),
        )
    if isinstance(row, Roll):
        return Thing(kind, row.slug, row.title, row.question, region=row.form)
    if isinstance(row, Treaty):
        return Thing(
            kind,
            row.slug,
            row.name,
            row.in_sentence,
            row.get_absolute_url(),
            aliases=(row.blind_name,),
        )
    return Thing(
        kind,
        row.slug,
        row.name,
        row.in_sentence,
        row.get_absolute_url(),
        region=row.setting,
        aliases=tuple(row.aliases),
    )


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
        "is_disputed": fact.standing == Fact.Standing.DISPUTED,
        "unasked_because": fact.unasked_because,
    }
