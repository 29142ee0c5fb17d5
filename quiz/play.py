"""The rules of play: the only code that starts attempts and takes answers."""

import datetime as dt
from collections.abc import Callable, Iterable
from random import Random
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from quiz import (
    corrections,
    course,
    learners,
    memory,
    papers,
    selection,
    terms,
)
from quiz.exceptions import (
    AlreadyAnswered,
    LookAgain,
    NamedAlready,
    NoSuchOption,
    NotEnoughQuestions,
    OutOfTurn,
    SayWhetherSure,
    SomebodyElses,
    TooLate,
    TooManyNames,
)
from quiz.formats import FORMATS, Given
from quiz.formats.base import Shown
from quiz.models import (
    Answer,
    Attempt,
    Entry,
    Item,
    Learner,
    Paper,
    Question,
    QuestionSet,
)
from quiz.review import leaning, readiness, reviewing
from quiz.selection import Blueprint

TRIAL_SEED = 0  # everybody sees the question to try with its options in one order
TRIAL_TITLE = "One question to try"
PRACTICE = "Practice: "
REVIEW = "Review"
LONGEST_PRACTICE = 20  # questions
MOST_NAMES = 200  # noted for one item
TITLE_LENGTH = Attempt._meta.get_field("title").max_length
TEXT_LENGTH = Entry._meta.get_field("text").max_length


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
    if not item.is_answered:
        _refuse_against_terms(item, now=now, is_sure=is_sure)
    again = format.wants_another_look(item, given)
    if again and not item.is_answered and not item.entries.exists():
        _noted(item, None, text=str(given)[:TEXT_LENGTH], entered_at=now)
        raise LookAgain(again)  # outside a transaction, so that the note stays
    grade = format.grade(item, given)
    fields = {
        "given": given,
        "credit": grade.credit,
        "told": grade.told,
        "is_sure": is_sure,
        "answered_at": now,
    }
    return _stored(item, fields, now=now)


def _stored(item: Item, fields: dict[str, Any], *, now: dt.datetime) -> Answer:
    with transaction.atomic():
        learner = learners.hold(item)  # one answer after the other
        stored, is_first = Answer.objects.get_or_create(item=item, defaults=fields)
        if not is_first:
            raise AlreadyAnswered(str(item))
        memory.note(stored, learner, now=now)
        corrections.hold(stored)
    return stored


def hand_in(item: Item, *, now: dt.datetime) -> Answer | None:
    """Once the time is up: what was named of a list that nobody ended counts."""
    deadline = terms.of(item.attempt).deadline
    if item.is_answered or deadline is None or now < deadline:
        return None
    places = item.entries.values_list("place", flat=True)
    given = sorted(place for place in places if place is not None)
    if not given:
        return None
    grade = FORMATS[item.format].grade(item, given)
    fields = {
        "given": given,
        "credit": grade.credit,
        "told": grade.told,
        "answered_at": deadline,
    }
    return _stored(item, fields, now=now)


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
    if terms.of(item.attempt).is_shut(now):
        raise TooLate(str(item))
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


@transaction.atomic
def _noted(item: Item, place: int | None, **fields: Any) -> Entry:
    """The unique constraint, not a prior look, refuses an option named twice."""
    learners.hold(item)
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


def _refuse_against_terms(
    item: Item, *, now: dt.datetime, is_sure: bool | None
) -> None:
    """What comes in the last moment is taken without saying whether one is sure."""
    own = terms.of(item.attempt)
    if own.is_shut(now):
        raise TooLate(str(item))
    says_nothing = is_sure is None and FORMATS[item.format].asks_sure
    if own.wants_certainty and says_nothing and not own.is_past(now):
        raise SayWhetherSure(str(item))


def as_shown(question: Question, seed: int) -> Shown:
    """The question's parts in the order an attempt of this seed shows them."""
    return FORMATS[question.format].shown(question, Random(f"{seed}/{question.key}"))


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
        _ask(attempt, questions)
    return attempt


def _seed_of_options(attempt: Attempt) -> int:
    """By which options are shuffled: everybody's own, unless a set wants one order."""
    if attempt.question_set is None or attempt.question_set.shuffles_options:
        return attempt.seed
    return attempt.paper.seed if attempt.paper else TRIAL_SEED


def _ask(attempt: Attempt, questions: Iterable[Question]) -> None:
    """Store the questions as they stand today, so that later edits change nothing."""
    items = []
    seed = _seed_of_options(attempt)
    for position, question in enumerate(questions, start=1):
        shown = as_shown(question, seed)
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
