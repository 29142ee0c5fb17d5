"""How options are put beside the right answer: mixed, or in ascending order."""

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

from quiz.questions.drafts import Option
from relations.claims import Value

MOST_OPTIONS = 4
FEWEST_OPTIONS = 3
NEAR = 6  # how many neighbours on either side options are drawn from

V = TypeVar("V", bound=Value)


def among(
    rng: Random, wrong: Sequence[Option[V]], right: Option[V]
) -> tuple[Option[V], ...]:
    """The right option among up to three wrong ones, in any order, none in another."""
    options = [right]
    for option in rng.sample(wrong, len(wrong)):
        if len(options) < MOST_OPTIONS and not any(
            _within(option.text, taken.text) for taken in options
        ):
            options.append(option)
    rng.shuffle(options)
    return tuple(options)


def _within(one: str, other: str) -> bool:
    """Whether one name stands within the other, as the Council of Europe may."""
    one, other = f" {one.casefold()} ", f" {other.casefold()} "
    return one in other or other in one


def in_order(
    rng: Random,
    wrong: Sequence[Option[V]],
    right: Option[V],
    rank_by: Callable[[Option[V]], Any],
) -> tuple[Option[V], ...]:
    """Options in ascending order, the right one's rank drawn before the others.

    Taking the nearest neighbours instead would put the right one in the middle. A rank
    for which there are too few options on one side is not drawn.
    """
    key = rank_by(right)
    earlier = sorted((o for o in wrong if rank_by(o) < key), key=rank_by)
    later = sorted((o for o in wrong if rank_by(o) > key), key=rank_by)
    size = min(MOST_OPTIONS, len(wrong) + 1)
    ranks = [
        rank
        for rank in range(size)
        if rank <= len(earlier) and size - 1 - rank <= len(later)
    ]
    rank = rng.choice(ranks)
    before = rng.sample(earlier[-NEAR:], rank)
    after = rng.sample(later[:NEAR], size - 1 - rank)
    return tuple(sorted([*before, right, *after], key=rank_by))
