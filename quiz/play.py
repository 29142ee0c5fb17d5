"""The rules of play: the only code that takes answers. `starting` begins quizzes."""

import datetime as dt
from typing import Any

from django.db import transaction

from quiz import learners, memory, terms
from quiz.corrections import applying
from quiz.exceptions import (
    AlreadyAnswered,
    LookAgain,
    NamedAlready,
    NoSuchOption,
    OutOfTurn,
    SayWhetherSure,
    TooLate,
    TooManyNames,
)
from quiz.formats import FORMATS, Given
from quiz.models import Answer, Entry, Item

MOST_NAMES = 200  # noted for one item
TEXT_LENGTH = Entry._meta.get_field("text").max_length


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
    return _stored(item, given, now=now, answered_at=now, is_sure=is_sure)


def _stored(
    item: Item,
    given: Given,
    *,
    now: dt.datetime,
    answered_at: dt.datetime,
    is_sure: bool | None = None,
) -> Answer:
    grade = FORMATS[item.format].grade(item, given)
    fields = {
        "given": given,
        "credit": grade.credit,
        "told": grade.told,
        "is_sure": is_sure,
        "answered_at": answered_at,
    }
    with transaction.atomic():
        learner = learners.hold(item)  # one answer after the other
        stored, is_first = Answer.objects.get_or_create(item=item, defaults=fields)
        if not is_first:
            raise AlreadyAnswered(str(item))
        memory.note(stored, learner, now=now)
        applying.hold(stored)
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
    return _stored(item, given, now=now, answered_at=deadline)


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
