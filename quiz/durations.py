"""Lengths of time in words."""

import datetime as dt


def in_words(duration: dt.timedelta) -> str:
    """As a clock would be read out: "1 h 4 min", "4 min 10 s", "50 s"."""
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min {seconds} s" if minutes else f"{seconds} s"
