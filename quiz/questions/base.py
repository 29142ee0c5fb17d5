"""What a question family is given, what it promises, and what it hands over.

A family reads the Knowledge and yields drafts: questions whose right answer the base
supports and whose every wrong answer it refutes. Where that cannot be had it yields a
Refusal with the reason. Chance comes in as a seed; the same seed drafts the same.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import ClassVar, Generic, TypeVar

from quiz.questions.drafts import Candidate, Draft, Option, Refusal
from quiz.questions.options import FEWEST_OPTIONS, among
from relations.claims import Claim, Thing, Value, Words
from relations.knowledge import Knowledge

V = TypeVar("V", bound=Value)
ARTICLE = re.compile(r"^(?:an?|the) ")


class Kind(ABC, Generic[V]):
    """Whatever drafts questions on claims, one by one or several together.

    `slug` is stored with questions and must never change.
    """

    slug: ClassVar[str]
    label: ClassVar[str]
    aspect: ClassVar[str]

    @abstractmethod
    def claims(self, knowledge: Knowledge) -> Iterable[Claim[V]]:
        """The claims to ask of, or to say why not."""

    @abstractmethod
    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        """Every question of this family the knowledge allows, in a fixed order."""

    def refusal(self, knowledge: Knowledge, claim: Claim[V]) -> str:
        """Why nothing is asked of a claim; empty where something may be."""
        if claim.is_disputed and not claim.unasked_because:
            return "The article says otherwise elsewhere."
        return claim.unasked_because


class Family(Kind[V]):
    """All questions of one shape. A family says what it asks; the rest is done here.

    It gives the claims it asks of, the stem, and candidates; those the base cannot
    refute fall out.
    """

    is_ordered: ClassVar[bool] = False
    too_few: ClassVar[str] = "Too few others are proved wrong."

    @abstractmethod
    def stem(self, knowledge: Knowledge, claim: Claim[V]) -> str:
        """The question, answerable with its options hidden."""

    @abstractmethod
    def candidates(
        self, knowledge: Knowledge, claim: Claim[V]
    ) -> Iterable[Candidate[V]]:
        """Answers that might stand against the right one, told as what they are."""

    def right(self, claim: Claim[V]) -> Candidate[V]:
        value = claim.value
        return Candidate(text_of(value), claim.predicate, claim.subject, value)

    def shortlist(
        self,
        knowledge: Knowledge,
        claim: Claim[V],
        wrong: list[Option[V]],
        dice: Random,
    ) -> Sequence[Option[V]]:
        """The proved wrong answers to draw from."""
        return wrong

    def arrange(
        self, dice: Random, wrong: Sequence[Option[V]], right: Option[V]
    ) -> tuple[Option[V], ...]:
        return among(dice, wrong, right)

    def variant(self, claim: Claim[V]) -> str:
        """Tells two questions on claims of one key apart."""
        return ""

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in self.claims(knowledge):
            reason = self.refusal(knowledge, claim)
            yield (
                Refusal(self.slug, claim.key, reason)
                if reason
                else self._draft(knowledge, claim, seed)
            )

    def _draft(
        self, knowledge: Knowledge, claim: Claim[V], seed: int
    ) -> Draft | Refusal:
        wrong = proved_wrong(knowledge, self.candidates(knowledge, claim))
        # One throw of dice a question, so that one more fact does not reshuffle the rest.
        dice = Random(f"{seed}/{self.slug}/{claim.key}")
        shortlist = self.shortlist(knowledge, claim, wrong, dice)
        return self.draft(knowledge, claim, shortlist, dice)

    def draft(
        self,
        knowledge: Knowledge,
        claim: Claim[V],
        wrong: Sequence[Option[V]],
        dice: Random,
    ) -> Draft | Refusal:
        """The question on a claim with wrong answers from among these."""
        right = Option(self.right(claim), None)
        arranged = self.arrange(dice, wrong, right)
        if len(arranged) < FEWEST_OPTIONS:
            return Refusal(self.slug, claim.key, self.too_few)
        return Draft(
            family=self.slug,
            aspect=self.aspect,
            claim=claim,
            stem=self.stem(knowledge, claim),
            options=arranged,
            solution=arranged.index(right),
            is_ordered=self.is_ordered,
            variant=self.variant(claim),
        )


def text_of(value: Value) -> str:
    """A value as an option reads: a thing by its name, words with a capital letter.

    Words lose their article, by which one could stand out among others.
    """
    if isinstance(value, Thing):
        return value.name
    text = ARTICLE.sub("", value.text) if isinstance(value, Words) else str(value)
    return text[:1].upper() + text[1:]


def proved_wrong(
    knowledge: Knowledge, candidates: Iterable[Candidate[V]]
) -> list[Option[V]]:
    """The candidates that the base refutes, each with its proof; the rest fall out."""
    options = []
    for candidate in candidates:
        proof = knowledge.disproof(
            candidate.predicate, candidate.subject, candidate.value
        )
        if proof:
            options.append(Option(candidate, proof))
    return options
