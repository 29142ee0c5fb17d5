"""When did it happen? At the precision the source gives, or by the year alone."""

from collections.abc import Iterator

from quiz.questions.base import (
    FEWEST_OPTIONS,
    Candidate,
    Draft,
    Option,
    Refusal,
    as_article_has_it,
    chance,
    in_order,
    proved_wrong,
)
from relations.claims import HAPPENED, REESTABLISHED, SIGNED_ON, STEPS, Claim, Layer
from relations.dates import PartialDate, Precision
from relations.knowledge import Knowledge

DATED = (*STEPS, HAPPENED, SIGNED_ON)

ASKED = {
    "day": "On what date",
    "month": "In which month and year",
    "year": "In which year",
}

STEMS = {
    "established": "{when} did Albania and {name} establish relations?",
    "de-facto": "{when} did Albania’s relations with {name} begin de facto?",
    "de-jure": "{when} did Albania’s relations with {name} begin de jure?",
    "re-established": "{when} did Albania and {name} re-establish relations?",
    "severed": "{when} were relations between Albania and {name} severed?",
    "joined": "{when} did Albania enter {name}?",
    "happened": "{when} did it happen?",
    "signed-on": "{when} was {name} signed?",
}


class When:
    """Asks for the date as exactly as the source knows it."""

    slug = "when"
    label = "When it was, to the day if known"

    def asks_for(self, date: PartialDate) -> Precision | None:
        return date.precision

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        for claim in knowledge.claims_of(*DATED):
            if claim.layer is Layer.REFERENCE or claim.subject.kind == "row":
                continue
            if claim.is_disputed or claim.unasked_because:
                reason = claim.unasked_because or "The article contradicts itself."
                yield Refusal(self.slug, claim.key, reason)
                continue
            precision = self.asks_for(claim.value)
            if precision:
                yield self._draft(knowledge, claim, precision, seed)

    def _draft(
        self,
        knowledge: Knowledge,
        claim: Claim[PartialDate],
        precision: Precision,
        seed: int,
    ) -> Draft | Refusal:
        date = claim.value.to(precision)
        candidates = _candidates(knowledge, claim, precision)
        wrong = [
            option
            for option in proved_wrong(knowledge, candidates)
            if not _is_given_elsewhere(knowledge, claim, option)
        ]
        if len(wrong) < FEWEST_OPTIONS - 1:
            return Refusal(self.slug, claim.key, "Too few dates are proved wrong.")
        right = Option(Candidate(str(date), claim.predicate, claim.subject, date), None)
        options = in_order(
            chance(seed, self.slug, claim),
            wrong,
            right,
            rank_by=lambda option: option.candidate.value.first_day,
        )
        return Draft(
            family=self.slug,
            aspect="when",
            claim=claim,
            stem=_stem(knowledge, claim, precision),
            options=options,
            correct=options.index(right),
            is_ordered=True,
        )


class WhichYear(When):
    """Asks for the year alone where the source knows more."""

    slug = "year"
    label = "In which year it was"

    def asks_for(self, date: PartialDate) -> Precision | None:
        return None if date.precision == "year" else "year"


def _stem(knowledge: Knowledge, claim: Claim[PartialDate], precision: Precision) -> str:
    template = STEMS[claim.predicate.slug]
    name = claim.subject.in_sentence
    if claim.predicate == HAPPENED and name:
        template = name  # the fact brings its own question
    elif knowledge.slot(REESTABLISHED, claim.subject):
        template = template.replace(" establish", " first establish")
    return as_article_has_it(template.format(when=ASKED[precision], name=name), claim)


def _is_given_elsewhere(
    knowledge: Knowledge, claim: Claim[PartialDate], option: Option[PartialDate]
) -> bool:
    """Whether a reference gives this date for any step with the same state or body."""
    return any(
        other.layer is Layer.REFERENCE and other.value.overlaps(option.candidate.value)
        for other in knowledge.claims_of(*STEPS)
        if other.subject == claim.subject
    )


ENOUGH = 6  # dates of the question's own kind; with fewer, others may join them


def _candidates(
    knowledge: Knowledge, claim: Claim[PartialDate], precision: Precision
) -> list[Candidate[PartialDate]]:
    """Dates of other facts, told as exactly as the question asks, its own kind first."""
    found: dict[PartialDate, Candidate[PartialDate]] = {}
    is_step = claim.predicate in STEPS
    others = [other for other in knowledge.claims_of(*DATED) if _may_lend(other)]
    others.sort(key=lambda other: (other.predicate in STEPS) != is_step)
    for other in others:
        alike = (other.predicate in STEPS) == is_step
        if not alike and len(found) >= ENOUGH:
            break
        try:
            date = other.value.to(precision)
        except ValueError:  # known less exactly than asked
            continue
        found.setdefault(
            date,
            Candidate(
                str(date),
                claim.predicate,
                claim.subject,
                date,
                truth=other.statement,
                claim=other.key,
                page=other.page,
            ),
        )
    return list(found.values())


def _may_lend(claim: Claim[PartialDate]) -> bool:
    """Whether a claim's date may stand as a wrong answer, told as what it really is."""
    return (
        claim.layer is Layer.DOCUMENT
        and not claim.is_disputed
        and not claim.unasked_because
        and claim.subject.kind != "row"
    )
