"""Every fact that stands as a reader meets it: a sentence, its time, whom it is about.

All of them at once, in a number of queries that does not depend on how many there are.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from django.db.models import Model

from relations import times
from relations.claims import Place, Thing
from relations.models import (
    Country,
    Event,
    Figure,
    Membership,
    Mention,
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
from relations.remembered import Remembered
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

TABLES = (  # all that is read here
    *(model for model in KINDS if model not in NAMED),
    *NAMED,
    Signatory,
    Mention,
    *(many.through for many in (Event.about, Report.about, Roll.countries)),
    Organization.overlaps.through,
)
MANY = 6  # more links than a line holds

Rows = dict[Any, dict[int, Any]]  # of each model, by their keys
About = dict[tuple[type[Model], int], list[Thing]]  # by the fact that is about them


@dataclass(frozen=True)
class Sentence:
    """A fact in our own words, and where to read on."""

    kind: str
    slug: str
    text: str
    key: int = 0
    about: tuple[Thing, ...] = ()
    places: tuple[Place, ...] = ()
    time: Time | None = None
    conflict: str = ""
    standing: str = ""
    is_view: bool = False

    @property
    def is_about_many(self) -> bool:
        return len(self.about) > MANY

    def speaks_of(self, kind: str, slug: str) -> bool:
        return any((one.kind, one.slug) == (kind, slug) for one in self.about)


class Base(NamedTuple):
    """All facts that stand, kind by kind, and everything with a name."""

    facts: list[Sentence]
    things: list[Thing]


def _read() -> Base:
    rows = {model: _by_key(model) for model in NAMED}
    things = {
        model: {key: thing(row) for key, row in found.items() if _stands(row)}
        for model, found in rows.items()
    }
    facts = {model: [*_joined(model, rows)] for model in KINDS}
    about = _about(things, facts[RollEntry])
    besides = _besides(things)
    listed = _listed(facts[RollEntry])
    told = [
        _sentence(fact, things, [*about[type(fact), fact.pk], *besides(fact)], listed)
        for found in facts.values()
        for fact in found
    ]
    return Base(told, [one for found in things.values() for one in found.values()])


read = Remembered(_read, TABLES)


def with_places(told: Sequence[Sentence]) -> list[Sentence]:
    """The same sentences, each with where it stands in the article."""
    links = [
        (one, passage) for model in KINDS for one, passage in _standing_at(model, told)
    ]
    passages = Passage.objects.select_related("section").in_bulk(
        {passage for _, passage in links}
    )
    places: dict[Sentence, list[Place]] = defaultdict(list)
    for one, key in links:
        passage = passages[key]
        places[one].append(Place(passage.locator, passage.get_absolute_url()))
    return [replace(one, places=tuple(places[one])) for one in told]


def _standing_at(
    model: type[Fact], told: Iterable[Sentence]
) -> Iterator[tuple[Sentence, int]]:
    """Each sentence that tells a fact of this kind, with the key of each passage."""
    name = model._meta.model_name or ""
    wanted = {one.key: one for one in told if one.kind == name}
    if wanted:
        links = model.passages.through._default_manager.order_by("pk")
        for fact, passage in links.values_list(f"{name}_id", "passage_id"):
            if fact in wanted:
                yield wanted[fact], passage


def _by_key(model: type[Model]) -> dict[int, Any]:
    rows = model._default_manager.all()
    if model is Organization:
        rows = rows.prefetch_related("overlaps")
    return {row.pk: row for row in rows}


def _joined(model: type[Fact], rows: Rows) -> Iterator[Any]:
    """The facts of a kind that stand, each holding the rows already read."""
    links = [link for link in _links(model) if link.related_model in rows]
    held = rows[model].values() if model in rows else model.objects.standing()
    for fact in held:
        for link in links:
            key = getattr(fact, link.attname)
            setattr(fact, link.name, rows[link.related_model].get(key))
        if _stands(fact):
            yield fact


def _stands(row: Model) -> bool:
    return getattr(row, "standing", None) != Fact.Standing.RETRACTED


def _links(model: type[Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if field.is_relation]


def _about(things: Rows, entries: Sequence[RollEntry]) -> About:
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
    for entry in entries:
        found[RollEntry, entry.pk] = found[Roll, entry.roll_id][:]
    for entry in entries:  # a list is about the states it names, each entry about one
        if entry.country_id:
            found[Roll, entry.roll_id].append(states[entry.country_id])
    return found


def _besides(things: Rows) -> Callable[[Any], list[Thing]]:
    """Finds what a fact speaks of besides; an entry of a list, what the list does."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for mention in Mention.objects.order_by("slug"):
        for link in _links(Mention):
            one = things[link.related_model].get(getattr(mention, link.attname))
            if one:
                found[mention.fact].append(one)

    def besides(fact: Any) -> list[Thing]:
        listed = found[fact.roll.slug] if isinstance(fact, RollEntry) else []
        return [*found[fact.slug], *listed]

    return besides


def _listed(entries: Iterable[RollEntry]) -> dict[int, list[str]]:
    """What each list names in words."""
    found: dict[int, list[str]] = defaultdict(list)
    for entry in entries:
        if entry.text:
            found[entry.roll_id].append(entry.text)
    return found


def _sentence(
    fact: Any, things: Rows, about: list[Thing], listed: dict[int, list[str]]
) -> Sentence:
    told_of = [*_named(fact, things), *about]
    if isinstance(fact, RollEntry):
        told_of += _named(fact.roll, things)
    text = fact.statement
    if isinstance(fact, Roll) and listed[fact.pk]:
        text = f"{text.removesuffix('.')}: {'; '.join(listed[fact.pk])}."
    return Sentence(
        kind=fact._meta.model_name,
        slug=fact.slug,
        text=text,
        about=tuple(dict.fromkeys(told_of)),
        key=fact.pk,
        time=times.of_fact(fact),
        conflict=fact.conflict,
        standing=fact.standing,
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
    return [one for one in (itself, *named) if one and one.page]
