"""What is on the list? Where the article gives the whole of it."""

import re
from collections.abc import Hashable, Iterator, Sequence
from itertools import islice
from random import Random
from typing import Any

from quiz.questions.base import text_of
from quiz.questions.drafts import Candidate
from quiz.questions.options import MOST_OPTIONS
from quiz.questions.rounds import RoundFamily
from quiz.questions.telling import candidate_for, named_in, told_of
from relations.claims import (
    HAS_RELATIONS,
    HOME,
    LISTED,
    PARTNERS,
    STEPS,
    Claim,
    Layer,
    Thing,
    Words,
)
from relations.knowledge import Knowledge

SHORTEST, LONGEST = 0.4, 2.5  # a wrong wording, as a share of the right one's length
LOOKED_AT = 60  # states, to find one that is like another
WORD = re.compile(r"[^\W\d_]+")
WEIGHT = 6  # letters of a word that says what something is about

Entry = Thing | Words


class OnTheList(RoundFamily[Entry]):
    slug = "listed"
    label = "What the article lists"
    aspect = "what"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Entry]]:
        return knowledge.claims_of(LISTED)

    def refusal(self, knowledge: Knowledge, claim: Claim[Entry]) -> str:
        if not claim.subject.in_sentence and not claim.unasked_because:
            return "The list is not asked about."
        return super().refusal(knowledge, claim)

    def stem(self, knowledge: Knowledge, claim: Claim[Entry]) -> str:
        return claim.subject.in_sentence  # a list brings its own question

    def band(self, claim: Claim[Entry]) -> Hashable:
        return type(claim.value).__name__

    def nearness(self, knowledge: Knowledge, claim: Claim[Entry]) -> Any:
        """Lists of one form stand together, entries of like length in them."""
        return claim.subject.region, len(text_of(claim.value)), claim.key

    def lent(
        self, knowledge: Knowledge, claim: Claim[Entry], other: Claim[Entry]
    ) -> Candidate[Entry] | None:
        """An entry of another list, for words one of like length."""
        if isinstance(other.value, Thing):
            return _state(claim, other.value, other)
        text = text_of(other.value)
        share = len(text) / len(text_of(claim.value))
        if other.subject == claim.subject or not SHORTEST <= share <= LONGEST:
            return None
        return Candidate(
            text,
            LISTED,
            claim.subject,
            other.value,
            truth=other.as_told,
            claim=other.key,
            page=other.page,
        )

    def filled(
        self, knowledge: Knowledge, few: Sequence[Claim[Entry]], dice: Random
    ) -> list[Candidate[Entry]]:
        """For two states, one like each that stands on neither list."""
        found: list[Candidate[Entry]] = []
        if len(few) != MOST_OPTIONS - len(few):
            return found
        for claim in few:
            if isinstance(claim.value, Thing):
                taken = {candidate.value for candidate in found}
                found += islice(_like(knowledge, claim.value, few, taken, dice), 1)
        return found


def _state(
    claim: Claim[Entry], state: Thing, told: Claim[Any] | None
) -> Candidate[Entry] | None:
    """A state as an answer, unless the question names it; told of as far as it is."""
    if named_in(claim.subject.in_sentence, state):
        return None
    return candidate_for(state, claim, told)


def _like(
    knowledge: Knowledge,
    right: Thing,
    few: Sequence[Claim[Entry]],
    taken: set[Entry],
    dice: Random,
) -> Iterator[Candidate[Entry]]:
    """States that are as much, or as little, of a partner as the right one."""
    several = dice.sample(knowledge.states, min(LOOKED_AT, len(knowledge.states)))

    def unlikeness(state: Thing) -> tuple[bool, int]:
        apart = _fame(knowledge, state) - _fame(knowledge, right)
        return state.region != right.region, abs(apart)

    for state in sorted(several, key=unlikeness):
        if state.is_former or state.name == HOME or state in taken:
            continue
        if is_partner(knowledge, state) != is_partner(knowledge, right):
            continue
        told = told_of(knowledge, state)
        candidates = [_state(claim, state, told) for claim in few]
        if all(
            c and knowledge.disproof(c.predicate, c.subject, state) for c in candidates
        ):
            yield from filter(None, candidates[:1])


def _fame(knowledge: Knowledge, state: Thing) -> int:
    return len(knowledge.claims_about(state))


def is_partner(knowledge: Knowledge, state: Thing) -> bool:
    """Whether a table of the article lists relations with the state."""
    listed = knowledge.support(HAS_RELATIONS, PARTNERS, state)
    steps = (step for kind in STEPS for step in knowledge.slot(kind, state))
    return listed is not None or any(step.layer is Layer.DOCUMENT for step in steps)


def may_be_meant(other: Claim[Any], asked: Claim[Any], *rights: Claim[Any]) -> bool:
    """Whether another list's wording could pass for an answer here, though not listed.

    What is told of the same state may overlap; so may what shares a word of weight with
    the question or with a right answer.
    """
    if set(other.countries) & set(asked.countries):
        return True
    near = {asked.subject.in_sentence, *(text_of(right.value) for right in rights)}
    weighty = set().union(*(_weighty(text) for text in near))
    return not weighty.isdisjoint(_weighty(text_of(other.value)))


def _weighty(text: str) -> set[str]:
    return {word for word in WORD.findall(text.casefold()) if len(word) >= WEIGHT}
