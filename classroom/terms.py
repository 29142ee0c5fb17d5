"""From an assignment and what a pupil is allowed to the terms of their attempt."""

import datetime as dt
from uuid import UUID

from classroom.models import Accommodation, Assignment, Sitting
from quiz import terms
from quiz.models import Attempt
from quiz.terms import Tells, Terms

TELLS = {
    Assignment.Tells.EACH: Tells.EACH,
    Assignment.Tells.END: Tells.END,
    Assignment.Tells.CLOSED: Tells.LATER,
}
AS_SET = 100  # hundredths of the time that others have


def of(attempt: Attempt) -> Terms:
    """The terms of the assignment it was made at; of none, the free ones."""
    sittings = Sitting.objects.select_related("assignment")
    sitting = sittings.filter(attempt=attempt.pk).first()
    if sitting is None:
        return terms.FREE
    assignment = sitting.assignment
    return Terms(
        deadline=deadline(assignment, attempt),
        tells=TELLS[Assignment.Tells(assignment.tells)],
        told_from=assignment.closes_at,
        wants_certainty=assignment.marks_certainty,
    )


def deadline(assignment: Assignment, attempt: Attempt) -> dt.datetime | None:
    return due(assignment, attempt.started_at, hundredths(attempt.learner_id))


def hundredths(learner: UUID | None) -> int:
    """How much of the time that others have is this learner's."""
    allowed = Accommodation.objects.filter(learner=learner).first()
    return allowed.extra if allowed else AS_SET


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
