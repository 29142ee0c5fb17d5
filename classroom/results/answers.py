"""What each question of an assignment earned, pupil by pupil, in one query."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from classroom.models import Assignment
from quiz.models import Item

FIELDS = ("attempt__sitting", "question_id", "pk", "position", "answer__credit")


class Cell(NamedTuple):
    """One question as one attempt was asked it; `credit` is None while it is open."""

    sitting: int
    question: int
    item: int
    position: int
    credit: float | None
    is_sure: bool | None = None

    @property
    def earned(self) -> float:
        """What is open is worth nothing."""
        return self.credit or 0.0


@dataclass(frozen=True)
class Answers:
    """Cells by sitting and question."""

    cells: Mapping[int, Mapping[int, Cell]] = field(default_factory=dict)

    def of(self, sitting: int) -> Mapping[int, Cell]:
        return self.cells.get(sitting, {})

    def earned(self, sitting: int) -> dict[int, float]:
        """What each question asked earned."""
        return {key: cell.earned for key, cell in self.of(sitting).items()}


def of(assignment: Assignment) -> Answers:
    """How sure pupils were is read only where it is marked: of very many it takes time."""
    asked = Item.objects.filter(attempt__sitting__assignment=assignment).order_by()
    fields = [*FIELDS, *(["answer__is_sure"] if assignment.marks_certainty else [])]
    cells: dict[int, dict[int, Cell]] = defaultdict(dict)
    for row in asked.values_list(*fields):
        cells[row[0]][row[1]] = Cell(*row)
    return Answers(cells)


def as_asked(answers: Answers, questions: Iterable[int]) -> dict[int, Item]:
    """Each question as the first of those asked it had it before them."""
    wanted: Collection[int] = set(questions)
    firsts: dict[int, int] = {}
    for cells in answers.cells.values():
        for question in cells.keys() & wanted:
            item = cells[question].item
            firsts[question] = min(item, firsts.get(question, item))
    items = Item.objects.in_bulk(firsts.values())
    return {question: items[item] for question, item in firsts.items()}
