"""How many, how much?"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.base import OrderedFamily
from quiz.questions.drafts import Candidate, Option
from quiz.questions.options import MOST_OPTIONS
from relations.claims import AMOUNTS_TO, Amount, Claim
from relations.knowledge import Knowledge

# Where the article has too few figures of a unit, round ones far enough from the right
# one stand in. They are wrong by the functional slot, and told as what they are.
STAND_INS = {
    "troops": (100, 400, 1500, 2000),
    "million-dollars": (10, 100, 300),
    "people": (3, 8, 10, 12),
    "states": (5, 10, 20, 25),
    "years": (1, 3, 4, 5),
}
UNITS = {
    "percent": _("{number}%"),
    "troops": _("{number} soldiers"),
    "million-dollars": _("{number} million US dollars"),
    "people": _("{number}"),
    "states": _("{number}"),
    "years": _("{number}"),
}


class HowMuch(OrderedFamily[Amount]):
    slug = "amount"
    label = "How many or how much"
    aspect = "amount"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Amount]]:
        return knowledge.claims_of(AMOUNTS_TO)

    def stem(self, knowledge: Knowledge, claim: Claim[Amount]) -> str:
        return claim.subject.name  # a figure brings its own question

    def right(self, claim: Claim[Amount]) -> Candidate[Amount]:
        return _candidate(claim, claim.value)

    def candidates(
        self, knowledge: Knowledge, claim: Claim[Amount]
    ) -> Iterator[Candidate[Amount]]:
        """The article's other figures of the unit, and stand-ins where they are few."""
        found = [
            _candidate(claim, other.value, truth=other.as_told, key=other.key)
            for other in self.claims(knowledge)
            if other.subject != claim.subject
            and other.value.unit == claim.value.unit
            and not other.unasked_because
        ]
        yield from found
        if len(found) < MOST_OPTIONS - 1:
            taken = {candidate.value.number for candidate in found}
            yield from _stand_ins(claim, taken)

    def rank(self, option: Option[Amount]) -> Any:
        return option.candidate.value.number


def _candidate(
    claim: Claim[Amount], amount: Amount, *, truth: str = "", key: str = ""
) -> Candidate[Amount]:
    text = UNITS[amount.unit].format(number=f"{amount.number.normalize():,f}")
    return Candidate(text, AMOUNTS_TO, claim.subject, amount, truth=truth, claim=key)


def _stand_ins(
    claim: Claim[Amount], taken: set[Decimal]
) -> Iterator[Candidate[Amount]]:
    for number in map(Decimal, STAND_INS.get(claim.value.unit, ())):
        if number not in taken:
            yield _candidate(
                claim,
                Amount(number, claim.value.unit),
                truth="The article gives no such figure for this.",
            )
