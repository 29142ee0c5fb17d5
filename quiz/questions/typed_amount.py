"""How many, how much? Typed in digits."""

from collections.abc import Iterator
from dataclasses import replace

from quiz.questions.amount import HowMuch
from quiz.questions.drafts import Draft, Refusal
from quiz.questions.typed import Typed
from relations.claims import Amount
from relations.knowledge import Knowledge

UNITS = {
    "percent": "per cent",
    "million-dollars": "million US dollars",
}


class TypedAmount(Typed[Amount]):
    slug = "typed-amount"
    label = "Type the number"
    aspect = "amount"
    format = "number"
    model = HowMuch()

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in self.claims(knowledge):
            if reason := self.refusal(knowledge, claim):
                yield Refusal(self.slug, claim.key, reason)
                continue
            amount = claim.value
            right = replace(
                self.model.right(claim),
                extra={
                    "unit": UNITS.get(amount.unit, ""),
                    "kind": amount.unit,
                    "is_approximate": amount.is_approximate,
                },
            )
            number = f"{amount.number.normalize():f}"
            yield self.draft(knowledge, claim, right, number)
