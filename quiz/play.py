"""The rules of play: the only code that starts attempts and takes answers."""

import datetime as dt
from collections.abc import Iterable
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction

from quiz import selection
from quiz.exceptions import (
    AlreadyAnswered,
    NoSuchOption,
    NotEnoughQuestions,
    OutOfTurn,
    SomebodyElses,
)
from quiz.models import Answer, Attempt, Item, Learner, Question, QuestionSet
from quiz.selection import Blueprint

TRIAL_SEED = 0  # everybody sees the question to try with its options in one order
TRIAL_TITLE = "One question to try"
PRACTICE = "Practice: "
TITLE_LENGTH = Attempt._meta.get_field("title").max_length


@transaction.atomic
def start(
    learner: Learner,
    *,
    blueprint: Blueprint,
    title: str,
    topic: str = "",
    question_set: QuestionSet | None = None,
    seed: int,
    now: dt.datetime,
    token: UUID,
) -> Attempt:
    """Draw a quiz and store it whole; the same token again finds what it stored."""
    attempt, is_new = _find_or_make(
        learner,
        token,
        title=title,
        topic=topic,
        question_set=question_set,
        seed=seed,
        started_at=now,
    )
    if is_new:
        _ask(attempt, selection.draw(blueprint, seed))
    return attempt


@transaction.atomic
def start_trial(
    learner: Learner, question: Question, *, now: dt.datetime, token: UUID
) -> Attempt:
    """The question to try on the home page, as a quiz of one."""
    attempt, is_new = _find_or_make(
        learner,
        token,
        title=TRIAL_TITLE,
        topic=question.topic,
        seed=TRIAL_SEED,
        started_at=now,
    )
    if is_new:
        _ask(attempt, [question])
    return attempt


@transaction.atomic
def practise(missed: Attempt, *, seed: int, now: dt.datetime, token: UUID) -> Attempt:
    """A new quiz for the same learner on the facts the attempt missed."""
    claims = tuple(item.claim for item in missed.wrong_items)
    attempt, is_new = _find_or_make(
        missed.learner,
        token,
        title=PRACTICE + missed.title.removeprefix(PRACTICE),
        topic=missed.topic,
        seed=seed,
        started_at=now,
    )
    if is_new:
        blueprint = Blueprint(length=len(claims), claims=claims)
        questions = selection.draw_up_to(blueprint, seed) if claims else []
        if not questions:
            raise NotEnoughQuestions(len(claims), 0)
        _ask(attempt, questions)
    return attempt


@transaction.atomic
def answer(item: Item, choice: int, *, now: dt.datetime) -> Answer:
    """Record the answer. The unique constraint, not a prior look, refuses a second."""
    if choice not in range(len(item.options)):
        raise NoSuchOption(f"{choice} of {len(item.options)}")
    earlier = Item.objects.filter(
        attempt=item.attempt_id, position__lt=item.position, answer__isnull=True
    )
    if earlier.exists():
        raise OutOfTurn(str(item))
    given, is_first = Answer.objects.get_or_create(
        item=item, defaults={"choice": choice, "answered_at": now}
    )
    if not is_first:
        raise AlreadyAnswered(str(item))
    return given


def as_shown(question: Question, seed: int) -> tuple[list[dict[str, str]], int]:
    """The options in the order to show them, and where the right one stands there."""
    order = list(range(len(question.options)))
    if not question.is_ordered:
        Random(f"{seed}/{question.key}").shuffle(order)
    return [question.options[place] for place in order], order.index(question.correct)


def _find_or_make(learner: Learner, token: UUID, **fields: Any) -> tuple[Attempt, bool]:
    fields["title"] = fields["title"][:TITLE_LENGTH]
    attempt, is_new = Attempt.objects.get_or_create(
        pk=token, defaults={"learner": learner, **fields}
    )
    if attempt.learner_id != learner.pk:
        raise SomebodyElses(str(token))
    return attempt, is_new


def _ask(attempt: Attempt, questions: Iterable[Question]) -> None:
    """Store the questions as they stand today, so that later edits change nothing."""
    items = []
    for position, question in enumerate(questions, start=1):
        options, correct = as_shown(question, attempt.seed)
        items.append(
            Item(
                attempt=attempt,
                position=position,
                question=question,
                version=question.version,
                family=question.family,
                topic=question.topic,
                claim=question.claim,
                aspect=question.aspect,
                stem=question.stem,
                explanation=question.explanation,
                options=options,
                correct=correct,
                remark=question.remark,
                sources=question.sources,
                page=question.page,
                page_title=question.page_title,
            )
        )
    Item.objects.bulk_create(items)
