"""What the facts make right now, beside the questions as they were stored and asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from quiz import pool
from quiz.corrections.regrading import Truth
from quiz.models import Item, Question
from quiz.pool import generated_fields
from quiz.quality import rules
from quiz.quality.base import Finding
from quiz.questions import KINDS, Draft, Refusal
from quiz.questions.hints import Hints
from relations import reading
from relations.claims import Layer
from relations.dates import PartialDate
from relations.knowledge import Knowledge

IN_TIME = {"pair", "order", "timeline"}
OF_MANY = {"match", "several"}
READ = {*pool.GENERATED} - {"reveals"}  # what somebody reads of a question


@dataclass(frozen=True)
class Now:
    """Every question drafted anew from the facts as they stand; nothing is stored."""

    knowledge: Knowledge
    outcomes: Sequence[Draft | Refusal | Finding]

    @cached_property
    def drafts(self) -> dict[str, Draft]:
        return {draft.key: draft for draft in self.outcomes if isinstance(draft, Draft)}

    @cached_property
    def _hints(self) -> Hints:
        return Hints(self.knowledge)

    @cached_property
    def _dates(self) -> dict[str, str]:
        return {
            claim.key: claim.value.iso
            for claim in self.knowledge.claims
            if isinstance(claim.value, PartialDate)
            and claim.layer is Layer.DOCUMENT
            and not claim.is_disputed
        }

    @cached_property
    def _pairs(self) -> dict[str, dict[str, list[str]]]:
        """For each family the two texts by which it asks a claim among others."""
        pairs: dict[str, dict[str, list[str]]] = defaultdict(dict)
        for draft in self.drafts.values():
            if draft.format in OF_MANY:
                pairs[draft.family].update(_sides(draft))
        return pairs

    def renewed(self, question: Question) -> Question | None:
        """The question as it would be stored now; None where it is asked no longer."""
        draft = self.drafts.get(question.key)
        if draft is None:
            return None
        generated = generated_fields(draft, self.knowledge, self._hints)
        return Question(key=question.key, **generated)

    def is_unchanged(self, question: Question, claim: str) -> bool:
        """Whether the fact is still held to be as the question was told."""
        found = self.knowledge.claim(claim)
        if found is None or found.is_disputed or found.is_negated:
            return False
        return found.statement in question.generated_explanation

    def statement(self, claim: str) -> str:
        found = self.knowledge.claim(claim)
        return found.statement if found else ""

    def truth(
        self, question: Question, claims: set[str], asked: Iterable[Item]
    ) -> Truth | None:
        """What is right now of a question that asks these changed claims."""
        renewed = self.renewed(question)
        told = self._told(question, renewed, claims)
        if question.format in IN_TIME:
            return {"dates": self._among(self._dates, asked)} | told
        if question.format in OF_MANY:
            pairs = self._pairs[question.family]
            is_known = claims <= pairs.keys()
            return {"pairs": self._among(pairs, asked)} | told if is_known else None
        if renewed is None:
            return None
        if question.format == "choice":
            right = renewed.options[renewed.solution]
            return {"text": right["text"]} | told
        return {"solution": renewed.solution, "options": renewed.options} | told

    def _told(
        self, question: Question, renewed: Question | None, claims: set[str]
    ) -> Truth:
        told = {claim: self.statement(claim) for claim in sorted(claims)}
        if renewed is None:
            said = " ".join(filter(None, told.values()))
            return {"explanation": said, "sources": question.sources, "told": told}
        says = [renewed.generated_stem]
        if question.edited_stem and question.generated_stem == renewed.generated_stem:
            says.append(question.edited_stem)
        return {
            "says": says,
            "explanation": renewed.generated_explanation,
            "sources": renewed.sources,
            "told": told,
        }

    def _among(self, known: dict[str, Any], asked: Iterable[Item]) -> dict[str, Any]:
        """Of what is known that which bears on these items."""
        claims = {claim for item in asked for claim in _claims(item)}
        return {claim: known[claim] for claim in sorted(claims & known.keys())}


def now(*, seed: int = 0) -> Now:
    """Takes seconds: everything is read, drafted and linted."""
    knowledge = reading.knowledge()
    return Now(knowledge, list(pool.drafts(knowledge, seed=seed)))


def glimpse(claim: str, *, seed: int = 0) -> Now:
    """Enough to look what a claim changes: only what asks it is linted. Not to store."""
    knowledge = reading.knowledge()
    outcomes = [
        outcome
        for kind in KINDS.values()
        for outcome in kind.drafts(knowledge, seed)
        if isinstance(outcome, Refusal)
        or not _asks(outcome, claim)
        or not rules.errors(rules.findings(outcome, knowledge))
    ]
    return Now(knowledge, outcomes)


def _asks(draft: Draft, claim: str) -> bool:
    return any(one.key == claim for one in draft.asked)


def differs(question: Question, renewed: Question | None) -> bool:
    """Whether anybody would read something else, or nothing any more."""
    if renewed is None:
        return question.status == Question.Status.ACTIVE
    return any(getattr(question, name) != getattr(renewed, name) for name in READ)


def _claims(item: Item) -> Iterator[str]:
    yield from item.claims
    for part in (*item.prompts, *item.options):
        yield part.get("claim", "")


def _sides(draft: Draft) -> Iterator[tuple[str, list[str]]]:
    if draft.format == "several":
        for place in draft.solution:
            option = draft.options[place]
            yield option.candidate.claim, ["", option.text]
        return
    for prompt, place in zip(draft.prompts, draft.solution, strict=True):
        yield prompt.claim.key, [prompt.text, draft.options[place].text]
