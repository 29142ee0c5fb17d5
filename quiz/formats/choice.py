"""Choose one: options side by side, one of them right."""

from collections.abc import Iterator
from random import Random
from typing import Any, cast

from django import forms

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
    option_row,
    sides,
)
from quiz.models import Item, Question, Side


class ChoiceForm(AnswerForm):
    """The item's options, in the order they were drawn."""

    choice = forms.TypedChoiceField(
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={
            "required": CHOOSE_FIRST,
            "invalid_choice": CHOOSE_SHOWN,
        },
    )

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        super().__init__(*args, item=item, **kwargs)
        choice = cast(forms.ChoiceField, self.fields["choice"])
        choice.label = item.stem
        choice.choices = list(enumerate(option["text"] for option in item.options))

    def given(self) -> int:
        return self.cleaned_data["choice"]


class Choice(Format):
    """`solution` and answer: the place of an option."""

    slug = "choice"
    verb = "chose"
    form_class = ChoiceForm

    def shown(self, question: Question, dice: Random) -> Shown:
        order = list(range(len(question.options)))
        if not question.is_ordered:
            dice.shuffle(order)
        options = [question.options[place] for place in order]
        return Shown(question.prompts, options, order.index(question.solution))

    def takes(self, item: Item, given: Given) -> bool:
        return given in range(len(item.options))

    def grade(self, item: Item, given: Given) -> Grade:
        return Grade(1.0 if given == item.solution else 0.0)

    def chance(self, item: Item) -> float:
        return 1 / len(item.options)

    def evidence(self, item: Item, given: Given) -> Iterator[Evidence]:
        """A wrong date of the right year shows that the year is known; a right one shows
        no more than that, unless another option shares its year.
        """
        chosen, right = (item.options[n]["text"] for n in (given, item.solution))
        years = [option["text"].split()[-1] for option in item.options]
        is_told_apart = years.count(years[item.solution]) > 1
        for side in sides(item.aspect, right):
            is_right = given == item.solution or (
                side == Side.YEAR and chosen.split()[-1] == right.split()[-1]
            )
            if side != Side.DAY or is_told_apart:
                yield Evidence(item.claim, side, is_right, 1 / len(item.options))

    def right(self, item: Item) -> int:
        return item.solution

    def in_words(self, item: Item, given: Given) -> str:
        return item.options[given]["text"]

    def rows(self, item: Item, given: Given) -> Iterator[OptionRow]:
        for place in range(len(item.options)):
            yield option_row(
                item, place, is_key=place == item.solution, is_chosen=place == given
            )
