import datetime as dt

from django.utils.formats import date_format


def test_afternoons_are_told_by_twenty_four_hours():
    lesson = dt.datetime(2026, 11, 28, 13, 5)

    assert date_format(lesson, "DATETIME_FORMAT") == "28 Nov 2026, 13:05"
    assert date_format(lesson, "TIME_FORMAT") == "13:05"
