"""A pupil's mark: which attempts count, and when they do."""

import datetime as dt
from uuid import uuid4

import pytest

from classroom.results import marks
from classroom.results.marks import Sat
from tests.factories import NOW

HOUR = dt.timedelta(hours=1)


def sat(score, *, length=4, answered=4, deadline=None, hours=0):
    begun = NOW + hours * HOUR
    return Sat(
        pk=hours,
        attempt=uuid4(),
        learner=uuid4(),
        name="Ana",
        paper="",
        started_at=begun,
        last_answer_at=begun + dt.timedelta(minutes=4) if answered else None,
        length=length,
        answered=answered,
        score=score,
        deadline=deadline,
    )


def mark(sats, counts, now=NOW + 9 * HOUR):
    return marks.mark(marks.counted(sats, counts, now))


@pytest.mark.parametrize(
    ("counts", "share"),
    [("first", 0.5), ("best", 1.0), ("last", 0.25), ("average", 7 / 12)],
)
def test_the_assignment_says_which_attempts_make_up_the_mark(counts, share):
    tries = [sat(2), sat(4, hours=1), sat(1, hours=2)]

    assert mark(tries, counts) == pytest.approx(share)


def test_what_is_under_way_does_not_count_yet():
    tries = [sat(2, answered=3)]

    for counts in marks.Counts.values:
        assert mark(tries, counts) is None


def test_nobody_gets_another_first_attempt_by_not_finishing_one():
    tries = [sat(0, answered=1), sat(4, hours=1)]

    assert mark(tries, "first") is None
    assert mark(tries, "best") == 1


def test_once_time_is_up_what_is_open_is_worth_nothing():
    late = sat(2, answered=2, deadline=NOW + HOUR)

    assert mark([late], "first", NOW + HOUR) is None
    assert mark([late], "first", NOW + HOUR + marks.GRACE) == 0.5


def test_a_mark_is_rounded_half_up():
    assert [marks.percent(share) for share in (0.125, 0.124, 2 / 3, 1)] == [
        13,
        12,
        67,
        100,
    ]


def test_time_is_from_the_start_to_the_last_answer():
    assert sat(1).took_in_words == "4 min 0 s"
    assert sat(0, answered=0).took_in_words == ""
