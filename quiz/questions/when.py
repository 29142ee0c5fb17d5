"""When did it happen? At the precision the source gives, or by the year alone."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.drafts import Candidate, Option
from quiz.questions.rounds import RoundFamily
from quiz.questions.telling import as_article_has_it
from relations.claims import (
    HAPPENED,
    REESTABLISHED,
    SIGNED_ON,
    STEPS,
    Claim,
    Layer,
    Thing,
)
from relations.dates import PartialDate, Precision
from relations.knowledge import Knowledge

DATED = (*STEPS, HAPPENED, SIGNED_ON)

ASKED = {
    "day": _("On what date"),
    "month": _("In which month and year"),
    "year": _("In which year"),
}
STEMS = {
    "established": _("{when} did Albania and {name} establish relations?"),
    "de-facto": _(
        "{when} did Albania’s relations with {name} begin de facto (in practice)?"
    ),
    "de-jure": _("{when} did Albania’s relations with {name} begin de jure (in law)?"),
    "re-established": _("{when} did Albania and {name} re-establish relations?"),
    "severed": _("{when} were relations between Albania and {name} severed?"),
    "joined": _("{when} did Albania enter {name}?"),
    "happened": _("{name}"),  # an event brings its own question
    "signed-on": _("{when} was {name} signed?"),
}


class When(RoundFamily[PartialDate]):
    """Asks for the date as exactly as the source knows it."""

    slug = "when"
    label = "When it was, to the day if known"
    aspect = "when"
    is_ordered = True

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

    def band(self, claim: Claim[PartialDate]) -> Precision:
        return self.precision(claim.value)

    def nearness(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> Any:
        """Steps in relations by their dates, then everything else by its date."""
        return claim.predicate not in STEPS, claim.value.first_day, claim.key

    def lent(
        self,
        knowledge: Knowledge,
        claim: Claim[PartialDate],
        other: Claim[PartialDate],
    ) -> Candidate[PartialDate] | None:
        date = other.value.to(self.precision(other.value))
        if is_given_elsewhere(knowledge, claim, date) or _is_between(
            knowledge, claim, date
        ):
            return None
        return Candidate(
            str(date),
            claim.predicate,
            claim.subject,
            date,
            truth=other.as_told,
            claim=other.key,
            page=other.page,
        )

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


def is_given_elsewhere(
    knowledge: Knowledge, claim: Claim[PartialDate], date: PartialDate
) -> bool:
    """Whether a reference gives this date for any step with the same state or body."""
    elsewhere = knowledge.once(_from_references).get(claim.subject, ())
    return any(other.overlaps(date) for other in elsewhere)


def _from_references(knowledge: Knowledge) -> dict[Thing, list[PartialDate]]:
    found: dict[Thing, list[PartialDate]] = {}
    for other in knowledge.claims_of(*STEPS):
        if other.layer is Layer.REFERENCE:
            found.setdefault(other.subject, []).append(other.value)
    return found


def _is_between(
    knowledge: Knowledge, claim: Claim[PartialDate], date: PartialDate
) -> bool:
    """Whether it lies among dates that are claimed for one step, here and there."""
    claimed = [other.value for other in knowledge.slot(claim.predicate, claim.subject)]
    first = min(other.first_day for other in claimed)
    last = max(other.last_day for other in claimed)
    return first <= date.last_day and date.first_day <= last
