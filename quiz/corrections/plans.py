"""Plans: questions as they are and will be, and what each answer would earn; values."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from quiz.corrections import regrading
from quiz.corrections.regrading import Truth
from quiz.corrections.truths import Now, differs
from quiz.models import Answer, Correction, Item, Question


@dataclass(frozen=True)
class Change:
    """What one answer earns at present, and what it would earn by what is right."""

    answer: Answer
    judged: float

    @classmethod
    def of(cls, answer: Answer, right: Item | None) -> "Change":
        """Judged by the item as righted; where there is none, everything is given."""
        if right is None:
            return cls(answer, 1.0)
        earned = regrading.credit(
            answer.item, right, answer.given, before=answer.credit
        )
        return cls(answer, earned)

    def after(self, *, takes_points: bool) -> float:
        return self.judged if takes_points else max(self.answer.credit, self.judged)


@dataclass(frozen=True)
class Case:
    """One question, as it is stored and as it will be, and the items it was asked in."""

    question: Question
    renewed: Question | None = None
    truth: Truth | None = None
    asked: list[Item] = field(default_factory=list)  # wrongly, answered or not
    proposal: str = ""  # a kind of correction; empty leaves the answers alone
    can_regrade: bool = False
    claim: str = ""  # of the fact that was corrected
    is_flawed: bool = False  # the question is at fault, not the fact

    @cached_property
    def right_before(self) -> str:
        """What counted as right, in words; as it was asked where it is stored anew."""
        asked = self.asked[-1] if self.asked else regrading.asked(self.question)
        return regrading.in_words(asked, self.claim)

    @cached_property
    def right_now(self) -> str:
        """What is right, in words; empty where that is not known."""
        if self.is_flawed:
            return ""
        for item in reversed(self.asked):
            if right := regrading.righted(item, self.truth):
                return regrading.in_words(right, self.claim)
        if told := regrading.said(self.truth, self.claim):
            return told
        if self.renewed is None:
            return ""
        return regrading.in_words(regrading.asked(self.renewed), self.claim)

    @property
    def version(self) -> int:
        """The last that was wrong; as stored it may have been put right already."""
        if self.is_flawed or differs(self.question, self.renewed):
            return self.question.version
        return max(item.version for item in self.asked)

    @property
    def is_withdrawn(self) -> bool:
        return self.renewed is None and not self.is_flawed

    @property
    def is_reworded(self) -> bool:
        new = self.renewed
        return new is not None and new.stem != self.question.generated_stem

    @cached_property
    def answers(self) -> list[Answer]:
        return [item.answer for item in self.asked if item.is_answered]

    @cached_property
    def regraded(self) -> list[Change]:
        """By what is right; full credit where that was not among what was offered."""
        return [
            Change.of(a, regrading.righted(a.item, self.truth)) for a in self.answers
        ]

    @property
    def voided(self) -> list[Change]:
        return [Change(answer, 1.0) for answer in self.answers]

    @cached_property
    def given_freely(self) -> int:
        """Answers that would get full credit because nothing right was on offer."""
        return sum(regrading.righted(a.item, self.truth) is None for a in self.answers)

    def changes(self, kind: str) -> list[Change]:
        if kind == Correction.Kind.VOIDED:
            return self.voided
        return self.regraded if kind == Correction.Kind.REGRADED else []


@dataclass(frozen=True)
class Plan:
    """All that one correction would do."""

    cases: list[Case]
    claim: str = ""  # of the fact that was corrected, if it is one
    now: Now | None = None  # what the questions are stored from
    new: int = 0  # questions that come to be

    @property
    def proposed(self) -> dict[str, str]:
        return {case.question.key: case.proposal for case in self.cases}

    @property
    def has_answers(self) -> bool:
        return any(case.asked for case in self.cases)

    @cached_property
    def digest(self) -> str:
        """Tells whether what was looked at is still what would be done."""
        seen = [
            [case.question.key, case.question.version, case.truth, case.right_now]
            for case in sorted(self.cases, key=lambda case: case.question.key)
        ]
        return hashlib.sha256(json.dumps(seen, sort_keys=True).encode()).hexdigest()

    def changes(self, kinds: dict[str, str]) -> Iterator[Change]:
        for case in self.cases:
            yield from case.changes(kinds.get(case.question.key, ""))
