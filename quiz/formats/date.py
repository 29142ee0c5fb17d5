"""Type the date: a field for the day, the month and the year, as far as they are asked."""

from collections.abc import Iterator
from typing import Any, cast

from django import forms
from django.utils.dates import MONTHS

from quiz.formats.base import Evidence, Given, Grade, sides
from quiz.formats.typed import Typed, TypedForm, still_to_come
from quiz.models import Item, Side
from relations import lookup
from relations.dates import PartialDate

# What is asked for at each precision, and how the form says so.
PARTS = {
    "day": ("day", "month", "year"),
    "month": ("month", "year"),
    "year": ("year",),
}
HINTS = {
    "day": "Give day, month and year. Month and year, or the year alone, earn a part.",
    "month": "Give month and year. The year alone earns a part.",
    "year": "Give the year.",
}
WHOLE, MONTH_OF_DAY, YEAR_OF_DAY, YEAR_OF_MONTH, YEAR_BESIDE = 1.0, 0.6, 0.3, 0.5, 0.3

FOUR_DIGITS = "Please write the year with four digits."
NO_YEAR = "Please give a year. It is the least that can be counted."
NO_SUCH_DAY = "Days are counted from 1 to 31."
NO_MONTH = "Please choose the month as well, or leave the day empty."
CHOOSE_MONTH = "Please choose one of the twelve months."


class NumberField(forms.IntegerField):
    """A number from a stated range, in digits; a browser may not complete it."""

    def __init__(self, *, low: int, high: int, complaint: str, **kwargs: Any) -> None:
        errors = dict.fromkeys(("invalid", "min_value", "max_value"), complaint)
        errors |= kwargs.pop("error_messages", {})
        super().__init__(min_value=low, max_value=high, error_messages=errors, **kwargs)
        self.widget.attrs |= {"autocomplete": "off", "inputmode": "numeric"}


class DateForm(TypedForm):
    """Just the fields that the question asks for; the year alone may be given."""

    day = NumberField(low=1, high=31, complaint=NO_SUCH_DAY, required=False)
    month = forms.TypedChoiceField(
        choices=[("", "choose…"), *MONTHS.items()],
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": CHOOSE_MONTH},
        widget=forms.Select(attrs={"autocomplete": "off"}),
    )
    year = NumberField(
        low=1000, high=2999, complaint=FOUR_DIGITS, error_messages={"required": NO_YEAR}
    )

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        for part in set(self.fields) - set(PARTS[self.precision]):
            del self.fields[part]

    @property
    def precision(self) -> str:
        return PartialDate.parse(self.item.solution).precision

    @property
    def hint(self) -> str:
        return HINTS[self.precision]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        if cleaned.get("day") and not cleaned["month"]:
            self.add_error("month", NO_MONTH)
        elif not _is_real(cleaned):
            self.add_error("day", _no_such_date(cleaned))
        return cleaned

    def given(self) -> dict[str, int]:
        return _filled(self.cleaned_data)


class Date(Typed):
    """`solution`: ISO text, as long as it is exact. Answer: year, and month and day
    where they were given.
    """

    slug = "date"
    form_class = DateForm

    def takes(self, item: Item, given: Given) -> bool:
        parts = set(PARTS[PartialDate.parse(item.solution).precision])
        return isinstance(given, dict) and set(given) <= parts and _is_real(given)

    def credit(self, item: Item, given: Given) -> float:
        return _credit(PartialDate.parse(item.solution), PartialDate(**given))

    def grade(self, item: Item, given: Given) -> Grade:
        said, credit = PartialDate(**given), self.credit(item, given)
        if credit == WHOLE:
            return Grade(credit)
        told = lookup.outside(said, item.claim) or lookup.on(
            said, but=still_to_come(item) | {*item.claims}
        )
        return Grade(credit, told.as_json() if told else {})

    def evidence(self, item: Item, given: Given) -> Iterator[Evidence]:
        """The year by itself; of the rest only that all of it was right."""
        is_whole = self.grade(item, given).credit == WHOLE
        is_year = given["year"] == PartialDate.parse(item.solution).year
        for side in sides(item.aspect, self.in_words(item, self.right(item))):
            is_right = is_year if side == Side.YEAR else is_whole
            yield Evidence(item.claim, side, is_right, 0.0)

    def right(self, item: Item) -> dict[str, int]:
        date = PartialDate.parse(item.solution)
        return _filled({"year": date.year, "month": date.month, "day": date.day})

    def in_words(self, item: Item, given: Given) -> str:
        return str(PartialDate(**given))

    def remark(self, item: Item, given: Given) -> str:
        """Which parts are right: "Month and year are right, the day is not." """
        right = self.right(item)
        if len(right) == 1:
            is_near = abs(given["year"] - right["year"]) == 1
            return "That is one year off." if is_near else ""
        hits = [part for part in right if given.get(part) == right[part]][::-1]
        wrong = [p for p in right if p in given and given[p] != right[p]][::-1]
        missing = [part for part in right if part not in given][::-1]
        return _said(hits, wrong, missing) if hits else ""


def _credit(right: PartialDate, said: PartialDate) -> float:
    """Nothing without the year, but that it may be one off where it alone is asked."""
    if right.contains(said):
        return WHOLE
    if right.year != said.year:
        is_near = right.precision == "year" and abs(right.year - said.year) == 1
        return YEAR_BESIDE if is_near else 0.0
    if right.precision == "month":
        return YEAR_OF_MONTH
    return MONTH_OF_DAY if right.month == said.month else YEAR_OF_DAY


def _said(hits: list[str], wrong: list[str], missing: list[str]) -> str:
    said = [f"{_listed(hits)} right"]
    if wrong:
        said.append(f"{_listed(wrong)} not")
    if missing:
        said.append(f"{_listed(missing)} missing")
    sentence = ", ".join(said)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _listed(parts: list[str]) -> str:
    """ "the day is", "month and year are"."""
    return f"the {parts[0]} is" if len(parts) == 1 else f"{' and '.join(parts)} are"


def _filled(parts: dict[str, Any]) -> dict[str, int]:
    return {name: parts[name] for name in ("year", "month", "day") if parts.get(name)}


def _is_real(parts: dict[str, Any]) -> bool:
    """Whether there is such a year, month or day; a day of no month is none."""
    try:
        PartialDate(**_filled(parts))
    except (TypeError, ValueError):
        return False
    return True


def _no_such_date(parts: dict[str, Any]) -> str:
    day, month, year = parts["day"], cast(str, MONTHS[parts["month"]]), parts["year"]
    if (day, parts["month"]) == (29, 2):
        return f"{year} was no leap year: its {month} ends with the 28th."
    return f"There is no {day} {month}. Please look at the day again."
