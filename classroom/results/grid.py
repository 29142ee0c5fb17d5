"""Pupils down, questions across, and in each cell what came of it, in sign and word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from django.urls import reverse

from classroom.results.answers import Answers, Cell
from classroom.results.columns import Column
from classroom.results.pupils import Pupil


@dataclass(frozen=True)
class GridCell:
    """One answer, or the mean of several attempts; it leads to the latest."""

    word: str  # the style sheet gives it its sign
    place: str  # of the question on the page of the attempt


@dataclass(frozen=True)
class Line:
    """A pupil and a cell for each column; None where it was not asked."""

    pupil: Pupil
    cells: list[GridCell | None]
    href: str = ""  # of the attempt its cells lead to
    certainty: float | None = None


def line(
    pupil: Pupil,
    columns: Sequence[Column],
    answers: Answers,
    *,
    code: str,
    by_place: bool,
) -> Line:
    asked = [_by_key(answers.of(sat.pk), by_place=by_place) for sat in pupil.shown]
    is_over = bool(pupil.counted)
    cells = [_cell(asked, column.key, is_over=is_over) for column in columns]
    latest = pupil.latest
    href = (
        reverse("desk:attempt_answers", args=[code, latest.attempt]) if latest else ""
    )
    return Line(pupil, cells, href)


def _by_key(cells: Mapping[int, Cell], *, by_place: bool) -> Mapping[int, Cell]:
    return {cell.position: cell for cell in cells.values()} if by_place else cells


def _cell(
    asked: Sequence[Mapping[int, Cell]], key: int, *, is_over: bool
) -> GridCell | None:
    found = [cells[key] for cells in asked if key in cells]
    if not found:
        return None
    return GridCell(_word(found, is_over=is_over), f"question-{found[-1].position}")


def _word(cells: Sequence[Cell], *, is_over: bool) -> str:
    if all(cell.credit is None for cell in cells):
        return "left open" if is_over else "open"
    mean = fmean(cell.earned for cell in cells)
    if mean == 1:
        return "right"
    return "partly right" if mean else "wrong"
