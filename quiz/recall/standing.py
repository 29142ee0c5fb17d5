"""How far a learner has come, fact by fact: new, learning, known, or fading again.

A fact is known once each side of it that can be asked by itself was recalled on two
days, and none is due. What came first is not counted: it follows from the dates.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from quiz.models import Format, Memory, Question, Side

AMONG_OTHERS = (Format.PAIR, Format.ORDER, Format.MATCH)  # show little of each thing


class State(StrEnum):
    NEW = "new"
    LEARNING = "learning"
    KNOWN = "known"
    FADING = "fading"


@dataclass(frozen=True)
class Fact:
    """A claim that can be asked, with its sides."""

    claim: str
    topic: str
    sides: frozenset[str]


@dataclass(frozen=True)
class Standing:
    """Where one learner is with one fact."""

    fact: Fact
    state: State
    memories: tuple[Memory, ...]

    @property
    def held_since(self) -> dt.date | None:
        """The day on which the last of its sides was proved for the second time."""
        days = [memory.held_since for memory in self.memories if memory.held_since]
        return max(days) if len(days) == len(self.fact.sides) else None


def facts() -> dict[str, Fact]:
    """Every fact that questions in use ask by itself, by its claim."""
    rows = (
        Question.objects.active()
        .exclude(format__in=AMONG_OTHERS)
        .order_by("key")
        .values_list("topic", "sides")
    )
    topics: dict[str, str] = {}
    sides: dict[str, set[str]] = defaultdict(set)
    for topic, asked in rows:
        for claim, side in asked:
            if side != Side.ORDER:
                topics.setdefault(claim, topic)
                sides[claim].add(side)
    return {
        claim: Fact(claim, topics[claim], frozenset(own))
        for claim, own in sides.items()
    }


def standings(
    facts: Mapping[str, Fact], memories: Iterable[Memory], on: dt.date
) -> dict[str, Standing]:
    """Where the owner of the memories is on that day, with each of the facts."""
    by_claim: dict[str, list[Memory]] = defaultdict(list)
    for memory in memories:
        fact = facts.get(memory.claim)
        if fact and memory.side in fact.sides:
            by_claim[memory.claim].append(memory)
    return {
        claim: Standing(fact, _state(fact, own, on), tuple(own))
        for claim, fact in facts.items()
        for own in [by_claim[claim]]
    }


def count_known(
    facts: Mapping[str, Fact], memories: Iterable[Memory], on: dt.date
) -> int:
    """How many facts the owner of the memories knows on that day."""
    known: dict[str, set[str]] = defaultdict(set)
    for memory in memories:
        if memory.is_known(on):
            known[memory.claim].add(memory.side)
    return sum(
        claim in facts and facts[claim].sides <= sides for claim, sides in known.items()
    )


def _state(fact: Fact, own: list[Memory], on: dt.date) -> State:
    if not own:
        return State.NEW
    if len(own) < len(fact.sides) or not all(memory.is_held for memory in own):
        return State.LEARNING
    is_known = all(memory.is_known(on) for memory in own)
    return State.KNOWN if is_known else State.FADING
