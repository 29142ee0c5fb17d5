"""What each question was worth, where pupils were asked different ones.

Marks then go against the score of the whole attempt, the question itself included, as
Moodle does it for random questions. That flatters a question, so the figure is not to
be compared with one from a paper that was the same for all.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from classroom.analysis import items, moments
from classroom.analysis.figures import Figure, none
from classroom.analysis.items import ItemFigures

DIFFERENT = "Pupils had different questions, so this cannot be compared."

KeyT = TypeVar("KeyT", bound=Hashable)


def of_all(rows: Sequence[Mapping[KeyT, float]]) -> dict[KeyT, ItemFigures]:
    """The figures of each question that anybody was asked, by its key."""
    asked: dict[KeyT, list[tuple[float, float]]] = {}
    for row in rows:
        share = moments.mean([*row.values()]) if row else 0.0
        for key, mark in row.items():
            asked.setdefault(key, []).append((mark, share))
    return {key: _of(pairs) for key, pairs in asked.items()}


def is_one_paper(rows: Iterable[Mapping[KeyT, float]]) -> bool:
    """Whether all were asked the same questions."""
    return len({frozenset(row) for row in rows}) <= 1


def _of(pairs: Sequence[tuple[float, float]]) -> ItemFigures:
    marks, shares = zip(*pairs, strict=True)
    unknown: Figure = none(DIFFERENT)
    return ItemFigures(
        attempts=len(marks),
        facility=Figure(100 * moments.mean(marks)),
        deviation=items.deviation(marks),
        intended_weight=unknown,
        effective_weight=unknown,
        discrimination=unknown,
        efficiency=unknown,
        with_itself=items.along(marks, shares),
    )
