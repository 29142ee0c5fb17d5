from uuid import uuid4

import pytest

from quiz import asking, starting
from quiz.exceptions import (
    NotEnoughQuestions,
    SomebodyElses,
)
from quiz.formats.base import Shown
from quiz.models import Attempt, Item, Learner, Question
from quiz.selection import Blueprint
from tests.factories import (
    NOW,
    make_attempt,
    make_learner,
    make_question,
    make_question_set,
)

pytestmark = pytest.mark.django_db

AS_ASKED = ["stem", "explanation", "options", "solution", "version", "sources"]


def start(learner: Learner, *, length: int = 1, **fields) -> Attempt:
    defaults = {"title": "Everything", "seed": 1, "now": NOW, "token": uuid4()}
    return starting.start(
        learner, blueprint=Blueprint(length=length), **defaults | fields
    )


def test_start_stores_the_questions_as_they_stand():
    question = make_question(edited_stem="In which year?", remark="Elsewhere: 1992.")

    attempt = start(make_learner(), title="Dates", topic="relations")

    item = attempt.items.get()
    assert (attempt.title, attempt.topic, attempt.started_at) == (
        "Dates",
        "relations",
        NOW,
    )
    assert item.question == question
    assert item.stem == "In which year?"
    assert item.explanation == question.generated_explanation
    assert item.remark == "Elsewhere: 1992."
    assert item.options[item.solution]["text"] == question.options[2]["text"]
    assert sorted(item.options, key=str) == sorted(question.options, key=str)


def test_start_names_the_set_the_quiz_was_drawn_from():
    make_question()
    question_set = make_question_set()

    attempt = start(make_learner(), question_set=question_set)

    assert attempt.question_set == question_set


def test_the_same_seed_asks_the_same_with_the_same_options():
    for _ in range(6):
        make_question()

    first, again = (start(make_learner(), length=4, seed=9) for _ in range(2))

    fields = ["position", "question", "options", "solution"]
    assert list(first.items.values(*fields)) == list(again.items.values(*fields))


def test_options_move_with_the_seed_and_the_key_with_them():
    question = make_question()

    shown = [asking.as_shown(question, seed) for seed in range(40)]

    assert {one.options[one.solution]["text"] for one in shown} == {
        question.options[2]["text"]
    }
    assert {one.solution for one in shown} == {0, 1, 2, 3}


def test_ordered_options_stay_in_order():
    question = make_question(is_ordered=True)

    assert asking.as_shown(question, 5) == Shown(
        [], question.options, question.solution
    )


def test_start_refuses_a_quiz_that_cannot_be_filled_and_stores_nothing():
    make_question()

    with pytest.raises(NotEnoughQuestions):
        start(make_learner(), length=2)

    assert not Attempt.objects.exists()


def test_the_same_token_finds_the_attempt_it_started():
    for _ in range(4):
        make_question()
    learner, token = make_learner(), uuid4()

    first = start(learner, token=token, seed=1)
    again = start(learner, token=token, seed=2, length=3)

    assert again == first
    assert again.items.count() == 1
    assert Attempt.objects.count() == 1


def test_a_token_used_by_somebody_else_is_refused():
    token = make_attempt().pk

    with pytest.raises(SomebodyElses):
        start(make_learner(), token=token)


def test_a_title_too_long_for_its_column_is_cut():
    make_question()

    assert len(start(make_learner(), title="x" * 200).title) == 120


def test_editing_a_question_leaves_asked_items_as_they_were():
    attempt = make_attempt(length=1)
    before = attempt.items.values(*AS_ASKED).get()

    Question.objects.update(edited_stem="Changed?", options=[], solution=0, version=2)

    assert attempt.items.values(*AS_ASKED).get() == before


def test_a_trial_asks_the_question_as_the_home_page_shows_it():
    question = make_question()
    shown = asking.as_shown(question, asking.TRIAL_SEED)

    attempt = starting.start_trial(make_learner(), question, now=NOW, token=uuid4())

    item = attempt.items.get()
    assert (item.question, item.options, item.solution) == (
        question,
        shown.options,
        shown.solution,
    )


def test_a_trial_started_twice_is_one_attempt():
    question, learner, token = make_question(), make_learner(), uuid4()

    first, again = (
        starting.start_trial(learner, question, now=NOW, token=token) for _ in range(2)
    )

    assert first == again
    assert Item.objects.count() == 1


def test_practice_asks_what_was_missed_and_nothing_else():
    make_question()
    attempt = make_attempt(length=3, answers="+--")
    missed = {item.claim for item in attempt.wrong_items}

    practice = starting.practise(attempt, seed=1, now=NOW, token=uuid4())

    assert {item.claim for item in practice.items.all()} == missed
    assert practice.learner == attempt.learner
    assert practice.title == "Practice: A quiz"


def test_practice_of_practice_keeps_its_name():
    attempt = make_attempt(title="Practice: Treaties", answers="--")

    practice = starting.practise(attempt, seed=1, now=NOW, token=uuid4())

    assert practice.title == "Practice: Treaties"


def test_practice_does_without_questions_no_longer_in_use():
    attempt = make_attempt(length=2, answers="--")
    gone, left = attempt.items.all()
    Question.objects.filter(items=gone).update(status=Question.Status.WITHDRAWN)

    practice = starting.practise(attempt, seed=1, now=NOW, token=uuid4())

    assert practice.items.get().claim == left.claim


@pytest.mark.parametrize("answers", ["++", ""])
def test_there_is_nothing_to_practise_where_nothing_was_missed(answers):
    attempt = make_attempt(answers=answers)

    with pytest.raises(NotEnoughQuestions):
        starting.practise(attempt, seed=1, now=NOW, token=uuid4())

    assert Attempt.objects.get() == attempt


# On chosen facts


def start_on(learner: Learner, *claims: str, **fields) -> Attempt:
    defaults = {"title": "Greece", "seed": 1, "now": NOW, "token": uuid4()}
    return starting.start_on(learner, claims=claims, **defaults | fields)


def test_a_test_asks_on_its_facts_and_no_others_as_long_as_they_allow():
    pair = make_question(claim="a", claims=["a", "b"])
    single = make_question(claim="c")
    make_question(claim="b", claims=["b", "x"])
    make_question(claim="x")

    attempt = start_on(make_learner(), "a", "b", "c")

    assert {item.question for item in attempt.items.all()} == {pair, single}
    assert attempt.title == "Greece"


def test_the_same_form_starts_one_test():
    learner, token = make_learner(), uuid4()
    make_question(claim="a")

    first = start_on(learner, "a", token=token)

    assert start_on(learner, "a", token=token) == first
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize("claims", [(), ("b",)])
def test_a_test_on_nothing_that_can_be_asked_is_refused_and_leaves_no_trace(claims):
    make_question(claim="a")

    with pytest.raises(NotEnoughQuestions):
        start_on(make_learner(), *claims)

    assert not Attempt.objects.exists()
