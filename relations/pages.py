"""What the index of facts and a page about a section have to show."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import F, Prefetch, Q, QuerySet, Value

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
    Report,
    Roll,
    RollEntry,
    Section,
    Signatory,
    Treaty,
)
from relations.models.base import Fact


class Kind(NamedTuple):
    """How passages call the facts of a kind, and what a sentence of it reads."""

    name: str
    needs: tuple[str, ...] = ()


# Every kind of fact, in the order a page tells them.
KINDS: dict[type[Fact], Kind] = {
    Milestone: Kind("milestones", ("country", "organization")),
    Treaty: Kind("treatys"),
    Event: Kind("events", ("country", "organization", "person")),
    Office: Kind("offices", ("person",)),
    Membership: Kind("memberships", ("organization",)),
    Report: Kind("reports", ("country", "organization", "person")),
    Figure: Kind("figures", ("country",)),
    Roll: Kind("rolls"),
    RollEntry: Kind("rollentrys", ("roll", "country")),
}

# Tables are read first, then what the section says in prose, then its lists.
READING_ORDER = {
    Passage.Kind.TABLE: 0,
    Passage.Kind.ROW: 1,
    Passage.Kind.PARAGRAPH: 2,
    Passage.Kind.ENTRY: 2,
    Passage.Kind.ITEM: 3,
}


@dataclass(frozen=True)
class Place:
    """One passage of a section and the facts taken from it."""

    passage: Passage
    facts: list[Any]

    @property
    def label(self) -> str:
        """The locator without the section, whose page this is."""
        return self.passage.locator.removeprefix(f"{self.passage.section.title}, ")


def facts_named(slugs: Iterable[str]) -> list[Any]:
    """The facts of these slugs, of whatever kind, even those taken back."""
    return [
        fact
        for model, kind in KINDS.items()
        for fact in with_places(
            model._default_manager.select_related(*kind.needs).filter(slug__in=slugs)
        )
    ]


def lists(of: Q) -> QuerySet[Any]:
    """The lists the article gives, each with its entries."""
    entries = RollEntry.objects.standing().select_related("country")
    return with_places(Roll.objects.standing().filter(of)).prefetch_related(
        Prefetch("entries", entries)
    )


def places(section: Section) -> list[Place]:
    """The section's passages as one reads them, each with its facts."""
    told = [Prefetch(kind.name, standing(model)) for model, kind in KINDS.items()]
    passages = section.passages.select_related("unidentified_row").prefetch_related(
        *told, "rolls__entries__country"
    )
    found = [Place(passage, _taken_from(passage)) for passage in passages]
    return sorted(found, key=lambda place: _reading_order(place.passage))


def _taken_from(passage: Passage) -> list[Any]:
    """The passage's facts; the entries of a list that stands here come with the list."""
    facts = [
        fact for kind in KINDS.values() for fact in getattr(passage, kind.name).all()
    ]
    rolls = {fact.pk for fact in facts if isinstance(fact, Roll)}
    return [
        fact
        for fact in facts
        if not isinstance(fact, RollEntry) or fact.roll_id not in rolls
    ]


def facts_by_section() -> Counter[int]:
    """How many facts each section holds; one that stands twice in it counts once."""
    links = [
        model.passages.through._default_manager.exclude(
            **{f"{model._meta.model_name}__standing": Fact.Standing.RETRACTED}
        )
        .order_by()
        .values_list(
            Value(model._meta.model_name),
            F(f"{model._meta.model_name}_id"),
            F("passage__section_id"),
        )
        for model in KINDS
    ]
    return Counter(section for _, _, section in links[0].union(*links[1:]))


def fact_count() -> int:
    return sum(standing(model).count() for model in KINDS)


def with_places(facts: QuerySet[Any]) -> QuerySet[Any]:
    return facts.prefetch_related(
        Prefetch("passages", Passage.objects.select_related("section"))
    )


def standing(model: type[Fact]) -> QuerySet[Any]:
    """The facts of a kind that hold, with what their sentences read."""
    facts: QuerySet[Any] = model.objects.standing()
    return facts.select_related(*KINDS[model].needs)


def _reading_order(passage: Passage) -> tuple[int, int, int]:
    kind = READING_ORDER[Passage.Kind(passage.kind)]
    return kind, passage.number, passage.entry or 0


def countries_told_of() -> QuerySet[Country]:
    """The states a fact speaks of; the others are only known not to be meant."""
    links = [
        *(
            model._default_manager
            for model in (Milestone, RollEntry, Figure, Signatory, Mention)
        ),
        *(model._default_manager for model in (Event, Report)),
        *(model.about.through._default_manager for model in (Event, Report)),
    ]
    return Country.objects.filter(_named_in(links, "country"))


def organizations_told_of() -> QuerySet[Organization]:
    models = (Membership, Milestone, Event, Report, Mention)
    links = [model._default_manager for model in models]
    return Organization.objects.filter(_named_in(links, "organization"))


def _named_in(links: Iterable[Any], name: str) -> Q:
    condition = Q()
    for link in links:
        condition |= Q(pk__in=link.order_by().values(name))
    return condition


def by_region(countries: Iterable[Country]) -> list[tuple[str, list[Country]]]:
    """Today's states under their part of the world, then those that are no more."""
    shelves: dict[str, list[Country]] = {label: [] for label in Country.Region.labels}
    former: list[Country] = []
    for country in countries:
        shelf = former if country.is_former else shelves[country.get_region_display()]
        shelf.append(country)
    named = [*shelves.items(), ("Former states", former)]
    return [(label, shelf) for label, shelf in named if shelf]
