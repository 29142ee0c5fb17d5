"""The history of a set or a question: who changed what, when; and the way back."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.contrib.auth import get_user_model
from django.db import transaction

from classroom.quizzes import states
from classroom.quizzes.states import Words
from quiz.models import Question, QuestionSet
from quiz.sets import papers
from quiz.writing import keeping

LEFT = "somebody who has left"
NOBODY = "Besa itself"


class NoSuchState(Exception):
    """Of that number none was kept."""


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


def told(row: QuestionSet | Question) -> list[State]:
    """Every state in which something differs from the one before, the latest first."""
    records = states.records(row)
    words = states.in_words(row, records)
    names = _names(record.history_user_id for record in records)
    found = [
        _state(n, record, names, _changes(before, after), is_last=n == len(records))
        for n, (record, (before, after)) in enumerate(
            zip(records, pairwise([None, *words]), strict=True), start=1
        )
    ]
    return [one for one in reversed(found) if one.changes or one.is_first]


def _state(
    n: int, record: Any, names: dict[int, str], changes: list[Change], *, is_last: bool
) -> State:
    by = record.history_user_id
    return State(
        number=n,
        by=names.get(by, LEFT) if by else NOBODY,
        at=record.history_date,
        is_first=n == 1,
        is_present=is_last,
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
    record = _record(question_set, number)
    if _asks_otherwise(question_set, record):
        papers.unmake(question_set)
    for name in states.SET_FIELDS:
        setattr(question_set, name, getattr(record, name))
    question_set.save()
    for name in states.SET_LISTS:
        getattr(question_set, name).set(states.listed(record, name))


def _asks_otherwise(question_set: QuestionSet, record: Any) -> bool:
    fields = {*states.SET_FIELDS} - {"title"}
    return any(
        getattr(question_set, name) != getattr(record, name) for name in fields
    ) or any(
        {*getattr(question_set, name).values_list("pk", flat=True)}
        != {*states.listed(record, name)}
        for name in states.SET_LISTS
    )


def restore_question(question: Question, number: int) -> None:
    """As it was; of one that was played this is a new version, as every change is."""
    record = _record(question, number)
    if question.is_written:
        keeping.rewrite(question, keeping.plain_of(record))
        return
    for name in states.WORDING:
        setattr(question, name, getattr(record, name))
    question.save(update_fields=states.WORDING)


def _record(row: Any, number: int) -> Any:
    """The n-th that was kept."""
    kept = states.records(row)
    if not 1 <= number <= len(kept):
        raise NoSuchState(f"{row} has no state {number}")
    return kept[number - 1]
