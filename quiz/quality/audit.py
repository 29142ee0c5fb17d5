"""Everything that can be checked of the questions in use, checked and counted.

All is drafted anew from the facts as they stand and held against what is stored. A
teacher's wording is checked in place of the generated one.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.models import Question
from quiz.quality import rules, tally, witness
from quiz.quality.base import Finding
from quiz.quality.census import Census, census
from quiz.quality.coverage import Coverage, coverage
from quiz.quality.redraft import Redraft, out_of_step, redraft, worded
from quiz.quality.tally import Tally
from quiz.quality.trials import FULL, QUICK, Scale, Trials, trials
from quiz.quality.witness import Contradiction
from relations.knowledge import Knowledge


@dataclass(frozen=True)
class Audit:
    """What was checked and what was found. What is `refused` was never stored."""

    pool: Census
    rules: tuple[Tally, ...]
    findings: tuple[Finding, ...]
    refused: dict[str, int]  # by rule
    out_of_step: dict[str, str]  # by question
    contradictions: tuple[Contradiction, ...]
    witnessed: dict[str, int]  # questions read independently, by family
    coverage: Coverage
    trials: Trials | None = None

    @property
    def all_rules(self) -> tuple[Tally, ...]:
        return tally.errors_first([*self.rules, *(self.trials or NOTHING).rules])

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        tried = self.trials or NOTHING
        return tally.errors_first([*self.findings, *tried.findings])

    @property
    def errors(self) -> list[Finding]:
        return rules.errors(self.all_findings)

    @property
    def is_sound(self) -> bool:
        return not (self.errors or self.contradictions or self.out_of_step)

    @property
    def verdict(self) -> str:
        return (
            f"{len(self.errors)} errors, {len(self.contradictions)} contradictions, "
            f"{len(self.out_of_step)} questions out of step with the facts."
        )


NOTHING = Trials((), (), (), (), None)


def audit(knowledge: Knowledge, *, seed: int = 0, scale: Scale = FULL) -> Audit:
    """The whole of it, or as much as the scale says. The same seed finds the same."""
    stored = list(Question.objects.filter(is_written=False))
    active = [question for question in stored if question.status == "active"]
    again = redraft(knowledge, seed=seed)
    asked = [worded(again.sound[q.key], q) for q in active if q.key in again.sound]
    (rows, flaws), (more, others) = tally.each(asked, knowledge), tally.together(asked)
    return Audit(
        pool=census(active),
        rules=tally.errors_first([*rows, *more]),
        findings=tally.errors_first([*flaws, *others]),
        refused=_refused(again),
        out_of_step=out_of_step(stored, again.sound, knowledge),
        contradictions=tuple(witness.contradictions(active)),
        witnessed=witness.checked(active),
        coverage=coverage(knowledge, stored, [*again.refusals, *again.flawed]),
        trials=_trials(active, again, knowledge, seed, scale),
    )


def trials_alone(knowledge: Knowledge, *, seed: int = 0, scale: Scale = FULL) -> Trials:
    """What an audit tries, without all that it reads."""
    active = list(Question.objects.active())
    again = redraft(knowledge, seed=seed)
    return _trials(active, again, knowledge, seed, scale) or NOTHING


def _trials(
    active: Sequence[Question],
    again: Redraft,
    knowledge: Knowledge,
    seed: int,
    scale: Scale,
) -> Trials | None:
    if scale == QUICK:
        return None
    drafts = list(again.sound.values())
    return trials(active, drafts, knowledge, seed=seed, scale=scale)


def _refused(again: Redraft) -> dict[str, int]:
    return dict(sorted(Counter(finding.rule for finding in again.flawed).items()))
