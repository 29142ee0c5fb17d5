"""Who signed it?"""

from collections.abc import Iterator

from quiz.questions.base import (
    FEWEST_OPTIONS,
    Candidate,
    Draft,
    Option,
    Refusal,
    among,
    chance,
    named_in,
    proved_wrong,
    told_of,
)
from relations.claims import HOME, SIGNED_BY, SIGNED_ON, Claim, Thing
from relations.dates import when
from relations.knowledge import Knowledge

STEMS = {
    "country": "With which of these states did Albania sign {name} {when}?",
    "person": "Which of these people signed {name} {when}?",
}


class WhoSigned:
    slug = "signatory"
    label = "Who signed"

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in knowledge.claims_of(SIGNED_BY):
            if claim.value.name != HOME:
                yield self._draft(knowledge, claim, seed)

    def _draft(
        self, knowledge: Knowledge, claim: Claim[Thing], seed: int
    ) -> Draft | Refusal:
        dated = knowledge.slot(SIGNED_ON, claim.subject)
        stem = STEMS[claim.value.kind].format(
            name=claim.subject.aliases[0], when=when(dated[0].value) if dated else ""
        )
        wrong = proved_wrong(knowledge, _candidates(knowledge, claim, stem))
        if len(wrong) < FEWEST_OPTIONS - 1:
            return Refusal(self.slug, claim.key, "Too few others are proved wrong.")
        right = Option(
            Candidate(claim.value.name, SIGNED_BY, claim.subject, claim.value), None
        )
        near = [o for o in wrong if o.candidate.value.region == claim.value.region]
        shortlist = wrong
        if claim.value.kind == "person":
            shortlist = (near + [o for o in wrong if o not in near])[:3]
        options = among(chance(seed, self.slug, claim), shortlist, right)
        return Draft(
            family=self.slug,
            aspect="who",
            claim=claim,
            stem=stem,
            options=options,
            correct=options.index(right),
            variant=claim.value.slug,
        )


def _candidates(
    knowledge: Knowledge, claim: Claim[Thing], stem: str
) -> list[Candidate[Thing]]:
    """States or people the article tells something of, none named in the stem."""
    found: dict[Thing, Candidate[Thing]] = {}
    for other in knowledge.claims:
        for thing in (other.subject, other.value):
            if (
                not isinstance(thing, Thing)
                or thing.kind != claim.value.kind
                or thing in found
                or thing.name == HOME
                or thing.is_former
                or named_in(stem, thing)
            ):
                continue
            told = told_of(knowledge, thing)
            if told and _is_near(knowledge, thing):
                found[thing] = Candidate(
                    thing.name,
                    SIGNED_BY,
                    claim.subject,
                    thing,
                    truth=told.statement,
                    claim=told.key,
                    page=thing.page,
                )
    return list(found.values())


def _is_near(knowledge: Knowledge, thing: Thing) -> bool:
    """People, and states of which the article tells more than a date."""
    if thing.kind == "person":
        return True
    telling = {"done-by", "signed-by", "listed"}
    return any(c.predicate.slug in telling for c in knowledge.claims_about(thing)) and (
        any(c.predicate.slug == "established" for c in knowledge.claims_about(thing))
    )
