"""What a teacher needs to judge an objection: the question as asked, and its facts."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse

from quiz import grading
from quiz.models import Item
from relations import pages
from relations.models import Passage
from relations.models.base import Fact


@dataclass(frozen=True)
class FactLine:
    """A fact as it stands today, which may not be as it was when it was asked."""

    key: str
    statement: str
    standing: str
    conflict: str
    url: str
    passages: list[Passage]


@dataclass(frozen=True)
class ShownLine:
    """One row of the feedback the learner saw, with the proof and the fact behind it."""

    text: str
    label: str
    truth: str
    sources: list[dict[str, str]]
    proof: str
    fact_url: str


def facts(keys: Collection[str]) -> dict[str, FactLine]:
    """The facts of these keys. Not every key has one: a name may be a reference's."""
    return {fact.slug: _fact_line(fact) for fact in pages.facts_named(keys)}


def _fact_line(fact: Fact) -> FactLine:
    return FactLine(
        key=fact.slug,
        statement=fact.statement,
        standing=fact.get_standing_display(),
        conflict=fact.conflict,
        url=reverse(f"admin:relations_{fact._meta.model_name}_change", args=[fact.pk]),
        passages=[*fact.passages.all()],
    )


def keys(item: Item) -> list[str]:
    """Every claim the item asks or tells of, those it asks first."""
    told = [option.get("claim", "") for option in item.options]
    return [*filter(None, dict.fromkeys([item.claim, *item.claims, *told]))]


def shown_lines(item: Item, known: dict[str, FactLine]) -> list[ShownLine]:
    """What the learner was told of each option, and what that rests on."""
    options = {option["text"]: option for option in item.options}
    return [
        ShownLine(
            text=row.text,
            label=row.label,
            truth=row.truth,
            sources=row.sources,
            proof=options.get(row.text, {}).get("proof", ""),
            fact_url=_url(known, options.get(row.text, {}).get("claim", "")),
        )
        for row in grading.feedback(item).rows
    ]


def _url(known: dict[str, FactLine], key: str) -> str:
    return known[key].url if key in known else ""
