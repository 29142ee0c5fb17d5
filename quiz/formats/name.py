"""Type the name: one field for a state, a person, a body or an acronym."""

import unicodedata
from typing import Any

from django import forms

from quiz.formats.base import Given, Grade
from quiz.formats.typed import Typed, TypedForm, still_to_come
from quiz.models import Item
from relations import lookup, names
from relations.names import (
    Key,
    Names,
    fold,
    fold_acronym,
    fold_body,
    is_slip_of,
)

LONGEST = 150  # letters; no name comes near it
ACRONYM, BODY = "acronym", "organization"

LABELS = {
    "country": "Name of the state",
    "person": "Name of the person",
    BODY: "Name of the organisation",
    ACRONYM: "Short name of the organisation",
    "thing": "Your answer",  # of a kind that the base has no word for
}
HINTS = {
    "person": "The surname is enough.",
    BODY: "In full or by its short name.",
    ACRONYM: "Its letters; capitals and dots do not matter.",
}
FULL_NAME = "Full name"
IN_FULL = "Every word of it. Small words and capitals do not matter."

NOTHING = "Please write a name first."
NO_LETTERS = "Please write the name in letters."
TOO_LONG = "That is longer than any name here. Please write the name alone."
LOOK_AGAIN = (
    "We know nothing by that name. Please look at the spelling and answer again: this "
    "try does not count, the next one does."
)
OTHER_FORM = {
    True: "Please write the name in full. This try does not count, the next one does.",
    False: "Please write the short name. This try does not count, the next one does.",
}
SEVERAL = (
    "More than one thing bears that name. Please write another name of the one you "
    "mean: this try does not count, the next one does."
)
ELSEWISE = (
    "That cannot be ruled out, but the article gives another answer here. Please look "
    "for that one: this try does not count, the next one does."
)
OTHER_FORM_GIVEN = {
    True: "That is its short name. The question asked for the full one.",
    False: "That is its full name. The question asked for the short one.",
}
UNKNOWN = "We know nothing by that name."
SECOND_TRY = "This is your second try, and it counts."


class NameField(forms.CharField):
    """One line of text, which a browser neither completes nor corrects."""

    widget = forms.TextInput(
        attrs={"autocomplete": "off", "autocorrect": "off", "spellcheck": "false"}
    )

    def to_python(self, value: Any) -> str:
        return " ".join(_printable(super().to_python(value) or "").split())


class NameForm(TypedForm):
    """Says what kind of name is expected, and takes any text with a letter in it."""

    name = NameField(
        max_length=LONGEST,
        error_messages={"required": NOTHING, "max_length": TOO_LONG},
    )

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        key, field = item.options[0], self.fields["name"]
        field.label, field.help_text = _expected(key)
        is_acronym = key["kind"] == ACRONYM
        field.widget.attrs["autocapitalize"] = "characters" if is_acronym else "words"
        if item.pk and item.entries.exists():
            field.help_text = f"{field.help_text} {SECOND_TRY}".strip()

    def clean_name(self) -> str:
        typed = self.cleaned_data["name"]
        if not any(char.isalpha() for char in typed) or not fold(typed):
            raise forms.ValidationError(NO_LETTERS)
        return typed

    def given(self) -> str:
        return self.cleaned_data["name"]


class Name(Typed):
    """The one option is the answer as it is told; its `accepts` are the folded forms
    that mean it, its `open` those that the base cannot rule out. Answer: a text.
    """

    slug = "name"
    form_class = NameForm

    def takes(self, item: Item, given: Given) -> bool:
        return (
            isinstance(given, str) and 0 < len(given) <= LONGEST and bool(fold(given))
        )

    def wants_another_look(self, item: Item, given: Given) -> str:
        """Asked of what is no name at all, or another name of the very thing.

        What it says does not depend on how near the text is to the answer.
        """
        key = item.options[0]
        if _accepts(key, given):
            return ""
        if _reading(key, given) in key.get("open", ()):
            return ELSEWISE
        own, others = _bearers(key, given, names.known())
        if own and others:
            return SEVERAL
        if own:
            return OTHER_FORM[bool(key.get("in_full"))]
        return "" if others else LOOK_AGAIN

    def grade(self, item: Item, given: Given) -> Grade:
        key = item.options[0]
        if _accepts(key, given):
            return Grade(1.0)
        known = names.known()
        own, others = _bearers(key, given, known)
        if others:
            told = lookup.bearer(min(others), but=still_to_come(item) | {*item.claims})
            return Grade(0.0, told.as_json())
        if not own and _is_slip(key, given, known):
            return Grade(
                1.0, {"text": f"You wrote “{given}”. It is spelt {key['text']}."}
            )
        is_full = bool(key.get("in_full"))
        return Grade(0.0, {"text": OTHER_FORM_GIVEN[is_full] if own else UNKNOWN})

    def right(self, item: Item) -> str:
        return item.options[0]["text"]

    def in_words(self, item: Item, given: Given) -> str:
        return given

    def announcement(self, item: Item, given: Given, credit: float) -> str:
        said = super().announcement(item, given, credit)
        if credit == 1 and not _accepts(item.options[0], given):
            return f"{said} It is spelt {self.right(item)}."
        return said


def _expected(key: dict[str, Any]) -> tuple[str, str]:
    """What to write, as the label and the help of the field say it."""
    if key.get("in_full"):
        return FULL_NAME, IN_FULL
    return LABELS[key["kind"]], HINTS.get(key["kind"], "")


def _printable(text: str) -> str:
    """Without what is not to be seen: control characters become spaces, marks of
    direction and joiners nothing.
    """
    return "".join(
        {"Cc": " ", "Cf": ""}.get(unicodedata.category(char), char) for char in text
    )


def _reading(key: dict[str, Any], typed: str) -> str:
    fold_kind = {ACRONYM: fold_acronym, BODY: fold_body}.get(key["kind"], fold)
    return fold_kind(typed)


def _accepts(key: dict[str, Any], typed: str) -> bool:
    """Whether it is an accepted form; a body's letters may stand for it as well."""
    readings = {_reading(key, typed)}
    if key["kind"] == BODY:
        readings.add(fold_acronym(typed))
    return not readings.isdisjoint(key["accepts"])


def _bearers(
    key: dict[str, Any], typed: str, known: Names
) -> tuple[set[Key], set[Key]]:
    """Who bears the typed name: the very thing asked for, and others."""
    asked = {one for form in key["accepts"] for one in known.by_form.get(form, ())}
    bearers = known.bearers(typed)
    return bearers & asked, bearers - asked


def _is_slip(key: dict[str, Any], typed: str, known: Names) -> bool:
    accepted = key["accepts"]
    is_exact = key["kind"] == ACRONYM
    return not is_exact and is_slip_of(typed, accepted, known.others(accepted))
