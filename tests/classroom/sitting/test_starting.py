"""Who may sit down to an assignment, when, and how often."""

import datetime as dt
from uuid import uuid4

import pytest
from django.utils import timezone

from classroom.classes.enrolment import NameTaken
from classroom.models import Accommodation, Enrolment, Sitting
from classroom.sitting import starting
from quiz import play
from quiz.exceptions import SomebodyElses
from quiz.models import Attempt
from tests.classroom.factories import enrol, make_assignment, make_class
from tests.factories import (
    NOW,
    make_attempt,
    make_learner,
    make_question,
    make_question_set,
    right,
)

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def questions():
    for _ in range(4):
        make_question()


def start(assignment, learner=None, name="", now=NOW, token=None):
    return starting.start(
        assignment,
        learner or make_learner(),
        name=name,
        seed=1,
        now=now,
        token=token or uuid4(),
    )


def finish(sat, now=NOW):
    for item in sat.attempt.items.all():
        play.answer(item, right(item), now=now)


def test_whoever_has_the_link_starts_it_under_a_name_if_they_like():
    assignment = make_assignment()

    sat = start(assignment, name="Ana")

    assert (str(sat), sat.enrolment) == ("Ana", None)
    assert sat.attempt.items.count() == 2
    assert sat.attempt.question_set == assignment.question_set


def test_a_pupil_starts_it_as_who_they_are_in_the_class():
    school_class, learner = make_class(), make_learner()
    enrol(school_class, "Teuta", learner)

    sat = start(make_assignment(school_class=school_class), learner)

    assert (str(sat), sat.enrolment.learner) == ("Teuta", learner)


def test_who_is_not_in_the_class_joins_it_by_starting():
    school_class = make_class()
    assignment = make_assignment(school_class=school_class)

    assert str(start(assignment, name="Teuta")) == "Teuta"
    with pytest.raises(starting.NotEnrolled):
        start(assignment)
    with pytest.raises(NameTaken):
        start(assignment, name="TEUTA")
    assert Enrolment.objects.count() == Attempt.objects.count() == 1


@pytest.mark.parametrize(
    ("refused", "fields"),
    [
        (starting.NotOpenYet, {"opens_at": NOW + HOUR}),
        (starting.Closed, {"closes_at": NOW}),
    ],
)
def test_it_starts_between_its_opening_and_its_closing_alone(refused, fields):
    with pytest.raises(refused):
        start(make_assignment(**fields))

    assert Attempt.objects.count() == 0


def test_a_draft_cannot_be_started():
    with pytest.raises(starting.NotReady):
        start(make_assignment(question_set=make_question_set(status="draft")))


def test_nothing_starts_in_a_class_that_is_over():
    school_class = make_class(archived_at=NOW)

    with pytest.raises(starting.Archived):
        start(make_assignment(school_class=school_class), name="Teuta")


def test_what_is_under_way_is_gone_on_with_even_once_closed():
    assignment, learner = make_assignment(minutes=20, closes_at=NOW + HOUR), None
    learner = make_learner()
    first = start(assignment, learner)

    assert start(assignment, learner, now=NOW + MINUTE) == first
    Accommodation.objects.create(learner=learner, extra=0)
    assert start(assignment, learner, now=NOW + 2 * HOUR) == first
    assert Sitting.objects.count() == 1


def test_there_are_as_many_attempts_as_are_allowed():
    assignment, learner = make_assignment(attempts_allowed=2), make_learner()
    first = start(assignment, learner)
    finish(first)
    second = start(assignment, learner)
    finish(second)

    assert first != second
    with pytest.raises(starting.NoAttemptsLeft):
        start(assignment, learner)
    start(assignment)  # somebody else's are not counted


def test_an_attempt_whose_time_is_up_is_used_up():
    assignment = make_assignment(minutes=20, attempts_allowed=1)
    learner = make_learner()
    start(assignment, learner)

    with pytest.raises(starting.NoAttemptsLeft):
        start(assignment, learner, now=NOW + 20 * MINUTE)


def test_one_paper_for_all_asks_everybody_the_same():
    made = make_question_set(papers="same", shuffles_questions=False)
    assignment = make_assignment(question_set=made)

    first, second = start(assignment), start(assignment)
    assert first.attempt.paper
    assert first.attempt.paper == second.attempt.paper
    asked = [list(one.attempt.items.values_list("question")) for one in (first, second)]
    assert asked[0] == asked[1]


def test_parallel_papers_are_given_out_by_turns():
    made = make_question_set(papers="parallel", paper_count=2)
    assignment = make_assignment(question_set=made)

    letters = {start(assignment).attempt.paper.letter for _ in range(2)}
    assert letters == {"A", "B"}


def test_a_quiz_played_elsewhere_is_no_attempt_at_it(learner):
    """The token of one's own best quiz would bring its score along."""
    played = make_attempt(learner=learner)

    with pytest.raises(SomebodyElses):
        start(make_assignment(), learner, token=played.pk)

    assert Sitting.objects.count() == 0


def test_an_attempt_at_one_assignment_is_none_at_another(learner):
    first = start(make_assignment(), learner)

    with pytest.raises(SomebodyElses):
        start(make_assignment(), learner, token=first.attempt_id)


def test_a_form_that_comes_again_once_all_is_answered_starts_nothing_anew(learner):
    assignment, token = make_assignment(), uuid4()
    first = start(assignment, learner, token=token)
    finish(first)

    assert start(assignment, learner, token=token) == first


def test_deleting_everything_makes_no_attempt_undone_before_it_has_closed(
    client, learner
):
    """Or one would see what was right, and begin afresh."""
    closing = timezone.now() + HOUR
    counted = start(make_assignment(attempts_allowed=1, closes_at=closing), learner)
    start(make_assignment(), learner)

    assert "(1 quiz)" in client.get("/progress/forget/").content.decode()
    page = client.post("/progress/forget/", follow=True)
    assert "has not closed yet" in page.content.decode()
    assert [*Attempt.objects.all()] == [counted.attempt]

    counted.assignment.closes_at = timezone.now()
    counted.assignment.save()
    client.post("/progress/forget/")
    assert not Attempt.objects.exists()
