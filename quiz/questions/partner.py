"""With whom? Only where one state or body in the whole base fits the date."""

from collections.abc import Iterator, Sequence
from random import Random

from django.utils.translation import gettext_lazy as _

from quiz.questions.base import Family
from quiz.questions.drafts import Candidate, Option
from quiz.questions.telling import as_article_has_it
from relations.claims import REESTABLISHED, STEPS, Claim, Layer
from relations.dates import PartialDate, when
from relations.knowledge import Knowledge

STEMS = {
    "established": _(
        "With which of these {kind} did Albania establish relations {when}?"
    ),
    "de-facto": _("With which of these {kind} did relations begin de facto {when}?"),
    "de-jure": _("With which of these {kind} did relations begin de jure {when}?"),
    "re-established": _(
        "With which of these {kind} were relations re-established {when}?"
    ),
    "severed": _("With which of these {kind} were relations severed {when}?"),
    "joined": _("Which of these {kind} did Albania enter {when}?"),
}
NOUNS = {"country": _("states"), "organization": _("bodies")}
LIKELY = 9  # how many of the likeliest to be mixed up are drawn from


class WithWhom(Family[PartialDate]):
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

    def candidates(
        self, knowledge: Knowledge, claim: Claim[PartialDate]
    ) -> list[Candidate[PartialDate]]:
        return [
            Candidate(
                other.subject.name,
                claim.predicate,
                other.subject,
                claim.value,
                truth=other.as_told,
                claim=other.key,
                page=other.page,
            )
            for other in knowledge.claims_of(claim.predicate)
            if other.subject.kind == claim.subject.kind
            and other.subject != claim.subject
            and other.layer is Layer.DOCUMENT
        ]

    def shortlist(
        self,
        knowledge: Knowledge,
        claim: Claim[PartialDate],
        wrong: list[Option[PartialDate]],
        dice: Random,
    ) -> Sequence[Option[PartialDate]]:
        return sorted(wrong, key=lambda option: _distance(option, claim))[:LIKELY]


def _distance(
    option: Option[PartialDate], claim: Claim[PartialDate]
) -> tuple[int, int, str]:
    """Same standing and region first, then near in time: what may be mixed up."""
    here = option.candidate.subject
    known = option.proof.claims[0].value if option.proof else claim.value
    apart = abs((known.first_day - claim.value.first_day).days)
    unlike = (here.is_former != claim.subject.is_former) + (
        here.region != claim.subject.region
    )
    return unlike, apart, here.slug
