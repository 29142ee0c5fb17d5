"""Type the number: one field, with its unit beside it."""

import re
from decimal import Decimal
from typing import Any

from django import forms

from quiz.formats.base import Given, Grade
from quiz.formats.typed import Typed, TypedForm, still_to_come
from quiz.models import Item
from relations import lookup

NOTHING = "Please write a number first."
IN_DIGITS = "Please write the number in digits."
DIGITS = re.compile(r"[0-9]{1,9}(\.[0-9]{1,2})?")
IN_THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
# An exact figure wants the exact number; "about 250" leaves room.
WHOLE, NEAR = 1.0, 0.5
NEAR_EXACT = WITHIN_ROUND = Decimal("0.1")
NEAR_ROUND = Decimal("0.25")


class NumberForm(TypedForm):
    """Takes 1000, 1,000 and 1 000 as one number; signs of the unit do no harm."""

    number = forms.CharField(
        label="Number",
        max_length=20,
        error_messages={"required": NOTHING, "max_length": IN_DIGITS},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "decimal"}),
    )

    def __init__(self, *args: Any, item: Any, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        if unit := item.options[0]["unit"]:
            self.fields["number"].label = f"Number ({unit})"

    def clean_number(self) -> str:
        text = "".join(self.cleaned_data["number"].split()).strip("%$~")
        if IN_THOUSANDS.fullmatch(text):
            text = text.replace(",", "")
        number = _read(text)
        if number is None:
            raise forms.ValidationError(IN_DIGITS)
        return f"{number.normalize():f}"

    def given(self) -> str:
        return self.cleaned_data["number"]


class Number(Typed):
    """`solution` and answer: the number as text in digits, so that it stays exact."""

    slug = "number"
    form_class = NumberForm

    def takes(self, item: Item, given: Given) -> bool:
        return isinstance(given, str) and _read(given) is not None

    def credit(self, item: Item, given: Given) -> float:
        return _credit(
            Decimal(item.solution),
            Decimal(given),
            is_approximate=item.options[0]["is_approximate"],
        )

    def grade(self, item: Item, given: Given) -> Grade:
        kind, credit = item.options[0]["kind"], self.credit(item, given)
        if credit == WHOLE:
            return Grade(credit)
        told = lookup.counted(
            Decimal(given), kind, but=still_to_come(item) | {*item.claims}
        )
        return Grade(credit, told.as_json() if told else {})

    def right(self, item: Item) -> str:
        return item.solution

    def in_words(self, item: Item, given: Given) -> str:
        if given == item.solution:
            return item.options[0]["text"]
        unit = item.options[0]["unit"]
        sign = "" if unit == "per cent" else " "
        return f"{Decimal(given):,f}{sign}{'%' if unit == 'per cent' else unit}".strip()

    def remark(self, item: Item, given: Given) -> str:
        return "That is near." if item.answer.credit else ""


def _read(text: str) -> Decimal | None:
    """A number of few digits above nothing, or None. A decimal comma is none: it may
    have been meant for thousands."""
    return Decimal(text) or None if DIGITS.fullmatch(text) else None


def _credit(right: Decimal, said: Decimal, *, is_approximate: bool) -> float:
    """Whole for the number, or one within a tenth of a round figure; half for near."""
    off = abs(said - right) / right
    if said == right or (is_approximate and off <= WITHIN_ROUND):
        return WHOLE
    return NEAR if off <= (NEAR_ROUND if is_approximate else NEAR_EXACT) else 0.0
