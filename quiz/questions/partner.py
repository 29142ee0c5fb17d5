"""With whom? Only where one state or body in the whole base fits the date."""

from collections.abc import Iterator

from quiz.questions.base import (
    FEWEST_OPTIONS,
    Candidate,
    Draft,
    Option,
    Refusal,
    among,
    as_article_has_it,
    chance,
    proved_wrong,
)
from relations.claims import REESTABLISHED, STEPS, Claim, Layer
from relations.dates import PartialDate, when
from relations.knowledge import Knowledge

STEMS = {
    "established": "With which of these {kind} did Albania establish relations {when}?",
    "de-facto": "With which of these {kind} did Albania’s relations begin de facto {when}?",
    "de-jure": "With which of these {kind} did Albania’s relations begin de jure {when}?",
    "re-established": "With which of these {kind} did Albania re-establish relations {when}?",
    "severed": "With which of these {kind} were relations severed {when}?",
    "joined": "Which of these {kind} did Albania enter {when}?",
}
NOUNS = {"country": "states", "organization": "bodies"}


class WithWhom:
    slug = "partner"
    label = "With whom it was"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in knowledge.claims_of(*STEPS):
            if claim.layer is Layer.REFERENCE or claim.subject.kind == "row":
                continue
            yield self._draft(knowledge, claim, seed)

    def _draft(
        self, knowledge: Knowledge, claim: Claim[PartialDate], seed: int
    ) -> Draft | Refusal:
        if claim.is_disputed:
            return Refusal(self.slug, claim.key, "The article contradicts itself.")
        if len(knowledge.holders(claim.predicate, claim.value)) > 1:
            return Refusal(
                self.slug, claim.key, "More than one state or body fits the date."
            )
        if _was_interrupted(knowledge, claim):
            return Refusal(
                self.slug,
                claim.key,
                "References know of a later break the article leaves out.",
            )
        wrong = proved_wrong(knowledge, _candidates(knowledge, claim))
        if len(wrong) < FEWEST_OPTIONS - 1:
            return Refusal(
                self.slug, claim.key, "Too few others have a known date for this step."
            )
        wrong.sort(key=lambda option: _distance(option, claim))
        right = Option(
            Candidate(claim.subject.name, claim.predicate, claim.subject, claim.value),
            None,
        )
        options = among(chance(seed, self.slug, claim), wrong[:9], right)
        stem = STEMS[claim.predicate.slug].format(
            kind=NOUNS[claim.subject.kind], when=when(claim.value)
        )
        return Draft(
            family=self.slug,
            aspect="who",
            claim=claim,
            stem=as_article_has_it(stem, claim),
            options=options,
            correct=options.index(right),
        )


def _was_interrupted(knowledge: Knowledge, claim: Claim[PartialDate]) -> bool:
    """Whether only references tell that relations were begun again."""
    again = knowledge.slot(REESTABLISHED, claim.subject)
    return bool(again) and all(other.layer is Layer.REFERENCE for other in again)


def _candidates(
    knowledge: Knowledge, claim: Claim[PartialDate]
) -> list[Candidate[PartialDate]]:
    return [
        Candidate(
            other.subject.name,
            claim.predicate,
            other.subject,
            claim.value,
            truth=other.statement,
            claim=other.key,
            page=other.page,
        )
        for other in knowledge.claims_of(claim.predicate)
        if other.subject.kind == claim.subject.kind
        and other.subject != claim.subject
        and other.layer is Layer.DOCUMENT
    ]


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
