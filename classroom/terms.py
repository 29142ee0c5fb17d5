"""From an assignment and what a pupil is allowed to the terms of their attempt."""

import datetime as dt

from classroom.models import Accommodation, Assignment, Sitting
from quiz import terms
from quiz.models import Attempt
from quiz.terms import Tells, Terms

TELLS = {
    Assignment.Tells.EACH: Tells.EACH,
    Assignment.Tells.END: Tells.END,
    Assignment.Tells.CLOSED: Tells.LATER,
}


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
    """When the time is up: the limit as lengthened for this learner, or the closing.

    What the learner is allowed more of is their time; the closing is the same for all
    but those who have more time, whose time may run past it.
    """
    if assignment.minutes is None:
        return assignment.closes_at
    allowed = Accommodation.objects.filter(learner=attempt.learner_id).first()
    if allowed and allowed.extra == Accommodation.Extra.UNLIMITED:
        return None
    hundredths = allowed.extra if allowed else 100
    own = (
        attempt.started_at + dt.timedelta(minutes=assignment.minutes) * hundredths / 100
    )
    if assignment.closes_at is None or hundredths > 100:
        return own
    return min(own, assignment.closes_at)
