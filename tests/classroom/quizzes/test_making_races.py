"""One form twice at once: a teacher makes one quiz, and gives it out once."""

from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from django.db import connection

from classroom.models import Assignment
from classroom.quizzes import gaps, making
from quiz.models import QuestionSet
from tests.classroom.factories import make_class, make_fact
from tests.factories import NOW, make_question, make_question_set, make_teacher

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(make):
    def one(_):
        try:
            return make()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as both:
        return list(both.map(one, range(2)))


def test_two_presses_at_once_make_one_quiz():
    for _ in range(4):
        make_question()
    teacher, token = make_teacher(), uuid4()

    made = at_once(
        lambda: making.make(
            QuestionSet(title="Treaties", length=2, papers="same"),
            Assignment(),
            owner=teacher,
            seed=1,
            now=NOW,
            token=token,
        )
    )

    assert made[0] == made[1] == Assignment.objects.get()
    assert QuestionSet.objects.get() == made[0].question_set


def test_two_presses_at_once_give_it_out_once():
    teacher, token = make_teacher(), uuid4()
    own_set = make_question_set(owner=teacher)

    made = at_once(
        lambda: making.assign_again(own_set, None, owner=teacher, token=token)
    )

    assert made[0] == made[1] == Assignment.objects.get()


def test_two_presses_at_once_assign_the_gaps_once():
    teacher, token = make_teacher(), uuid4()
    school_class = make_class(teacher)
    make_fact("new")

    made = at_once(
        lambda: gaps.assign(
            school_class,
            by=teacher,
            topic="",
            length=5,
            seed=1,
            now=NOW,
            token=token,
        )
    )

    assert made[0] == made[1] == Assignment.objects.get()
    assert QuestionSet.objects.get() == made[0].question_set
