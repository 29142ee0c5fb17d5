"""How options are put beside the right answer."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from quiz.questions.drafts import Option
from relations.claims import Value

MOST_OPTIONS = 4
FEWEST_OPTIONS = 3

V = TypeVar("V", bound=Value)


def among(
    rng: Random, wrong: Sequence[Option[V]], right: Option[V]
) -> tuple[Option[V], ...]:
    """The right option among up to three wrong ones, in any order, none in another."""
    options = [right]
    for option in rng.sample(wrong, len(wrong)):
        if len(options) < MOST_OPTIONS and not any(
            is_within(option.text, taken.text) for taken in options
        ):
            options.append(option)
    rng.shuffle(options)
    return tuple(options)


def is_within(one: str, other: str) -> bool:
    """Whether one name stands within the other, as the Council of Europe may."""
    one, other = f" {one.casefold()} ", f" {other.casefold()} "
    return one in other or other in one
