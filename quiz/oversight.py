"""What learners did, as far as a teacher may see it; whoever sets quizzes says how far.

`quiz` knows no classes. The setting OVERSIGHT names the module that tells a user's
attempts, each with `shown_as`, the name under which that user knows the learner; the
attempts which are no teacher's; and whether a set may be deleted.
"""

import datetime as dt
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.module_loading import import_string

from quiz.models import (
    AttemptQuerySet,
    Dispute,
    DisputeQuerySet,
    Item,
    Learner,
    QuestionSet,
)


def attempts(user: Any) -> AttemptQuerySet:
    """Those the user may see, and under which name each learner is known to them."""
    overseen: AttemptQuerySet = import_string(f"{settings.OVERSIGHT}.attempts")(user)
    return overseen


def unattended() -> AttemptQuerySet:
    """What was played freely by learners who are in nobody's class."""
    free: AttemptQuerySet = import_string(f"{settings.OVERSIGHT}.unattended")()
    return free


def may_delete(user: Any, question_set: QuestionSet, now: dt.datetime) -> bool:
    """Whether nobody else needs the set, for what they are at or for its results."""
    module = settings.OVERSIGHT
    allowed: bool = import_string(f"{module}.may_delete")(user, question_set, now)
    return allowed


def learners(user: Any) -> QuerySet[Learner]:
    """Whoever made attempts the user may see, with how many of these they made."""
    own = attempts(user).order_by().filter(learner=OuterRef("pk")).values("learner")
    counted = Subquery(own.annotate(n=Count("pk", distinct=True)).values("n"))
    found = Learner.objects.annotate(played_count=Coalesce(counted, 0))
    return found if user.is_superuser else found.filter(played_count__gt=0)


def disputes(user: Any) -> DisputeQuerySet:
    """Objections made in those attempts; and, as generated questions are everybody's,
    those to such questions made in attempts that are no teacher's.

    Of the latter `is_overseen` is false, and nobody is told whose they are.
    """
    own = attempts(user).order_by().filter(pk=OuterRef("item__attempt"))
    found = Dispute.objects.annotate(
        is_overseen=Exists(own), shown_as=Subquery(own.values("shown_as")[:1])
    )
    if user.is_superuser:
        return found
    is_shared = Q(item__question__is_written=False) & Q(
        item__attempt__in=unattended().order_by().values("pk")
    )
    return found.filter(Q(is_overseen=True) | is_shared)


def times_asked(user: Any) -> Coalesce:
    """How often each question was asked in those attempts, to annotate questions by."""
    items = Item.objects.filter(question=OuterRef("pk")).order_by()
    if not user.is_superuser:
        items = items.filter(attempt__in=attempts(user).order_by().values("pk"))
    counted = items.values("question").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def name_of(row: Any) -> str:
    """As its `shown_as` has it; a guest nobody has named goes by the signs of their id."""
    return row.shown_as or f"Guest {str(row.learner.pk)[:4]}"
