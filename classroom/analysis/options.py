"""What each option of a question did: whom it drew, and whether it works."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from classroom.analysis import items
from classroom.analysis.figures import Figure
from classroom.analysis.moments import Marks

WORKS_FROM = 0.05  # of those asked

Chosen = Collection[str]  # one option, several, or none


@dataclass(frozen=True)
class OptionFigures:
    """By how many it was chosen, in all and at both ends of the class."""

    text: str
    is_right: bool
    chosen: int
    asked: int
    upper: int
    lower: int
    correlation: Figure  # of choosing it with the score on the rest, from -1 to 1
    works: bool | None  # of a wrong option; None of the right one

    @property
    def percent(self) -> float:
        return 100 * self.chosen / self.asked


@dataclass(frozen=True)
class Ends:
    """The best and the weakest third by what they earned on the rest.

    Whoever earned as much as the last one of a third is in it too.
    """

    upper: frozenset[int]
    lower: frozenset[int]


def ends(rest: Marks) -> Ends:
    """None in either where all earned the same."""
    in_order = sorted(rest)
    third = max(1, len(rest) // 3)
    low, high = in_order[third - 1], in_order[-third]
    if low == high:
        return Ends(frozenset(), frozenset())
    return Ends(
        frozenset(place for place, mark in enumerate(rest) if mark >= high),
        frozenset(place for place, mark in enumerate(rest) if mark <= low),
    )


def of_all(
    offered: Sequence[tuple[str, bool]], chosen: Sequence[Chosen], rest: Marks
) -> list[OptionFigures]:
    """The figures of each option offered, given what each pupil chose, if anything, and
    the score they earned on the rest; at least one pupil."""
    both = ends(rest)
    return [
        _of(text, chosen, rest, both, is_right=is_right) for text, is_right in offered
    ]


def _of(
    text: str, chosen: Sequence[Chosen], rest: Marks, both: Ends, *, is_right: bool
) -> OptionFigures:
    picked = [float(text in one) for one in chosen]
    hundredths = items.along(picked, rest)
    value = None if hundredths.value is None else hundredths.value / 100
    drew = sum(picked) / len(picked) >= WORKS_FROM
    draws_the_weak = value is None or value < 0
    return OptionFigures(
        text=text,
        is_right=is_right,
        chosen=int(sum(picked)),
        asked=len(chosen),
        upper=int(sum(picked[place] for place in both.upper)),
        lower=int(sum(picked[place] for place in both.lower)),
        correlation=Figure(value, _why(hundredths.why, sum(picked), len(picked))),
        works=None if is_right else drew and draws_the_weak,
    )


def _why(why: str, count: float, asked: int) -> str:
    """The reason in the words of options."""
    if not why or asked < 2 or 0 < count < asked:
        return why
    return "Everybody chose it." if count else "Nobody chose it."
