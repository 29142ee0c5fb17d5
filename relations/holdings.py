"""Which facts belong to which state, body and treaty, for all of them in one query.

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
    Milestone,
    Report,
    RollEntry,
    Treaty,
)
from relations.models.base import Fact

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
    return {key: frozenset(slugs) for key, slugs in found.items()}


def _links() -> Iterator[QuerySet[Any, Any]]:
    yield _rows(Treaty, "treaty", "slug")
    for kind, models in PATHS.items():
        for model, paths in models.items():
            for path in paths:
                yield _rows(model, kind, f"{path}__slug")


def _rows(model: type[Fact], kind: str, path: str) -> QuerySet[Any, Any]:
    """Kind and slug of the thing, slug of the fact; a list taken back shows no entry."""
    facts = model.objects.standing().filter(~Q(**{path: None})).order_by()
    if path.startswith("roll__"):
        facts = facts.exclude(roll__standing=Fact.Standing.RETRACTED)
    rows: QuerySet[Any, Any] = facts.values_list(Value(kind), F(path), F("slug"))
    return rows
