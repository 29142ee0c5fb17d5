"""What an answer tells, as it is said to somebody else than whose it was."""

from dataclasses import replace

from quiz.formats import FORMATS, Feedback, OptionRow
from quiz.models import Item

OF_ANOTHER = {"your answer": "the pupil’s answer", "you ": "the pupil "}


def of_another(item: Item) -> Feedback:
    """All an answered item tells, of a pupil to a teacher."""
    told = FORMATS[item.format].feedback(item)
    return replace(told, rows=[_row(row) for row in told.rows])


def _row(row: OptionRow) -> OptionRow:
    label = row.label
    for own, others in OF_ANOTHER.items():
        label = label.replace(own, others)
    return replace(row, label=label)
