"""Which acronym belongs to which body, and back."""

from collections.abc import Sequence
from random import Random
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.base import Family, V, text_of
from quiz.questions.drafts import Candidate, Option
from relations.claims import ACRONYM, STANDS_FOR, Claim, Predicate, Thing, Words
from relations.knowledge import Knowledge

LIKELY = 6  # how many of the likest are drawn from


class NameFamily(Family[V]):
    """Sets names of bodies against each other: one within another falls out."""

    aspect = "expand"
    predicate: Predicate[V]
    asked: Any  # with {name} for the body

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[V]]:
        return knowledge.claims_of(self.predicate)

    def stem(self, knowledge: Knowledge, claim: Claim[V]) -> str:
        return str(self.asked).format(name=claim.subject.name)

    def candidates(self, knowledge: Knowledge, claim: Claim[V]) -> list[Candidate[V]]:
        return [
            Candidate(
                text_of(other.value),
                self.predicate,
                claim.subject,
                other.value,
                truth=other.as_told,
                claim=other.key,
                page=other.page,
            )
            for other in self.claims(knowledge)
            if claim.subject.same(other.subject) is False
        ]

    def shortlist(
        self,
        knowledge: Knowledge,
        claim: Claim[V],
        wrong: list[Option[V]],
        dice: Random,
    ) -> Sequence[Option[V]]:
        right = text_of(claim.value)
        return sorted(
            wrong,
            key=lambda option: (
                -self.likeness(option.text, right),
                abs(len(option.text) - len(right)),
                option.text,
            ),
        )[:LIKELY]

    def likeness(self, one: str, other: str) -> int:
        """How many letters could lead somebody to take one for the other."""
        raise NotImplementedError


class FullName(NameFamily[Words]):
    slug = "expand"
    label = "What an acronym stands for"
    predicate = STANDS_FOR
    asked = _("What is the full name of the body listed as {name}?")

    def likeness(self, one: str, other: str) -> int:
        pairs = zip(_initials(one), _initials(other), strict=False)
        return sum(here == there for here, there in pairs)


class ShortName(NameFamily[Thing]):
    slug = "abbreviate"
    label = "The acronym of a body"
    predicate = ACRONYM
    asked = _("Under which short name does the article list the {name}?")

    def likeness(self, one: str, other: str) -> int:
        return len(set(one.casefold()) & set(other.casefold()))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())
