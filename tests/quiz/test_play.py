from uuid import uuid4

import pytest

from quiz import play
from quiz.exceptions import (
    AlreadyAnswered,
    NoSuchOption,
    NotEnoughQuestions,
    OutOfTurn,
    SomebodyElses,
)
from quiz.formats.base import Shown
from quiz.models import Answer, Attempt, Item, Learner, Question
from quiz.selection import Blueprint
from tests.factories import (
    NOW,
    make_attempt,
    make_learner,
    make_question,
    make_question_set,
    right,
)

pytestmark = pytest.mark.django_db

AS_ASKED = ["stem", "explanation", "options", "solution", "version", "sources"]


def start(learner: Learner, *, length: int = 1, **fields) -> Attempt:
    defaults = {"title": "Everything", "seed": 1, "now": NOW, "token": uuid4()}
    return play.start(learner, blueprint=Blueprint(length=length), **defaults | fields)


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

    shown = [play.as_shown(question, seed) for seed in range(40)]

    assert {one.options[one.solution]["text"] for one in shown} == {
        question.options[2]["text"]
    }
    assert {one.solution for one in shown} == {0, 1, 2, 3}


def test_ordered_options_stay_in_order():
    question = make_question(is_ordered=True)

    assert play.as_shown(question, 5) == Shown([], question.options, question.solution)


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


def test_an_answer_is_stored_with_its_time():
    item = make_attempt().items.first()

    play.answer(item, 3, now=NOW)

    stored = Answer.objects.get()
    assert (stored.item, stored.given, stored.answered_at) == (item, 3, NOW)


def test_a_second_answer_is_refused_and_the_first_kept():
    item = make_attempt().items.first()
    play.answer(item, 0, now=NOW)

    with pytest.raises(AlreadyAnswered):
        play.answer(item, 1, now=NOW)

    assert Answer.objects.get().given == 0


@pytest.mark.parametrize("choice", [-1, 4])
def test_an_option_the_question_does_not_have_is_refused(choice):
    item = make_attempt().items.first()

    with pytest.raises(NoSuchOption):
        play.answer(item, choice, now=NOW)

    assert not Answer.objects.exists()


def test_a_question_is_not_answered_before_an_earlier_one():
    _, second = make_attempt(length=2).items.all()

    with pytest.raises(OutOfTurn):
        play.answer(second, 0, now=NOW)

    assert not Answer.objects.exists()


def test_score_length_and_what_is_answered_are_counted_from_answers():
    attempt = make_attempt(length=3, answers="+-")

    scored = Attempt.objects.with_score().get(pk=attempt.pk)

    assert (scored.score, scored.answered, scored.length) == (1, 2, 3)
    assert scored.last_answer_at == NOW


def test_attempts_are_finished_with_their_last_answer():
    done, under_way = make_attempt(answers="+-"), make_attempt(answers="+")

    assert list(Attempt.objects.finished()) == [done]
    assert list(Attempt.objects.unfinished()) == [under_way]


def test_a_trial_asks_the_question_as_the_home_page_shows_it():
    question = make_question()
    shown = play.as_shown(question, play.TRIAL_SEED)

    attempt = play.start_trial(make_learner(), question, now=NOW, token=uuid4())

    item = attempt.items.get()
    assert (item.question, item.options, item.solution) == (
        question,
        shown.options,
        shown.solution,
    )


def test_a_trial_started_twice_is_one_attempt():
    question, learner, token = make_question(), make_learner(), uuid4()

    first, again = (
        play.start_trial(learner, question, now=NOW, token=token) for _ in range(2)
    )

    assert first == again
    assert Item.objects.count() == 1


def test_practice_asks_what_was_missed_and_nothing_else():
    make_question()
    attempt = make_attempt(length=3, answers="+--")
    missed = {item.claim for item in attempt.wrong_items}

    practice = play.practise(attempt, seed=1, now=NOW, token=uuid4())

    assert {item.claim for item in practice.items.all()} == missed
    assert practice.learner == attempt.learner
    assert practice.title == "Practice: A quiz"


def test_practice_of_practice_keeps_its_name():
    attempt = make_attempt(title="Practice: Treaties", answers="--")

    practice = play.practise(attempt, seed=1, now=NOW, token=uuid4())

    assert practice.title == "Practice: Treaties"


def test_practice_does_without_questions_no_longer_in_use():
    attempt = make_attempt(length=2, answers="--")
    gone, left = attempt.items.all()
    Question.objects.filter(items=gone).update(status=Question.Status.WITHDRAWN)

    practice = play.practise(attempt, seed=1, now=NOW, token=uuid4())

    assert practice.items.get().claim == left.claim


@pytest.mark.parametrize("answers", ["++", ""])
def test_there_is_nothing_to_practise_where_nothing_was_missed(answers):
    attempt = make_attempt(answers=answers)

    with pytest.raises(NotEnoughQuestions):
        play.practise(attempt, seed=1, now=NOW, token=uuid4())

    assert Attempt.objects.get() == attempt


@pytest.mark.parametrize("length", [2, 10])
def test_starting_and_answering_take_the_same_queries_however_long_the_quiz(
    length, django_assert_num_queries
):
    for _ in range(10):
        make_question()
    learner = make_learner()

    with django_assert_num_queries(
        10
    ):  # find, make, count, draw, fetch, store; 2 × 2 savepoints
        attempt = start(learner, length=length)
    item = attempt.items.first()
    # earlier, answered?, terms, find, make; then of its memory: learner, memories, skill, parts, told, the
    # answer before, keep, met before, skill, 1 + 3 parts, log; 2 × 2 savepoints
    with django_assert_num_queries(23):
        play.answer(item, right(item), now=NOW)


# On chosen facts


def start_on(learner: Learner, *claims: str, **fields) -> Attempt:
    defaults = {"title": "Greece", "seed": 1, "now": NOW, "token": uuid4()}
    return play.start_on(learner, claims=claims, **defaults | fields)


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
