"""Until when an attempt may be answered, and when it tells."""

import datetime as dt

import pytest

from classroom.classes import enrolment
from classroom.models import Accommodation
from classroom.sitting import terms
from quiz.terms import FREE, Origin, Tells
from tests.classroom.factories import enrol, make_assignment, make_class, sit
from tests.factories import NOW, make_attempt, make_learner

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
MINUTE = dt.timedelta(minutes=1)


def deadline(extra=None, **fields) -> dt.datetime | None:
    learner = make_learner()
    if extra is not None:
        Accommodation.objects.create(learner=learner, extra=extra)
    sitting = sit(make_assignment(**fields), learner, now=NOW)
    return terms.of(sitting.attempt).deadline


def test_what_nobody_has_set_is_played_freely():
    assert terms.of(make_attempt()) == FREE


def test_what_a_class_was_set_leads_back_to_it_while_one_is_in_it():
    school_class = make_class(name="Class 9b")
    pupil = enrol(school_class, "Ana")
    attempt = sit(make_assignment(school_class=school_class), pupil).attempt

    assert terms.of(attempt).origin == Origin("Class 9b", school_class.page)
    assert terms.of_learner(pupil)[attempt.pk].origin == terms.of(attempt).origin
    enrolment.leave(school_class, pupil)
    assert terms.of(attempt).origin is None


def test_what_was_set_to_no_class_leads_back_to_none():
    assert terms.of(sit(make_assignment()).attempt).origin is None


def test_a_time_limit_runs_from_the_start():
    assert deadline(minutes=20) == NOW + 20 * MINUTE


@pytest.mark.parametrize(("extra", "minutes"), [(125, 25), (150, 30), (200, 40)])
def test_who_may_take_longer_has_a_later_deadline(extra, minutes):
    assert deadline(extra, minutes=20) == NOW + minutes * MINUTE


def test_who_has_no_limit_has_no_deadline():
    assert deadline(0, minutes=20, closes_at=NOW + 10 * MINUTE) is None


def test_the_closing_ends_what_is_under_way():
    assert deadline(minutes=20, closes_at=NOW + 10 * MINUTE) == NOW + 10 * MINUTE
    assert deadline(closes_at=NOW + HOUR) == NOW + HOUR


def test_time_that_one_has_more_runs_past_the_closing():
    closing = NOW + 10 * MINUTE
    assert deadline(150, minutes=20, closes_at=closing) == NOW + 30 * MINUTE


def test_more_time_given_later_holds_for_the_attempt_under_way():
    sitting = sit(make_assignment(minutes=20), now=NOW)
    learner = sitting.attempt.learner
    Accommodation.objects.create(learner=learner, extra=200)

    assert terms.of(sitting.attempt).deadline == NOW + 40 * MINUTE


def test_the_assignment_says_when_it_tells():
    closing = NOW + HOUR
    sitting = sit(make_assignment(tells="closed", closes_at=closing), now=NOW)

    found = terms.of(sitting.attempt)
    assert (found.tells, found.told_from) == (Tells.LATER, closing)
