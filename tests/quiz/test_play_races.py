"""Two requests at once: what the database refuses, whoever is first."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from quiz import disputes, learners, play, starting
from quiz.exceptions import AlreadyAnswered, AlreadyDisputed, ItemGone, SomebodyElses
from quiz.models import Answer, Attempt, Dispute, Entry, Item, Learner, Memory, Review
from quiz.selection import Blueprint
from tests.factories import NOW, make_attempt, make_learner, make_question, make_user
from tests.quiz.formats.many import item_of, roll_question
from tests.quiz.test_learners import make_request
from tests.quiz.views.test_start import trial

pytestmark = pytest.mark.django_db(transaction=True)

AT_ONCE = 4


def at_once(action: Callable[[int], object]) -> list[object]:
    """What each of several threads got, or was refused with."""
    barrier = Barrier(AT_ONCE)

    def run(number: int) -> object:
        barrier.wait()
        try:
            return action(number)
        except (AlreadyAnswered, AlreadyDisputed, ItemGone, SomebodyElses) as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(run, range(AT_ONCE)))


def start(learner: Learner, token) -> Attempt:
    return starting.start(
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


@pytest.mark.parametrize("first", ["answer", "forget"])
def test_what_is_answered_while_all_is_deleted_goes_too_or_finds_nothing(first):
    item = make_attempt().items.first()
    turns = ["answer", "forget"] if first == "answer" else ["forget", "answer"]

    def run(number: int) -> object:
        if turns[number % 2] == "answer":
            return play.answer(item, number, now=NOW)
        return learners.forget(item.attempt.learner)

    at_once(run)

    for model in (Attempt, Answer, Memory, Review):
        assert not model.objects.exists()


def forget_meanwhile(monkeypatch) -> None:
    """All is deleted after a page was found and before anything is stored."""
    hold = learners.hold

    def forgetting(item: Item) -> Learner:
        learners.forget(item.attempt.learner)
        return hold(item)

    monkeypatch.setattr(learners, "hold", forgetting)


@pytest.mark.parametrize(
    ("action", "sent"),
    [("answer", {"choice": 1}), ("dispute", {"reason": "It was in 1994."})],
)
def test_a_question_deleted_meanwhile_is_not_found(
    client, learner, monkeypatch, action, sent
):
    answers = "-" if action == "dispute" else ""
    item = make_attempt(learner=learner, length=2, answers=answers).items.first()
    forget_meanwhile(monkeypatch)

    response = client.post(f"/attempts/{item.attempt_id}/1/{action}/", sent)

    assert response.status_code == 404
    assert Answer.objects.count() == len(answers)
    assert not Dispute.objects.exists()


def test_a_name_for_a_question_deleted_meanwhile_is_not_found(
    client, learner, monkeypatch
):
    item = item_of(roll_question(), learner=learner)
    forget_meanwhile(monkeypatch)

    response = client.post(f"/attempts/{item.attempt_id}/1/enter/", {"name": "Fiji"})

    assert response.status_code == 404
    assert not Entry.objects.exists()


def test_a_question_to_try_deleted_meanwhile_is_not_found(client, monkeypatch):
    make_question()
    forget_meanwhile(monkeypatch)

    assert client.post("/try/", trial(client)).status_code == 404
