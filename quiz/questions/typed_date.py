"""On what date, in which year? Typed, as exactly as the source knows it."""

from collections.abc import Iterator

from quiz.questions.drafts import Draft, Refusal
from quiz.questions.typed import Typed
from quiz.questions.when import When, WhichYear
from relations.dates import PartialDate
from relations.knowledge import Knowledge


class TypedDate(Typed[PartialDate]):
    slug = "typed-date"
    label = "Type the date, to the day if known"
    aspect = "when"
    format = "date"
    model = When()

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in self.claims(knowledge):
            if reason := self.refusal(knowledge, claim):
                yield Refusal(self.slug, claim.key, reason)
                continue
            right = self.model.right(claim)
            yield self.draft(knowledge, claim, right, right.value.iso)


class TypedYear(TypedDate):
    slug = "typed-year"
    label = "Type the year"
    model = WhichYear()
