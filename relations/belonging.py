"""Which facts belong to a state, a body, a person, a treaty or a theme."""

from dataclasses import dataclass
from functools import singledispatch

from django.db.models import Model, Q

from relations.models import (
    Country,
    Event,
    Figure,
    Membership,
    Milestone,
    Office,
    Organization,
    Person,
    Report,
    Roll,
    RollEntry,
    Theme,
    Treaty,
)
from relations.models.base import Fact
from relations.pages import KINDS


@dataclass(frozen=True)
class Belonging:
    """Which facts are a dossier's, kind by kind, and which lists with their entries."""

    facts: dict[type[Fact], Q]
    lists: Q | None = None


@singledispatch
def belonging_to(subject: Model) -> Belonging:
    raise TypeError(f"there are no dossiers on {type(subject).__name__}")


@belonging_to.register
def _country(subject: Country) -> Belonging:
    acted = Q(country=subject) | Q(about=subject)
    return Belonging(
        {
            Milestone: Q(country=subject),
            Treaty: Q(signatories__country=subject),
            Event: acted,
            Report: acted,
            Figure: Q(country=subject),
            RollEntry: Q(country=subject),
        },
        lists=Q(countries=subject),
    )


@belonging_to.register
def _organization(subject: Organization) -> Belonging:
    its_own = Q(organization=subject)
    return Belonging(dict.fromkeys([Milestone, Membership, Event, Report], its_own))


@belonging_to.register
def _person(subject: Person) -> Belonging:
    signed: dict[type[Fact], Q] = {Treaty: Q(signatories__person=subject)}
    theirs = Q(person=subject)
    return Belonging(signed | dict.fromkeys([Event, Office, Report], theirs))


@belonging_to.register
def _treaty(subject: Treaty) -> Belonging:
    return Belonging({Treaty: Q(pk=subject.pk)}, lists=Q(treaty=subject))


@belonging_to.register
def _theme(subject: Theme) -> Belonging:
    kinds = [model for model in KINDS if model is not Roll]
    return Belonging(dict.fromkeys(kinds, Q(themes=subject)), lists=Q(themes=subject))
