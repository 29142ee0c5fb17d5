"""Objections: filed once at a time and a few an hour, answered whole, read once."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from quiz import disputes
from quiz.exceptions import AlreadyDisputed, NotAnsweredYet, TooManyDisputes
from quiz.models import Dispute
from tests.factories import NOW, make_attempt, make_dispute, make_learner, make_user

pytestmark = pytest.mark.django_db

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def item():
    return make_attempt(length=1, answers="-").items.get()


def upheld(dispute, text="You are right.", *, now=NOW + MINUTE):
    disputes.answer(
        dispute, text, outcome=Dispute.Outcome.UPHELD, by=make_user(), now=now
    )
    return dispute


# Filing


def test_an_objection_waits_for_its_answer(item):
    dispute = disputes.file(item, "It was 1994.", now=NOW)

    dispute.refresh_from_db()
    assert (dispute.item, dispute.reason, dispute.made_at) == (
        item,
        "It was 1994.",
        NOW,
    )
    assert dispute.is_open
    assert not dispute.is_news
    assert dispute.learner == item.attempt.learner


def test_nothing_can_be_objected_to_before_it_is_answered():
    item = make_attempt(length=1).items.get()

    with pytest.raises(NotAnsweredYet):
        disputes.file(item, "It was 1994.", now=NOW)

    assert not Dispute.objects.exists()


def test_the_same_objection_sent_twice_is_one(item):
    first, second = (disputes.file(item, "It was 1994.", now=NOW) for _ in range(2))

    assert first == second
    assert Dispute.objects.count() == 1


def test_another_objection_to_the_question_waits_until_the_first_is_answered(item):
    first = disputes.file(item, "It was 1994.", now=NOW)

    with pytest.raises(AlreadyDisputed):
        disputes.file(item, "It was 1995.", now=NOW)
    upheld(first)
    second = disputes.file(item, "It was 1995.", now=NOW)

    assert [*item.disputes.all()] == [first, second]


def test_a_learner_may_object_so_many_times_an_hour_and_no_more():
    most = disputes.MOST_AN_HOUR
    items = [*make_attempt(length=most + 1, answers="-" * (most + 1)).items.all()]
    for number, item in enumerate(items[:most]):
        disputes.file(item, "No.", now=NOW + number * MINUTE)

    with pytest.raises(TooManyDisputes):
        disputes.file(items[most], "No.", now=NOW + HOUR - MINUTE)

    disputes.file(items[most], "No.", now=NOW + HOUR)  # the first has aged out
    assert Dispute.objects.count() == most + 1


def test_what_others_object_to_takes_nothing_from_a_learner(item):
    length = disputes.MOST_AN_HOUR
    for other in make_attempt(length=length, answers="-" * length).items.all():
        disputes.file(other, "No.", now=NOW)

    assert disputes.file(item, "No.", now=NOW)


# Answering, and reading the answer


def test_an_answer_says_whose_it_is_and_is_news_until_read(item):
    dispute = disputes.file(item, "It was 1994.", now=NOW)
    teacher = make_user()

    disputes.answer(
        dispute,
        "The table has 1993.",
        outcome=Dispute.Outcome.DECLINED,
        by=teacher,
        now=NOW + MINUTE,
    )

    dispute.refresh_from_db()
    assert (dispute.answer, dispute.answered_by) == ("The table has 1993.", teacher)
    assert dispute.answered_at == NOW + MINUTE
    assert (dispute.is_open, dispute.is_upheld, dispute.is_news) == (False, False, True)

    disputes.mark_read(dispute, now=NOW + HOUR)
    dispute.refresh_from_db()
    assert not dispute.is_news
    assert dispute.read_at == NOW + HOUR


def test_an_answer_put_better_is_news_again(item):
    dispute = upheld(disputes.file(item, "It was 1994.", now=NOW))
    disputes.mark_read(dispute, now=NOW + HOUR)

    upheld(dispute, "You are right, and it is mended.")

    dispute.refresh_from_db()
    assert dispute.is_news


def test_reading_twice_keeps_the_first_time(item):
    dispute = upheld(disputes.file(item, "It was 1994.", now=NOW))

    for hours in (1, 2):
        disputes.mark_read(dispute, now=NOW + hours * HOUR)

    dispute.refresh_from_db()
    assert dispute.read_at == NOW + HOUR


def test_what_waits_for_an_answer_cannot_be_read(item):
    dispute = disputes.file(item, "It was 1994.", now=NOW)

    disputes.mark_read(dispute, now=NOW)

    dispute.refresh_from_db()
    assert dispute.read_at is None


# What is always true of one


def test_a_learner_owns_the_objections_to_their_own_questions(item):
    dispute = disputes.file(item, "It was 1994.", now=NOW)
    make_dispute()

    assert [*Dispute.objects.owned_by(dispute.learner)] == [dispute]
    assert not Dispute.objects.owned_by(make_learner()).exists()
    assert not Dispute.objects.owned_by(None).exists()


def test_all_and_new_ones_are_counted():
    make_dispute()
    upheld(make_dispute())
    read = upheld(make_dispute())
    disputes.mark_read(read, now=NOW)

    assert Dispute.objects.counts() == {"filed": 3, "news": 1}
    assert Dispute.objects.none().counts() == {"filed": 0, "news": 0}


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"reason": ""}, "dispute_gives_a_reason"),
        ({"answer": "No."}, "dispute_answered_whole_or_not_at_all"),
        ({"outcome": "upheld"}, "dispute_answered_whole_or_not_at_all"),
        (
            {"outcome": "declined", "answer": "No."},
            "dispute_answered_whole_or_not_at_all",
        ),
        ({"answered_at": NOW}, "dispute_answered_whole_or_not_at_all"),
        ({"read_at": NOW}, "dispute_read_once_answered"),
    ],
)
def test_half_an_objection_or_half_an_answer_is_refused(fields, constraint):
    dispute = make_dispute()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Dispute.objects.filter(pk=dispute.pk).update(**fields)


def test_the_database_keeps_one_open_objection_to_a_question(item):
    disputes.file(item, "It was 1994.", now=NOW)

    with pytest.raises(IntegrityError), transaction.atomic():
        Dispute.objects.create(item=item, reason="It was 1995.", made_at=NOW)
