"""Put in order: a list that is moved about until it stands as it should."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from random import Random
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from quiz.formats.base import (
    AnswerForm,
    Evidence,
    Format,
    Given,
    Grade,
    OptionRow,
    Shown,
    verdict,
)
from quiz.models import Item, Question

EACH_ONCE = _("Please put each of them in the list once.")
RIGHT_ORDER = _("The right order")
IN_PLACE = _("you had it here")
ELSEWHERE = _("you had it {place}")
THEN = _("{earlier}, then {last}")
MOVED = _("{name}, now {place} of {count}")
TOLD = _("{verdict}: {right} of {count} in their place. The right order: {order}.")
PLACES = (
    _("first"),
    _("second"),
    _("third"),
    _("fourth"),
    _("fifth"),
    _("sixth"),
)


class OrderForm(AnswerForm):
    """The places of the options as shown, in the order they stand in at present.

    `up` and `down` name one that a button moves; such a form is no answer.
    """

    order = forms.TypedMultipleChoiceField(
        coerce=int,
        widget=forms.MultipleHiddenInput,
        error_messages={"required": EACH_ONCE, "invalid_choice": EACH_ONCE},
    )
    up = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)
    down = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)

    def __init__(
        self,
        *args: Any,
        item: Item,
        places: Sequence[int] = (),
        moved: int | None = None,
        was_up: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, item=item, **kwargs)
        self.places = list(places) or list(range(len(item.options)))
        self.moved = moved
        self.was_up = was_up
        for field in self.fields.values():
            texts = enumerate(option["text"] for option in item.options)
            cast(forms.ChoiceField, field).choices = list(texts)

    def clean_order(self) -> list[int]:
        order = self.cleaned_data["order"]
        if sorted(order) != list(range(len(self.item.options))):
            raise ValidationError(EACH_ONCE)
        self.places = order  # should anything be amiss, it is shown as it was sent
        return order

    def given(self) -> list[int]:
        return self.cleaned_data["order"]

    def rearranged(self) -> "OrderForm | None":
        if not self.is_valid():
            return None
        up, down = self.cleaned_data["up"], self.cleaned_data["down"]
        moved = down if up is None else up
        if moved is None:
            return None
        places = _with_moved(self.given(), moved, by=1 if up is None else -1)
        is_up = up is not None
        return OrderForm(item=self.item, places=places, moved=moved, was_up=is_up)

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The list as it stands, each line with the button that is to be focused."""
        last = len(self.places) - 1
        return [
            {
                "place": place,
                "text": self.item.options[place]["text"],
                "ordinal": ordinal(rank),
                "is_first": rank == 0,
                "is_last": rank == last,
                "focus": self._focus(rank, last) if place == self.moved else "",
            }
            for rank, place in enumerate(self.places)
        ]

    def _focus(self, rank: int, last: int) -> str:
        """The button just pressed; at an end, where it cannot be pressed, the other."""
        if self.was_up:
            return "up" if rank else "down"
        return "down" if rank < last else "up"

    @property
    def announcement(self) -> str:
        if self.moved is None:
            return ""
        rank = self.places.index(self.moved)
        return str(MOVED).format(
            name=self.item.options[self.moved]["text"],
            place=ordinal(rank),
            count=len(self.places),
        )

    @property
    def moved_as(self) -> str:
        """What the script announces that moves lines without asking the server."""
        return str(MOVED).replace("{count}", str(len(self.places)))


class Order(Format):
    """Options are stored in the right order and shown in another. `solution` and answer:
    the places of the options as shown, in the order they belong in or were put in.
    """

    slug = "order"
    verb = "put"
    form_class = OrderForm

    def shown(self, question: Question, dice: Random) -> Shown:
        """Neither in the right order nor in its reverse, which one glance would undo."""
        count = len(question.options)
        ranks = list(range(count))
        while ranks in (sorted(ranks), sorted(ranks, reverse=True)):
            dice.shuffle(ranks)
        options = [question.options[rank] for rank in ranks]
        return Shown(question.prompts, options, [ranks.index(r) for r in range(count)])

    def takes(self, item: Item, given: Given) -> bool:
        return sorted(given) == list(range(len(item.options)))

    def grade(self, item: Item, given: Given) -> Grade:
        return Grade(_credit(len(given), _inversions(_ranks(item, given))))

    def chance(self, item: Item) -> float:
        return _chance(len(item.options))

    def evidence(self, item: Item, given: Given) -> Iterator[Evidence]:
        """Of each thing, whether it stands rightly to all the others."""
        ranks, among = _ranks(item, given), len(given)
        for place, (had, rank) in enumerate(zip(given, ranks, strict=True)):
            is_right = all(
                (other < rank) == (before < place)
                for before, other in enumerate(ranks)
                if before != place
            )
            claim = item.options[had]["claim"]
            yield Evidence(claim, item.aspect, is_right, 1 / among, among)

    def right(self, item: Item) -> list[int]:
        return item.solution

    def in_words(self, item: Item, given: Given) -> str:
        texts = [item.options[place]["text"] for place in given]
        return str(THEN).format(earlier=", ".join(texts[:-1]), last=texts[-1])

    def heading(self, item: Item) -> str:
        return str(RIGHT_ORDER)

    def announcement(self, item: Item, given: Given, credit: float) -> str:
        in_place = sum(a == b for a, b in zip(given, item.solution, strict=True))
        return str(TOLD).format(
            verdict=verdict(credit),
            right=in_place,
            count=len(given),
            order=self.in_words(item, self.right(item)),
        )

    def rows(self, item: Item, given: Given) -> Iterator[OptionRow]:
        for rank, place in enumerate(item.solution):
            option, had = item.options[place], given.index(place)
            yield OptionRow(
                str(rank + 1),
                f"{option['text']}: {option['date']}",
                "right" if had == rank else "chosen",
                str(IN_PLACE if had == rank else ELSEWHERE).format(place=ordinal(had)),
                option["truth"],
                option.get("sources", []),
            )


def ordinal(rank: int) -> str:
    return str(PLACES[rank] if rank < len(PLACES) else rank + 1)


def _with_moved(order: list[int], place: int, *, by: int) -> list[int]:
    """One moved by a place; at the end of the list it stays."""
    rank = order.index(place)
    rest = [other for other in order if other != place]
    rest.insert(max(0, rank + by), place)
    return rest


def _ranks(item: Item, given: Sequence[int]) -> list[int]:
    return [item.solution.index(place) for place in given]


def _inversions(ranks: Sequence[int]) -> int:
    """How many of all pairs stand the wrong way round."""
    return sum(one > other for one, other in combinations(ranks, 2))


def _credit(count: int, inversions: int) -> float:
    """Kendall’s τ counted from a half up, so that blind answers earn next to nothing.

    τ runs from 1 to -1 and is 0 where half of the pairs are right. As half of them come
    right by chance, only what is beyond three pairs in four counts.
    """
    pairs = count * (count - 1) // 2
    tau = 1 - 2 * inversions / pairs
    return round(max(0.0, 2 * tau - 1), 3)


@cache
def _chance(count: int) -> float:
    """What all orders there are earn on average; few as they are, they are counted by
    their wrong pairs, adding one thing after the other."""
    orders = [1]
    for size in range(2, count + 1):
        longer = [0] * (len(orders) + size - 1)
        for inversions, ways in enumerate(orders):
            for more in range(size):
                longer[inversions + more] += ways
        orders = longer
    earned = sum(
        ways * _credit(count, inversions) for inversions, ways in enumerate(orders)
    )
    return earned / sum(orders)
