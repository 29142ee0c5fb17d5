"""When did it happen? At the precision the source gives, or by the year alone."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.base import OrderedFamily
from quiz.questions.drafts import Candidate, Option
from quiz.questions.telling import as_article_has_it
from relations.claims import HAPPENED, REESTABLISHED, SIGNED_ON, STEPS, Claim, Layer
from relations.dates import PartialDate, Precision
from relations.knowledge import Knowledge

DATED = (*STEPS, HAPPENED, SIGNED_ON)
ENOUGH = 6  # dates of the question's own kind; with fewer, others may join them

ASKED = {
    "day": _("On what date"),
    "month": _("In which month and year"),
    "year": _("In which year"),
}
STEMS = {
    "established": _("{when} did Albania and {name} establish relations?"),
    "de-facto": _("{when} did Albania’s relations with {name} begin de facto?"),
    "de-jure": _("{when} did Albania’s relations with {name} begin de jure?"),
    "re-established": _("{when} did Albania and {name} re-establish relations?"),
    "severed": _("{when} were relations between Albania and {name} severed?"),
    "joined": _("{when} did Albania enter {name}?"),
    "happened": _("{name}"),  # an event brings its own question
    "signed-on": _("{when} was {name} signed?"),
}


class When(OrderedFamily[PartialDate]):
    """Asks for the date as exactly as the source knows it."""

    slug = "when"
    label = "When it was, to the day if known"
    aspect = "when"

    def precision(self, date: PartialDate) -> Precision:
        return date.precision

    def claims(self, knowledge: Knowledge) -> Iterator[Claim[PartialDate]]:
        for claim in knowledge.claims_of(*DATED):
            if claim.layer is Layer.DOCUMENT and claim.subject.kind != "row":
                yield claim

    def stem(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> str:
        template = str(STEMS[claim.predicate.slug]).replace(
            "{name}", claim.subject.in_sentence
        )
        if knowledge.slot(REESTABLISHED, claim.subject):
            template = template.replace(" establish", " first establish")
        asked = ASKED[self.precision(claim.value)]
        return as_article_has_it(template.format(when=asked), claim)

    def right(self, claim: Claim[PartialDate]) -> Candidate[PartialDate]:
        date = claim.value.to(self.precision(claim.value))
        return Candidate(str(date), claim.predicate, claim.subject, date)

    def candidates(
        self, knowledge: Knowledge, claim: Claim[PartialDate]
    ) -> list[Candidate[PartialDate]]:
        """Dates of other facts, each once, those of the claim's own kind first."""
        found: dict[PartialDate, Candidate[PartialDate]] = {}
        lenders = [other for other in self.claims(knowledge) if _may_lend(other)]
        lenders.sort(key=lambda other: not _alike(other, claim))
        for other in lenders:
            if not _alike(other, claim) and len(found) >= ENOUGH:
                break
            date = _told(other.value, self.precision(claim.value))
            if date and not _is_given_elsewhere(knowledge, claim, date):
                found.setdefault(
                    date,
                    Candidate(
                        str(date),
                        claim.predicate,
                        claim.subject,
                        date,
                        truth=other.as_told,
                        claim=other.key,
                        page=other.page,
                    ),
                )
        return list(found.values())

    def rank(self, option: Option[PartialDate]) -> Any:
        return option.candidate.value.first_day


class WhichYear(When):
    """Asks for the year alone where the source knows more."""

    slug = "year"
    label = "In which year it was"

    def precision(self, date: PartialDate) -> Precision:
        return "year"

    def refusal(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> str:
        if reason := super().refusal(knowledge, claim):
            return reason
        is_all = claim.value.precision == "year"
        return "The year is all the source knows: asked already." if is_all else ""


def _told(date: PartialDate, precision: Precision) -> PartialDate | None:
    """The date as exactly as asked; None where it is known less exactly."""
    try:
        return date.to(precision)
    except ValueError:
        return None


def _alike(one: Claim[PartialDate], other: Claim[PartialDate]) -> bool:
    """Whether both are steps in relations, or both are not."""
    return (one.predicate in STEPS) == (other.predicate in STEPS)


def _may_lend(claim: Claim[PartialDate]) -> bool:
    """Whether a claim's date may stand as a wrong answer, told as what it really is."""
    return not claim.is_disputed and not claim.unasked_because


def _is_given_elsewhere(
    knowledge: Knowledge, claim: Claim[PartialDate], date: PartialDate
) -> bool:
    """Whether a reference gives this date for any step with the same state or body."""
    return any(
        other.layer is Layer.REFERENCE and other.value.overlaps(date)
        for kind in STEPS
        for other in knowledge.slot(kind, claim.subject)
    )
