"""Who signed it?"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from django.utils.translation import gettext_lazy as _

from quiz.questions.base import Family
from quiz.questions.companions import some
from quiz.questions.drafts import Candidate, Option
from quiz.questions.telling import candidate_for, named_in, told_of
from relations.claims import HOME, MILESTONES, SIGNED_BY, SIGNED_ON, Claim, Thing
from relations.dates import when
from relations.knowledge import Knowledge

STEMS = {
    "country": _("With which of these states did Albania sign {name} {when}?"),
    "person": _("Which of these people signed {name} {when}?"),
}
TELLING = {"done-by", "signed-by", "listed"}
VERY_MANY = 150  # who might stand against the right answer
SOME = 40


class WhoSigned(Family[Thing]):
    slug = "signatory"
    label = "Who signed"
    aspect = "who"

    def claims(self, knowledge: Knowledge) -> Iterator[Claim[Thing]]:
        for claim in knowledge.claims_of(SIGNED_BY):
            if claim.value.name != HOME:
                yield claim

    def stem(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        (blind_name,) = claim.subject.aliases
        dated = knowledge.slot(SIGNED_ON, claim.subject)
        return STEMS[claim.value.kind].format(
            name=blind_name, when=when(dated[0].value) if dated else ""
        )

    def candidates(
        self, knowledge: Knowledge, claim: Claim[Thing]
    ) -> Iterator[Candidate[Thing]]:
        """States or people the article tells something of, none named in the stem."""
        stem = self.stem(knowledge, claim)
        for thing, told in _looked_at(knowledge, claim):
            if not named_in(stem, thing):
                yield candidate_for(thing, claim, told)

    def shortlist(
        self,
        knowledge: Knowledge,
        claim: Claim[Thing],
        wrong: list[Option[Thing]],
        dice: Random,
    ) -> Sequence[Option[Thing]]:
        """A state that signed something else, if one did; people of a time and place."""
        if claim.value.kind == "person":
            region = claim.value.region
            return sorted(wrong, key=lambda o: o.candidate.value.region != region)[:3]
        signed = {other.value for other in self.claims(knowledge)}
        dice.shuffle(wrong)
        return sorted(wrong, key=lambda o: o.candidate.value not in signed)[:3]

    def variant(self, claim: Claim[Thing]) -> str:
        return claim.value.slug


def _looked_at(
    knowledge: Knowledge, claim: Claim[Thing]
) -> Sequence[tuple[Thing, Claim[Any]]]:
    """All that may stand; where they are very many, some of the likest and some others."""
    standing = knowledge.once(_standing)
    everybody = standing[claim.value.kind]
    if len(everybody) <= VERY_MANY:
        return everybody
    alike = standing.get(_likeness(claim.value), [])
    drawn = [*some(alike, claim.key, SOME), *some(everybody, claim.key, SOME)]
    return list(dict(drawn).items())


def _standing(knowledge: Knowledge) -> dict[str, list[tuple[Thing, Claim[Any]]]]:
    """Who may stand against others, by kind and by likeness, told of."""
    found: dict[str, list[tuple[Thing, Claim[Any]]]] = {kind: [] for kind in STEMS}
    signed = {claim.value for claim in knowledge.claims_of(SIGNED_BY)}
    for kind in STEMS:
        for thing in knowledge.things(kind):
            told = told_of(knowledge, thing)
            if told and _may_stand(knowledge, thing):
                found[kind].append((thing, told))
                if kind == "person" or thing in signed:
                    found.setdefault(_likeness(thing), []).append((thing, told))
    return found


def _likeness(thing: Thing) -> str:
    """People of one time and place are alike, and states that signed something."""
    return f"{thing.kind} {thing.region if thing.kind == 'person' else ''}"


def _may_stand(knowledge: Knowledge, thing: Thing) -> bool:
    """People, and states of which the article tells more than a date."""
    if thing.name == HOME or thing.is_former:
        return False
    told = {claim.predicate.slug for claim in knowledge.claims_about(thing)}
    is_partner = not told.isdisjoint(MILESTONES)
    return thing.kind == "person" or (is_partner and not told.isdisjoint(TELLING))
