"""Joining and leaving a class: the only code that enrols anybody."""

import datetime as dt

from django.db import transaction

from classroom.models import Enrolment, SchoolClass
from quiz.models import Learner
from relations.names import fold

LONGEST_KEY = Enrolment._meta.get_field("pseudonym_key").max_length


class JoinRefused(Exception):
    """Base of what stands against joining."""


class NameTaken(JoinRefused):
    """Somebody else in the class is called so."""


class ClassArchived(JoinRefused):
    """The class is over."""


@transaction.atomic
def join(
    school_class: SchoolClass, learner: Learner, pseudonym: str, *, now: dt.datetime
) -> Enrolment:
    """Enrol the learner; who is in already stays as they are.

    Names that look the same are one name: capitals, accents and spaces do not count.
    """
    # Two forms at once would each find the learner outside, and both come in.
    Learner.objects.select_for_update().get(pk=learner.pk)
    own = school_class.enrolments.filter(learner=learner).first()
    if own:
        return own
    if school_class.archived_at:
        raise ClassArchived(str(school_class))
    key = fold(pseudonym) or pseudonym.casefold()
    enrolment, _ = Enrolment.objects.get_or_create(
        school_class=school_class,
        pseudonym_key=key[:LONGEST_KEY],
        defaults={"learner": learner, "pseudonym": pseudonym, "joined_at": now},
    )
    if enrolment.learner_id != learner.pk:
        raise NameTaken(pseudonym)
    return enrolment


def leave(school_class: SchoolClass, learner: Learner) -> None:
    """What was played and is remembered stays the learner's own."""
    school_class.enrolments.filter(learner=learner).delete()


@transaction.atomic
def merge(guest: Learner, own: Learner) -> None:
    """Bring a guest's classes into the account; where both are in one, its name stays."""
    joined = Enrolment.objects.filter(learner=own).values("school_class")
    theirs = Enrolment.objects.filter(learner=guest)
    theirs.filter(school_class__in=joined).delete()
    theirs.update(learner=own)
