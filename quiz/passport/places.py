"""The places a passport has room for, and what is written on the stamp of each.

A place is a state, body or treaty of which something can be asked.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quiz.models import Side
from quiz.passport.stamps import Wording
from quiz.recall.standing import Fact
from relations.claims import HOME
from relations.dates import PartialDate
from relations.dossiers import holdings
from relations.models import Country, Membership, Milestone, Organization, Treaty

DOZEN = 12  # facts; of a place with more, its dates are enough

BODIES, TREATIES = "bodies", "treaties"
GROUPS: dict[str, str] = {
    Country.Region.EUROPE: "Europe",
    Country.Region.ASIA: "Asia",
    Country.Region.AMERICAS: "The Americas",
    Country.Region.AFRICA: "Africa",
    Country.Region.OCEANIA: "Oceania",
    BODIES: "Organisations",
    TREATIES: "Treaties",
}

# Of several steps, the first of these gives the date in the middle.
STEPS: dict[str, str] = {
    Milestone.Kind.JOINED: "joined",
    Milestone.Kind.REESTABLISHED: "re-established",
    Milestone.Kind.DE_JURE: "relations de jure",
    Milestone.Kind.ESTABLISHED: "relations",
    Milestone.Kind.DE_FACTO: "relations de facto",
    Milestone.Kind.SEVERED: "relations severed",
}
MEMBERSHIPS: dict[str, str] = {
    Membership.Status.MEMBER: "member",
    Membership.Status.NON_MEMBER: "not a member",
}


@dataclass(frozen=True)
class Place:
    """A place, the facts its stamp stands for, and what the stamp says."""

    kind: str
    slug: str
    name: str
    group: str  # of GROUPS
    url: str
    facts: tuple[Fact, ...]
    is_by_dates: bool
    wording: Wording


def places(facts: Mapping[str, Fact]) -> list[Place]:
    """Every place of which one of the facts tells, states before bodies and treaties."""
    found = holdings.facts_by_thing()
    steps = _steps(facts)
    return [
        _place(kind, row, [facts[slug] for slug in own], write, steps)
        for kind, rows, write in _kinds()
        for row in rows
        if (own := sorted(found.get((kind, row.slug), frozenset()) & facts.keys()))
    ]


def stands_for(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """What has to be remembered for a stamp: all, or of very many the dates."""
    dated = tuple(fact for fact in facts if Side.YEAR in fact.sides)
    return dated if dated and len(facts) > DOZEN else tuple(facts)


Steps = Mapping[tuple[str, int], Milestone]
Write = Callable[[Any, int, Steps], Wording]


def _kinds() -> Iterator[tuple[str, Any, Write]]:
    yield "country", Country.objects.exclude(name=HOME), _of_country
    bodies = Organization.objects.select_related("membership")
    yield "organization", bodies, _of_body
    yield "treaty", Treaty.objects.standing(), _of_treaty


def _place(kind: str, row: Any, own: list[Fact], write: Write, steps: Steps) -> Place:
    stamped = stands_for(own)
    return Place(
        kind=kind,
        slug=row.slug,
        name=row.acronym if kind == "organization" else row.name,
        group={"organization": BODIES, "treaty": TREATIES}.get(kind) or str(row.region),
        url=row.get_absolute_url(),
        facts=stamped,
        is_by_dates=len(stamped) < len(own),
        wording=write(row, len(stamped), steps),
    )


def _steps(facts: Mapping[str, Fact]) -> Steps:
    """The step whose date a stamp shows, of each state and body; only what is asked."""
    rows = Milestone.objects.filter(standing=Milestone.Standing.STATED).exclude(date="")
    asked = [row for row in rows if row.slug in facts]
    ranks = list(STEPS)
    asked.sort(key=lambda row: ranks.index(row.kind), reverse=True)
    return {
        ("country", row.country_id)
        if row.country_id
        else ("organization", row.organization_id): row
        for row in asked
    }


def _of_country(row: Country, count: int, steps: Steps) -> Wording:
    step = steps.get(("country", row.pk))
    if step is None:
        return Wording(title=row.name, foot=f"{count} facts" if count > 1 else "entry")
    return _dated(row.name, step.date, STEPS[step.kind])


def _of_body(row: Organization, count: int, steps: Steps) -> Wording:
    step = steps.get(("organization", row.pk))
    if step:
        return _dated(row.acronym, step.date, STEPS[step.kind])
    membership = getattr(row, "membership", None)
    foot = MEMBERSHIPS[membership.status] if membership else "entry"
    if not row.name:
        return Wording(title=row.acronym, foot=foot)
    return Wording(title=row.name, middle=(row.acronym,), foot=foot)


def _of_treaty(row: Treaty, count: int, steps: Steps) -> Wording:
    return _dated(row.name, row.date, "signed")


def _dated(title: str, date: PartialDate | None, foot: str) -> Wording:
    if not date:
        return Wording(title=title)
    *before, year = str(date).split()
    figures = f"{date.day} · {date.month} · {date.year}" if date.day else ""
    return Wording(
        title=title,
        middle=(" ".join(before), year) if before else (year,),
        figures=figures or str(date),
        foot=foot,
    )
