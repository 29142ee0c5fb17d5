"""Every fact that stands as a reader meets it: a sentence, its time, whom it is about.

All of them at once, in a number of queries that does not depend on how many there are.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model

from relations import times
from relations.claims import Place, Thing
from relations.models import (
    Country,
    Event,
    Figure,
    Membership,
    Milestone,
    Office,
    Organization,
    Passage,
    Person,
    Report,
    Roll,
    RollEntry,
    Signatory,
    Treaty,
)
from relations.models.base import Fact
from relations.reading.things import thing
from relations.times import Time

KINDS: tuple[type[Fact], ...] = (
    Milestone,
    Treaty,
    Event,
    Figure,
    Report,
    Roll,
    RollEntry,
    Office,
    Membership,
)
NAMED = (Country, Organization, Person, Treaty, Roll)  # what facts point to

Rows = dict[Any, dict[int, Any]]  # of each model, by their keys
About = dict[tuple[type[Model], int], list[Thing]]  # by the fact that is about them


@dataclass(frozen=True)
class Sentence:
    """A fact in our own words, and where to read on."""

    kind: str
    slug: str
    text: str
    about: tuple[Thing, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time | None = None
    conflict: str = ""
    is_disputed: bool = False
    is_view: bool = False

    def speaks_of(self, kind: str, slug: str) -> bool:
        return any((one.kind, one.slug) == (kind, slug) for one in self.about)


def everything() -> list[Sentence]:
    """All facts that stand, kind by kind."""
    rows = {model: _by_key(model) for model in NAMED}
    things = {
        model: {key: thing(row) for key, row in rows[model].items()}
        for model in NAMED
        if model is not Roll  # it has no page
    }
    about, places = _about(things), _places()
    return [
        _sentence(fact, things, about, places)
        for model in KINDS
        for fact in _joined(model, rows)
    ]


def _by_key(model: type[Model]) -> dict[int, Any]:
    rows = model._default_manager.all()
    if model is Organization:
        rows = rows.prefetch_related("overlaps")
    return {row.pk: row for row in rows}


def _joined(model: type[Fact], rows: Rows) -> Iterator[Any]:
    """The facts of a kind that stand, each holding the rows already read."""
    links = [link for link in _links(model) if link.related_model in rows]
    for fact in model.objects.standing():
        for link in links:
            key = getattr(fact, link.attname)
            setattr(fact, link.name, rows[link.related_model].get(key))
        yield fact


def _links(model: type[Fact]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if field.is_relation]


def _about(things: Rows) -> About:
    """What facts are about by rows of their own: who signed, what is listed."""
    found: About = defaultdict(list)
    states, people = things[Country], things[Person]
    for many in (Event.about, Report.about, Roll.countries):
        name = many.field.m2m_column_name()
        links = many.through._default_manager.order_by("pk")
        for key, state in links.values_list(name, "country_id"):
            found[many.field.model, key].append(states[state])
    for treaty, state, person in Signatory.objects.values_list(
        "treaty_id", "country_id", "person_id"
    ):
        found[Treaty, treaty].append(states[state] if state else people[person])
    return _with_lists(found, states)


def _with_lists(found: About, states: dict[int, Thing]) -> About:
    """A list is about the states it names too, each entry only about its own."""
    entries = RollEntry.objects.standing().values_list("pk", "roll_id", "country_id")
    listed: dict[int, list[Thing]] = defaultdict(list)
    for key, roll, state in entries:
        found[RollEntry, key] = found[Roll, roll][:]
        if state:
            listed[roll].append(states[state])
    for roll, named in listed.items():
        found[Roll, roll] += named
    return found


def _places() -> dict[tuple[type[Fact], int], list[Place]]:
    """Where each fact stands in the article, in the order of the article."""
    places = {
        passage.pk: Place(passage.locator, passage.get_absolute_url())
        for passage in Passage.objects.select_related("section")
    }
    found: dict[tuple[type[Fact], int], list[Place]] = defaultdict(list)
    for model in KINDS:
        name = f"{model._meta.model_name}_id"
        links = model.passages.through._default_manager.order_by("pk")
        for key, passage in links.values_list(name, "passage_id"):
            found[model, key].append(places[passage])
    return found


def _sentence(fact: Any, things: Rows, about: About, places: Any) -> Sentence:
    key = type(fact), fact.pk
    told_of = [*_named(fact, things), *about[key]]
    if isinstance(fact, RollEntry):
        told_of += _named(fact.roll, things)
    return Sentence(
        kind=fact._meta.model_name,
        slug=fact.slug,
        text=fact.statement,
        about=tuple(dict.fromkeys(told_of)),
        places=tuple(places[key]),
        time=times.of_fact(fact),
        conflict=fact.conflict,
        is_disputed=fact.standing == Fact.Standing.DISPUTED,
        is_view=isinstance(fact, Report) and fact.kind == Report.Kind.VIEW,
    )


def _named(fact: Any, things: Rows) -> list[Thing]:
    """What the fact is, if that has a page, and what its own columns name."""
    named = [
        things[link.related_model].get(getattr(fact, link.attname))
        for link in _links(type(fact))
        if link.related_model in things
    ]
    itself = things.get(type(fact), {}).get(fact.pk)
    return [one for one in (itself, *named) if one]
