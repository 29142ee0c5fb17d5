"""Questions whose answer is typed: what a family of choice asks, with nothing to choose.

Nothing stands beside the right answer, so nothing has to be proved wrong beforehand; but
it must be the only right one over the whole base.
"""

from collections.abc import Iterable
from typing import Any, ClassVar

from quiz.questions.base import Family, Kind, V
from quiz.questions.drafts import Candidate, Draft, Option
from relations.claims import Claim
from relations.knowledge import Knowledge


class Typed(Kind[V]):
    """Claims, refusals and stem are those of `model`, unless a family says otherwise."""

    model: ClassVar[Family[Any]]
    format: ClassVar[str]

    def claims(self, knowledge: Knowledge) -> Iterable[Claim[V]]:
        return self.model.claims(knowledge)

    def refusal(self, knowledge: Knowledge, claim: Claim[V]) -> str:
        return self.model.refusal(knowledge, claim)

    def stem(self, knowledge: Knowledge, claim: Claim[V]) -> str:
        return self.model.stem(knowledge, claim)

    def variant(self, claim: Claim[V]) -> str:
        return self.model.variant(claim)

    def draft(
        self, knowledge: Knowledge, claim: Claim[V], right: Candidate[V], solution: Any
    ) -> Draft:
        return Draft(
            family=self.slug,
            format=self.format,
            aspect=self.aspect,
            claim=claim,
            stem=self.stem(knowledge, claim),
            options=(Option(right, None),),
            solution=solution,
            variant=self.variant(claim),
        )
