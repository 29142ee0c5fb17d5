"""Sitting down to an assignment: the only code that makes attempts at one."""

import datetime as dt
from uuid import UUID

from django.db import transaction

from classroom.classes import enrolment
from classroom.models import Assignment, Enrolment, SchoolClass, Sitting
from classroom.sitting import terms
from quiz import selection, starting
from quiz.exceptions import SomebodyElses
from quiz.models import Attempt, Learner, QuestionSet
from quiz.sets import papers


class SittingRefused(Exception):
    """Base of what stands against starting. Its text is for the pupil to read."""


class NotReady(SittingRefused):
    """The questions are a draft still."""


class Archived(SittingRefused):
    """The class is over."""


class NotOpenYet(SittingRefused):
    """It opens later."""


class Closed(SittingRefused):
    """It has closed."""


class NotEnrolled(SittingRefused):
    """It is set to a class the learner is not in."""


class NoAttemptsLeft(SittingRefused):
    """The learner has made as many as are allowed."""


@transaction.atomic
def start(
    assignment: Assignment,
    learner: Learner,
    *,
    name: str = "",
    seed: int,
    now: dt.datetime,
    token: UUID,
) -> Sitting:
    """The sitting under way, or else a new one.

    Who is not in the class yet joins it under the name; where there is no class, the
    name is what the teacher finds the result under.
    """
    # Two forms at once would each count without the other, and both start.
    Learner.objects.select_for_update().get(pk=learner.pk)
    made = [*assignment.sittings.made_by(learner).with_scores()]
    if going := under_way(assignment, made, terms.hundredths(learner.pk), now):
        return going
    if sent_again := _of(token, made):
        return sent_again
    if reason := refused(assignment, len(made), now):
        raise reason(str(assignment))
    own = _enrolled(assignment.school_class, learner, name, now)
    attempt = _asked(assignment.question_set, learner, seed=seed, now=now, token=token)
    return Sitting.objects.create(
        assignment=assignment,
        attempt=attempt,
        enrolment=own,
        name="" if own else name,
    )


def _of(token: UUID, made: list[Sitting]) -> Sitting | None:
    """What this form has started; what another has, however good, is no attempt here."""
    for sitting in made:
        if sitting.attempt_id == token:
            return sitting
    if Attempt.objects.filter(pk=token).exists():
        raise SomebodyElses(str(token))
    return None


def under_way(
    assignment: Assignment, made: list[Sitting], extra: int, now: dt.datetime
) -> Sitting | None:
    """The one of these (`with_scores`) that can be gone on with."""
    for sitting in made:
        attempt = sitting.attempt
        is_open = attempt.answered < attempt.length
        if is_open and not terms.on(assignment, attempt.started_at, extra).is_past(now):
            return sitting
    return None


def refused(
    assignment: Assignment, made: int, now: dt.datetime
) -> type[SittingRefused] | None:
    """What stands against another attempt, for those who may make one at all."""
    school_class, allowed = assignment.school_class, assignment.attempts_allowed
    if assignment.question_set.status == QuestionSet.Status.DRAFT:
        return NotReady
    if school_class and school_class.archived_at:
        return Archived
    if assignment.is_closed(now):
        return Closed
    if not assignment.is_open(now):
        return NotOpenYet
    return NoAttemptsLeft if allowed and made >= allowed else None


def _enrolled(
    school_class: SchoolClass | None, learner: Learner, name: str, now: dt.datetime
) -> Enrolment | None:
    if school_class is None:
        return None
    own = school_class.enrolments.filter(learner=learner).first()
    if own is None and not name:
        raise NotEnrolled(str(school_class))
    return own or enrolment.join(school_class, learner, name, now=now)


def _asked(
    question_set: QuestionSet,
    learner: Learner,
    *,
    seed: int,
    now: dt.datetime,
    token: UUID,
) -> Attempt:
    """The one place where an assignment's questions are chosen."""
    topics = question_set.topics
    return starting.start(
        learner,
        blueprint=selection.blueprint_of(question_set),
        title=question_set.title,
        topic=topics[0] if len(topics) == 1 else "",
        question_set=question_set,
        paper=papers.choose(question_set, now=now, learner=learner),
        seed=seed,
        now=now,
        token=token,
    )
