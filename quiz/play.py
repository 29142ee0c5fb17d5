"""The rules of play: the only code that starts attempts and takes answers."""

import datetime as dt
from collections.abc import Callable, Iterable
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from quiz import leaning, memory, readiness, reviewing, selection
from quiz.exceptions import (
    AlreadyAnswered,
    LookAgain,
    NamedAlready,
    NoSuchOption,
    NotEnoughQuestions,
    OutOfTurn,
    SomebodyElses,
    TooManyNames,
)
from quiz.formats import FORMATS, Given
from quiz.formats.base import Shown
from quiz.models import Answer, Attempt, Entry, Item, Learner, Question, QuestionSet
from quiz.selection import Blueprint
from quiz.sessions import Session

TRIAL_SEED = 0  # everybody sees the question to try with its options in one order
TRIAL_TITLE = "One question to try"
PRACTICE = "Practice: "
REVIEW = "Review"
LONGEST_PRACTICE = 20  # questions
MOST_NAMES = 200  # noted for one item
TITLE_LENGTH = Attempt._meta.get_field("title").max_length
TEXT_LENGTH = Entry._meta.get_field("text").max_length


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
    is_own: bool = False,
) -> Attempt:
    """Draw a quiz and store it whole; the same token again finds what it stored.

    A quiz of the learner's own choice leans to what suits them; a set is for all alike.
    """
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
        leans = leaning.of(learner, timezone.localdate(now)) if is_own else None
        _ask(attempt, selection.draw(blueprint, seed, leans))
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
    claims = tuple(
        dict.fromkeys(claim for item in missed.wrong_items for claim in item.claims)
    )
    attempt, is_new = _find_or_make(
        missed.learner,
        token,
        title=PRACTICE + missed.title.removeprefix(PRACTICE),
        topic=missed.topic,
        seed=seed,
        started_at=now,
    )
    if is_new:
        length = min(len(claims), LONGEST_PRACTICE)
        blueprint = Blueprint(length=length, claims=claims)
        questions = selection.draw_up_to(blueprint, seed) if claims else []
        if not questions:
            raise NotEnoughQuestions(len(claims), 0)
        _ask(attempt, questions)
    return attempt


@transaction.atomic
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
    attempt, is_new = _find_or_make(
        learner, token, title=title, seed=seed, started_at=now
    )
    if is_new:
        length = selection.most_within(claims)
        blueprint = Blueprint(length=length, within=claims)
        questions = selection.draw_up_to(blueprint, seed) if length else []
        if not questions:
            raise NotEnoughQuestions(1, 0)
        _ask(attempt, questions)
    return attempt


def review(
    learner: Learner, *, minutes: int, seed: int, now: dt.datetime, token: UUID
) -> Attempt:
    """Today's session, of so many minutes."""
    today = timezone.localdate(now)
    return _rehearse(
        learner,
        lambda: reviewing.today(learner, today, minutes=minutes, seed=seed),
        title=REVIEW,
        seed=seed,
        now=now,
        token=token,
    )


def prepare(
    learner: Learner, *, day: dt.date, now: dt.datetime, token: UUID
) -> Attempt:
    """The session that does most for what is recalled on that day."""
    today = timezone.localdate(now)
    return _rehearse(
        learner,
        lambda: readiness.forecast(learner, today, day).session,
        title=f"Ready by {date_format(day, 'j F Y')}",
        seed=readiness.seed_for(today, day),
        now=now,
        token=token,
    )


@transaction.atomic
def _rehearse(
    learner: Learner,
    compose: Callable[[], Session],
    *,
    title: str,
    seed: int,
    now: dt.datetime,
    token: UUID,
) -> Attempt:
    attempt, is_new = _find_or_make(
        learner, token, title=title, seed=seed, started_at=now
    )
    if is_new:
        chosen = compose().asked
        if not chosen:
            raise NotEnoughQuestions(1, 0)
        _ask(attempt, selection.stored(chosen))
    return attempt


def answer(
    item: Item, given: Given, *, now: dt.datetime, is_sure: bool | None = None
) -> Answer:
    """Record the answer. The unique constraint, not a prior look, refuses a second.

    A name that cannot be read is asked for once more: it is noted, and LookAgain raised.
    """
    format = FORMATS[item.format]
    if not format.takes(item, given):
        raise NoSuchOption(f"{given!r} is no answer to {item.format}")
    _refuse_out_of_turn(item)
    again = format.wants_another_look(item, given)
    if again and not item.is_answered and not item.entries.exists():
        Entry.objects.create(item=item, text=str(given)[:TEXT_LENGTH], entered_at=now)
        raise LookAgain(again)  # outside a transaction, so that the note stays
    grade = format.grade(item, given)
    fields = {
        "given": given,
        "credit": grade.credit,
        "told": grade.told,
        "is_sure": is_sure,
        "answered_at": now,
    }
    with transaction.atomic():
        stored, is_first = Answer.objects.get_or_create(item=item, defaults=fields)
        if not is_first:
            raise AlreadyAnswered(str(item))
        memory.note(stored, now=now)
    return stored


def enter(item: Item, text: str, *, now: dt.datetime) -> Entry:
    """Note one name of the many an item asks for; the item stays open.

    What cannot be taken as a name at all raises LookAgain and is not noted.
    """
    reading = FORMATS[item.format].read(item, text)
    if reading is None:
        raise NoSuchOption(f"{item.format} asks for no names one by one")
    if item.is_answered:
        raise AlreadyAnswered(str(item))
    _refuse_out_of_turn(item)
    if reading.again:
        raise LookAgain(reading.again)
    if item.entries.count() >= MOST_NAMES:
        raise TooManyNames(str(item))
    return _noted(
        item,
        reading.place,
        text=text[:TEXT_LENGTH],
        told=reading.told,
        entered_at=now,
    )


def _noted(item: Item, place: int | None, **fields: Any) -> Entry:
    """The unique constraint, not a prior look, refuses an option named twice."""
    if place is None:
        if item.entries.filter(place=None, text__iexact=fields["text"]).exists():
            raise NamedAlready(fields["text"])
        return Entry.objects.create(item=item, **fields)
    entry, is_new = Entry.objects.get_or_create(item=item, place=place, defaults=fields)
    if not is_new:
        raise NamedAlready(item.options[place]["text"])
    return entry


def _refuse_out_of_turn(item: Item) -> None:
    earlier = Item.objects.filter(
        attempt=item.attempt_id, position__lt=item.position, answer__isnull=True
    )
    if earlier.exists():
        raise OutOfTurn(str(item))


def as_shown(question: Question, seed: int) -> Shown:
    """The question's parts in the order an attempt of this seed shows them."""
    return FORMATS[question.format].shown(question, Random(f"{seed}/{question.key}"))


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
        shown = as_shown(question, attempt.seed)
        items.append(
            Item(
                attempt=attempt,
                position=position,
                question=question,
                version=question.version,
                family=question.family,
                format=question.format,
                topic=question.topic,
                claim=question.claim,
                claims=question.claims,
                aspect=question.aspect,
                stem=question.stem,
                explanation=question.explanation,
                prompts=shown.prompts,
                options=shown.options,
                solution=shown.solution,
                remark=question.remark,
                sources=question.sources,
                page=question.page,
                page_title=question.page_title,
            )
        )
    Item.objects.bulk_create(items)
