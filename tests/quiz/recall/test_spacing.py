"""Memory by FSRS: intervals, fading, and which answer counts as which grade."""

import datetime as dt

import pytest

from quiz.recall import spacing
from quiz.recall.spacing import AGAIN, GOOD, HARD

MONDAY = dt.date(2025, 6, 2)


def days(*ratings: int) -> list[int]:
    """The intervals a side gets that is reviewed each time on the day it is due."""
    trace, on, intervals = None, MONDAY, []
    for rating in ratings:
        trace = spacing.after(trace, rating, on)
        intervals.append(trace.interval)
        on = trace.due_on
    return intervals


def test_what_is_always_recalled_comes_back_ever_later():
    assert days(GOOD, GOOD, GOOD, GOOD, GOOD) == [2, 11, 46, 163, 365]


def test_what_was_forgotten_comes_back_tomorrow_and_sooner_than_before():
    assert days(AGAIN) == [1]
    assert days(GOOD, GOOD, GOOD, AGAIN)[-1] < 11


def test_a_hard_first_answer_comes_back_sooner_than_a_good_one():
    assert days(HARD) == [1]


def test_nothing_waits_longer_than_a_year():
    assert max(days(*[GOOD] * 12)) == 365


def test_recall_is_whole_at_first_nine_in_ten_when_due_and_falls_on():
    trace = spacing.after(spacing.after(None, GOOD, MONDAY), GOOD, MONDAY)
    falling = [spacing.recall(trace, MONDAY + dt.timedelta(n)) for n in range(60)]

    assert falling[0] == 1
    assert falling == sorted(falling, reverse=True)
    due = spacing.recall(trace, trace.due_on)
    assert due == pytest.approx(spacing.RETENTION, abs=0.03)


def test_what_was_never_reviewed_has_no_recall():
    assert spacing.recall(None, MONDAY) is None


def test_tomorrow_is_another_day_however_few_hours_lie_between():
    trace = spacing.after(None, GOOD, MONDAY)

    assert spacing.after(trace, GOOD, MONDAY + dt.timedelta(1)).stability > (
        trace.stability
    )


@pytest.mark.parametrize("known", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("is_sure", [True, False, None])
def test_a_wrong_answer_is_never_a_pass(known, is_sure):
    given = spacing.rating(is_right=False, known=known, chance=0.25, is_sure=is_sure)

    assert given == AGAIN


@pytest.mark.parametrize(
    ("known", "chance", "is_sure", "expected"),
    [
        (0.0, 0.0, None, GOOD),  # typed: nothing could be guessed
        (0.5, 0.25, None, GOOD),  # .5 / .625 is just .8
        (0.49, 0.25, None, HARD),
        (0.5, 1 / 3, None, HARD),
        (0.5, 1 / 3, True, GOOD),
        (0.5, 1 / 3, False, HARD),
        (0.9, 1 / 3, None, GOOD),
    ],
)
def test_a_right_answer_counts_as_good_unless_it_may_well_be_a_guess(
    known, chance, is_sure, expected
):
    given = spacing.rating(is_right=True, known=known, chance=chance, is_sure=is_sure)

    assert given == expected


def test_asking_something_helps_most_where_it_is_half_forgotten():
    fresh = spacing.after(None, GOOD, MONDAY)
    exam = MONDAY + dt.timedelta(days=60)

    def gain(waited: int) -> float:
        on = MONDAY + dt.timedelta(days=waited)
        return spacing.once_asked(fresh, on, by=exam) - spacing.recall(fresh, exam)

    assert 0 < gain(1) < gain(10)


def test_what_was_never_asked_counts_as_learnt_from_the_feedback():
    exam = MONDAY + dt.timedelta(days=10)
    learnt = spacing.after(None, AGAIN, MONDAY)

    assert spacing.once_asked(None, MONDAY, by=exam) == spacing.recall(learnt, exam)


def test_once_asked_it_is_right_or_learnt_again_as_likely_as_it_is_recalled():
    trace = spacing.after(None, GOOD, MONDAY)
    on, exam = MONDAY + dt.timedelta(days=5), MONDAY + dt.timedelta(days=30)
    known = spacing.recall(trace, on)
    right, wrong = (
        spacing.recall(spacing.after(trace, grade, on), exam) for grade in (GOOD, AGAIN)
    )

    assert spacing.once_asked(trace, on, by=exam) == pytest.approx(
        known * right + (1 - known) * wrong
    )
