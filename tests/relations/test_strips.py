"""Times drawn to scale: what is not known to the day is as long as it may be."""

import datetime as dt

import pytest

from relations import times
from relations.strips import POINT, Scale, overview

NINETIES = Scale(dt.date(1990, 1, 1), dt.date(1999, 12, 31), width=120)


def mark(text: str, scale: Scale = NINETIES):
    return scale.mark(times.read(text))


def test_a_day_is_a_point_where_it_was():
    day = mark("on 1 January 1995")

    assert (day.x, day.width) == (60, 0)


def test_a_year_is_as_long_as_a_year():
    year = mark("in 1994")

    assert year.x == pytest.approx(48, abs=0.1)
    assert year.width == pytest.approx(12, abs=0.1)


def test_a_month_is_shorter_than_a_year_and_can_be_seen():
    assert 0 < mark("in April 1994").width < mark("in 1994").width


def test_ten_years_fill_their_strip():
    decade = mark("in the 1990s")

    assert (decade.x, decade.width) == (0, 120)
    assert (decade.comes_from_before, decade.goes_on) == (False, False)


def test_what_is_longer_than_the_strip_runs_out_of_it_on_its_side():
    century, term = mark("in the 20th century"), mark("from 1998 to 2003")

    assert (century.comes_from_before, century.goes_on) == (True, True)
    assert (term.comes_from_before, term.goes_on) == (False, True)
    assert term.end == 120


def test_what_only_begins_goes_on():
    assert mark("since 1991").goes_on


@pytest.mark.parametrize("day", ["1 January 1990", "31 December 1999"])
def test_a_point_at_the_end_stays_whole(day):
    assert POINT <= mark(day).x <= 120 - POINT


def test_marks_that_would_touch_lie_over_each_other():
    drawn = overview(NINETIES, map(times.read, ["1992", "1992", "1998"]))

    first, second, apart = drawn.marks
    assert first.y > second.y
    assert first.y == apart.y


def test_what_lasts_lies_at_the_bottom():
    drawn = overview(NINETIES, map(times.read, ["1990", "in the 1990s"]))

    assert [mark.precision for mark in drawn.marks] == ["decade", "year"]


def test_however_much_there_is_the_picture_stays_low():
    drawn = overview(NINETIES, map(times.read, ["1992"] * 500))

    assert drawn.height < 200
    assert all(0 < mark.y < drawn.height for mark in drawn.marks)
