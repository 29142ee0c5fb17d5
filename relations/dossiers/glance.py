"""The essentials of a dossier at a glance, and whose word each of them is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from itertools import chain
from typing import Any

from django.db.models import Model

from relations.claims import HOME
from relations.dates import PartialDate
from relations.dossiers.telling import Told
from relations.models import (
    Country,
    Membership,
    Milestone,
    Office,
    Organization,
    Person,
    Theme,
    Treaty,
)

OWN_NAME = "the organisation’s own name"
NO_DATE = "The article gives no date"
REGIONAL = "Diplomatic relations > "  # begins the path of each table of a region

STEPS = {
    Milestone.Kind.ESTABLISHED: "Relations since",
    Milestone.Kind.DE_FACTO: "In practice since",
    Milestone.Kind.DE_JURE: "In law since",
    Milestone.Kind.REESTABLISHED: "Taken up again",
    Milestone.Kind.SEVERED: "Broken off",
    Milestone.Kind.JOINED: "Joined",
}


@dataclass(frozen=True)
class Essential:
    """A line of the glance; `whose` names a reference where the article is silent."""

    label: str
    text: str
    whose: str = ""
    page: str = ""


def essentials(subject: Model, told: Told) -> list[Essential]:
    return [*_of(subject, told), Essential("Facts here", str(told.count))]


@singledispatch
def _of(subject: Model, told: Told) -> Iterator[Essential]:
    raise TypeError(f"nothing to see of {type(subject).__name__}")


@_of.register
def _country(subject: Country, told: Told) -> Iterator[Essential]:
    if subject.name == HOME:
        yield Essential("Here", "the country all of this is about")
        return
    steps = [*_steps(told, subject)]
    yield from _since(steps) or [
        Essential("Relations since", "The article does not say")
    ]
    if standing := _standing(subject, steps):
        yield Essential("How they stand", standing)
    tables = _tables(steps)
    if len(tables) > 1:
        yield Essential("Listed under", " and ".join(tables))
    else:
        yield Essential("Part of the world", subject.get_region_display())


@_of.register
def _organization(subject: Organization, told: Told) -> Iterator[Essential]:
    yield from _since([*_steps(told, subject)])
    memberships = [
        one
        for one in _facts(told)
        if isinstance(one, Membership) and one.organization == subject
    ]
    for listed in memberships:
        is_member = listed.status == Membership.Status.MEMBER
        remark = "" if is_member else ", but as no member"
        yield Essential("On the article’s list", f"no. {listed.position}{remark}")
    if not memberships:
        yield Essential("On the article’s list", "not named there")
    if subject.name and subject.name != subject.acronym:
        whose = str(subject.name_source or OWN_NAME)
        yield Essential("Full name", subject.name, whose)
    if subject.kind:
        yield Essential("Kind of organisation", subject.kind, "the references")
    source = str(subject.status_source or "")
    if subject.reference_status:
        yield Essential("Albania’s place in it", subject.reference_status, source)
    if subject.closed_to_albania:
        yield Essential("Its own rule", f"It {subject.closed_to_albania}", source)


@_of.register
def _person(subject: Person, told: Told) -> Iterator[Essential]:
    for office in _facts(told):
        if isinstance(office, Office) and office.person == subject:
            label = "Office now" if office.is_current else "Office"
            yield Essential(label, office.title)
    for treaty in _facts(told):
        if isinstance(treaty, Treaty):
            yield Essential("Signed", treaty.name, page=treaty.get_absolute_url())


@_of.register
def _treaty(subject: Treaty, told: Told) -> Iterator[Essential]:
    yield Essential("Signed", str(subject.date) if subject.date else NO_DATE)
    for signatory in subject.signatories.select_related("country", "person"):
        signed = signatory.country or signatory.person
        yield Essential("By", signed.name, page=signed.get_absolute_url())


@_of.register
def _theme(subject: Theme, told: Told) -> Iterator[Essential]:
    years = [*chain.from_iterable(_years(fact) for fact in _facts(told))]
    if years:
        first, last = min(years), max(years)
        yield Essential(
            "Dated facts", str(first) if first == last else f"{first} to {last}"
        )


def _facts(told: Told) -> list[Any]:
    return [line.fact for line in told.lines]


def _steps(told: Told, subject: Model) -> Iterator[Milestone]:
    """Those of its own; facts on others may speak of it too."""
    steps = (fact for fact in _facts(told) if isinstance(fact, Milestone))
    return (step for step in steps if step.partner == subject)


def _since(steps: list[Milestone]) -> list[Essential]:
    order = [*STEPS]
    return [
        Essential(STEPS[Milestone.Kind(step.kind)], str(step.date or NO_DATE))
        for step in sorted(
            steps, key=lambda step: order.index(Milestone.Kind(step.kind))
        )
    ]


def _tables(steps: list[Milestone]) -> list[str]:
    """The parts of the world under which the article lists a state."""
    sections = {passage.section for step in steps for passage in step.passages.all()}
    return [
        section.title
        for section in sorted(sections, key=lambda section: section.position)
        if section.path.startswith(REGIONAL)
    ]


def _standing(country: Country, steps: list[Milestone]) -> str:
    """How relations stand, as far as the article says; nothing where it names none."""
    kinds = {step.kind for step in steps}
    if country.is_former:
        return "The state is no more"
    if Milestone.Kind.SEVERED in kinds:
        return "Broken off"
    if Milestone.Kind.REESTABLISHED in kinds:
        return "Taken up again after a break"
    return "No break mentioned" if kinds else ""


def _years(fact: Any) -> Iterator[int]:
    for date in (getattr(fact, "date", None), getattr(fact, "until", None)):
        if isinstance(date, PartialDate):
            yield date.year
