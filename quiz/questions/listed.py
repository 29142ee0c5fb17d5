"""What is on the list? Where the article gives the whole of it."""

from collections.abc import Iterator, Sequence
from random import Random

from django.utils.translation import gettext as _

from quiz.questions.base import Family, text_of
from quiz.questions.drafts import Candidate, Option
from quiz.questions.options import MOST_OPTIONS
from quiz.questions.telling import candidate_for, named_in, told_of
from relations.claims import (
    HAS_RELATIONS,
    HOME,
    LISTED,
    MEMBER,
    PARTNERS,
    STEPS,
    Claim,
    Layer,
    Thing,
    Words,
)
from relations.knowledge import Knowledge

LIKELY = 7  # how many of the likest are drawn from

Entry = Thing | Words


class OnTheList(Family[Entry]):
    slug = "listed"
    label = "What the article lists"
    aspect = "what"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Entry]]:
        return knowledge.claims_of(LISTED)

    def refusal(self, knowledge: Knowledge, claim: Claim[Entry]) -> str:
        if not claim.subject.in_sentence and not claim.unasked_because:
            return "The list is not asked about."
        return super().refusal(knowledge, claim)

    def stem(self, knowledge: Knowledge, claim: Claim[Entry]) -> str:
        return claim.subject.in_sentence  # a list brings its own question

    def candidates(
        self, knowledge: Knowledge, claim: Claim[Entry]
    ) -> Iterator[Candidate[Entry]]:
        if isinstance(claim.value, Thing):
            return _states(knowledge, claim)
        return _wordings(knowledge, claim)

    def shortlist(
        self,
        knowledge: Knowledge,
        claim: Claim[Entry],
        wrong: list[Option[Entry]],
        dice: Random,
    ) -> Sequence[Option[Entry]]:
        if isinstance(claim.value, Thing):
            return _like_states(knowledge, claim.value, claim.topic, wrong)
        return _like_wordings(claim, wrong)


class Memberships(Family[Thing]):
    slug = "member"
    label = "Which body is on the list of memberships"
    aspect = "what"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Thing]]:
        return knowledge.claims_of(MEMBER)

    def refusal(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        if claim.is_negated and not claim.unasked_because:
            return "Not a membership; a wrong answer only."
        return super().refusal(knowledge, claim)

    def stem(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        return _(
            "Of which of these bodies is Albania a member, according to the article?"
        )

    def candidates(
        self, knowledge: Knowledge, claim: Claim[Thing]
    ) -> Iterator[Candidate[Thing]]:
        for other in self.claims(knowledge):
            if other.is_negated:
                yield candidate_for(other.value, claim, other)


def _states(knowledge: Knowledge, claim: Claim[Entry]) -> Iterator[Candidate[Entry]]:
    """Every state there is but those the stem names, told of as far as it is."""
    for state in knowledge.states:
        if state.is_former or state.name == HOME:
            continue
        if not named_in(claim.subject.in_sentence, state):
            yield candidate_for(state, claim, told_of(knowledge, state))


def _wordings(knowledge: Knowledge, claim: Claim[Entry]) -> Iterator[Candidate[Entry]]:
    """Entries of other lists, of like length."""
    right = text_of(claim.value)
    for other in knowledge.claims_of(LISTED):
        text = text_of(other.value)
        if (
            isinstance(other.value, Words)
            and other.subject != claim.subject
            and not other.is_disputed
            and not other.unasked_because
            and 0.4 <= len(text) / len(right) <= 2.5
        ):
            yield Candidate(
                text,
                LISTED,
                claim.subject,
                other.value,
                truth=other.as_told,
                claim=other.key,
                page=other.page,
                form=other.subject.region,
            )


def _like_wordings(
    claim: Claim[Entry], wrong: list[Option[Entry]]
) -> Sequence[Option[Entry]]:
    """Words of the list's form where there are enough, one of each kin."""
    form, length = claim.subject.region, len(text_of(claim.value))
    wrong = sorted(
        wrong,
        key=lambda o: (o.candidate.form != form, abs(len(o.text) - length), o.text),
    )
    kept: dict[str, Option[Entry]] = {}
    for option in wrong:
        kept.setdefault(
            getattr(option.candidate.value, "kin", "") or option.text, option
        )
    alike = [option for option in kept.values() if option.candidate.form == form]
    enough = len(alike) >= MOST_OPTIONS - 1
    return (alike if enough else list(kept.values()))[:LIKELY]


def _like_states(
    knowledge: Knowledge, right: Thing, topic: str, wrong: list[Option[Entry]]
) -> Sequence[Option[Entry]]:
    """States of the region, partners where the right one is a partner.

    Where it is none, partners and strangers are mixed, so that being a stranger gives
    nothing away.
    """
    wrong = sorted(wrong, key=lambda option: _unlikeness(knowledge, option, right))
    partners = [option for option in wrong if option.candidate.claim]
    if topic != "relations" or _is_partner(knowledge, right):
        return partners[:LIKELY]
    strangers = [option for option in wrong if not option.candidate.claim]
    return partners[:3] + strangers[:3]


def _unlikeness(
    knowledge: Knowledge, option: Option[Entry], right: Thing
) -> tuple[bool, bool, str]:
    state = option.candidate.value
    assert isinstance(state, Thing)
    return not _is_partner(knowledge, state), state.region != right.region, state.slug


def _is_partner(knowledge: Knowledge, state: Thing) -> bool:
    """Whether a table of the article lists relations with the state."""
    listed = knowledge.support(HAS_RELATIONS, PARTNERS, state)
    steps = (step for kind in STEPS for step in knowledge.slot(kind, state))
    return listed is not None or any(step.layer is Layer.DOCUMENT for step in steps)
