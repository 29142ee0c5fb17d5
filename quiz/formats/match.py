"""Match: to each prompt its own answer, from a list with a few too many."""

from collections.abc import Iterator
from math import comb, factorial
from random import Random
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from quiz.formats.base import (
    CHOOSE_FIRST,
    CHOOSE_SHOWN,
    AnswerForm,
    Evidence,
    Format,
    Given,
    Grade,
    OptionRow,
    Shown,
    sides,
    verdict,
)
from quiz.models import Item, Question

NOTHING_CHOSEN = "choose…"
LEFT_OPEN = "left open"
BELONGS_TOGETHER = "What belongs together"


class MatchForm(AnswerForm):
    """A list of the answers beside each prompt. Some may be left open.

    An answer chosen twice is given back: it is a slip, as each belongs to one prompt at
    most, and were it taken, one answer chosen throughout would be right somewhere.
    """

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        texts = [option["text"] for option in item.options]
        for place, prompt in enumerate(item.prompts):
            self.fields[f"match-{place}"] = forms.TypedChoiceField(
                label=prompt["text"],
                choices=[("", NOTHING_CHOSEN), *enumerate(texts)],
                coerce=int,
                empty_value=None,
                required=False,
                error_messages={"invalid_choice": CHOOSE_SHOWN},
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.errors:
            return cleaned
        chosen = [place for place in self.given() if place is not None]
        if not chosen:
            raise ValidationError(CHOOSE_FIRST)
        for place in chosen:
            if chosen.count(place) > 1:
                text = self.item.options[place]["text"]
                raise ValidationError(
                    f"You chose “{text}” more than once. "
                    "Each answer belongs to one line at most."
                )
        return cleaned

    def given(self) -> list[int | None]:
        return [self.cleaned_data.get(name) for name in self.fields]


class Match(Format):
    """`solution` and answer: the place of an option for each prompt, null if open."""

    slug = "match"
    form_class = MatchForm

    def shown(self, question: Question, dice: Random) -> Shown:
        order = list(range(len(question.prompts)))
        dice.shuffle(order)
        return Shown(
            [question.prompts[row] for row in order],
            question.options,
            [question.solution[row] for row in order],
        )

    def takes(self, item: Item, given: Given) -> bool:
        places = [place for place in given if place is not None]
        return (
            len(given) == len(item.prompts)
            and 0 < len(places) == len(set(places))
            and set(places) <= set(range(len(item.options)))
        )

    def grade(self, item: Item, given: Given) -> Grade:
        return Grade(_credit(item, _right_pairs(item, given)))

    def chance(self, item: Item) -> float:
        return sum(
            _odds(len(item.prompts), len(item.options), right) * _credit(item, right)
            for right in range(len(item.prompts) + 1)
        )

    def evidence(self, item: Item, given: Given) -> Iterator[Evidence]:
        chance, among = 1 / len(item.options), len(item.prompts)
        for prompt, place, right in zip(
            item.prompts, given, item.solution, strict=True
        ):
            for side in sides(item.aspect, item.options[right]["text"]):
                yield Evidence(prompt["claim"], side, place == right, chance, among)

    def right(self, item: Item) -> list[int]:
        return item.solution

    def in_words(self, item: Item, given: Given) -> str:
        return "; ".join(
            f"{prompt['text']} – {_text(item, place)}"
            for prompt, place in zip(item.prompts, given, strict=True)
        )

    def heading(self, item: Item) -> str:
        return BELONGS_TOGETHER

    def announcement(self, item: Item, given: Given, credit: float) -> str:
        count = _right_pairs(item, given)
        return f"{verdict(credit)}: {count} of {len(item.prompts)} pairs."

    def rows(self, item: Item, given: Given) -> Iterator[OptionRow]:
        """The pairs as they should be, then what is left over."""
        for row in range(len(item.prompts)):
            yield _pair_row(item, row, given[row])
        for place, option in enumerate(item.options):
            if place not in item.solution:
                yield OptionRow(
                    "–",
                    option["text"],
                    "other",
                    "",
                    option["truth"],
                    option.get("sources", []),
                )


def _right_pairs(item: Item, given: Given) -> int:
    return sum(
        place == right for place, right in zip(given, item.solution, strict=True)
    )


def _credit(item: Item, right: int) -> float:
    """What is right beyond what blind matching gets right on average."""
    prompts = len(item.prompts)
    by_chance = prompts / len(item.options)
    return max(0.0, (right - by_chance) / (prompts - by_chance))


def _odds(prompts: int, options: int, right: int) -> float:
    """How likely blind matching, each answer once, gets just so many right."""
    others = prompts - right
    none_right = sum(
        (-1) ** fixed
        * comb(others, fixed)
        * factorial(options - right - fixed)
        // factorial(options - prompts)
        for fixed in range(others + 1)
    )
    ways = factorial(options) // factorial(options - prompts)
    return comb(prompts, right) * none_right / ways


def _told_of(option: dict[str, Any]) -> str:
    """What an option is, named once."""
    text, truth = option["text"], option["truth"]
    return truth if text in truth else f"{text}: {truth}"


def _text(item: Item, place: int | None) -> str:
    return LEFT_OPEN if place is None else item.options[place]["text"]


def _pair_row(item: Item, row: int, place: int | None) -> OptionRow:
    own = item.options[item.solution[row]]
    mark, label = "right", "your answer, and right"
    truth, sources = own["truth"], [*own.get("sources", [])]
    if place is None:
        mark, label = "chosen", LEFT_OPEN
    elif place != item.solution[row]:
        chosen = item.options[place]
        mark, label = "chosen", f"you chose {chosen['text']}"
        truth = f"{truth} {_told_of(chosen)}"
        sources += [s for s in chosen.get("sources", []) if s not in sources]
    text = f"{item.prompts[row]['text']} – {own['text']}"
    return OptionRow(str(row + 1), text, mark, label, truth, sources)
