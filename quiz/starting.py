"""How quizzes begin: the only code that makes attempts."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from quiz import course, selection
from quiz.asking import TRIAL_SEED, items_of
from quiz.exceptions import NotEnoughQuestions, SomebodyElses
from quiz.models import Attempt, Item, Learner, Paper, Question, QuestionSet
from quiz.review import leaning, readiness, reviewing
from quiz.selection import Blueprint
from quiz.sets import papers

TRIAL_TITLE = "One question to try"
PRACTICE = "Practice: "
REVIEW = "Review"
LONGEST_PRACTICE = 20  # questions
TITLE_LENGTH = Attempt._meta.get_field("title").max_length


def start(
    learner: Learner,
    *,
    blueprint: Blueprint,
    title: str,
    topic: str = "",
    question_set: QuestionSet | None = None,
    paper: Paper | None = None,
    seed: int,
    now: dt.datetime,
    token: UUID,
    is_own: bool = False,
) -> Attempt:
    """Draw a quiz and store it whole; the same token again finds what it stored.

    A quiz of the learner's own choice leans to what suits them; a set is for all alike,
    and of one with papers (`papers.choose`) only what stands on the paper is asked.
    """

    def draw() -> list[Question]:
        if paper is not None:
            return papers.asked(paper, seed)
        leans = leaning.of(learner, timezone.localdate(now)) if is_own else None
        return selection.draw(blueprint, seed, leans)

    return _started(
        learner,
        token,
        draw,
        title=title,
        topic=topic,
        question_set=question_set,
        paper=paper,
        seed=seed,
        started_at=now,
    )


def start_trial(
    learner: Learner, question: Question, *, now: dt.datetime, token: UUID
) -> Attempt:
    """The question to try on the home page, as a quiz of one."""
    return _started(
        learner,
        token,
        lambda: [question],
        title=TRIAL_TITLE,
        topic=question.topic,
        seed=TRIAL_SEED,
        started_at=now,
    )


def practise(missed: Attempt, *, seed: int, now: dt.datetime, token: UUID) -> Attempt:
    """A new quiz for the same learner on the facts the attempt missed."""
    items = course.of(missed, now).missed_items
    claims = tuple(dict.fromkeys(claim for item in items for claim in item.claims))
    length = min(len(claims), LONGEST_PRACTICE)
    blueprint = Blueprint(length=length, claims=claims)
    return _started(
        missed.learner,
        token,
        lambda: selection.draw_up_to(blueprint, seed) if claims else [],
        title=PRACTICE + missed.title.removeprefix(PRACTICE),
        topic=missed.topic,
        seed=seed,
        started_at=now,
    )


def start_on(
    learner: Learner,
    *,
    claims: tuple[str, ...],
    title: str,
    seed: int,
    now: dt.datetime,
    token: UUID,
) -> Attempt:
    """A quiz on these facts and no others, as long as they allow."""

    def draw() -> list[Question]:
        length = selection.most_within(claims)
        blueprint = Blueprint(length=length, within=claims)
        return selection.draw_up_to(blueprint, seed) if length else []

    return _started(learner, token, draw, title=title, seed=seed, started_at=now)


def review(
    learner: Learner, *, minutes: int, seed: int, now: dt.datetime, token: UUID
) -> Attempt:
    """Today's session, of so many minutes."""
    today = timezone.localdate(now)

    def draw() -> list[Question]:
        session = reviewing.today(
            learner,
            today,
            minutes=minutes,
            seed=seed,
            secret=course.held(learner, now).secret,
        )
        return selection.stored(session.asked)

    return _started(learner, token, draw, title=REVIEW, seed=seed, started_at=now)


def prepare(
    learner: Learner, *, day: dt.date, now: dt.datetime, token: UUID
) -> Attempt:
    """The session that does most for what is recalled on that day."""
    today = timezone.localdate(now)

    def draw() -> list[Question]:
        secret = course.held(learner, now).secret
        forecast = readiness.forecast(learner, today, day, secret)
        return selection.stored(forecast.session.asked)

    return _started(
        learner,
        token,
        draw,
        title=f"Ready by {date_format(day, 'j F Y')}",
        seed=readiness.seed_for(today, day),
        started_at=now,
    )


@transaction.atomic
def _started(
    learner: Learner, token: UUID, draw: Callable[[], list[Question]], **fields: Any
) -> Attempt:
    """The attempt of this token, with what is drawn for it where it is new."""
    fields["title"] = fields["title"][:TITLE_LENGTH]
    attempt, is_new = Attempt.objects.get_or_create(
        pk=token, defaults={"learner": learner, **fields}
    )
    if attempt.learner_id != learner.pk:
        raise SomebodyElses(str(token))
    if is_new:
        questions = draw()
        if not questions:
            raise NotEnoughQuestions(1, 0)
        asked = items_of(attempt, questions, _seed_of_options(attempt))
        Item.objects.bulk_create(asked)
    return attempt


def _seed_of_options(attempt: Attempt) -> int:
    """By which options are shuffled: everybody's own, unless a set wants one order."""
    if attempt.question_set is None or attempt.question_set.shuffles_options:
        return attempt.seed
    return attempt.paper.seed if attempt.paper else TRIAL_SEED
