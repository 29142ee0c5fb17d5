"""An independent witness: reads every question as a learner does, and the rows of the
base, and says which question has not the one right answer it is stored with.

It shares no code with what makes the questions: it reads dates and names its own way,
finds the facts by the words of the question, and knows of no claims and no proofs.
"""

from collections import Counter
from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

from quiz.models import Question
from quiz.quality.witness.readers import READERS
from quiz.quality.witness.rows import Rows

NO_READER = "nobody here can read questions of this family"


@dataclass(frozen=True)
class Contradiction:
    """A question with what the witness holds against it."""

    question: str
    family: str
    message: str


def contradictions(
    questions: Iterable[Question], rows: Rows | None = None
) -> list[Contradiction]:
    """All that does not bear out the stored answers; nothing, if all is well."""
    rows = rows or Rows()
    return [
        Contradiction(question.key, question.family, message)
        for question in questions
        for message in _faults(rows, question)
    ]


def _faults(rows: Rows, question: Question) -> Iterable[str]:
    """A teacher's wording is read by teachers: here, the one that it stands for."""
    reader = READERS.get(question.family)
    if question.edited_stem:
        question = copy(question)
        question.edited_stem = ""
    return reader(rows, question) if reader else [NO_READER]


def checked(questions: Iterable[Question]) -> dict[str, int]:
    """How many questions of each family there was somebody to read."""
    families = Counter(q.family for q in questions if q.family in READERS)
    return dict(sorted(families.items()))
