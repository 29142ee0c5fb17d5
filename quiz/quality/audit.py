"""Everything that can be checked of the questions in use, checked and counted.

All is drafted anew from the facts as they stand and held against what is stored. A
teacher's wording is checked in place of the generated one.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quiz.models import Question
from quiz.quality import bots, rules
from quiz.quality.base import ERROR, Finding
from quiz.quality.bots import Evenness, Result
from quiz.quality.census import Census, census
from quiz.quality.coverage import Coverage, coverage
from quiz.quality.redraft import Redraft, out_of_step, redraft, worded
from quiz.questions import Draft
from relations.knowledge import Knowledge


@dataclass(frozen=True)
class Scale:
    """How much of each costly part to do; nought leaves it out."""

    quizzes: int = 1000  # drawn, for the rules on whole quizzes
    items: int = 2000  # drawn, for the bots
    mutants: int = 20  # flaws planted for each rule


OFTEN = 10  # times at most that a question is drawn for a bot, on average
FULL, QUICK = Scale(), Scale(0, 0, 0)


@dataclass(frozen=True)
class Tally:
    """One rule: what it was held against, and where it found something."""

    rule: str
    about: str
    severity: str
    checked: int
    found: int


@dataclass(frozen=True)
class Audit:
    """What was checked and what was found. What is `refused` was never stored."""

    pool: Census
    rules: tuple[Tally, ...]
    findings: tuple[Finding, ...]
    refused: dict[str, int]  # by rule
    out_of_step: dict[str, str]  # by question
    coverage: Coverage
    bots: tuple[Result, ...] = ()
    positions: tuple[Evenness, ...] = ()

    @property
    def errors(self) -> list[Finding]:
        return rules.errors(self.findings)

    @property
    def is_sound(self) -> bool:
        return not (self.errors or self.out_of_step)

    @property
    def verdict(self) -> str:
        errors, out = len(self.errors), len(self.out_of_step)
        return f"{errors} errors, {out} questions out of step with the facts."


def audit(knowledge: Knowledge, *, seed: int = 0, scale: Scale = FULL) -> Audit:
    """The whole of it, or as much as the scale says. The same seed finds the same."""
    stored = list(Question.objects.all())
    active = [question for question in stored if question.status == "active"]
    again = redraft(knowledge, seed=seed)
    asked = [worded(again.sound[q.key], q) for q in active if q.key in again.sound]
    tallies, findings = held_against(asked, knowledge)
    items = bots.drawn(min(scale.items, OFTEN * len(active)), seed=seed)
    return Audit(
        pool=census(active),
        rules=tallies,
        findings=findings,
        refused=dict(sorted(_refused(again).items())),
        out_of_step=out_of_step(stored, again.sound, knowledge),
        coverage=coverage(knowledge, stored, [*again.refusals, *again.flawed]),
        bots=tuple(bots.play(items, seed=seed)),
        positions=tuple(bots.positions(items)),
    )


def held_against(
    drafts: Sequence[Draft], knowledge: Knowledge
) -> tuple[tuple[Tally, ...], tuple[Finding, ...]]:
    """Every rule held against every draft it is about; errors first."""
    findings = [
        finding for draft in drafts for finding in rules.findings(draft, knowledge)
    ]
    found = Counter(finding.rule for finding in findings)
    tallies = [
        Tally(
            rule.slug,
            rule.about,
            rule.severity,
            checked=sum(rule.applies(draft) for draft in drafts),
            found=found[rule.slug],
        )
        for rule in rules.RULES
    ]
    return _errors_first(tallies), _errors_first(findings)


def _errors_first(rows: Iterable) -> tuple:
    return tuple(sorted(rows, key=lambda row: row.severity != ERROR))


def _refused(again: Redraft) -> Counter[str]:
    return Counter(finding.rule for finding in again.flawed)
