"""Which facts belong to which state, body and treaty, for all of them at once.

What `belonging` says of one thing at a time; a test holds the two together.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.db.models import F, Q, QuerySet, Value

from relations.models import (
    Event,
    Figure,
    Membership,
    Mention,
    Milestone,
    Report,
    Roll,
    RollEntry,
    Treaty,
)
from relations.models.base import Fact
from relations.pages import KINDS

Key = tuple[str, str]  # "country", "organization" or "treaty", and its slug

# How each kind of fact leads to the things on whose pages it stands.
PATHS: dict[str, dict[type[Fact], tuple[str, ...]]] = {
    "country": {
        Milestone: ("country",),
        Treaty: ("signatories__country",),
        Event: ("country", "about"),
        Report: ("country", "about"),
        Figure: ("country",),
        RollEntry: ("country", "roll__countries"),
    },
    "organization": dict.fromkeys(
        (Milestone, Membership, Event, Report), ("organization",)
    ),
    "treaty": {RollEntry: ("roll__treaty",)},
}


def facts_by_thing() -> dict[Key, frozenset[str]]:
    """The slugs of the facts of each thing that has any."""
    first, *others = _links()
    found: dict[Key, set[str]] = defaultdict(set)
    for kind, thing, fact in first.union(*others):
        found[kind, thing].add(fact)
    for key, slugs in _mentioned():
        found[key] |= slugs
    return {key: frozenset(slugs) for key, slugs in found.items()}


def _mentioned() -> Iterator[tuple[Key, set[str]]]:
    """Each thing that a fact speaks of besides, and the fact; of a list, its entries."""
    told: dict[str, set[str]] = defaultdict(set)
    entries, *others = _told()
    for fact, slug in entries.union(*others):
        told[fact].add(slug)
    first, *rest = (
        _rows_of_kind(Mention.objects.all(), kind, f"{kind}__slug", "fact")
        for kind in PATHS
    )
    for kind, thing, fact in first.union(*rest):
        if fact in told:
            yield (kind, thing), told[fact]


def _told() -> Iterator[QuerySet[Any, Any]]:
    """Slug by slug, what a fact tells: an entry's list tells the entry as well."""
    listed = RollEntry.objects.standing().order_by()
    standing = listed.exclude(roll__standing=Fact.Standing.RETRACTED)
    yield standing.values_list("roll__slug", "slug")
    for model in KINDS:
        if model is not Roll:
            yield model.objects.standing().order_by().values_list("slug", F("slug"))


def _links() -> Iterator[QuerySet[Any, Any]]:
    yield _rows(Treaty, "treaty", "slug")
    for kind, models in PATHS.items():
        for model, paths in models.items():
            for path in paths:
                yield _rows(model, kind, f"{path}__slug")


def _rows(model: type[Fact], kind: str, path: str) -> QuerySet[Any, Any]:
    """Kind and slug of the thing, slug of the fact; a list taken back shows no entry."""
    facts: QuerySet[Any] = model.objects.standing()
    if path.startswith("roll__"):
        facts = facts.exclude(roll__standing=Fact.Standing.RETRACTED)
    return _rows_of_kind(facts, kind, path, "slug")


def _rows_of_kind(
    rows: QuerySet[Any], kind: str, path: str, fact: str
) -> QuerySet[Any, Any]:
    named = rows.filter(~Q(**{path: None})).order_by()
    return named.values_list(Value(kind), F(path), F(fact))
