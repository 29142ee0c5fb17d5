"""How many, how much?"""

from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.drafts import Candidate, Option
from quiz.questions.options import MOST_OPTIONS
from quiz.questions.rounds import RoundFamily
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
NO_SUCH_FIGURE = "The article gives no such figure for this."
UNITS = {
    "percent": _("{number}%"),
    "troops": _("{number}"),
    "million-dollars": _("{number} million US dollars"),
    "people": _("{number}"),
    "states": _("{number}"),
    "years": _("{number}"),
}


class HowMuch(RoundFamily[Amount]):
    slug = "amount"
    label = "How many or how much"
    aspect = "amount"
    is_ordered = True

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Amount]]:
        return knowledge.claims_of(AMOUNTS_TO)

    def stem(self, knowledge: Knowledge, claim: Claim[Amount]) -> str:
        return claim.subject.name  # a figure brings its own question

    def right(self, claim: Claim[Amount]) -> Candidate[Amount]:
        return _candidate(claim, claim.value)

    def band(self, claim: Claim[Amount]) -> str:
        return claim.value.unit

    def nearness(self, knowledge: Knowledge, claim: Claim[Amount]) -> Any:
        return claim.value.number, claim.key

    def lent(
        self, knowledge: Knowledge, claim: Claim[Amount], other: Claim[Amount]
    ) -> Candidate[Amount]:
        return _candidate(claim, other.value, truth=other.as_told, key=other.key)

    def filled(
        self, knowledge: Knowledge, few: Sequence[Claim[Amount]], dice: Random
    ) -> list[Candidate[Amount]]:
        """Stand-ins, as many below as lets the article's figures stand at any rank."""
        known = [claim.value for claim in few]
        numbers = [
            number
            for number in map(Decimal, STAND_INS.get(known[0].unit, ()))
            if all(Amount(number, value.unit).same(value) is False for value in known)
        ]
        below = [number for number in numbers if number < known[0].number]
        above = [number for number in numbers if number > known[0].number]
        wanted = MOST_OPTIONS - len(few)
        most = min(wanted, len(below))
        rank = dice.randint(min(most, max(0, wanted - len(above))), most)
        return [
            _candidate(few[0], Amount(number, known[0].unit), truth=NO_SUCH_FIGURE)
            for number in (*below[len(below) - rank :], *above[: wanted - rank])
        ]

    def rank(self, option: Option[Amount]) -> Any:
        return option.candidate.value.number


def _candidate(
    claim: Claim[Amount], amount: Amount, *, truth: str = "", key: str = ""
) -> Candidate[Amount]:
    text = UNITS[amount.unit].format(number=f"{amount.number.normalize():,f}")
    return Candidate(text, AMOUNTS_TO, claim.subject, amount, truth=truth, claim=key)
