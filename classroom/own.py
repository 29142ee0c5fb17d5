"""Which attempts are of a teacher's own making, and by what name they go."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from classroom.models import Assignment, Sitting
from quiz.models import Attempt, AttemptQuerySet, Dispute, DisputeQuerySet


def attempts(user) -> AttemptQuerySet:
    """At sets and assignments of theirs; administrators see every one.

    What a pupil plays without being asked to is the pupil's own.
    """
    if user.is_superuser:
        return Attempt.objects.all()
    sat = Sitting.objects.filter(assignment__in=Assignment.objects.set_by(user))
    return Attempt.objects.filter(
        Q(question_set__owner=user) | Q(pk__in=sat.values("attempt"))
    )


def disputes(user) -> DisputeQuerySet:
    """Of their own attempts, and of those that no teacher set."""
    if user.is_superuser:
        return Dispute.objects.all()
    free = Attempt.objects.filter(question_set=None).exclude(
        pk__in=Sitting.objects.values("attempt")
    )
    return Dispute.objects.filter(
        Q(item__attempt__in=attempts(user)) | Q(item__attempt__in=free)
    )


@dataclass(frozen=True)
class Named:
    """An attempt and whose it is, as the teacher knows them."""

    name: str
    attempt: Attempt


def named(found: AttemptQuerySet) -> dict[UUID, Named]:
    """With their scores, in two queries however many they are."""
    scored = found.with_score().select_related("learner__user")
    sittings = Sitting.objects.filter(attempt__in=found).select_related("enrolment")
    names = {
        sitting.attempt_id: sitting.enrolment.pseudonym
        if sitting.enrolment
        else sitting.name
        for sitting in sittings
    }
    return {
        attempt.pk: Named(names.get(attempt.pk) or str(attempt.learner), attempt)
        for attempt in scored
    }
