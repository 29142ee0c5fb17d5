"""A quiz on what a class was never asked or does not know: made and set in one go."""

import datetime as dt
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from accounts.models import User
from classroom.models import Assignment, SchoolClass
from classroom.quizzes import making
from classroom.results import coverage
from quiz import selection
from quiz.models import Question, QuestionSet, Topic
from quiz.selection import Blueprint

TITLE_LENGTH = QuestionSet._meta.get_field("title").max_length
LENGTHS = (5, 10, 20)
LOOKED_AT = 20  # facts for each question, so that what fits together is found


class NoGaps(Exception):
    """Everything that can be asked is known."""


@transaction.atomic
def assign(
    school_class: SchoolClass,
    *,
    by: User,
    topic: str,
    length: int,
    seed: int,
    now: dt.datetime,
    token: UUID,
) -> Assignment:
    """The same questions for everybody: what was never asked before what is not known."""
    if sent_again := making.made_by(token, by):
        return sent_again
    questions = _questions(school_class, topic, length, seed, now)
    if not questions:
        raise NoGaps
    made = QuestionSet.objects.create(
        title=_title(school_class, topic, now),
        owner=by,
        topics=[topic] if topic else [],
        length=len(questions),
        papers=QuestionSet.Papers.SAME,
        status=QuestionSet.Status.PUBLISHED,
    )
    made.pinned.set(questions)
    return Assignment.objects.create(
        question_set=made, school_class=school_class, owner=by, token=token
    )


def _questions(
    school_class: SchoolClass, topic: str, length: int, seed: int, now: dt.datetime
) -> list[Question]:
    covered = coverage.of(school_class, timezone.localdate(now))
    gaps = tuple(covered.gaps(topic))
    for claims in (gaps[: length * LOOKED_AT], gaps):
        blueprint = Blueprint(length=length, claims=claims)
        found = selection.draw_up_to(blueprint, seed) if claims else []
        if len(found) == length:
            break
    return found


def _title(school_class: SchoolClass, topic: str, now: dt.datetime) -> str:
    on = f" on {Topic(topic).label.lower()}" if topic else ""
    day = date_format(timezone.localdate(now), "j F Y")
    return f"What {school_class} has yet to learn{on}, {day}"[:TITLE_LENGTH]
