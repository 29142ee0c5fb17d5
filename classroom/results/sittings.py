"""Attempts at assignments with what they earned, however many, in three queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db.models import Count, Max, QuerySet, Sum

from classroom.models import Accommodation, Assignment, Sitting
from classroom.results.marks import Sat
from classroom.sitting import terms
from quiz.models import Item, Learner

FIELDS = {
    "sitting": "pk",
    "assignment": "assignment_id",
    "attempt": "attempt_id",
    "learner": "attempt__learner_id",
    "pseudonym": "enrolment__pseudonym",
    "said": "name",
    "username": "attempt__learner__user__username",
    "paper": "attempt__paper__letter",
    "started_at": "attempt__started_at",
}
Row = dict[str, Any]


class Tally(NamedTuple):
    """What one attempt holds."""

    length: int
    answered: int
    score: float | None
    last_answer_at: dt.datetime | None


def of(
    assignments: Iterable[Assignment], learner: Learner | None = None
) -> dict[int, list[Sat]]:
    """The attempts at each, by its number, oldest first; of one learner or of all."""
    by_pk = {assignment.pk: assignment for assignment in assignments}
    sittings = Sitting.objects.filter(assignment__in=by_pk)
    items = Item.objects.filter(attempt__sitting__assignment__in=by_pk)
    if learner:
        sittings = sittings.filter(attempt__learner=learner)
        items = items.filter(attempt__learner=learner)
    tallies, extras = _tallies(items), _extras(by_pk.values())
    found: dict[int, list[Sat]] = defaultdict(list)
    for values in sittings.order_by("attempt__started_at", "pk").values_list(
        *FIELDS.values()
    ):
        row = dict(zip(FIELDS, values, strict=True))
        assignment = by_pk[row["assignment"]]
        extra = extras.get(row["learner"], terms.AS_SET)
        found[assignment.pk].append(_sat(row, tallies, assignment, extra))
    return found


def _tallies(items: QuerySet[Item]) -> dict[int, Tally]:
    rows = (
        items.order_by()
        .values_list("attempt__sitting")
        .annotate(
            Count("pk"),
            Count("answer"),
            Sum("answer__credit"),
            Max("answer__answered_at"),
        )
    )
    return {sitting: Tally(*told) for sitting, *told in rows}


def _extras(assignments: Iterable[Assignment]) -> dict[object, int]:
    """What each learner is allowed more of, where there is a limit."""
    if not any(assignment.minutes for assignment in assignments):
        return {}
    return dict(Accommodation.objects.values_list("learner", "extra"))


def _sat(
    row: Row, tallies: dict[int, Tally], assignment: Assignment, extra: int
) -> Sat:
    tally = tallies[row["sitting"]]
    return Sat(
        pk=row["sitting"],
        attempt=row["attempt"],
        learner=row["learner"],
        name=_name(row),
        paper=row["paper"] or "",
        started_at=row["started_at"],
        last_answer_at=tally.last_answer_at,
        length=tally.length,
        answered=tally.answered,
        score=tally.score or 0.0,
        deadline=terms.due(assignment, row["started_at"], extra),
    )


def _name(row: Row) -> str:
    """In the class, else as they said, else as the site knows them."""
    guest = f"Guest {str(row['learner'])[:4]}"
    return row["pseudonym"] or row["said"] or row["username"] or guest
