"""What a day holds for a learner, and the session that comes of it."""

import datetime as dt
from uuid import uuid4

import pytest

from quiz import starting
from quiz.exceptions import NotEnoughQuestions
from quiz.models import Memory, Question
from quiz.review import reviewing
from quiz.review.reviewing import Outlook
from tests.factories import NOW, make_attempt, make_learner, make_question
from tests.quiz.remembering import KOSOVO, TODAY, days, memory

pytestmark = pytest.mark.django_db


def question(claim="kosovo", side="when.year", **fields) -> Question:
    return make_question(claim=claim, sides=[[claim, side]], **fields)


def remember(learner, *memories) -> None:
    for own in memories:
        own.learner = learner
        own.save()


def outlook(learner=None) -> Outlook:
    return reviewing.outlook(learner, TODAY)


def test_nobody_has_met_anything_yet():
    assert not outlook().has_met
    assert not outlook(make_learner()).has_met


def test_what_is_due_is_told_in_minutes():
    learner = make_learner()
    for n in range(9):
        question(f"fact-{n}")
        remember(learner, memory(key=(f"fact-{n}", "when.year"), due=-n))

    found = outlook(learner)

    assert (found.minutes, found.best, found.has_new) == (3, 5, False)
    assert found.next_on is None


@pytest.mark.parametrize(
    ("minutes", "best", "is_full"),
    [(1, 5, False), (5, 5, False), (7, 10, False), (12, 20, False), (21, 10, True)],
)
def test_a_session_is_proposed_that_holds_what_is_due_but_never_the_longest_of_too_much(
    minutes, best, is_full
):
    found = Outlook(has_met=True, minutes=minutes, has_new=True, next_on=None)

    assert (found.best, found.is_full) == (best, is_full)


def test_if_nothing_is_due_it_is_told_when_the_next_comes():
    learner = make_learner()
    for name, due in {"a": 9, "b": 4}.items():
        question(name)
        remember(learner, memory(key=(name, "when.year"), due=due))
    remember(learner, memory(key=("no-longer-asked", "when.year"), due=1))

    found = outlook(learner)

    assert (found.minutes, found.next_on) == (0, days(4))


def test_what_the_day_has_met_comes_back_tomorrow_at_the_earliest():
    learner = make_learner()
    asked = question()
    make_attempt(learner=learner, questions=[asked], answers="-")
    Memory.objects.update(due_on=TODAY)

    found = outlook(learner)

    assert (found.minutes, found.next_on) == (0, days(1))


def test_there_is_something_new_until_all_was_met():
    learner = make_learner()
    question()
    remember(learner, memory(due=3))
    assert not outlook(learner).has_new

    question("serbia")
    assert outlook(learner).has_new


@pytest.mark.parametrize("count", [2, 20])
def test_the_outlook_reads_the_same_however_much_is_remembered(
    count, django_assert_num_queries
):
    learner = make_learner()
    for n in range(count):
        question(f"fact-{n}")
        remember(learner, memory(key=(f"fact-{n}", "when.year")))

    # Memories, skills, what today has met, how many questions, which, how hard.
    with django_assert_num_queries(6):
        outlook(learner)


def test_of_very_many_questions_those_on_what_was_met_are_read(monkeypatch):
    monkeypatch.setattr("quiz.choosing.lots.LARGE", 10)
    monkeypatch.setattr("quiz.choosing.lots.TAKEN", 1)
    monkeypatch.setattr("quiz.choosing.lots.FEWEST", 1)
    learner = make_learner()
    for n in range(60):
        question(f"fact-{n}", lot=n * 2**31 // 60)
    question(lot=2**31 - 1)
    remember(learner, memory())

    for seed in range(5):
        shelf, _ = reviewing.read(learner, TODAY, seed=seed, minutes=5)
        assert KOSOVO in shelf
        assert len(shelf) < 40


# Playing it


def review(learner, *, minutes=5, now=NOW, token=None):
    return starting.review(
        learner, minutes=minutes, seed=1, now=now, token=token or uuid4()
    )


def test_a_review_is_a_quiz_like_any_other():
    learner = make_learner()
    chosen, typed = question(), question(format="date", solution="1993")
    remember(learner, memory(last_format="choice", stability=9.0))

    attempt = review(learner)

    assert (attempt.title, attempt.learner, attempt.topic) == ("Review", learner, "")
    assert [item.question for item in attempt.items.all()] == [typed]
    assert chosen.format == "choice"


def test_a_review_sent_twice_is_started_once():
    learner, token = make_learner(), uuid4()
    question()
    remember(learner, memory())

    assert review(learner, token=token) == review(learner, token=token)


def test_a_review_of_nothing_is_refused_and_leaves_nothing():
    learner = make_learner()

    with pytest.raises(NotEnoughQuestions):
        review(learner)

    assert not learner.attempts.exists()


def test_forgetting_brings_a_fact_back_in_another_form_the_next_day():
    learner = make_learner()
    first = question()
    other = question(format="date", solution="1993")
    make_attempt(learner=learner, questions=[first], answers="-")

    with pytest.raises(NotEnoughQuestions):
        review(learner)
    tomorrow = review(learner, now=NOW + dt.timedelta(days=1))

    assert [item.question for item in tomorrow.items.all()] == [other]
