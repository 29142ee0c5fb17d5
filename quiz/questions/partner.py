"""With whom? Only where one state or body in the whole base fits the date."""

from collections.abc import Hashable, Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.drafts import Candidate
from quiz.questions.rounds import RoundFamily
from quiz.questions.telling import as_article_has_it
from relations.claims import REESTABLISHED, STEPS, Claim, Layer
from relations.dates import PartialDate, when
from relations.knowledge import Knowledge

STEMS = {
    "established": _(
        "With which of these {kind} did Albania establish relations {when}?"
    ),
    "de-facto": _(
        "With which of these {kind} did relations begin de facto (in practice) {when}?"
    ),
    "de-jure": _(
        "With which of these {kind} did relations begin de jure (in law) {when}?"
    ),
    "re-established": _(
        "With which of these {kind} were relations re-established {when}?"
    ),
    "severed": _("With which of these {kind} were relations severed {when}?"),
    "joined": _("Which of these {kind} did Albania enter {when}?"),
}
NOUNS = {"country": _("states"), "organization": _("organisations")}


class WithWhom(RoundFamily[PartialDate]):
    slug = "partner"
    label = "With whom it was"
    aspect = "who"

    def claims(self, knowledge: Knowledge) -> Iterator[Claim[PartialDate]]:
        for claim in knowledge.claims_of(*STEPS):
            if claim.layer is Layer.DOCUMENT and claim.subject.kind != "row":
                yield claim

    def refusal(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> str:
        if len(knowledge.holders(claim.predicate, claim.value)) > 1:
            return "More than one state or body fits the date."
        again = knowledge.slot(REESTABLISHED, claim.subject)
        if again and all(other.layer is Layer.REFERENCE for other in again):
            return "References know of a later break the article leaves out."
        return super().refusal(knowledge, claim)

    def stem(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> str:
        stem = STEMS[claim.predicate.slug].format(
            kind=NOUNS[claim.subject.kind], when=when(claim.value)
        )
        return as_article_has_it(stem, claim)

    def right(self, claim: Claim[PartialDate]) -> Candidate[PartialDate]:
        return Candidate(
            claim.subject.name, claim.predicate, claim.subject, claim.value
        )

    def band(self, claim: Claim[PartialDate]) -> Hashable:
        """A former state would be told by the date alone."""
        return claim.predicate, claim.subject.kind, claim.subject.is_former

    def nearness(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> Any:
        """One region, then near in time: what may be mixed up."""
        return claim.subject.region, claim.value.first_day, claim.key

    def lent(
        self,
        knowledge: Knowledge,
        claim: Claim[PartialDate],
        other: Claim[PartialDate],
    ) -> Candidate[PartialDate]:
        return Candidate(
            other.subject.name,
            claim.predicate,
            other.subject,
            claim.value,
            truth=other.as_told,
            claim=other.key,
            page=other.page,
        )
