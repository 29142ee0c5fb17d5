"""What is tried with the questions in use: quizzes drawn, bots at play, flaws planted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from quiz.models import Question
from quiz.quality import bots, mutants, tally
from quiz.quality.base import Finding
from quiz.quality.bots import Evenness, Result
from quiz.quality.mutants import Report
from quiz.quality.tally import Tally
from quiz.questions import Draft
from relations.knowledge import Knowledge

OFTEN = 4  # times, so that a small pool is not drawn from for ever
ROOMY = 100  # questions, among which every flaw can be planted


@dataclass(frozen=True)
class Scale:
    """How much of each to do; nought leaves it out."""

    quizzes: int = 1000  # for the rules on whole quizzes
    items: int = 2000  # for the bots to play
    mutants: int = 50  # flaws planted for each rule


FULL, QUICK = Scale(), Scale(0, 0, 0)
BRIEF = Scale(quizzes=100, mutants=5)


@dataclass(frozen=True)
class Trials:
    """What came of it. Rules and findings are those on whole quizzes."""

    rules: tuple[Tally, ...]
    findings: tuple[Finding, ...]
    bots: tuple[Result, ...]
    positions: tuple[Evenness, ...]
    mutants: Report | None


def trials(
    active: Sequence[Question],
    drafts: Collection[Draft],
    knowledge: Knowledge,
    *,
    seed: int = 0,
    scale: Scale = FULL,
) -> Trials:
    """The same seed tries the same."""
    most = OFTEN * sum(question.format in bots.GUESSED for question in active)
    rows, flaws = tally.quizzes_drawn(min(scale.quizzes, most), seed=seed)
    items = bots.drawn(min(scale.items, most), seed=seed)
    is_roomy = scale.mutants and len(drafts) >= ROOMY
    return Trials(
        rules=tally.errors_first(row for row in rows if row.checked),
        findings=tally.errors_first(flaws),
        bots=tuple(bots.play(items, seed=seed)),
        positions=tuple(bots.positions(items)),
        mutants=mutants.run(drafts, knowledge, seed=seed, per_rule=scale.mutants)
        if is_roomy
        else None,
    )
