"""Who did it, held it, said it? And which post is whose?"""

from collections.abc import Iterator, Sequence
from random import Random

from django.utils.translation import gettext as _

from quiz.questions.base import Family
from quiz.questions.drafts import Candidate, Option
from quiz.questions.options import MOST_OPTIONS
from quiz.questions.telling import candidate_for, named_in, told_of
from relations.claims import DONE_BY, HELD_BY, HOLDS, HOME, Claim, Thing
from relations.knowledge import Knowledge

ASKED = {"country", "person"}  # the kinds of which the article names several


class WhoDidIt(Family[Thing]):
    slug = "who"
    label = "Who it was"
    aspect = "who"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Thing]]:
        return knowledge.claims_of(DONE_BY)

    def refusal(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        if reason := super().refusal(knowledge, claim):
            return reason
        if claim.value.kind not in ASKED:
            return "No others of its kind are named."
        if claim.value.name == HOME:
            return "Every fact is about Albania: it gives itself away."
        return ""

    def stem(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        return claim.subject.in_sentence  # a deed brings its own question

    def candidates(
        self, knowledge: Knowledge, claim: Claim[Thing]
    ) -> Iterator[Candidate[Thing]]:
        """Those who are the right answer elsewhere, so that nobody never is."""
        stem = self.stem(knowledge, claim)
        actors = dict.fromkeys(
            other.value
            for other in self.claims(knowledge)
            if other.value.kind == claim.value.kind
            and not other.value.is_former
            and not self.refusal(knowledge, other)
        )
        for actor in actors:
            told = told_of(knowledge, actor, first="done-by")
            if told and actor != claim.value and not named_in(stem, actor):
                yield candidate_for(actor, claim, told)

    def shortlist(
        self,
        knowledge: Knowledge,
        claim: Claim[Thing],
        wrong: list[Option[Thing]],
        dice: Random,
    ) -> Sequence[Option[Thing]]:
        """Three to set against an actor: of one setting, the most told of always in.

        The article tells most of two states. Were they not set against each other,
        naming one of them would nearly always be right.
        """

        def fame(option: Option[Thing]) -> tuple[int, str]:
            return -len(knowledge.claims_about(option.candidate.value)), option.text

        wrong = sorted(wrong, key=fame)
        others = MOST_OPTIONS - 1
        if claim.value.kind == "person":
            region = claim.value.region
            dice.shuffle(wrong)
            return sorted(wrong, key=lambda o: o.candidate.value.region != region)[
                :others
            ]
        return [*wrong[:1], *dice.sample(wrong[1:], min(others - 1, len(wrong) - 1))]


class WhoHoldsIt(Family[Thing]):
    slug = "office"
    label = "Who holds a post"
    aspect = "who"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Thing]]:
        return knowledge.claims_of(HELD_BY)

    def stem(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        return _("Whom does the article name as {post}?").format(
            post=claim.subject.name
        )

    def candidates(
        self, knowledge: Knowledge, claim: Claim[Thing]
    ) -> Iterator[Candidate[Thing]]:
        """Holders of other posts, unless the two could be taken for one."""
        for other in self.claims(knowledge):
            if claim.subject.same(other.subject) is False and not other.unasked_because:
                yield candidate_for(other.value, claim, other)


class WhichPost(Family[Thing]):
    slug = "post"
    label = "Which post somebody holds"
    aspect = "what"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Thing]]:
        return knowledge.claims_of(HOLDS)

    def stem(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        return _("Which post does the article give to {name}?").format(
            name=claim.subject.name
        )

    def candidates(
        self, knowledge: Knowledge, claim: Claim[Thing]
    ) -> Iterator[Candidate[Thing]]:
        for other in self.claims(knowledge):
            if claim.value.same(other.value) is False and not other.unasked_because:
                yield candidate_for(other.value, claim, other)
