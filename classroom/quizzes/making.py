"""Making quizzes and giving them out: the only code that writes sets and assignments.

What has been played stays as it was: an attempt keeps its own questions, and papers
that somebody has played are not made anew. A form that arrives twice makes a thing once:
its token is kept with the assignment, and finds it.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction

from classroom.models import Assignment, SchoolClass
from quiz.exceptions import SomebodyElses
from quiz.models import QuestionSet
from quiz.sets import papers
from relations.models import Country


@transaction.atomic
def make(
    question_set: QuestionSet,
    terms: Assignment,
    *,
    countries: Iterable[Country] = (),
    owner: Any,
    seed: int,
    now: dt.datetime,
    token: UUID,
) -> Assignment:
    """A set that can be played at once, given to whom its terms say."""
    if sent_again := made_by(token, owner):
        return sent_again
    question_set.owner = owner
    question_set.status = QuestionSet.Status.PUBLISHED
    question_set.save()
    question_set.countries.set(countries)
    _bring_papers_into_step(question_set, seed=seed, now=now)
    return _assign(question_set, terms, owner=owner, token=token)


@transaction.atomic
def change(
    question_set: QuestionSet,
    *,
    countries: Iterable[Country] = (),
    asks_anew: bool,
    seed: int,
    now: dt.datetime,
) -> None:
    """Keep a set as it was changed; where it asks something else, so do its papers."""
    question_set.save()
    question_set.countries.set(countries)
    if asks_anew and not papers.is_played(question_set):
        _bring_papers_into_step(question_set, seed=seed, now=now)


@transaction.atomic
def assign_again(
    question_set: QuestionSet,
    school_class: SchoolClass | None,
    *,
    owner: Any,
    token: UUID,
) -> Assignment:
    """To one more class, on the terms of the last time; a draft is one no more."""
    if sent_again := made_by(token, owner):
        return sent_again
    question_set.status = QuestionSet.Status.PUBLISHED
    question_set.save(update_fields=["status"])
    seen = Assignment.objects.set_by(owner).filter(question_set=question_set)
    last = seen.filter(owner=owner).first()
    kept = {name: getattr(last, name) for name in Assignment.TERMS} if last else {}
    terms = Assignment(school_class=school_class, **kept)
    return _assign(question_set, terms, owner=owner, token=token)


def made_by(token: UUID, owner: Any) -> Assignment | None:
    """What this form has made already."""
    # Two at once would each find nothing, and both make it.
    get_user_model().objects.select_for_update().get(pk=owner.pk)
    made = Assignment.objects.filter(token=token).first()
    if made and made.owner_id != owner.pk:
        raise SomebodyElses(str(token))
    return made


def _assign(
    question_set: QuestionSet, terms: Assignment, *, owner: Any, token: UUID
) -> Assignment:
    """Give a set to a class, or to whoever has the link."""
    terms.question_set = question_set
    terms.owner = owner
    terms.token = token
    terms.save()
    return terms


def change_terms(assignment: Assignment) -> None:
    """They hold for attempts under way too; `classroom.sitting.terms` reads them anew."""
    assignment.save()


def _bring_papers_into_step(
    question_set: QuestionSet, *, seed: int, now: dt.datetime
) -> None:
    if question_set.papers == QuestionSet.Papers.DRAWN:
        papers.unmake(question_set)
    else:
        papers.make(question_set, seed=seed, now=now)
