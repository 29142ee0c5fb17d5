"""Whether right answers lie evenly over their places, so that no place is worth taking."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.models import Item
from quiz.quality.statistics import chi_square, p_value

ONE_OF = {"choice", "pair", "timeline"}  # whose solution is the place of an option


@dataclass(frozen=True)
class Evenness:
    """How evenly right answers lie over their places."""

    what: str
    counts: tuple[int, ...]
    chi_square: float
    p: float


def positions(items: Sequence[Item]) -> list[Evenness]:
    """Places of right answers as shown, and their ranks where options keep an order.

    A question whose options keep their order has one rank however often it is drawn.
    """
    shown: dict[int, list[int]] = defaultdict(list)
    ranks: dict[int, dict[int, int]] = defaultdict(dict)
    for item in items:
        if item.format not in ONE_OF:
            continue
        if item.question.is_ordered:
            ranks[len(item.options)][item.question_id] = item.solution
        else:
            shown[len(item.options)].append(item.solution)
    return [
        _evenness(f"place of {size}", size, shown[size]) for size in sorted(shown)
    ] + [
        _evenness(f"rank of {size}", size, list(ranks[size].values()))
        for size in sorted(ranks)
    ]


def _evenness(what: str, size: int, places: Sequence[int]) -> Evenness:
    counts = tuple(places.count(place) for place in range(size))
    distance = chi_square(counts, [len(places) / size] * size)
    return Evenness(what, counts, distance, p_value(distance, size - 1))
