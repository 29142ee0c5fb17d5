"""How many, how much?"""

from collections.abc import Iterator
from decimal import Decimal

from quiz.questions.base import (
    FEWEST_OPTIONS,
    MOST_OPTIONS,
    Candidate,
    Draft,
    Option,
    Refusal,
    chance,
    in_order,
    proved_wrong,
)
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
    "percent": "{number}%",
    "troops": "{number} soldiers",
    "million-dollars": "{number} million US dollars",
    "people": "{number}",
    "states": "{number}",
    "years": "{number}",
}


class HowMuch:
    slug = "amount"
    label = "How many or how much"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        claims = knowledge.claims_of(AMOUNTS_TO)
        for claim in claims:
            if claim.unasked_because:
                yield Refusal(self.slug, claim.key, claim.unasked_because)
                continue
            others = _found(claim, claims)
            if len(proved_wrong(knowledge, others)) < MOST_OPTIONS - 1:
                others += _stand_ins(claim, taken={o.value.number for o in others})
            wrong = proved_wrong(knowledge, others)
            if len(wrong) < FEWEST_OPTIONS - 1:
                yield Refusal(self.slug, claim.key, "Too few others are proved wrong.")
                continue
            right = Option(_candidate(claim, claim.value, truth="", key=""), None)
            options = in_order(
                chance(seed, self.slug, claim),
                wrong,
                right,
                rank_by=lambda option: option.candidate.value.number,
            )
            yield Draft(
                family=self.slug,
                aspect="amount",
                claim=claim,
                stem=claim.subject.name,
                options=options,
                correct=options.index(right),
                is_ordered=True,
            )


def _candidate(
    claim: Claim[Amount], amount: Amount, *, truth: str, key: str
) -> Candidate[Amount]:
    text = UNITS[amount.unit].format(number=f"{amount.number.normalize():,f}")
    return Candidate(text, AMOUNTS_TO, claim.subject, amount, truth=truth, claim=key)


def _found(
    claim: Claim[Amount], claims: tuple[Claim[Amount], ...]
) -> list[Candidate[Amount]]:
    """The article's other figures of the same unit."""
    return [
        _candidate(claim, other.value, truth=other.statement, key=other.key)
        for other in claims
        if other.subject != claim.subject
        and other.value.unit == claim.value.unit
        and not other.unasked_because
    ]


def _stand_ins(claim: Claim[Amount], taken: set[Decimal]) -> list[Candidate[Amount]]:
    numbers = [Decimal(n) for n in STAND_INS.get(claim.value.unit, ())]
    return [
        _candidate(
            claim,
            Amount(number, claim.value.unit),
            truth="The article gives no such figure for this.",
            key="",
        )
        for number in numbers
        if number not in taken
    ]
