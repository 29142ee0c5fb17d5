"""What else facts speak of: the themes they are under, and the things they name."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.db.models import F, Model, QuerySet, Value

from relations.claims import HOME
from relations.dossiers.shelves import SHELVES, Dossier, Shelf
from relations.models import Country, Event, Mention, Report, Theme, Treaty
from relations.models.base import Fact

Key = tuple[str, int]
Themes = dict[Key, list[Theme]]


@dataclass(frozen=True)
class Related:
    """Other dossiers, all of one shelf."""

    shelf: Shelf
    dossiers: list[Dossier]


def key(fact: Fact) -> Key:
    return fact._meta.model_name or "", fact.pk


def themes_of(facts: Iterable[Fact]) -> Themes:
    """The themes of facts of whatever kind, in two queries."""
    pks: dict[type[Fact], list[int]] = defaultdict(list)
    for fact in facts:
        pks[type(fact)].append(fact.pk)
    if not pks:
        return {}
    links = []
    for model, found in pks.items():
        name = model._meta.model_name
        through = model.themes.through._default_manager
        of_these = through.filter(**{f"{name}_id__in": found}).order_by()
        links.append(of_these.values_list(Value(name), F(f"{name}_id"), F("theme_id")))
    themes = Theme.objects.in_bulk()
    named: Themes = defaultdict(list)
    for name, pk, theme in links[0].union(*links[1:]):
        named[name, pk].append(themes[theme])
    return named


def mentions_in(facts: Iterable[Fact]) -> QuerySet[Mention]:
    """What these facts speak of besides what they say something of."""
    return Mention.objects.filter(
        fact__in=[fact.slug for fact in facts]
    ).select_related("country", "organization", "person", "treaty")


def related(facts: list[Any], themes: Themes, subject: Model) -> list[Related]:
    """The other dossiers that these facts speak of, each once, shelf by shelf."""
    named = set(chain.from_iterable(_named(fact) for fact in facts))
    named |= set(chain.from_iterable(themes.values()))
    named |= {mention.thing for mention in mentions_in(facts)}
    if isinstance(subject, Country):
        named |= set(subject.see_also.all())
    named.discard(subject)
    found = [
        Related(shelf, [Dossier(shelf, one) for one in shelf.in_order(named)])
        for shelf in SHELVES.values()
    ]
    return [related for related in found if related.dossiers]


def _named(fact: Any) -> Iterable[Model]:
    """What a fact speaks of that has a page; the country of all of them goes unsaid."""
    if isinstance(fact, Treaty):
        yield fact
    for name in ("country", "organization", "person"):
        thing = getattr(fact, name, None)
        if thing and thing.name != HOME:
            yield thing
    if isinstance(fact, Event | Report):
        yield from fact.about.all()
