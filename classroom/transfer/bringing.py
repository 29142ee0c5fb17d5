"""Bring in a file: first to see what would come of it, then to do it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import tablib
from django.db import transaction
from import_export.results import RowResult

from classroom.transfer import files
from classroom.transfer.pupils import PupilResource
from classroom.transfer.questions import QuestionResource
from classroom.transfer.resources import Resource
from classroom.transfer.sets import SetResource
from classroom.transfer.tables import Row

KINDS: dict[str, type[Resource]] = {
    "quizzes": SetResource,
    "questions": QuestionResource,
    "pupils": PupilResource,
}
WORDS = {
    RowResult.IMPORT_TYPE_NEW: "new",
    RowResult.IMPORT_TYPE_UPDATE: "changed",
    RowResult.IMPORT_TYPE_SKIP: "same",
    RowResult.IMPORT_TYPE_INVALID: "wrong",
}


@dataclass(frozen=True)
class Line:
    """What would come, or came, of one row."""

    number: int
    what: str  # new, changed, same or wrong
    name: str
    against: list[str]


@dataclass(frozen=True)
class Outcome:
    lines: list[Line]

    def count(self, what: str) -> int:
        return sum(line.what == what for line in self.lines)

    @property
    def new(self) -> int:
        return self.count("new")

    @property
    def changed(self) -> int:
        return self.count("changed")

    @property
    def same(self) -> int:
        return self.count("same")

    @property
    def wrong(self) -> int:
        return self.count("wrong")

    @property
    def is_sound(self) -> bool:
        return not self.wrong

    @property
    def does_something(self) -> bool:
        return bool(self.new or self.changed)


def resource(kind: str, user: Any, now: dt.datetime) -> Resource:
    return KINDS[kind](user, now=now)


def bring(
    kind: str, name: str, data: bytes, *, user: Any, now: dt.datetime, is_trial: bool
) -> Outcome:
    """All of a file or nothing of it; raises Refused where it cannot be read at all."""
    rows = files.read(name, data, KINDS[kind].columns)
    with transaction.atomic():
        outcome = _run(resource(kind, user, now), rows)
        if is_trial or not outcome.is_sound:
            transaction.set_rollback(True)
    return outcome


def _run(into: Resource, rows: Sequence[Row]) -> Outcome:
    names = [*rows[0].cells]
    dataset = tablib.Dataset(headers=["number", *names])
    for row in rows:
        dataset.append([str(row.number), *(row.cells[name] for name in names)])
    found = into.import_data(dataset, dry_run=False, use_transactions=True)
    return Outcome([_line(row, one) for row, one in zip(rows, found.rows, strict=True)])


def _line(row: Row, found: RowResult) -> Line:
    against = found.validation_error.messages if found.validation_error else []
    shown = ("title", "question", "name")
    name = next((row.cells[one] for one in shown if row.cells.get(one)), "")
    return Line(row.number, WORDS[found.import_type], name[:120], [*against])


def out(kind: str, form: str, *, user: Any, now: dt.datetime) -> bytes:
    """Everything of the user's own as a file."""
    made = resource(kind, user, now)
    return files.written(form, made.columns.all, made.out())


def blank(kind: str, form: str) -> bytes:
    """The headings, with an example to write over."""
    columns = KINDS[kind].columns.all
    examples = [dict.fromkeys(columns, "") | one for one in EXAMPLES[kind]]
    return files.written(form, columns, examples)


EXAMPLES: dict[str, list[dict[str, str]]] = {
    "quizzes": [
        {"title": "Treaties of the 1990s", "questions": "10", "topics": "treaties"},
    ],
    "questions": [
        {
            "way": "choice",
            "topic": "people",
            "question": "In which town was the declaration of 1912 signed?",
            "answers": "* Vlora\nDurrës | The seat of government in 1914\nShkodra",
            "explanation": "The declaration was signed in Vlora on 28 November 1912.",
            "source": "Your history book, page 44",
        },
        {
            "way": "date",
            "topic": "people",
            "question": "On what date was the declaration signed?",
            "answer": "28 November 1912",
            "explanation": "It was signed on 28 November 1912.",
            "source": "Your history book, page 44",
        },
    ],
    "pupils": [{"class": "the code of your class", "name": "Arta"}],
}
