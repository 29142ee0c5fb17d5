"""The board of a class: facts known, and nothing else."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from classroom.classes import board
from tests.classroom.factories import enrol, know, make_class, make_fact
from tests.factories import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
LATER, EARLIER = TODAY + dt.timedelta(9), TODAY - dt.timedelta(1)


def lines(school_class, own=None):
    return [
        (row.place, row.pseudonym, row.known)
        for row in board.rows(school_class, own, TODAY)
    ]


def test_who_knows_more_stands_higher_and_equals_share_a_place():
    school_class = make_class()
    claims = [make_fact(claim) for claim in ("a", "b", "c")]
    for name, count in (("Ana", 1), ("Besnik", 3), ("Cyme", 1), ("Dea", 0), ("Era", 2)):
        learner = enrol(school_class, name)
        for claim in claims[:count]:
            know(learner, claim, on=TODAY, due_on=LATER)

    assert lines(school_class) == [
        (1, "Besnik", 3),
        (2, "Era", 2),
        (3, "Ana", 1),
        (3, "Cyme", 1),
        (None, "Dea", 0),
    ]


def test_what_is_past_its_day_does_not_count():
    school_class, claim = make_class(), make_fact("a")
    know(enrol(school_class, "Ana"), claim, on=EARLIER, due_on=EARLIER)

    assert lines(school_class) == [(None, "Ana", 0)]


def test_other_classes_are_not_on_it():
    school_class = make_class()
    enrol(school_class, "Ana")
    enrol(make_class(), "Besnik")

    assert lines(school_class) == [(None, "Ana", 0)]


def test_ones_own_line_is_marked():
    school_class = make_class()
    own = enrol(school_class, "Ana")
    enrol(school_class, "Besnik")

    found = {row.pseudonym: row.is_own for row in board.rows(school_class, own, TODAY)}

    assert found == {"Ana": True, "Besnik": False}


def test_a_large_class_is_read_as_fast_as_a_small_one():
    counts = []
    for size in (2, 20):
        school_class, claim = make_class(), make_fact(f"fact-of-{size}")
        for number in range(size):
            learner = enrol(school_class, f"Pupil {number}")
            know(learner, claim, on=TODAY, due_on=LATER)
        with CaptureQueriesContext(connection) as captured:
            board.rows(school_class, None, TODAY)
        counts.append(len(captured))

    assert counts[0] == counts[1]
