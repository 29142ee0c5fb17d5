"""Which facts belong to a state, a body, a person, a treaty or a theme."""

from dataclasses import dataclass
from functools import singledispatch
from typing import Any

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

Conditions = dict[type[Fact], Q]

_SINGLE = [model for model in KINDS if model is not Roll]


@dataclass(frozen=True)
class Belonging:
    """Which facts are a dossier's, kind by kind, and which lists with their entries."""

    facts: Conditions
    lists: Q | None = None


@singledispatch
def belonging_to(subject: Model) -> Belonging:
    raise TypeError(f"there are no dossiers on {type(subject).__name__}")


@belonging_to.register
def _country(subject: Country) -> Belonging:
    acted = Q(country=subject) | Q(about=subject)
    return _with_mentions(
        subject,
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
    kinds = [Milestone, Membership, Event, Report]
    return _with_mentions(subject, dict.fromkeys(kinds, its_own))


@belonging_to.register
def _person(subject: Person) -> Belonging:
    signed: Conditions = {Treaty: Q(signatories__person=subject)}
    theirs = Q(person=subject)
    return _with_mentions(
        subject, signed | dict.fromkeys([Event, Office, Report], theirs)
    )


@belonging_to.register
def _treaty(subject: Treaty) -> Belonging:
    return _with_mentions(subject, {Treaty: Q(pk=subject.pk)}, lists=Q(treaty=subject))


@belonging_to.register
def _theme(subject: Theme) -> Belonging:
    return Belonging(dict.fromkeys(_SINGLE, Q(themes=subject)), lists=Q(themes=subject))


def _with_mentions(subject: Any, own: Conditions, lists: Q | None = None) -> Belonging:
    """With the facts that say something of others and speak of the subject as well."""
    slugs = [*subject.mentions.order_by().values_list("fact", flat=True)]
    if not slugs:
        return Belonging(own, lists)
    named = Q(slug__in=slugs)
    facts = {kind: own[kind] | named if kind in own else named for kind in _SINGLE}
    return Belonging(facts, lists=named if lists is None else lists | named)
