"""Classes as their teachers keep them: the only code that changes one."""

import datetime as dt

from django.db import transaction

from accounts.models import User
from classroom.access import is_teacher
from classroom.models import SchoolClass


class NoSuchTeacher(Exception):
    """Nobody of that name, or somebody who is no teacher."""


class LastTeacher(Exception):
    """A class has one at least."""


@transaction.atomic
def make(name: str, *, by: User) -> SchoolClass:
    """Whoever makes a class teaches it."""
    made = SchoolClass.objects.create(name=name)
    made.teachers.add(by)
    return made


def rename(school_class: SchoolClass, name: str) -> None:
    school_class.name = name
    school_class.save(update_fields=["name"])


def show_board(school_class: SchoolClass, *, is_shown: bool) -> None:
    school_class.shows_board = is_shown
    school_class.save(update_fields=["shows_board"])


def archive(school_class: SchoolClass, *, now: dt.datetime) -> None:
    """Nobody joins any more and nothing starts; all that was done stays."""
    school_class.archived_at = now
    school_class.save(update_fields=["archived_at"])


def restore(school_class: SchoolClass) -> None:
    school_class.archived_at = None
    school_class.save(update_fields=["archived_at"])


def add_teacher(school_class: SchoolClass, username: str) -> User:
    name = User.normalize_username(username.strip())
    found = User.objects.filter(username=name, is_active=True).first()
    if found is None or not is_teacher(found):
        raise NoSuchTeacher(username)
    school_class.teachers.add(found)
    return found


@transaction.atomic
def remove_teacher(school_class: SchoolClass, username: str) -> None:
    """Locked, so that two do not remove one another."""
    held = SchoolClass.objects.select_for_update().get(pk=school_class.pk)
    others = held.teachers.exclude(username=username)
    if not others.exists():
        raise LastTeacher(username)
    held.teachers.set(others)
