"""What a class has yet to learn, and a quiz on it."""

import datetime as dt
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from classroom.models import Assignment
from classroom.quizzes import gaps
from classroom.quizzes.gaps import NoGaps
from classroom.results import coverage
from quiz.models import QuestionSet
from tests.classroom.factories import enrol, know, make_class, make_fact
from tests.factories import NOW, make_teacher

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
LATER, EARLIER = TODAY + dt.timedelta(9), TODAY - dt.timedelta(1)


def assign(school_class, *, length=2, topic="", by=None, token=None):
    return gaps.assign(
        school_class,
        by=by or make_teacher(),
        topic=topic,
        length=length,
        seed=1,
        now=NOW,
        token=token or uuid4(),
    )


def test_a_fact_is_known_to_a_class_once_half_of_it_knows_it():
    school_class = make_class()
    facts = [
        make_fact(claim) for claim in ("by-all", "by-half", "by-one", "faded", "new")
    ]
    for name in ("Ana", "Besa", "Cyme", "Dea"):
        learner = enrol(school_class, name)
        known = facts[: {"Ana": 3, "Besa": 2}.get(name, 1)]
        for claim in known:
            know(learner, claim, on=TODAY, due_on=LATER)
        know(learner, "faded", on=EARLIER, due_on=EARLIER)

    whole = coverage.of(school_class, TODAY).whole

    assert (whole.known, whole.asked, whole.never) == (2, 2, 1)


def test_what_was_never_asked_comes_before_what_is_not_known():
    school_class = make_class()
    for claim in ("asked", "known", "never"):
        make_fact(claim)
    know(enrol(school_class, "Ana"), "known", on=TODAY, due_on=LATER)
    know(enrol(school_class, "Besa"), "known", on=TODAY, due_on=LATER)
    know(enrol(school_class, "Cyme"), "asked", on=TODAY, due_on=LATER)

    assert coverage.of(school_class, TODAY).gaps() == ["never", "asked"]


def test_other_classes_do_not_count():
    make_fact("a")
    school_class = make_class()
    enrol(school_class, "Ana")
    know(enrol(make_class(), "Besa"), "a", on=TODAY, due_on=LATER)

    assert coverage.of(school_class, TODAY).whole.never == 1


def test_a_large_class_is_covered_in_as_many_queries_as_a_small_one():
    make_fact("a")
    counts = []
    for size in (2, 20):
        school_class = make_class()
        for number in range(size):
            know(enrol(school_class, f"P{number} x"), "a", on=TODAY, due_on=LATER)
        with CaptureQueriesContext(connection) as captured:
            coverage.of(school_class, TODAY)
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_the_gaps_become_one_paper_that_is_published_and_set():
    teacher, school_class = make_teacher(), make_class()
    for claim in ("known", "new-1", "new-2"):
        make_fact(claim)
    know(enrol(school_class, "Ana"), "known", on=TODAY, due_on=LATER)

    made = assign(school_class, by=teacher)

    asked = made.question_set
    assert {question.claim for question in asked.pinned.all()} == {"new-1", "new-2"}
    assert (asked.length, asked.papers, asked.status) == (2, "same", "published")
    assert (asked.owner, made.owner, made.school_class) == (
        teacher,
        teacher,
        school_class,
    )
    assert asked.title == "What Class 9b has yet to learn, 1 June 2025"


def test_fewer_gaps_make_a_shorter_quiz():
    make_fact("only")

    assert assign(make_class(), length=10).question_set.length == 1


def test_gaps_of_one_topic_only():
    make_fact("a")

    with pytest.raises(NoGaps):
        assign(make_class(), topic="people")


def test_where_all_is_known_nothing_is_made():
    school_class = make_class()
    know(enrol(school_class, "Ana"), make_fact("a"), on=TODAY, due_on=LATER)

    with pytest.raises(NoGaps):
        assign(school_class)
    assert not Assignment.objects.exists()
    assert not QuestionSet.objects.exists()


def test_the_form_sent_again_makes_no_second_quiz():
    teacher, school_class, token = make_teacher(), make_class(), uuid4()
    make_fact("new")

    first = assign(school_class, by=teacher, token=token)

    assert assign(school_class, by=teacher, token=token) == first
    assert QuestionSet.objects.get() == first.question_set
