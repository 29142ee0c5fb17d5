"""Everything that can be checked of the questions in use, checked and counted.

All is drafted anew from the facts as they stand and held against what is stored. A
teacher's wording is checked in place of the generated one.
"""

from collections import Counter
from dataclasses import dataclass

from quiz.models import Question
from quiz.quality import bots, mutants, rules, tally, witness
from quiz.quality.base import Finding
from quiz.quality.bots import Evenness, Result
from quiz.quality.census import Census, census
from quiz.quality.coverage import Coverage, coverage
from quiz.quality.mutants import Report
from quiz.quality.redraft import Redraft, out_of_step, redraft, worded
from quiz.quality.tally import Tally
from quiz.quality.witness import Contradiction
from relations.knowledge import Knowledge


@dataclass(frozen=True)
class Scale:
    """How much of each costly part to do; nought leaves it out."""

    quizzes: int = 1000  # drawn, for the rules on whole quizzes
    items: int = 2000  # drawn, for the bots
    mutants: int = 50  # flaws planted for each rule


ROOMY = 100  # questions, among which every flaw can be planted
OFTEN = 4  # times, so that a small pool is not drawn from for ever
FULL, BRIEF, QUICK = Scale(), Scale(100, 1000, 5), Scale(0, 0, 0)


@dataclass(frozen=True)
class Audit:
    """What was checked and what was found. What is `refused` was never stored."""

    pool: Census
    rules: tuple[Tally, ...]
    findings: tuple[Finding, ...]
    refused: dict[str, int]  # by rule
    contradictions: tuple[Contradiction, ...]
    witnessed: dict[str, int]  # questions read independently, by family
    out_of_step: dict[str, str]  # by question
    coverage: Coverage
    bots: tuple[Result, ...] = ()
    positions: tuple[Evenness, ...] = ()
    mutants: Report | None = None

    @property
    def errors(self) -> list[Finding]:
        return rules.errors(self.findings)

    @property
    def is_sound(self) -> bool:
        return not (self.errors or self.contradictions or self.out_of_step)

    @property
    def verdict(self) -> str:
        return (
            f"{len(self.errors)} errors, {len(self.contradictions)} contradictions, "
            f"{len(self.out_of_step)} questions out of step with the facts."
        )


def audit(knowledge: Knowledge, *, seed: int = 0, scale: Scale = FULL) -> Audit:
    """The whole of it, or as much as the scale says. The same seed finds the same."""
    stored = list(Question.objects.all())
    active = [question for question in stored if question.status == "active"]
    most = OFTEN * sum(question.format in bots.GUESSED for question in active)
    again = redraft(knowledge, seed=seed)
    asked = [worded(again.sound[q.key], q) for q in active if q.key in again.sound]
    tallies, findings = tally.each(asked, knowledge)
    for more, flaws in (
        tally.together(asked),
        tally.quizzes_drawn(min(scale.quizzes, most), seed=seed),
    ):
        tallies += [row for row in more if row.checked]
        findings += flaws
    items = bots.drawn(min(scale.items, most), seed=seed)
    return Audit(
        pool=census(active),
        rules=tally.errors_first(tallies),
        findings=tally.errors_first(findings),
        refused=dict(sorted(_refused(again).items())),
        out_of_step=out_of_step(stored, again.sound, knowledge),
        contradictions=tuple(witness.contradictions(active)),
        witnessed=witness.checked(active),
        coverage=coverage(knowledge, stored, [*again.refusals, *again.flawed]),
        bots=tuple(bots.play(items, seed=seed)),
        positions=tuple(bots.positions(items)),
        mutants=_mutants(again, knowledge, seed, scale.mutants),
    )


def _mutants(
    again: Redraft, knowledge: Knowledge, seed: int, per_rule: int
) -> Report | None:
    drafts = again.sound.values()
    if not per_rule or len(drafts) < ROOMY:
        return None
    return mutants.run(drafts, knowledge, seed=seed, per_rule=per_rule)


def _refused(again: Redraft) -> Counter[str]:
    return Counter(finding.rule for finding in again.flawed)
