"""Claims about the lists: memberships, names of bodies, rolls."""

from collections.abc import Iterator
from typing import Any

from relations.claims import (
    ACRONYM,
    HOME,
    LISTED,
    MEMBER,
    MEMBERSHIPS,
    STANDS_FOR,
    Claim,
    Layer,
    Thing,
    Words,
)
from relations.models import Membership, Organization, RollEntry, Source
from relations.reading.things import support, thing


def memberships() -> Iterator[Claim[Any]]:
    rows = Membership.objects.standing().with_passages().order_by("position")
    for row in rows.select_related("organization__status_source").prefetch_related(
        "organization__overlaps"
    ):
        body = row.organization
        yield Claim(
            predicate=MEMBER,
            subject=MEMBERSHIPS,
            value=thing(body),
            is_negated=row.status == Membership.Status.NON_MEMBER,
            remark=_status_remark(body),
            page=body.get_absolute_url(),
            page_title=body.acronym,
            topic="memberships",
            **support(row),
        )


def _status_remark(body: Organization) -> str:
    if not body.reference_status:
        return ""
    return f"Outside the article: {body.reference_status}, according to {body.status_source}."


def closed_doors() -> Iterator[Claim[Any]]:
    """Bodies whose own rules shut the country out: a negative from a reference."""
    rows = Organization.objects.exclude(closed_to_albania="")
    for row in rows.select_related("status_source").prefetch_related("overlaps"):
        yield Claim(
            key=f"{row.slug}-closed",
            predicate=MEMBER,
            subject=MEMBERSHIPS,
            value=thing(row),
            statement=(
                f"{row.acronym}, the {row.name}, {row.closed_to_albania}. "
                f"{HOME} is not in it."
            ),
            source=row.status_source.title,
            layer=Layer.REFERENCE,
            is_negated=True,
            unasked_because="Known only from a reference; used as a wrong answer.",
            page=row.get_absolute_url(),
            page_title=row.acronym,
            topic="memberships",
        )


def names() -> Iterator[Claim[Any]]:
    """What acronyms on the article's list stand for. The names are reference layer."""
    rows = Membership.objects.standing().with_passages().order_by("position")
    for row in rows.select_related("organization__name_source").prefetch_related(
        "organization__overlaps"
    ):
        body = row.organization
        if not body.name:
            continue
        subject = thing(body)
        common = {
            "layer": Layer.REFERENCE,
            "page": body.get_absolute_url(),
            "page_title": body.acronym,
            "topic": "memberships",
            **support(row),
            "source": str(body.name_source or "the organisation’s own name"),
            "statement": f"{body.acronym} is the {body.name}.",
            "remark": _name_remark(body.name_source),
        }
        words = Words(body.name)
        yield Claim(predicate=STANDS_FOR, subject=subject, value=words, **common)
        named = Thing("name", body.slug, body.name, overlaps=subject.overlaps)
        yield Claim(predicate=ACRONYM, subject=named, value=subject, **common)


def _name_remark(source: Source | None) -> str:
    if source is None:
        return "The list prints only the short name; the full one is the organisation’s own."
    return f"The list prints only the short name; the full one is from {source}."


def rolls() -> Iterator[Claim[Any]]:
    rows = (
        RollEntry.objects.standing()
        .with_passages()
        .select_related("roll__treaty", "country")
    )
    for row in rows.prefetch_related("roll__countries").order_by(
        "roll__slug", "position"
    ):
        roll = row.roll
        slugs = {country.slug for country in roll.countries.all()}
        page = roll.treaty or row.country or next(iter(roll.countries.all()), None)
        if row.country:
            slugs.add(row.country.slug)
        yield Claim(
            predicate=LISTED,
            subject=thing(roll),
            value=thing(row.country) if row.country else Words(row.label, row.kin),
            page=page.get_absolute_url() if page else "",
            page_title=page.name if page else "",
            countries=tuple(sorted(slugs)),
            topic=roll.topic,
            **support(row),
        )
