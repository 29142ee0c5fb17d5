"""Whose attempts a teacher sees, and under which names; the setting OVERSIGHT says so.

A teacher sees what was set to the classes they teach, and what the pupils of these
played freely since they joined; and what was played of their own sets and at what they
have set, but for what a class sits that they do not teach, or no longer. What pupils do
for another teacher is not among it, nor what they did before.
"""

import datetime as dt
from typing import Any

from django.db.models import (
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, NullIf

from classroom.models import Assignment, Enrolment, Sitting
from quiz.models import Attempt, AttemptQuerySet, QuestionSet

EnrolmentQuery = QuerySet[Enrolment]
SittingQuery = QuerySet[Sitting]


def attempts(user: Any) -> AttemptQuerySet:
    """Those of the user, each with the name by which they know the learner."""
    if user.is_superuser:
        return Attempt.objects.annotate(shown_as=F("learner__user__username"))
    sitting = Sitting.objects.filter(attempt=OuterRef("pk"))
    pupils = Enrolment.objects.filter(
        learner=OuterRef("learner"), school_class__teachers=user.pk
    )
    since = pupils.filter(joined_at__lte=OuterRef("started_at"))
    set_by_them = sitting.filter(assignment__in=_pks(Assignment.objects.set_by(user)))
    in_class = sitting.filter(assignment__school_class__isnull=False)
    is_own = Q(question_set__in=_pks(QuestionSet.objects.made_by(user)))
    is_free = Q(question_set=None) & ~Exists(sitting) & Exists(since)
    found = Attempt.objects.annotate(shown_as=_name(pupils, sitting))
    return found.filter((is_own & ~Exists(in_class)) | is_free | Exists(set_by_them))


def _name(pupils: EnrolmentQuery, sitting: SittingQuery) -> Coalesce:
    """The name in a class of theirs; else the one given at the start; else the user's."""
    in_class = Subquery(pupils.order_by("joined_at", "pk").values("pseudonym")[:1])
    given = NullIf(Subquery(sitting.values("name")[:1]), Value(""))
    user_name = F("learner__user__username")
    return Coalesce(in_class, given, user_name, output_field=CharField())


def may_delete(user: Any, question_set: QuestionSet, now: dt.datetime) -> bool:
    """Not while pupils are at it on terms, nor what another teacher's class has sat."""
    given = question_set.assignments
    sat_elsewhere = given.exclude(pk__in=_pks(Assignment.objects.set_by(user))).filter(
        Exists(Sitting.objects.filter(assignment=OuterRef("pk")))
    )
    return not given.needed(now).exists() and not sat_elsewhere.exists()


def unattended() -> AttemptQuerySet:
    """Of no set, at no assignment, and by a learner in nobody's class."""
    sitting = Sitting.objects.filter(attempt=OuterRef("pk"))
    enrolled = Enrolment.objects.filter(learner=OuterRef("learner"))
    return Attempt.objects.filter(
        ~Exists(sitting), ~Exists(enrolled), question_set=None
    )


def _pks(rows: Any) -> Any:
    return rows.order_by().values("pk")
