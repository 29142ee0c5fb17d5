"""Which acronym belongs to which body, and back."""

from collections.abc import Iterator
from typing import Any

from quiz.questions.base import (
    FEWEST_OPTIONS,
    Candidate,
    Draft,
    Option,
    Refusal,
    among,
    chance,
    proved_wrong,
)
from relations.claims import ACRONYM, STANDS_FOR, Claim, Predicate
from relations.knowledge import Knowledge


class WhatItStandsFor:
    slug = "expand"
    label = "What an acronym stands for"
    predicate: Predicate[Any] = STANDS_FOR
    stem = "What is the full name of {name}?"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in knowledge.claims_of(self.predicate):
            wrong = proved_wrong(knowledge, self._candidates(knowledge, claim))
            if len(wrong) < FEWEST_OPTIONS - 1:
                yield Refusal(self.slug, claim.key, "Too few others are proved wrong.")
                continue
            wrong.sort(key=lambda option: self._unlikeness(option.text, claim))
            right = Option(
                Candidate(
                    _text(claim.value), self.predicate, claim.subject, claim.value
                ),
                None,
            )
            options = among(chance(seed, self.slug, claim), wrong[:6], right)
            yield Draft(
                family=self.slug,
                aspect="expand",
                claim=claim,
                stem=self.stem.format(name=claim.subject.name),
                options=options,
                correct=options.index(right),
            )

    def _candidates(
        self, knowledge: Knowledge, claim: Claim[Any]
    ) -> list[Candidate[Any]]:
        right = _text(claim.value)
        return [
            Candidate(
                _text(other.value),
                self.predicate,
                claim.subject,
                other.value,
                truth=other.statement,
                claim=other.key,
                page=other.page,
            )
            for other in knowledge.claims_of(self.predicate)
            if other.subject != claim.subject
            and claim.subject.same(other.subject) is False
            and _text(other.value).casefold() not in right.casefold()
            and right.casefold() not in _text(other.value).casefold()
        ]

    def _unlikeness(self, text: str, claim: Claim[Any]) -> tuple[int, int, str]:
        """Names whose initials and length are alike come first."""
        right = _text(claim.value)
        shared = sum(
            a == b for a, b in zip(_initials(text), _initials(right), strict=False)
        )
        return -shared, abs(len(text) - len(right)), text


class WhichAcronym(WhatItStandsFor):
    slug = "abbreviate"
    label = "The acronym of a body"
    predicate = ACRONYM
    stem = "Under which short name does the article list the {name}?"

    def _unlikeness(self, text: str, claim: Claim[Any]) -> tuple[int, int, str]:
        """Acronyms with the same letters and length come first."""
        right = _text(claim.value)
        shared = len(set(text.casefold()) & set(right.casefold()))
        return -shared, abs(len(text) - len(right)), text


def _text(value: Any) -> str:
    """The words of a name, or the acronym of a body."""
    return getattr(value, "text", None) or value.name


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
