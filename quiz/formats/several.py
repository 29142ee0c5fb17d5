"""Choose several: options side by side, a stated number of them right."""

from collections.abc import Iterator
from dataclasses import replace
from math import comb
from random import Random
from typing import Any, NamedTuple, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import get_text_list

from quiz.formats.base import (
    CHOOSE_SHOWN,
    AnswerForm,
    Evidence,
    Format,
    Given,
    Grade,
    OptionRow,
    Shown,
    option_row,
    verdict,
)
from quiz.models import Item, Question

CHOOSE_ONE_FIRST = "Please choose at least one answer first."
NUMBERS = ("none", "one", "two", "three", "four", "five", "six", "seven")
SHARES = ("", "all", "half", "a third", "a quarter", "a fifth", "a sixth", "a seventh")
LABELS = {
    (True, True): "your answer, and right",
    (True, False): "right, but not chosen",
    (False, True): "your answer, but wrong",
    (False, False): "",
}


class Worth(NamedTuple):
    """How many to choose, and the share of the point that each earns or costs; in words."""

    most: str
    earned: str
    lost: str


def worth(item: Item) -> Worth:
    right = len(item.solution)
    return Worth(NUMBERS[right], SHARES[right], SHARES[len(item.options) - right])


class SeveralForm(AnswerForm):
    """A box to tick for each option; fewer than asked for may be ticked, not more."""

    choices = forms.TypedMultipleChoiceField(
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": CHOOSE_ONE_FIRST,
            "invalid_choice": CHOOSE_SHOWN,
        },
    )

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        choices = cast(forms.MultipleChoiceField, self.fields["choices"])
        choices.label = item.stem
        choices.choices = list(enumerate(option["text"] for option in item.options))

    @property
    def worth(self) -> "Worth":
        return worth(self.item)

    def clean_choices(self) -> list[int]:
        chosen = sorted(set(self.cleaned_data["choices"]))
        if len(chosen) > len(self.item.solution):
            raise ValidationError(
                f"You have chosen {NUMBERS[len(chosen)]}. "
                f"Please leave no more than {self.worth.most}."
            )
        return chosen

    def given(self) -> list[int]:
        return self.cleaned_data["choices"]


class Several(Format):
    """`solution` and answer: places of options, in ascending order."""

    slug = "several"
    verb = "chose"
    form_class = SeveralForm

    def shown(self, question: Question, dice: Random) -> Shown:
        order = list(range(len(question.options)))
        if not question.is_ordered:
            dice.shuffle(order)
        options = [question.options[place] for place in order]
        solution = sorted(order.index(place) for place in question.solution)
        return Shown(question.prompts, options, solution)

    def takes(self, item: Item, given: Given) -> bool:
        return (
            0 < len(given) == len(set(given)) <= len(item.solution)
            and set(given) <= set(range(len(item.options)))
        )  # fmt: skip

    def grade(self, item: Item, given: Given) -> Grade:
        return Grade(_credit(item, _right(item, given), len(given)))

    def chance(self, item: Item) -> float:
        """Of as many options as are asked for, ticked blindly."""
        count, asked = len(item.options), len(item.solution)
        ways = comb(count, asked)
        return sum(
            _credit(item, right, asked)
            * comb(asked, right)
            * comb(count - asked, asked - right)
            / ways
            for right in range(asked + 1)
        )

    def evidence(self, item: Item, given: Given) -> Iterator[Evidence]:
        """Right ticks show something only where none is wrong, and all of them together;
        what was left out is not known.
        """
        right = _right(item, given)
        ways = comb(len(item.options), len(given))
        chance = comb(len(item.solution), len(given)) / ways
        for place in item.solution:
            if place not in given or right == len(given):
                claim = item.options[place]["claim"]
                yield Evidence(claim, item.aspect, place in given, chance)

    def right(self, item: Item) -> list[int]:
        return item.solution

    def in_words(self, item: Item, given: Given) -> str:
        return get_text_list([item.options[place]["text"] for place in given], "and")

    def announcement(self, item: Item, given: Given, credit: float) -> str:
        right = _right(item, given)
        told = f"{verdict(credit)}: {right} of {len(item.solution)} found"
        wrong = len(given) - right
        return f"{told}, {wrong} chosen wrongly." if wrong else f"{told}."

    def rows(self, item: Item, given: Given) -> Iterator[OptionRow]:
        for place in range(len(item.options)):
            is_key, is_chosen = place in item.solution, place in given
            row = option_row(item, place, is_key=is_key, is_chosen=is_chosen)
            yield replace(row, label=LABELS[is_key, is_chosen])


def _right(item: Item, given: Given) -> int:
    return len(set(given) & set(item.solution))


def _credit(item: Item, right: int, chosen: int) -> float:
    """The share found, less the share of the wrong ones that was taken along."""
    asked = len(item.solution)
    missed = (chosen - right) / (len(item.options) - asked)
    return max(0.0, right / asked - missed)
