"""What the columns of a grid stand for: questions that pupils share, or mere places."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from classroom.results import marks
from classroom.results.answers import Answers
from classroom.results.marks import Sat

MOST_QUESTIONS = 60  # side by side, unless everybody is asked as many


@dataclass(frozen=True)
class Column:
    """A question by its number, or a place in everybody's own order."""

    key: int
    asked: int
    mean: float | None  # of what it earned, from 0 to 1; None while nobody has answered

    @property
    def percent(self) -> int | None:
        return None if self.mean is None else marks.percent(self.mean)


def are_shared(sats: Sequence[Sat], answers: Answers) -> bool:
    """Whether so many are asked the same that questions can stand side by side."""
    asked = {key for sat in sats for key in answers.of(sat.pk)}
    longest = max((sat.length for sat in sats), default=0)
    return len(asked) <= max(longest, MOST_QUESTIONS)


def of_questions(
    over: Iterable[Sat], running: Iterable[Sat], answers: Answers
) -> list[Column]:
    """The hardest first; what nobody has answered yet comes last."""
    columns = _columns(over, running, answers, by_place=False)
    return sorted(columns, key=lambda c: (2 if c.mean is None else c.mean, c.key))


def of_places(
    over: Iterable[Sat], running: Iterable[Sat], answers: Answers
) -> list[Column]:
    """In the order in which each was asked."""
    columns = _columns(over, running, answers, by_place=True)
    return sorted(columns, key=lambda column: column.key)


def _columns(
    over: Iterable[Sat], running: Iterable[Sat], answers: Answers, *, by_place: bool
) -> list[Column]:
    """What is open earns nothing in an attempt that is over, and is not told before."""
    earned: dict[int, list[float]] = defaultdict(list)
    for sat in over:
        for question, cell in answers.of(sat.pk).items():
            earned[cell.position if by_place else question].append(cell.earned)
    for sat in running:
        for question, cell in answers.of(sat.pk).items():
            told = earned[cell.position if by_place else question]
            told += [cell.earned] if cell.credit is not None else []
    return [
        Column(key, len(some), fmean(some) if some else None)
        for key, some in earned.items()
    ]
