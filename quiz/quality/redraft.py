"""The questions drafted once more, to hold the stored ones against."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from quiz import pool
from quiz.models import Question
from quiz.quality import rules
from quiz.quality.base import Finding
from quiz.questions import Draft, Refusal
from quiz.questions.hints import Hints
from relations.knowledge import Knowledge

NOT_STORED = "Its facts carry it, but it is not stored."
NOT_CARRIED = "In use, though its facts carry it no longer."
DIFFERS = "Differs from what its facts give now: {fields}."
Status = Question.Status


@dataclass(frozen=True)
class Redraft:
    """What the families draft now: sound drafts, and all that speaks against others."""

    sound: dict[str, Draft] = field(default_factory=dict)  # by key
    refusals: list[Refusal] = field(default_factory=list)
    flawed: list[Finding] = field(default_factory=list)


def redraft(knowledge: Knowledge, *, seed: int = 0) -> Redraft:
    """As `pool.sync` does it, but nothing is stored."""
    drafted = Redraft()
    for outcome in pool.drafts(knowledge, seed=seed):
        if isinstance(outcome, Draft):
            drafted.sound[outcome.key] = outcome
        elif isinstance(outcome, Refusal):
            drafted.refusals.append(outcome)
        elif outcome.severity == rules.ERROR:
            drafted.flawed.append(outcome)
    return drafted


def out_of_step(
    stored: Iterable[Question], drafts: dict[str, Draft], knowledge: Knowledge
) -> dict[str, str]:
    """Every question that the next `build_questions` would change, and how."""
    hints = Hints(knowledge)
    wrong = {}
    missing = set(drafts)
    for question in stored:
        missing.discard(question.key)
        draft = drafts.get(question.key)
        if fault := _fault(question, draft, knowledge, hints):
            wrong[question.key] = fault
    return wrong | dict.fromkeys(sorted(missing), NOT_STORED)


def _fault(
    question: Question, draft: Draft | None, knowledge: Knowledge, hints: Hints
) -> str:
    if draft is None:
        return NOT_CARRIED if question.status == Status.ACTIVE else ""
    if question.status == Status.WITHDRAWN:
        return NOT_STORED
    generated = pool.generated_fields(draft, knowledge, hints)
    fields = [n for n, value in generated.items() if getattr(question, n) != value]
    return DIFFERS.format(fields=", ".join(fields)) if fields else ""


def worded(draft: Draft, question: Question) -> Draft:
    """The draft as it is asked: in a teacher's words, where there are any."""
    return replace(
        draft,
        stem=question.stem,
        explanation=question.edited_explanation or draft.explanation,
    )
