"""What learners are told of corrections: why, what is right, and what it did to them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from quiz import grading, scoring
from quiz.corrections import regrading
from quiz.corrections.regrading import Truth
from quiz.formats import Feedback, OptionRow
from quiz.grading import Missed
from quiz.models import Answer, Attempt, Correction, Item, Regrade

COUNTED = "Counted as right"
HELD_RIGHT = "what we took to be the answer"
NO_ANSWER = "This question was wrong"


@dataclass(frozen=True)
class Note:
    """What became of one answer, by the last correction that stands."""

    regrade: Regrade
    earned_at_first: float
    score: float  # of the whole attempt, as it is now

    @property
    def item(self) -> Item:
        return self.regrade.answer.item

    @property
    def reason(self) -> str:
        return self.regrade.correction.reason

    @property
    def right_text(self) -> str:
        return self.regrade.correction.right_text

    @property
    def change(self) -> float:
        return self.regrade.after - self.earned_at_first

    @property
    def before(self) -> str:
        return scoring.points(self.score - self.change)

    @property
    def after(self) -> str:
        return scoring.points(self.score)

    @property
    def is_news(self) -> bool:
        return self.regrade.read_at is None


@dataclass(frozen=True)
class Told:
    """All that was corrected in one attempt."""

    notes: list[Note]
    score: float
    taken_back: list[Regrade]  # the last of answers that count again as at first

    def on(self, item: Item) -> Note | None:
        return next((n for n in self.notes if n.item.pk == item.pk), None)

    def undone_on(self, item: Item) -> Regrade | None:
        found = (r for r in self.taken_back if r.answer.item_id == item.pk)
        return next(found, None)

    @property
    def before(self) -> str:
        return scoring.points(self.score - sum(note.change for note in self.notes))

    @property
    def after(self) -> str:
        return scoring.points(self.score)


def told(attempt: Attempt) -> Told:
    """Wants an attempt with its score."""
    notes, undone = [], []
    for chain in _chains(_regrades(answer__item__attempt=attempt)):
        note = _note(chain, score=attempt.score)
        if note:
            notes.append(note)
        else:
            undone.append(chain[-1])
    return Told(notes, attempt.score, undone)


def scores_before(attempts: Iterable[Attempt]) -> dict[UUID, str]:
    """By the attempt, with its score: what it was at first, where that was different."""
    scores = {attempt.pk: attempt.score for attempt in attempts}
    changes: dict[UUID, float] = defaultdict(float)
    for chain in _chains(_regrades(answer__item__attempt__in=[*scores])):
        if note := _note(chain, score=0.0):
            changes[note.item.attempt_id] += note.change
    return {
        attempt: scoring.points(scores[attempt] - change)
        for attempt, change in changes.items()
        if scoring.points(scores[attempt] - change) != scoring.points(scores[attempt])
    }


def feedback(item: Item, note: Note | None) -> Feedback:
    """What an answered item tells; once corrected, without the old answer as right."""
    if note is None:
        return grading.feedback(item)
    correction = note.regrade.correction
    is_regraded = correction.kind == Correction.Kind.REGRADED
    right = regrading.righted(item, correction.truth) if is_regraded else None
    truth = correction.truth or {}
    if right:
        told = grading.feedback(_with_answer(right, item))
    else:
        told = _doubted(item, truth)
    return replace(
        told,
        verdict=told.verdict if _is_earned(item, right) else COUNTED,
        heading=note.right_text or NO_ANSWER,
        explanation=truth.get("explanation") or note.reason,
        sources=truth.get("sources", told.sources),
        remark="",
    )


def missed(items: Iterable[Item], notes: Iterable[Note]) -> list[Missed]:
    """What is to be learnt from these, by what counts as right now."""
    by_item = {note.item.pk: note for note in notes}
    found = []
    for item in items:
        if not item.is_answered:
            found.append(grading.missed(item))
            continue
        note = by_item.get(item.pk)
        right = note.right_text if note else ""
        found.append(grading.missed(item, feedback(item, note), right))
    return found


def notes_on(items: Iterable[Item]) -> list[Note]:
    """Those on items of different attempts, whose scores are not asked for."""
    chains = _chains(_regrades(answer__item__in=[item.pk for item in items]))
    notes = (_note(chain, score=0.0) for chain in chains)
    return [note for note in notes if note]


def _note(chain: list[Regrade], *, score: float) -> Note | None:
    standing = [r for r in chain if not r.correction.is_undone]
    return Note(standing[-1], chain[0].before, score) if standing else None


def _with_answer(right: Item, item: Item) -> Item:
    """The item as righted, with the answer given to it; known to no database."""
    given = item.answer
    Answer(item=right, given=given.given, credit=given.credit, told=given.told)
    return right


def _doubted(item: Item, truth: Truth) -> Feedback:
    """What was told at first, with nothing of it held to be right any more."""
    told = grading.feedback(_with_answer(regrading.retold(item, truth), item))
    outdated = regrading.outdated(item, truth)
    rows = [
        _in_doubt(row) if row.mark == "right" or place in outdated else row
        for place, row in enumerate(told.rows)
    ]
    return replace(told, rows=rows)


def _in_doubt(row: OptionRow) -> OptionRow:
    is_own = row.label.startswith("your answer")
    label = "your answer, " * is_own + HELD_RIGHT
    return replace(row, mark="other", label=label, sources=[])


def _is_earned(item: Item, right: Item | None) -> bool:
    """Whether the answer earns what it does by what is right, and not as a gift."""
    if right is None:
        return False
    answer = item.answer
    earned = regrading.credit(item, right, answer.given, before=answer.credit)
    return answer.credit < 1 or earned == 1


def _regrades(**of: Any) -> list[Regrade]:
    found = Regrade.objects.filter(**of)
    return [*found.select_related("correction", "answer__item")]


def _chains(regrades: Iterable[Regrade]) -> list[list[Regrade]]:
    """Those of one answer, the first first."""
    chains: dict[int, list[Regrade]] = defaultdict(list)
    for regrade in regrades:
        chains[regrade.answer_id].append(regrade)
    return sorted(chains.values(), key=lambda chain: chain[0].answer.item.position)
