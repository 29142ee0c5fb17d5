"""Pupils in and out: names in classes, and nothing else of them.

A name brought in has a place in the class and no way to sign in as yet; accounts with
one-time passwords are made on the page of the class.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError

from classroom.classes import enrolment
from classroom.forms.joining import LONGEST, TOO_LONG, TOO_SHORT
from classroom.models import Enrolment, SchoolClass
from classroom.transfer.resources import Resource
from classroom.transfer.tables import Columns
from quiz.models import Learner
from quiz.writing.plain import tidied
from relations.names import fold

LONGEST_NAME = LONGEST or 0
NOT_YOURS = "You have no class with this code that pupils can still join."


class PupilResource(Resource):
    columns = Columns(all=("class", "class name", "name"), needed=("class", "name"))

    def __init__(self, user: Any, *, now: dt.datetime) -> None:
        super().__init__(user, now=now)
        taught = SchoolClass.objects.taught_by(user).current()
        self._classes = {one.code: one for one in taught}

    def identity(self, row: dict[str, str]) -> str:
        return f"{row['class'].strip().upper()} {_key(tidied(row['name']))}"

    def find(self, row: dict[str, str]) -> Enrolment | None:
        """Names that look the same are one name, as when a pupil joins."""
        key = _key(tidied(row["name"]))
        return self._class(row).enrolments.filter(pseudonym_key=key).first()

    def parse(self, row: dict[str, str], there: Any) -> tuple[SchoolClass, str]:
        name = tidied(row["name"])
        if len(name) > LONGEST_NAME:
            raise ValidationError(TOO_LONG)
        if sum(map(str.isalnum, name)) < 2:
            raise ValidationError(TOO_SHORT)
        return self._class(row), name

    def is_same(self, there: Enrolment, wanted: tuple[SchoolClass, str]) -> bool:
        return True  # somebody of that name is in the class

    def keep(self, there: None, wanted: tuple[SchoolClass, str]) -> None:
        school_class, name = wanted
        enrolment.join(school_class, Learner.objects.create(), name, now=self.now)

    def out(self) -> Iterator[dict[str, str]]:
        taught = SchoolClass.objects.taught_by(self.user).current().order_by()
        rows = Enrolment.objects.filter(school_class__in=taught)
        ordered = rows.order_by("school_class__name", "school_class", "pseudonym_key")
        for one in ordered.select_related("school_class"):
            yield {
                "class": one.school_class.code,
                "class name": one.school_class.name,
                "name": one.pseudonym,
            }

    def _class(self, row: dict[str, str]) -> SchoolClass:
        code = row["class"].strip().upper()
        if code not in self._classes:
            raise ValidationError(NOT_YOURS)
        return self._classes[code]


def _key(name: str) -> str:
    return (fold(name) or name.casefold())[: enrolment.LONGEST_KEY]
