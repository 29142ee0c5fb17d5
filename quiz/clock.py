"""The time left, in words and for a page that counts it down; values only."""

import datetime as dt
from dataclasses import dataclass

MINUTE = dt.timedelta(minutes=1)
SHORT = 5 * MINUTE  # from which on it is time to be told
LONG = 120 * MINUTE  # beyond which minutes tell less than the day and the hour


@dataclass(frozen=True)
class Clock:
    """Until when one may answer, as seen at a moment."""

    until: dt.datetime
    now: dt.datetime

    @property
    def left(self) -> dt.timedelta:
        return max(self.until - self.now, dt.timedelta())

    @property
    def seconds(self) -> int:
        """Rounded up, so that a page which counts them down is never early."""
        return -(-self.left // dt.timedelta(seconds=1))

    @property
    def is_counted(self) -> bool:
        """Whether what is left is worth counting in minutes."""
        return self.left <= LONG

    @property
    def is_short(self) -> bool:
        return self.left <= SHORT

    @property
    def words(self) -> str:
        """ "7 minutes left", begun ones counted whole; the last one is not counted out."""
        minutes = -(-self.left // MINUTE)
        if minutes <= 1:
            return "less than a minute left"
        return f"{minutes} minutes left"


def of(until: dt.datetime | None, now: dt.datetime) -> Clock | None:
    return Clock(until, now) if until and now < until else None
