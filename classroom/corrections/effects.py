"""What a correction does to the scores of a teacher's own pupils."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from classroom.classes.enrolment import key_of
from classroom.corrections import own
from quiz import scoring
from quiz.corrections.plans import Change, Plan
from quiz.models import Correction, Regrade


@dataclass(frozen=True)
class Effect:
    """One attempt: its score now, and under either rule."""

    name: str
    title: str
    score: float
    gentle: float  # nobody loses points
    strict: float  # scores may fall

    @property
    def now(self) -> str:
        return scoring.points(self.score)

    @property
    def if_gentle(self) -> str:
        return scoring.points(self.score + self.gentle)

    @property
    def if_strict(self) -> str:
        return scoring.points(self.score + self.strict)


@dataclass(frozen=True)
class Done:
    """One attempt of which an answer was graded anew."""

    name: str
    title: str
    before: float
    after: float


def planned(plan: Plan, kinds: dict[str, str], user) -> list[Effect]:
    """By name, what it would do to each attempt that it changes or might."""
    questions = [case.question.pk for case in plan.cases]
    names = own.named(user, items__question__in=questions)
    effects = []
    for attempt, changes in _by_attempt(plan.changes(kinds)).items():
        if attempt in names:
            known = names[attempt]
            effects.append(
                Effect(
                    known.name,
                    known.attempt.title,
                    known.attempt.score,
                    gentle=_sum(changes, takes_points=False),
                    strict=_sum(changes, takes_points=True),
                )
            )
    return sorted(effects, key=lambda effect: (key_of(effect.name), effect.title))


def done(correction: Correction, user) -> list[Done]:
    """What it did to answers of the teacher's own pupils."""
    names = own.named(user, items__answer__regrades__correction=correction)
    regrades = Regrade.objects.filter(correction=correction)
    rows = [
        Done(known.name, known.attempt.title, regrade.before, regrade.after)
        for regrade in regrades.select_related("answer__item")
        if (known := names.get(regrade.answer.item.attempt_id))
    ]
    return sorted(rows, key=lambda row: (key_of(row.name), row.title))


def _by_attempt(changes: Iterable[Change]) -> dict[UUID, list[Change]]:
    found: dict[UUID, list[Change]] = defaultdict(list)
    for change in changes:
        found[change.answer.item.attempt_id].append(change)
    return found


def _sum(changes: list[Change], *, takes_points: bool) -> float:
    return sum(c.after(takes_points=takes_points) - c.answer.credit for c in changes)
