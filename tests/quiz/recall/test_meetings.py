import datetime as dt

import pytest

from quiz.recall import meetings

MONDAY = dt.date(2025, 6, 2)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "on Wednesday"),
        (6, "on Sunday"),
        (7, "on 9 June"),
        (212, "on 31 December"),
        (213, "on 1 January 2026"),
    ],
)
def test_a_day_is_called_as_one_would_call_it(days, said):
    assert meetings.in_words(MONDAY + dt.timedelta(days), MONDAY) == said
