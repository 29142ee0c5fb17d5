import datetime as dt
from uuid import uuid4

import pytest
from django.db import IntegrityError

from classroom.models import Assignment
from classroom.quizzes import making
from quiz.exceptions import SomebodyElses
from quiz.models import QuestionSet
from quiz.sets import papers
from tests.classroom.factories import make_assignment, make_class, sit
from tests.factories import (
    NOW,
    make_attempt,
    make_country,
    make_question,
    make_question_set,
    make_teacher,
)

pytestmark = pytest.mark.django_db


def make(teacher, token=None, **fields):
    for _ in range(8):
        make_question()
    return making.make(
        QuestionSet(**{"title": "Treaties", "length": 3} | fields),
        Assignment(),
        owner=teacher,
        seed=1,
        now=NOW,
        token=token or uuid4(),
    )


def assign_again(question_set, school_class=None, *, owner, token=None):
    return making.assign_again(
        question_set, school_class, owner=owner, token=token or uuid4()
    )


def change(question_set, **kwargs):
    how = {"asks_anew": True, "seed": 2, "now": NOW} | kwargs
    making.change(question_set, **how)


def on(question_set):
    [paper] = question_set.made_papers.all()
    return [question.pk for question in papers.questions(paper)]


def test_what_is_made_can_be_played_at_once_and_is_its_makers():
    teacher = make_teacher()

    given = make(teacher)

    assert given.owner == given.question_set.owner == teacher
    assert given.question_set.status == "published"
    assert given.is_open(NOW)
    assert not given.question_set.made_papers.exists()


def test_papers_are_made_with_the_set():
    given = make(make_teacher(), papers="parallel", paper_count=2)

    letters = [paper.letter for paper in given.question_set.made_papers.all()]
    assert letters == ["A", "B"]


def test_countries_come_along():
    country = make_country()
    made = QuestionSet(title="Neighbours", length=1)

    making.make(
        made,
        Assignment(),
        countries=[country],
        owner=make_teacher(),
        seed=1,
        now=NOW,
        token=uuid4(),
    )

    assert list(made.countries.all()) == [country]


def test_a_paper_nobody_has_played_follows_what_is_asked():
    question_set = make(make_teacher(), papers="same").question_set
    assert len(on(question_set)) == 3

    question_set.length = 5
    change(question_set)
    assert len(on(question_set)) == 5

    question_set.papers = "drawn"
    change(question_set)
    assert not question_set.made_papers.exists()


def test_a_new_title_leaves_the_paper_as_it_is():
    question_set = make(make_teacher(), papers="same").question_set
    before = question_set.made_papers.get()

    question_set.title = "Older treaties"
    change(question_set, asks_anew=False)

    assert question_set.made_papers.get() == before


def test_a_paper_somebody_has_played_stays():
    question_set = make(make_teacher(), papers="same").question_set
    paper, before = question_set.made_papers.get(), on(question_set)
    attempt = make_attempt(question_set=question_set, paper=paper)
    asked = [item.question_id for item in attempt.items.all()]

    question_set.length = 5
    change(question_set)

    assert on(question_set) == before
    assert [item.question_id for item in attempt.items.all()] == asked


def test_one_more_class_is_given_it_on_the_terms_of_the_last_time():
    teacher, closes = make_teacher(), NOW + dt.timedelta(days=3)
    school_class = make_class(teacher)
    first = make_assignment(owner=teacher, minutes=20, tells="closed", closes_at=closes)

    second = assign_again(first.question_set, school_class, owner=teacher)

    assert second.code != first.code
    assert (second.school_class, second.minutes) == (school_class, 20)
    assert (second.tells, second.closes_at) == ("closed", closes)


def test_what_was_given_to_nobody_yet_is_given_on_the_gentlest_terms():
    teacher = make_teacher()

    given = assign_again(make_question_set(owner=teacher), None, owner=teacher)

    assert (given.minutes, given.tells, given.school_class) == (None, "each", None)
    assert sit(given).assignment == given


def test_a_form_sent_again_finds_what_it_has_made():
    teacher, token = make_teacher(), uuid4()

    first = make(teacher, token, papers="same")
    again = make(teacher, token, title="Otherwise")

    assert again == first
    assert QuestionSet.objects.get().title == "Treaties"


def test_a_form_that_gives_a_set_out_does_so_once_and_another_does_again():
    teacher, token = make_teacher(), uuid4()
    own_set = make_question_set(owner=teacher)

    first = assign_again(own_set, owner=teacher, token=token)
    again = assign_again(own_set, owner=teacher, token=token)
    other = assign_again(own_set, owner=teacher)

    assert again == first
    assert {*Assignment.objects.all()} == {first, other}


def test_the_token_of_somebody_elses_form_is_refused():
    token = uuid4()
    make(make_teacher(), token)

    with pytest.raises(SomebodyElses):
        make(make_teacher(), token)

    assert QuestionSet.objects.count() == 1


def test_the_database_keeps_a_token_to_one_assignment():
    token = uuid4()
    make_assignment(token=token)

    with pytest.raises(IntegrityError):
        make_assignment(token=token)


def test_terms_are_those_of_the_last_time_that_the_teacher_still_sees():
    teacher = make_teacher()
    left = make_class(make_teacher())
    first = make_assignment(owner=teacher, minutes=20)
    make_assignment(
        owner=teacher, question_set=first.question_set, school_class=left, minutes=5
    )

    assert assign_again(first.question_set, owner=teacher).minutes == 20
