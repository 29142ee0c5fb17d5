import pytest

from quiz import play
from quiz.exceptions import (
    AlreadyAnswered,
    NoSuchOption,
    OutOfTurn,
)
from quiz.models import Answer, Attempt
from tests.factories import (
    NOW,
    make_attempt,
    make_learner,
    make_question,
    right,
)
from tests.quiz.test_starting import start

pytestmark = pytest.mark.django_db


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
    # earlier, answered, terms, learner, item, find, make; then of its memory: memories,
    # skill, parts, told, the answer before, keep, met before, skill, 1 + 3 parts, log;
    # 2 × 2 savepoints; then whether the question was corrected since
    with django_assert_num_queries(25):
        play.answer(item, right(item), now=NOW)
