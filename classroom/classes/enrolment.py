"""Joining and leaving a class: the only code that enrols anybody."""

import datetime as dt

from django.db import transaction

from classroom.classes import accommodations
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
    enrolment, _ = Enrolment.objects.get_or_create(
        school_class=school_class,
        pseudonym_key=key_of(pseudonym),
        defaults={"learner": learner, "pseudonym": pseudonym, "joined_at": now},
    )
    if enrolment.learner_id != learner.pk:
        raise NameTaken(pseudonym)
    return enrolment


def key_of(pseudonym: str) -> str:
    """The name as it is compared."""
    return (fold(pseudonym) or pseudonym.casefold())[:LONGEST_KEY]


def rename(own: Enrolment, pseudonym: str) -> None:
    _refuse_taken(own, own.school_class, pseudonym)
    own.pseudonym, own.pseudonym_key = pseudonym, key_of(pseudonym)
    own.save(update_fields=["pseudonym", "pseudonym_key"])


@transaction.atomic
def move(own: Enrolment, to: SchoolClass) -> None:
    """To another class, with the name; what was set in the old class stays there."""
    if to.archived_at:
        raise ClassArchived(str(to))
    if to.enrolments.filter(learner=own.learner_id).exists():
        own.delete()
        return
    _refuse_taken(own, to, own.pseudonym)
    own.sittings.update(name=own.pseudonym, enrolment=None)
    own.school_class = to
    own.save(update_fields=["school_class"])


@transaction.atomic
def take_out(own: Enrolment) -> None:
    """The results stay with what was set, under the name they had."""
    own.sittings.update(name=own.pseudonym)
    own.delete()


def _refuse_taken(own: Enrolment, school_class: SchoolClass, pseudonym: str) -> None:
    others = school_class.enrolments.exclude(pk=own.pk)
    if others.filter(pseudonym_key=key_of(pseudonym)).exists():
        raise NameTaken(pseudonym)


def leave(school_class: SchoolClass, learner: Learner) -> None:
    """What was played and is remembered stays the learner's own."""
    for own in school_class.enrolments.filter(learner=learner):
        take_out(own)


@transaction.atomic
def merge(guest: Learner, own: Learner) -> None:
    """Bring a guest's classes into the account; where both are in one, its name stays."""
    joined = {one.school_class_id: one for one in own.enrolments.all()}
    for theirs in guest.enrolments.all():
        if kept := joined.get(theirs.school_class_id):
            theirs.sittings.update(enrolment=kept)
            theirs.delete()
    guest.enrolments.update(learner=own)
    accommodations.merge(guest, own)
