"""Several that are right among some that are not: how they are brought together."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from rapidfuzz.distance import OSA

from quiz.questions.base import Kind, text_of
from quiz.questions.companions import TURNS, in_other_company
from quiz.questions.drafts import Candidate, Draft, Option, Refusal
from quiz.questions.options import is_within
from relations.claims import Claim
from relations.knowledge import Knowledge

AnyClaim = Claim[Any]
AnyOption = Option[Any]

NUMBERS = {2: _("two"), 3: _("three"), 4: _("four")}
LONG = 5  # letters; acronyms differ by one as a rule, and are read one by one


class Counts(NamedTuple):
    """How many options are right, and how many wrong."""

    right: int
    wrong: int


class Pool(ABC):
    """What the questions of one run are filled up from, by lot."""

    @abstractmethod
    def fellows(self, claim: AnyClaim, salt: str) -> Iterable[AnyClaim]:
        """Others of which the same is true."""

    @abstractmethod
    def strangers(
        self, rights: Sequence[AnyClaim], salt: str
    ) -> Iterable[Candidate[Any]]:
        """What it may not be true of, told as what it is."""


class ChoosingSeveral(Kind[Any]):
    """A question or two for each claim; what is right with it, and wrong, is drawn."""

    aspect = "what"

    @abstractmethod
    def counts(self, knowledge: Knowledge, claim: AnyClaim) -> Counts:
        """How many of each kind of option the question is to have."""

    @abstractmethod
    def stem(self, claim: AnyClaim, number: str) -> str:
        """The question, saying how many answers there are."""

    @abstractmethod
    def explanation(self, claim: AnyClaim, number: str) -> str:
        """Who says that these are right."""

    @abstractmethod
    def pool(self, knowledge: Knowledge, asked: list[AnyClaim], seed: str) -> Pool:
        """What is drawn from, the claims that may be asked among it."""

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        claims = list(self.claims(knowledge))
        asked = [claim for claim in claims if not self.refusal(knowledge, claim)]
        pool = self.pool(knowledge, asked, f"{seed}/{self.slug}")
        for claim in claims:
            if reason := self.refusal(knowledge, claim):
                yield Refusal(self.slug, claim.key, reason)
                continue
            salt = f"{seed}/{self.slug}/{claim.key}"
            made = [
                self._draft(knowledge, claim, pool, f"{salt}{turn}") for turn in TURNS
            ]
            yield from list(in_other_company(made)) or made[:1]

    def _draft(
        self, knowledge: Knowledge, claim: AnyClaim, pool: Pool, salt: str
    ) -> Draft | Refusal:
        counts = self.counts(knowledge, claim)
        rights = _rights(claim, pool.fellows(claim, salt), counts.right)
        options = [Option(as_told(right), None) for right in rights]
        for candidate in pool.strangers(rights, salt):
            if len(options) == len(rights) + counts.wrong:
                break
            option = refuted(knowledge, candidate)
            if option and not any(_too_close(option, other) for other in options):
                options.append(option)
        if len(rights) < counts.right or len(options) < sum(counts):
            return Refusal(self.slug, claim.key, "Too few others are surely apart.")
        options.sort(key=lambda option: option.text.casefold())
        number = str(NUMBERS[counts.right])
        return Draft(
            family=self.slug,
            aspect=self.aspect,
            claim=claim,
            stem=self.stem(claim, number),
            options=tuple(options),
            solution=[i for i, option in enumerate(options) if not option.proof],
            format="several",
            claims=tuple(rights),
            explanation=self.explanation(claim, number),
        )


def _rights(claim: AnyClaim, fellows: Iterable[AnyClaim], count: int) -> list[AnyClaim]:
    """The claim and others of its list that are surely something else."""
    rights = [claim]
    for fellow in fellows:
        if len(rights) == count:
            break
        if all(_are_apart(fellow.value, right.value) for right in rights):
            rights.append(fellow)
    return rights


def refuted(knowledge: Knowledge, candidate: Candidate[Any]) -> AnyOption | None:
    proof = knowledge.disproof(candidate.predicate, candidate.subject, candidate.value)
    return Option(candidate, proof) if proof else None


def _too_close(option: AnyOption, other: AnyOption) -> bool:
    return not _are_apart(option.candidate.value, other.candidate.value)


def _are_apart(value: Any, other: Any) -> bool:
    """Whether two answers are surely not the same, and no eye takes one for the other."""
    one, another = text_of(value), text_of(other)
    return (
        value.same(other) is False
        and not is_within(one, another)
        and (min(len(one), len(another)) < LONG or OSA.distance(one, another) > 1)
    )


def as_told(claim: AnyClaim, of: AnyClaim | None = None) -> Candidate[Any]:
    """The claim's value in answer to its own question, or to another's."""
    asked = of or claim
    return Candidate(
        text_of(claim.value),
        asked.predicate,
        asked.subject,
        claim.value,
        truth=claim.as_told,
        claim=claim.key,
        page=claim.page,
    )
