"""C06, C07: banks in which the places or ranks of keys are not left to chance."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from quiz.questions.drafts import Draft

Mutator = Callable[[Sequence[Draft], Random], Sequence[Draft]]


def _keys_come_early(drafts: Sequence[Draft], dice: Random) -> Sequence[Draft]:
    """As if a key were put in before the others had all been drawn."""
    return [
        _moved(draft, min(draft.solution, dice.randrange(len(draft.options))))
        if draft.format == "choice" and not draft.is_ordered
        else draft
        for draft in drafts
    ]


def _keys_stay_first(drafts: Sequence[Draft], dice: Random) -> Sequence[Draft]:
    return [
        _moved(draft, 0) if draft.format == "choice" and not draft.is_ordered else draft
        for draft in drafts
    ]


def _moved(draft: Draft, place: int) -> Draft:
    options = [option for option in draft.options if option is not draft.right]
    options.insert(place, draft.right)
    return replace(draft, options=tuple(options), solution=place)


def _nearest_neighbours(drafts: Sequence[Draft], dice: Random) -> Sequence[Draft]:
    """The three nearest others put a key in the middle, as no rank was drawn."""
    shares = {3: (0.2, 0.6, 0.2), 4: (0.08, 0.37, 0.45, 0.1)}
    return [
        replace(draft, solution=dice.choices(range(size), shares[size])[0])
        if draft.format == "choice"
        and draft.is_ordered
        and (size := len(draft.options)) in shares
        else draft
        for draft in drafts
    ]


def _ranks_in_the_middle(drafts: Sequence[Draft], dice: Random) -> Sequence[Draft]:
    return [
        replace(draft, solution=len(draft.options) // 2)
        if draft.format == "choice" and draft.is_ordered
        else draft
        for draft in drafts
    ]


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "C06": (_keys_stay_first, _keys_come_early),
    "C07": (_ranks_in_the_middle, _nearest_neighbours),
}
