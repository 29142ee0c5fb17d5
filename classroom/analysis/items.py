"""What each question was worth, where everybody was asked the same questions."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt

from classroom.analysis import moments
from classroom.analysis.figures import (
    ONE_QUESTION,
    SAME_ELSEWHERE,
    SAME_HERE,
    SAME_TOTAL,
    Figure,
    none,
    too_few,
)
from classroom.analysis.moments import EQUAL, Marks

AGAINST = "Those who earned more here earned less in all, so it has no weight."


@dataclass(frozen=True)
class ItemFigures:
    """In per cent, as Moodle shows them; `attempts` is how many were asked it."""

    attempts: int
    facility: Figure
    deviation: Figure
    intended_weight: Figure
    effective_weight: Figure
    discrimination: Figure  # against all the other questions
    efficiency: Figure
    with_itself: Figure  # against the whole, this question included


def of_all(rows: Sequence[Marks]) -> list[ItemFigures]:
    """The figures of each question; a row holds one attempt's marks, one a question."""
    columns = list(zip(*rows, strict=True))
    totals = [fsum(row) for row in rows]
    weights = effective_weights(columns, totals)
    return [
        _of(column, totals, weight, len(columns))
        for column, weight in zip(columns, weights, strict=True)
    ]


def effective_weights(columns: Sequence[Marks], totals: Marks) -> list[Figure]:
    """How much of what sets the totals apart comes from each question."""
    if len(totals) < 2:
        return [too_few(2) for _ in columns]
    shared = [moments.covariance(column, totals) for column in columns]
    roots = [sqrt(max(0.0, one)) for one in shared]
    whole = fsum(roots)
    if not whole:
        return [none(SAME_TOTAL) for _ in columns]
    return [
        none(AGAINST) if one < -EQUAL else Figure(100 * root / whole)
        for one, root in zip(shared, roots, strict=True)
    ]


def _of(marks: Marks, totals: Marks, weight: Figure, questions: int) -> ItemFigures:
    others = [total - mark for mark, total in zip(marks, totals, strict=True)]
    is_alone = questions < 2
    return ItemFigures(
        attempts=len(marks),
        facility=Figure(100 * moments.mean(marks)),
        deviation=deviation(marks),
        intended_weight=Figure(100 / questions),
        effective_weight=weight,
        discrimination=none(ONE_QUESTION) if is_alone else along(marks, others),
        efficiency=none(ONE_QUESTION) if is_alone else _efficiency(marks, others),
        with_itself=along(marks, totals),
    )


def deviation(marks: Marks) -> Figure:
    """How far marks for one question lie apart, in per cent of what it can earn."""
    return Figure(100 * moments.deviation(marks)) if len(marks) > 1 else too_few(2)


def along(marks: Marks, others: Marks) -> Figure:
    """How far marks go along with others: from -100 to 100."""
    if missing := _lack(marks, others):
        return missing
    return Figure(100 * moments.correlation(marks, others))


def _efficiency(marks: Marks, others: Marks) -> Figure:
    """How far they go along, of how far marks spread like these could."""
    if missing := _lack(marks, others):
        return missing
    most = moments.covariance(sorted(marks), sorted(others))
    return Figure(100 * moments.covariance(marks, others) / most)


def _lack(marks: Marks, others: Marks) -> Figure | None:
    if len(marks) < 2:
        return too_few(2)
    if moments.is_flat(marks):
        return none(SAME_HERE)
    return none(SAME_ELSEWHERE) if moments.is_flat(others) else None
