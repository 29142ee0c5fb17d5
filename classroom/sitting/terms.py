"""From an assignment and what a pupil is allowed to the terms of their attempt."""

import datetime as dt
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from classroom.models import Accommodation, Assignment, Enrolment, SchoolClass, Sitting
from quiz import terms
from quiz.models import Attempt, Item, Learner, QuestionSet
from quiz.terms import Origin, Tells, Terms

TELLS = {
    Assignment.Tells.EACH: Tells.EACH,
    Assignment.Tells.END: Tells.END,
    Assignment.Tells.CLOSED: Tells.LATER,
}
AS_SET = 100  # hundredths of the time that others have


def of(attempt: Attempt) -> Terms:
    """The terms of the assignment it was made at; of none, the free ones."""
    sitting = _sittings().filter(attempt=attempt.pk).first()
    return _of(sitting) if sitting else terms.FREE


def of_learner(learner: Learner) -> dict[UUID, Terms]:
    """The terms of every attempt the learner has made at an assignment."""
    own = _sittings().filter(attempt__learner=learner)
    return {sitting.attempt_id: _of(sitting) for sitting in own}


def untold_in(school_class: SchoolClass, now: dt.datetime) -> list[UUID]:
    """The attempts of the class’s pupils, wherever they were set, not told yet."""
    left = Item.objects.filter(attempt=OuterRef("attempt"), answer__isnull=True)
    theirs = _sittings().filter(attempt__learner__enrolments__school_class=school_class)
    secret = theirs.exclude(assignment__tells=Assignment.Tells.EACH)
    return [
        sitting.attempt_id
        for sitting in secret.annotate(is_open=Exists(left))
        for own in [_of(sitting)]
        if not own.tell(is_over=not sitting.is_open or own.is_shut(now), now=now)
    ]


def is_free(question_set: QuestionSet, now: dt.datetime) -> bool:
    """Not while it is given out on terms, which its questions told at once would spoil."""
    given = Assignment.objects.filter(question_set=question_set)
    return not given.holding_back(now).exists()


def kept(learner: Learner, now: dt.datetime) -> list[UUID]:
    """The learner's attempts where these are counted and it has not closed yet.

    Whoever could delete one would have another, and know what is asked.
    """
    own = Sitting.objects.made_by(learner)
    counted = own.filter(assignment__attempts_allowed__gte=1)
    return [
        *counted.filter(assignment__closes_at__gt=now).values_list("attempt", flat=True)
    ]


def _sittings() -> QuerySet[Sitting]:
    """With all that their terms depend on, in one query."""
    extra = Coalesce("attempt__learner__accommodation__extra", AS_SET)
    related = Sitting.objects.select_related(
        "assignment", "attempt", "enrolment__school_class"
    )
    return related.annotate(extra=extra)


def _of(sitting: Any) -> Terms:
    """Wants one of `_sittings`."""
    own = on(sitting.assignment, sitting.attempt.started_at, sitting.extra)
    return replace(own, origin=_origin(sitting.enrolment))


def _origin(enrolment: Enrolment | None) -> Origin | None:
    """The class, for who is in it still; to others its page is an invitation."""
    if enrolment is None:
        return None
    return Origin(enrolment.school_class.name, enrolment.school_class.page)


def on(assignment: Assignment, started_at: dt.datetime, extra: int) -> Terms:
    """From values: the terms for who started then and has so much of the time."""
    return Terms(
        deadline=due(assignment, started_at, extra),
        tells=TELLS[Assignment.Tells(assignment.tells)],
        told_from=assignment.closes_at,
        wants_certainty=assignment.marks_certainty,
    )


def hundredths(learner: UUID | None) -> int:
    """How much of the time that others have is this learner's."""
    allowed = Accommodation.objects.filter(learner=learner).first()
    return allowed.extra if allowed else AS_SET


def deadline(assignment: Assignment, attempt: Attempt) -> dt.datetime | None:
    return due(assignment, attempt.started_at, hundredths(attempt.learner_id))


def due(
    assignment: Assignment, started_at: dt.datetime, extra: int
) -> dt.datetime | None:
    """When the time is up: the limit as lengthened for this learner, or the closing.

    What the learner is allowed more of is their time; the closing is the same for all
    but those who have more time, whose time may run past it.
    """
    if assignment.minutes is None:
        return assignment.closes_at
    if extra == Accommodation.Extra.UNLIMITED:
        return None
    own = started_at + dt.timedelta(minutes=assignment.minutes) * extra / AS_SET
    if assignment.closes_at is None or extra > AS_SET:
        return own
    return min(own, assignment.closes_at)


def minutes(assignment: Assignment, extra: int) -> int | None:
    """The time limit as it is for this learner, in whole minutes."""
    if assignment.minutes is None or extra == Accommodation.Extra.UNLIMITED:
        return None
    return assignment.minutes * extra // AS_SET
