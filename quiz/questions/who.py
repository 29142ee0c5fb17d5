"""Who did it, held it, said it? And which post is whose?"""

from collections.abc import Hashable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from quiz.questions.drafts import Candidate
from quiz.questions.rounds import RoundFamily
from quiz.questions.telling import candidate_for, named_in
from relations.claims import DONE_BY, HELD_BY, HOLDS, HOME, Claim, Thing
from relations.knowledge import Knowledge

ROOT = 4  # letters
ASKED = {"country", "person"}  # the kinds of which the article names several


class WhoDidIt(RoundFamily[Thing]):
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

    def band(self, claim: Claim[Thing]) -> Hashable:
        return claim.value.kind, claim.value.is_former

    def nearness(self, knowledge: Knowledge, claim: Claim[Thing]) -> Any:
        """People of one setting and states of one region stand together."""
        return claim.value.region, claim.key

    def lent(
        self, knowledge: Knowledge, claim: Claim[Thing], other: Claim[Thing]
    ) -> Candidate[Thing] | None:
        if _is_hinted_at(self.stem(knowledge, claim), other.value):
            return None
        return candidate_for(other.value, claim, other)


class WhoHoldsIt(RoundFamily[Thing]):
    slug = "office"
    label = "Who holds a post"
    aspect = "who"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Thing]]:
        return knowledge.claims_of(HELD_BY)

    def stem(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        return _("Whom does the article name as {post}?").format(
            post=claim.subject.name
        )

    def lent(
        self, knowledge: Knowledge, claim: Claim[Thing], other: Claim[Thing]
    ) -> Candidate[Thing] | None:
        """The holder of another post, unless the two could be taken for one."""
        if claim.subject.same(other.subject) is not False:
            return None
        return candidate_for(other.value, claim, other)


class WhichPost(RoundFamily[Thing]):
    slug = "post"
    label = "Which post somebody holds"
    aspect = "what"

    def claims(self, knowledge: Knowledge) -> Sequence[Claim[Thing]]:
        return knowledge.claims_of(HOLDS)

    def stem(self, knowledge: Knowledge, claim: Claim[Thing]) -> str:
        return _("Which post does the article give to {name}?").format(
            name=claim.subject.name
        )

    def lent(
        self, knowledge: Knowledge, claim: Claim[Thing], other: Claim[Thing]
    ) -> Candidate[Thing] | None:
        if claim.value.same(other.value) is not False:
            return None
        return candidate_for(other.value, claim, other)


def _is_hinted_at(stem: str, actor: Thing) -> bool:
    """Whether the stem names it, or a word of its root, such as Turkish for Turkey."""
    words = stem.casefold().split()
    root = actor.name.casefold()[:ROOT]
    return named_in(stem, actor) or any(word.startswith(root) for word in words)
