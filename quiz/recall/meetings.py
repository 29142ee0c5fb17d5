"""When something comes back, in words."""

import datetime as dt

from django.utils.formats import date_format

WEEK = 7  # days, within which a weekday is enough


def in_words(day: dt.date, today: dt.date) -> str:
    """ "tomorrow", "on Thursday", "on 3 March", "on 3 March 2027"; "today" if past."""
    ahead = (day - today).days
    if ahead <= 0:
        return "today"
    if ahead == 1:
        return "tomorrow"
    if ahead < WEEK:
        return f"on {date_format(day, 'l')}"
    return f"on {date_format(day, 'j F' if day.year == today.year else 'j F Y')}"
