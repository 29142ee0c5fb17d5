"""What is to be matched with what: prompts, the answer to each, and a few to spare.

A pairing is asked only if it is the one there can be: each prompt has its own answer,
and every other answer shown is proved wrong for it.
"""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Generic

from django.utils.functional import Promise

from quiz.questions.base import Kind, V, text_of
from quiz.questions.companions import TURNS, Lots, in_other_company, some
from quiz.questions.drafts import Candidate, Draft, Option, Prompt, Refusal
from relations.claims import Claim, Value
from relations.knowledge import Knowledge

FEWEST_PROMPTS = 4
SPARE = 2  # answers that belong to no prompt, so that the last is no gift
TRIED_OF_ONE_ANSWER = 4


@dataclass(frozen=True)
class Pair(Generic[V]):
    """A claim in two halves: what stands on the left, and the answer to it."""

    claim: Claim[V]
    prompt: str
    value: V

    @property
    def text(self) -> str:
        return text_of(self.value)


@dataclass(frozen=True)
class Pairing(Generic[V]):
    """Prompts with their answers, and answers that are left over."""

    pairs: tuple[Pair[V], ...]
    spares: tuple[Pair[V], ...]


class Matching(Kind[V]):
    """A question or two for each claim, which brings along others drawn by lot."""

    told: ClassVar[str | Promise]  # the explanation: who says so
    most_prompts: ClassVar[int] = 5

    @abstractmethod
    def stem(self, claim: Claim[V]) -> str:
        """The question put to all prompts at once."""

    @abstractmethod
    def pair(self, knowledge: Knowledge, claim: Claim[V]) -> Pair[V]:
        """The claim in its two halves."""

    def is_apart(self, knowledge: Knowledge, pair: Pair[V], other: Pair[V]) -> bool:
        """Whether the other's answer is proved wrong for this prompt."""
        claim = pair.claim
        proof = knowledge.disproof(claim.predicate, claim.subject, other.value)
        return proof is not None

    def rank(self, value: V) -> Any:
        """What the answers are put in order by, so that their order tells nothing."""
        return text_of(value).casefold()

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        claims = list(self.claims(knowledge))
        asked = [claim for claim in claims if not self.refusal(knowledge, claim)]
        groups = self._by_answer(knowledge, asked)
        lots = Lots(list(groups.items()), f"{seed}/{self.slug}")
        for claim in claims:
            if reason := self.refusal(knowledge, claim):
                yield Refusal(self.slug, claim.key, reason)
                continue
            salt = f"{seed}/{self.slug}/{claim.key}"
            made = [
                self._drawn(knowledge, claim, lots, f"{salt}{turn}") for turn in TURNS
            ]
            yield from list(in_other_company(made)) or made[:1]

    def _drawn(
        self,
        knowledge: Knowledge,
        claim: Claim[V],
        lots: Lots[list[Pair[V]]],
        salt: str,
    ) -> Draft | Refusal:
        drawn = (
            pair
            for group in lots.drawn(salt)
            for pair in some(group, salt, TRIED_OF_ONE_ANSWER)
        )
        pairing = self._pairing(knowledge, self.pair(knowledge, claim), drawn)
        if len(pairing.pairs) < FEWEST_PROMPTS:
            return Refusal(self.slug, claim.key, "Too few others are surely apart.")
        return self._draft(knowledge, pairing)

    def _by_answer(
        self, knowledge: Knowledge, claims: Sequence[Claim[V]]
    ) -> dict[str, list[Pair[V]]]:
        """Pairs that may accompany others, so that each answer is as likely to."""
        groups: dict[str, list[Pair[V]]] = {}
        for claim in claims:
            if not claim.remark:  # a remark needs a question of its own
                pair = self.pair(knowledge, claim)
                groups.setdefault(pair.text, []).append(pair)
        return groups

    def _pairing(
        self, knowledge: Knowledge, first: Pair[V], drawn: Iterator[Pair[V]]
    ) -> Pairing[V]:
        """The first pair with others, each in turn a prompt or, if too many, a spare."""
        pairs, spares = [first], list[Pair[V]]()
        for pair in drawn:
            if len(spares) == SPARE:
                break
            if not all(self.is_apart(knowledge, known, pair) for known in pairs):
                continue
            if len(pairs) == self.most_prompts:
                if all(spare.value != pair.value for spare in spares):
                    spares.append(pair)
            elif all(self.is_apart(knowledge, pair, known) for known in pairs):
                pairs.append(pair)
        while len(spares) < SPARE and len(pairs) > 1:
            spares.append(pairs.pop())
        return Pairing(tuple(pairs), tuple(spares))

    def _draft(self, knowledge: Knowledge, pairing: Pairing[V]) -> Draft:
        first = pairing.pairs[0].claim
        options = sorted(
            [
                *(_own(pair) for pair in pairing.pairs),
                *(_spare(knowledge, pair, first) for pair in pairing.spares),
            ],
            key=lambda option: self.rank(option.candidate.value),
        )
        places = {option.text: place for place, option in enumerate(options)}
        return Draft(
            family=self.slug,
            aspect=self.aspect,
            claim=first,
            stem=self.stem(first),
            options=tuple(options),
            solution=[places[pair.text] for pair in pairing.pairs],
            format="match",
            claims=tuple(pair.claim for pair in pairing.pairs),
            prompts=tuple(Prompt(pair.prompt, pair.claim) for pair in pairing.pairs),
            is_ordered=True,
            explanation=str(self.told),
            remark=f"{pairing.pairs[0].prompt}: {first.remark}" if first.remark else "",
        )


def _own(pair: Pair[Any]) -> Option[Any]:
    return Option(_candidate(pair, pair.claim), None)


def _spare(knowledge: Knowledge, pair: Pair[Any], first: Claim[Any]) -> Option[Any]:
    """An answer left over, as a wrong one to the prompt the question is named for."""
    proof = knowledge.disproof(first.predicate, first.subject, pair.value)
    return Option(_candidate(pair, first), proof)


def _candidate(pair: Pair[Any], of: Claim[Any]) -> Candidate[Value]:
    return Candidate(
        pair.text,
        of.predicate,
        of.subject,
        pair.value,
        truth=pair.claim.as_told,
        claim=pair.claim.key,
        page=pair.claim.page,
    )
