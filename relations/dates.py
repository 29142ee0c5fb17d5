"""Dates as sources give them: a day, a month or only a year; and how they compare.

The text form is ISO 8601 cut short ("1992-07-29", "1992-07", "1992"), level 0 of the
Extended Date/Time Format. Cut so, dates sort and filter as plain text in a database.
"""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from django.core.exceptions import ValidationError
from django.db import models

Precision = Literal["year", "month", "day"]

_TEXT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class PartialDate:
    """A stretch of one day, one month or one year in which something took place."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        if 0 in (self.month, self.day):
            raise ValueError("months and days are counted from 1")
        dt.date(self.year, self.month or 1, self.day or 1)  # refuses 31 February

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read "1992", "1992-07" or "1992-07-29"; anything else is a ValueError."""
        match = _TEXT.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date of year, month or day: {text!r}")
        return cls(*(int(part) for part in match.groups() if part))

    @property
    def precision(self) -> Precision:
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @cached_property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @cached_property
    def last_day(self) -> dt.date:
        month = self.month or 12
        day = self.day or calendar.monthrange(self.year, month)[1]
        return dt.date(self.year, month, day)

    def contains(self, other: "PartialDate") -> bool:
        return self.first_day <= other.first_day and other.last_day <= self.last_day

    def overlaps(self, other: "PartialDate") -> bool:
        return self.first_day <= other.last_day and other.first_day <= self.last_day

    def within(self, other: "PartialDate") -> bool | None:
        """Did what is dated so take place in `other`?

        True when `other` holds all of this stretch, False when they share no day, and
        None when only a part is shared: "1992" may or may not be 29 July 1992.
        """
        if other.contains(self):
            return True
        return None if self.overlaps(other) else False

    def before(self, other: "PartialDate") -> bool | None:
        """Was this before `other`? None when the two stretches share a day."""
        if self.overlaps(other):
            return None
        return self.last_day < other.first_day

    def to(self, precision: Precision) -> "PartialDate":
        """The same date told less exactly; asking for more than is known is an error."""
        parts = {"year": 1, "month": 2, "day": 3}
        if parts[precision] > parts[self.precision]:
            raise ValueError(f"{self.iso} is not known to the {precision}")
        return PartialDate(
            self.year,
            None if precision == "year" else self.month,
            self.day if precision == "day" else None,
        )

    @property
    def iso(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    def __str__(self) -> str:
        """As it is read: "29 July 1992", "July 1992", "1992"."""
        words = [str(self.day)] if self.day else []
        words += [calendar.month_name[self.month]] if self.month else []
        return " ".join([*words, str(self.year)])


def when(date: PartialDate, until: PartialDate | None = None) -> str:
    """A date or a span with its preposition: "on 1 August 2006", "in 1992"."""
    if until:
        return f"from {date} to {until}"
    return f"on {date}" if date.precision == "day" else f"in {date}"


class PartialDateField(models.CharField):  # type: ignore[type-arg]
    """A PartialDate kept as text of ten characters at most; empty means unknown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: object) -> PartialDate | None:
        return PartialDate.parse(value) if value else None

    def to_python(self, value: object) -> PartialDate | None:
        if value is None or value == "":
            return None
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(str(value).strip())
        except ValueError as error:
            raise ValidationError(
                "Write a year, a month or a day as 1992, 1992-07 or 1992-07-29."
            ) from error

    def get_prep_value(self, value: object) -> str:
        return value.iso if isinstance(value, PartialDate) else str(value or "")

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj))

    def clean(self, value: object, model_instance: Any) -> PartialDate | None:
        date = self.to_python(value)
        if date is None and not self.blank:
            raise ValidationError(self.error_messages["blank"], code="blank")
        return date

    def formfield(self, **kwargs: Any) -> Any:  # type: ignore[override]
        kwargs.setdefault(
            "help_text", "As exactly as the source says: 1992, 1992-07 or 1992-07-29."
        )
        return super().formfield(**kwargs)
