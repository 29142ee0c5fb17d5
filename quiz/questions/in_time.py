"""What all questions on time share: what they ask of, and what stands beside it.

All options are true by themselves. What is asked is how they lie to one another, so no
two may share a day, by the article or by any reference.
"""

import re
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from random import Random

from quiz.questions.base import Kind
from quiz.questions.drafts import Candidate, Draft, Refusal
from quiz.questions.happenings import BESIDE, Happening, Years, go_together
from quiz.questions.when import DATED
from relations.claims import Claim, Layer
from relations.dates import PartialDate
from relations.knowledge import Knowledge

THROWS = 40  # at companions, before others are tried or a question is given up
TELLS_WHEN = re.compile(
    r"\d|\b(first|second|third|fourth|last|earlier|later|early|late)\b", re.I
)
TOO_FEW = "Too few others are surely apart in time."


class InTime(Kind[PartialDate]):
    """Questions named for one dated claim, beside others drawn from the years around."""

    aspect = "order"

    @abstractmethod
    def asked_of(
        self, knowledge: Knowledge, one: Happening, years: Years, dice: Random
    ) -> Iterator[Draft]:
        """The questions named for this claim; none where too little is sure."""

    def claims(self, knowledge: Knowledge) -> Iterator[Claim[PartialDate]]:
        for claim in knowledge.claims_of(*DATED):
            if claim.layer is Layer.DOCUMENT and claim.subject.kind != "row":
                yield claim

    def refusal(self, knowledge: Knowledge, claim: Claim[PartialDate]) -> str:
        if reason := super().refusal(knowledge, claim):
            return reason
        if TELLS_WHEN.search(Happening(claim).phrase):
            return "Its name tells when it was."
        return ""

    def beside(self, one: Happening) -> frozenset[str]:
        """The kinds of happening that may stand beside this one."""
        return BESIDE[one.kind]

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        lines: dict[frozenset[str], Years] = {}
        for claim in self.claims(knowledge):
            if reason := self.refusal(knowledge, claim):
                yield Refusal(self.slug, claim.key, reason)
                continue
            one = Happening(claim)
            kinds = self.beside(one)
            if kinds not in lines:
                lines[kinds] = Years(self._companions(knowledge, kinds))
            dice = Random(f"{seed}/{self.slug}/{claim.key}")
            drafts = list(self.asked_of(knowledge, one, lines[kinds], dice))
            yield from drafts
            if not drafts:
                yield Refusal(self.slug, claim.key, TOO_FEW)

    def _companions(
        self, knowledge: Knowledge, kinds: frozenset[str]
    ) -> Iterator[Happening]:
        """Those without a remark, as a remark needs a question of its own."""
        for claim in self.claims(knowledge):
            other = Happening(claim)
            is_free = not claim.remark and not self.refusal(knowledge, claim)
            if is_free and other.kind in kinds:
                yield other


def in_order(*happenings: Happening) -> list[Happening]:
    return sorted(happenings, key=lambda happening: happening.date.first_day)


def around(
    knowledge: Knowledge,
    one: Happening,
    years: Years,
    dice: Random,
    counts: Sequence[int],
) -> list[Happening]:
    """Others from before and after, in order of time, all of them surely apart.

    How many are from before is drawn first, so that the one asked of has any rank as
    easily; where so many cannot be had, another number is tried.
    """
    for count in counts:
        for earlier in dice.sample(range(count + 1), count + 1):
            wanted = {False: earlier, True: count - earlier}
            found = _drawn(knowledge, one, years, dice, wanted)
            if len(found) == count:
                return in_order(*found)
    return []


def _drawn(
    knowledge: Knowledge,
    one: Happening,
    years: Years,
    dice: Random,
    wanted: dict[bool, int],
) -> list[Happening]:
    """So many from after (True) and from before, or as many as the throws find."""
    found: list[Happening] = []
    for later, count in wanted.items():
        enough = len(found) + count
        for _throw in range(THROWS):
            if len(found) == enough:
                break
            other = years.near(one, dice, later=later)
            if other and all(
                go_together(knowledge, known, other) for known in (one, *found)
            ):
                found.append(other)
    return found


def candidate(
    happening: Happening, text: str, truth: str, extra: dict[str, str]
) -> Candidate[PartialDate]:
    claim = happening.claim
    return Candidate(
        text,
        claim.predicate,
        claim.subject,
        claim.value,
        truth=truth,
        claim=claim.key,
        page=claim.page,
        extra=extra,
    )
