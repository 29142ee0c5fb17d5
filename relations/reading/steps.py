"""Claims about steps in relations: the tables, the unnamed rows, the references."""

from collections.abc import Iterator
from typing import Any

from relations.claims import (
    ESTABLISHED,
    HAS_RELATIONS,
    MILESTONES,
    PARTNERS,
    TWO_VOICES,
    Claim,
    Layer,
    Place,
    Thing,
)
from relations.models import Milestone, OutsideDate, UnidentifiedRow
from relations.reading.things import support, thing


def milestones() -> Iterator[Claim[Any]]:
    outside: dict[tuple[str, str], list[OutsideDate]] = {}
    for row in OutsideDate.objects.select_related("country", "organization", "source"):
        partner = row.country or row.organization
        outside.setdefault((partner.slug, row.kind), []).append(row)
    rows = Milestone.objects.standing().with_passages()
    for row in rows.select_related("country", "organization").prefetch_related(
        "organization__overlaps"
    ):
        partner = row.partner
        if not row.date:
            yield Claim(
                predicate=HAS_RELATIONS,
                subject=PARTNERS,
                value=thing(partner),
                page=partner.get_absolute_url(),
                page_title=str(partner),
                countries=(partner.slug,),
                topic="relations",
                **support(row),
            )
            continue
        contrary = [
            other
            for other in outside.get((partner.slug, row.kind), [])
            if row.date.within(other.date) is False
        ]
        yield Claim(
            predicate=MILESTONES[row.kind],
            subject=thing(partner),
            value=row.date,
            remark=_remark(row.conflict, contrary),
            page=partner.get_absolute_url(),
            page_title=partner.name or str(partner),
            countries=(row.country.slug,) if row.country else (),
            topic="relations" if row.kind != "joined" else "memberships",
            **support(row),
        )


def _remark(conflict: str, contrary: list[OutsideDate]) -> str:
    """What the article says elsewhere, and what references say that does not agree."""
    remarks = [f"{TWO_VOICES} {conflict}"] if conflict else []
    if contrary:
        said = "; ".join(_told(row) for row in contrary)
        remarks.append(f"Outside the article, another date is given: {said}.")
    return " ".join(remarks)


def _told(row: OutsideDate) -> str:
    note = f" {row.note}" if row.note else ""
    return f"{row.date}, according to {row.source}.{note}".rstrip(".")


def unidentified_rows() -> Iterator[Claim[Any]]:
    """Rows without a name: some state or other, so nothing is unique beside them."""
    rows = UnidentifiedRow.objects.select_related("passage__section")
    for row in rows:
        if row.date:
            yield Claim(
                key=row.slug,
                predicate=ESTABLISHED,
                subject=Thing("row", row.slug, "an unnamed state"),
                value=row.date,
                statement=f"A row without a name is dated {row.date}.",
                places=(Place(row.passage.locator, row.passage.get_absolute_url()),),
                unasked_because="The row names no state.",
            )


def outside_dates() -> Iterator[Claim[Any]]:
    rows = OutsideDate.objects.select_related("country", "organization", "source")
    for row in rows.prefetch_related("organization__overlaps"):
        partner = row.country or row.organization
        yield Claim(
            key=row.slug,
            predicate=MILESTONES[row.kind],
            subject=thing(partner),
            value=row.date,
            statement=f"{row.source} dates this to {row.date}.",
            source=row.source.title,
            layer=Layer.REFERENCE,
            unasked_because="Known only from a reference.",
        )
