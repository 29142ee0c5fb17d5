"""Two requests at once: what the database refuses, whoever is first."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from quiz import disputes, learners, play
from quiz.exceptions import AlreadyAnswered, AlreadyDisputed, SomebodyElses
from quiz.models import Answer, Attempt, Dispute, Item, Learner
from quiz.selection import Blueprint
from tests.factories import NOW, make_attempt, make_learner, make_question, make_user
from tests.quiz.test_learners import make_request

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 4


def at_once(action: Callable[[int], object]) -> list[object]:
    """What each of several threads got, or was refused with."""
    barrier = Barrier(AT_ONCE)

    def run(number: int) -> object:
        barrier.wait()
        try:
            return action(number)
        except (AlreadyAnswered, AlreadyDisputed, SomebodyElses) as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(run, range(AT_ONCE)))


def start(learner: Learner, token) -> Attempt:
    return play.start(
        learner,
        blueprint=Blueprint(length=2),
        title="Everything",
        seed=1,
        now=NOW,
        token=token,
    )


def test_of_answers_at_once_one_is_kept():
    item = make_attempt().items.first()

    results = at_once(lambda number: play.answer(item, number, now=NOW))

    kept = Answer.objects.get()
    assert results.count(AlreadyAnswered) == AT_ONCE - 1
    assert kept in results


def test_one_form_sent_at_once_starts_one_quiz():
    make_question(), make_question()
    learner, token = make_learner(), uuid4()

    results = at_once(lambda _: start(learner, token))

    assert set(results) == {Attempt.objects.get()}
    assert Item.objects.count() == 2


def test_of_strangers_with_one_token_the_first_has_it():
    make_question(), make_question()
    token, strangers = uuid4(), [make_learner() for _ in range(AT_ONCE)]

    results = at_once(lambda number: start(strangers[number], token))

    assert results.count(SomebodyElses) == AT_ONCE - 1
    assert Item.objects.count() == 2


def test_a_first_visitors_clicks_at_once_make_one_learner():
    token = uuid4()

    results = at_once(
        lambda _: learners.current_or_new(make_request(csrf="secret"), token)
    )

    assert set(results) == {Learner.objects.get()}


def test_an_account_signing_in_twice_at_once_keeps_everything():
    user = make_user()
    guests = [make_attempt().learner for _ in range(AT_ONCE)]

    at_once(
        lambda number: learners.claim(make_request(user, guest=guests[number]), user)
    )

    assert Attempt.objects.filter(learner__user=user).count() == AT_ONCE
    assert Learner.objects.count() == 1


def test_of_objections_at_once_to_a_question_one_is_kept():
    item = make_attempt(answers="-").items.first()

    results = at_once(lambda number: disputes.file(item, f"Reason {number}.", now=NOW))

    assert Dispute.objects.get() in results
    assert results.count(AlreadyDisputed) == AT_ONCE - 1
