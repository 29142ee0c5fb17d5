"""Who changed what, when; and the way back.

Sets and questions go back to how they were. Terms come back through their form alone,
filled in as they were, so that they are held to what may be set today and looked at
before they hold. Of a class each thing has its own button, and whoever was added to it
or taken out is a person to speak with: nothing there goes back by itself.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from classroom.history import states, words
from classroom.history.words import Row, Words
from classroom.models import Assignment
from quiz.models import Question, QuestionSet
from quiz.sets import papers
from quiz.writing import keeping

SET_FIELDS = ["title", *QuestionSet.RECIPE]
SET_LISTS = ["countries", "pinned", "excluded"]
WORDING = ["edited_stem", "edited_explanation", "edited_version", "status"]
WORDING += ["retired_because"]
LEFT = "somebody who has left"
NOBODY = "Besa itself"


@dataclass(frozen=True)
class Change:
    """One thing that differs from the state before."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class State:
    """A row as somebody left it; `number` counts from the first that was kept."""

    number: int
    by: str
    at: dt.datetime
    is_first: bool
    is_present: bool
    changes: list[Change]


def told(row: Row, seen_by: Any) -> list[State]:
    """Every state in which something differs from the one before, the latest first."""
    records = states.records(row)
    in_words = words.of(row, records, seen_by)
    names = _names(record.history_user_id for record in records)
    steps = [
        (n, record, _changes(before, after))
        for n, (record, (before, after)) in enumerate(
            zip(records, pairwise([None, *in_words]), strict=True), start=1
        )
    ]
    shown = [step for step in steps if step[2] or step[0] == 1]
    return [
        _state(n, record, names, changes, is_present=n == shown[-1][0])
        for n, record, changes in reversed(shown)
    ]


def _state(
    n: int,
    record: Any,
    names: dict[int, str],
    changes: list[Change],
    *,
    is_present: bool,
) -> State:
    by = record.history_user_id
    return State(
        number=n,
        by=names.get(by, LEFT) if by else NOBODY,
        at=record.history_date,
        is_first=n == 1,
        is_present=is_present,
        changes=changes,
    )


def _names(pks: Iterable[int | None]) -> dict[int, str]:
    users = get_user_model().objects.in_bulk({pk for pk in pks if pk})
    return {pk: user.get_username() for pk, user in users.items()}


def _changes(before: Words | None, after: Words | None) -> list[Change]:
    if before is None or after is None:
        return []
    return [
        Change(label, before[label], after[label])
        for label in after
        if before[label] != after[label]
    ]


@transaction.atomic
def restore_set(question_set: QuestionSet, number: int) -> None:
    """As it was; whom it is shared with, and whether it is a draft, stays as it is.

    Its papers are of what it asked: they are made anew, or keep it from changing.
    """
    record = states.record(question_set, number)
    if _asks_otherwise(question_set, record):
        papers.unmake(question_set)
    for name in SET_FIELDS:
        setattr(question_set, name, getattr(record, name))
    question_set.save()
    for name in SET_LISTS:
        getattr(question_set, name).set(states.listed(record, name))


def _asks_otherwise(question_set: QuestionSet, record: Any) -> bool:
    fields = {*SET_FIELDS} - {"title"}
    return any(
        getattr(question_set, name) != getattr(record, name) for name in fields
    ) or any(
        {*getattr(question_set, name).values_list("pk", flat=True)}
        != {*states.listed(record, name)}
        for name in SET_LISTS
    )


def restore_question(question: Question, number: int) -> None:
    """As it was; of one that was played this is a new version, as every change is."""
    record = states.record(question, number)
    if question.is_written:
        keeping.rewrite(question, keeping.plain_of(record))
        return
    for name in WORDING:
        setattr(question, name, getattr(record, name))
    question.save(update_fields=WORDING)


def former_terms(assignment: Assignment, number: int) -> dict[str, Any]:
    """The terms as they were, to fill a form in with; for whom it is stays."""
    record = states.record(assignment, number)
    return {name: getattr(record, name) for name in Assignment.TERMS}
