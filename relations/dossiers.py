"""Dossiers: a state, body, person, treaty or theme, and exactly the facts it consists of.

Facts are named by their slugs, which are the keys of the claims read from them. So a
quiz asks on a dossier without knowing how facts are kept.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any

from django.db.models import Q, QuerySet

from relations.belonging import Belonging, belonging_to
from relations.models import (
    Country,
    Organization,
    Person,
    Roll,
    RollEntry,
    Theme,
    Treaty,
)
from relations.models.base import Fact
from relations.pages import countries_told_of, organizations_told_of

Order = Callable[[Any], Any]


@dataclass(frozen=True)
class Shelf:
    """Dossiers of one sort, in the order a reader expects."""

    slug: str
    noun: str
    title: str
    pages: Callable[[], QuerySet[Any]]  # all that can be opened
    listed: Callable[[], QuerySet[Any]]  # those the index lists
    name: str  # the attribute a dossier is called by
    order: Order

    def in_order(self, subjects: Iterable[Any]) -> list[Any]:
        """Those of the subjects that stand on this shelf."""
        model = self.pages().model
        return sorted((s for s in subjects if isinstance(s, model)), key=self.order)


@dataclass(frozen=True)
class Neighbours:
    before: "Dossier | None"
    after: "Dossier | None"


@dataclass(frozen=True)
class Dossier:
    shelf: Shelf
    subject: Any

    @property
    def slug(self) -> str:
        return self.subject.slug

    @property
    def title(self) -> str:
        return getattr(self.subject, self.shelf.name)

    @property
    def page(self) -> str:
        return self.subject.get_absolute_url()

    @cached_property
    def belonging(self) -> Belonging:
        return belonging_to(self.subject)

    @cached_property
    def claims(self) -> frozenset[str]:
        """The slugs of its facts; of a list, those of the entries."""
        named = [
            _slugs(model, condition)
            for model, condition in self.belonging.facts.items()
        ]
        if self.belonging.lists is not None:
            rolls = Roll.objects.standing().filter(self.belonging.lists)
            named.append(_slugs(RollEntry, Q(roll__in=rolls.order_by().values("pk"))))
        first, *others = named
        return frozenset(slug for (slug,) in first.union(*others))

    @cached_property
    def neighbours(self) -> Neighbours:
        """What stands before and after it; nothing beside what the index leaves out."""
        shelf = self.shelf.in_order(self.shelf.listed())
        places = [n for n, subject in enumerate(shelf) if subject.pk == self.subject.pk]
        if not places:
            return Neighbours(None, None)
        [place] = places
        before = Dossier(self.shelf, shelf[place - 1]) if place else None
        is_last = place + 1 == len(shelf)
        return Neighbours(
            before, None if is_last else Dossier(self.shelf, shelf[place + 1])
        )


def _slugs(model: type[Fact], condition: Q) -> QuerySet[Any]:
    facts: QuerySet[Any] = model.objects.standing().filter(condition)
    return facts.order_by().values_list("slug")


def _bodies() -> QuerySet[Organization]:
    return Organization.objects.select_related("name_source", "status_source")


def _by_name(name: str) -> Order:
    return lambda subject: (getattr(subject, name).casefold(), subject.slug)


_ALL = (
    Shelf(
        "themes",
        "theme",
        "Themes",
        Theme.objects.all,
        Theme.objects.all,
        "title",
        attrgetter("position"),
    ),
    Shelf(
        "countries",
        "country",
        "Countries",
        Country.objects.all,
        countries_told_of,
        "name",
        _by_name("name"),
    ),
    Shelf(
        "organisations",
        "organisation",
        "Organisations",
        _bodies,
        organizations_told_of,
        "acronym",
        _by_name("acronym"),
    ),
    Shelf(
        "treaties",
        "treaty",
        "Treaties",
        Treaty.objects.standing,
        Treaty.objects.standing,
        "name",
        lambda treaty: (treaty.date.iso if treaty.date else "", treaty.slug),
    ),
    Shelf(
        "people",
        "person",
        "People",
        Person.objects.all,
        Person.objects.all,
        "name",
        _by_name("surname"),
    ),
)
SHELVES = {shelf.slug: shelf for shelf in _ALL}


def find(shelf: str, slug: str) -> Dossier | None:
    """The dossier of this name, None where there is no such shelf or thing."""
    if shelf not in SHELVES:
        return None
    subject = SHELVES[shelf].pages().filter(slug=slug).first()
    return Dossier(SHELVES[shelf], subject) if subject else None
