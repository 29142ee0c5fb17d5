"""Name them all: names typed one by one, each said to be right or not at once."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.core.exceptions import ValidationError

from quiz.formats.base import (
    AnswerForm,
    Evidence,
    Feedback,
    Format,
    Given,
    Grade,
    OptionRow,
    Reading,
    verdict,
)
from quiz.formats.name import LONGEST, NO_LETTERS, NOTHING, TOO_LONG, NameField
from quiz.formats.typed import still_to_come
from quiz.models import Entry, Item
from relations import lookup, names
from relations.names import Names, fold, is_slip_of, readings

WRONG_FOR_ONE = 3  # names of other things that take one right name away
FEW_OTHERS = 5  # right names to each that is none, where names count as known
EVERY_THREE = "Three wrong names take a right one away."
ENOUGH, ENOUGH_IN_WORDS = 10, "Ten"  # that earn the full mark, where there are more

NOT_KNOWN = (
    "We know nothing by the name “{text}”. Look at the spelling, or go on with another."
)
MEANS_SEVERAL = (
    "More than one thing is called “{text}”. Please write another name of the one you "
    "mean."
)
LEFT_OPEN = (
    "“{text}” is left out here: the article means it without naming it, or contradicts "
    "itself on it. Please go on with another."
)
NOT_ONE_OF_THEM = "“{text}” is not one of them."
NOTED = "“{text}” is noted."
AGAIN = "You have written “{text}” already."
TOO_MANY = "That makes two hundred names, and no more are taken. Please end here."
RIGHT_NAME = "{name}: right, {found} of {count}."
RIGHT_SPELT = "“{text}” is spelt {name}: right, {found} of {count}."


class RollForm(AnswerForm):
    """One field for the next name. What was found before is read from its entries.

    A name still in the field when somebody ends counts as well.
    """

    said = ""  # of the name that came in last

    name = NameField(
        max_length=LONGEST, required=False, error_messages={"max_length": TOO_LONG}
    )

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        self.entries = entries_of(item)

    @property
    def found(self) -> list[str]:
        """The latest first, as on a phone no more can be seen."""
        return [
            self.item.options[entry.place]["text"]
            for entry in reversed(self.entries)
            if entry.place is not None
        ]

    @property
    def others(self) -> list[str]:
        return [entry.text for entry in reversed(self.entries) if entry.place is None]

    @property
    def written(self) -> list[str]:
        """All names as they were typed, the latest first."""
        return [entry.text for entry in reversed(self.entries)]

    @property
    def has_short_names(self) -> bool:
        return any(option.get("exact") for option in self.item.options)

    @property
    def count(self) -> int:
        return len(self.item.options)

    @property
    def full_mark(self) -> str:
        is_part = enough(self.item) < self.count
        who = ENOUGH_IN_WORDS if is_part else f"All {self.count}"
        return f"{who} earn the full mark. {EVERY_THREE}"

    def clean_name(self) -> str:
        """What cannot be read is asked about, not passed over when somebody ends."""
        typed: str = self.cleaned_data["name"]
        if typed and (again := read(self.item, typed).again):
            raise ValidationError(again)
        return typed

    def given(self) -> list[int]:
        places = {entry.place for entry in self.entries}
        if typed := self.cleaned_data["name"]:
            places.add(read(self.item, typed).place)
        return sorted(place for place in places if place is not None)


class Roll(Format):
    """Options are all there is to name, each with the folded forms that are taken for
    it in `accepts`. Those in `exact`, acronyms, allow no slip; those in `open` are
    neither right nor wrong. Answer: the places found.
    """

    slug = "roll"
    asks_sure = False
    form_class = RollForm

    def takes(self, item: Item, given: Given) -> bool:
        places = range(len(item.options))
        return len(given) == len(set(given)) and all(place in places for place in given)

    def read(self, item: Item, text: str) -> Reading:
        return read(item, text)

    def grade(self, item: Item, given: Given) -> Grade:
        """Names of other things cost a little, so that reading out all there are pays
        nothing; what is no name at all is a slip and costs nothing."""
        wrong = sum(
            bool(entry.told) for entry in entries_of(item) if entry.place is None
        )
        earned = max(0, len(given) - wrong // WRONG_FOR_ONE)
        return Grade(min(1.0, earned / enough(item)))

    def evidence(self, item: Item, given: Given) -> Iterator[Evidence]:
        """What was named is known. What was not may be: ten of many are enough. Where
        many other names came in, they were read out, and nothing is shown.
        """
        others = (
            Entry.objects.filter(item=item.pk, place=None).count() if item.pk else 0
        )
        for place in given if others * FEW_OTHERS <= len(given) else ():
            claim = item.options[place]["claim"]
            yield Evidence(claim, item.aspect, is_right=True, chance=0.0)

    def chance(self, item: Item) -> float:
        return 0.0

    def right(self, item: Item) -> list[int]:
        return list(range(len(item.options)))

    def in_words(self, item: Item, given: Given) -> str:
        if not given:
            return f"none of {len(item.options)}"
        names = ", ".join(item.options[place]["text"] for place in given)
        return f"{len(given)} of {len(item.options)}: {names}"

    def heading(self, item: Item) -> str:
        return f"All {len(item.options)}"

    def announcement(self, item: Item, given: Given, credit: float) -> str:
        return f"{verdict(credit)}: {len(given)} of {len(item.options)} found."

    def rows(self, item: Item, given: Given) -> Iterator[OptionRow]:
        """What was typed in vain, then all there was to name."""
        for entry in entries_of(item):
            if entry.place is None:
                yield OptionRow(
                    "–",
                    entry.text,
                    "chosen",
                    "not one of them",
                    entry.told.get("text", ""),
                    entry.told.get("sources", []),
                )
        for place, option in enumerate(item.options):
            mark, label = ("right", "found") if place in given else ("other", "missed")
            yield OptionRow(
                str(place + 1),
                option["text"],
                mark,
                label,
                option["truth"],
                option.get("sources", []),
            )

    def feedback(self, item: Item) -> Feedback:
        """Each row names its own place, so the footnote need not name them all."""
        return replace(super().feedback(item), sources=item.sources[:1])


def entries_of(item: Item) -> list[Entry]:
    return list(item.entries.all()) if item.pk else []  # a preview has none


def enough(item: Item) -> int:
    return min(ENOUGH, len(item.options))


def read(item: Item, text: str) -> Reading:
    """Which entry of the list a typed name is, or what else it is."""
    if refused := _refused(text):
        return Reading(again=refused)
    forms = readings(text)
    named = [
        place
        for place, option in enumerate(item.options)
        if not forms.isdisjoint(option["accepts"])
    ]
    if len(named) == 1:
        return Reading(place=named[0])
    if any(not forms.isdisjoint(option.get("open", ())) for option in item.options):
        return Reading(again=LEFT_OPEN.format(text=text))
    known = names.known()
    bearers = known.bearers(text)
    if len(bearers) == 1:
        told = lookup.bearer(min(bearers), but=still_to_come(item) | {*item.claims})
        return Reading(told=told.as_json())
    if named or bearers:
        return Reading(again=MEANS_SEVERAL.format(text=text))
    return Reading(place=_slip(item, text, known))


def _refused(text: str) -> str:
    if not text:
        return NOTHING
    return "" if fold(text) and any(char.isalpha() for char in text) else NO_LETTERS


def _slip(item: Item, text: str, known: Names) -> int | None:
    """The entry of which the text is a misspelling, and of nothing else."""
    for place, option in enumerate(item.options):
        accepted = [
            form for form in option["accepts"] if form not in option.get("exact", ())
        ]
        if is_slip_of(text, accepted, known.others(option["accepts"])):
            return place
    return None


def told_of(item: Item, entry: Entry, found: int) -> str:
    """What to say of a name as soon as it has come in."""
    if entry.place is None:
        words = NOT_ONE_OF_THEM if entry.told else NOT_KNOWN
        return words.format(text=entry.text)
    option = item.options[entry.place]
    is_spelt = not readings(entry.text).isdisjoint(option["accepts"])
    return (RIGHT_NAME if is_spelt else RIGHT_SPELT).format(
        text=entry.text, name=option["text"], found=found, count=len(item.options)
    )
