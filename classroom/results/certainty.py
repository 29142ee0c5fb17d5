"""Certainty marks: knowing what one knows pays, and being sure of what is wrong costs.

Right and sure earns 1, right and unsure ½, wrong and unsure nothing, wrong and sure
takes 1 away; in between for what is right in part. Who said nothing was unsure.
"""

from collections.abc import Iterable

from classroom.results.answers import Answers, Cell
from classroom.results.marks import Sat


def points(cell: Cell) -> float:
    """What is open earns nothing and costs nothing."""
    if cell.credit is None:
        return 0.0
    return 2 * cell.credit - 1 if cell.is_sure else cell.credit / 2


def of(sats: Iterable[Sat], answers: Answers) -> float | None:
    """The points of the attempts that count, on average; None where none does."""
    totals = [sum(map(points, answers.of(sat.pk).values())) for sat in sats]
    return sum(totals) / len(totals) if totals else None
