"""The few statistics the bots need: χ² with its p-value, AUC, logistic regression."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, lgamma, log

PRECISION = 1e-12
STEPS = 300  # of the descent
RATE = 1.0
PENALTY = 1e-3  # on large weights, so that a cue seen once is not believed


def chi_square(observed: Sequence[float], expected: Sequence[float]) -> float:
    """How far counts are from what was to be expected."""
    return sum(
        (seen - due) ** 2 / due
        for seen, due in zip(observed, expected, strict=True)
        if due
    )


def p_value(chi_square: float, freedom: int) -> float:
    """How often chance alone would be at least as far from expectation."""
    return 1.0 if freedom < 1 else upper_gamma(freedom / 2, chi_square / 2)


def upper_gamma(a: float, x: float) -> float:
    """The regularised upper incomplete gamma function Q(a, x)."""
    if x <= 0:
        return 1.0
    scale = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        return 1 - scale * _series(a, x)
    return scale * _fraction(a, x)


def _series(a: float, x: float) -> float:
    """The lower function by its power series, without the common factor."""
    term = total = 1 / a
    while term > total * PRECISION:
        a += 1
        term *= x / a
        total += term
    return total


def _fraction(a: float, x: float) -> float:
    """The upper function by its continued fraction, after Lentz."""
    b = x + 1 - a
    c, d = float("inf"), 1 / b
    total, step, turn = d, 0.0, 0
    while abs(step - 1) > PRECISION:
        turn += 1
        factor = -turn * (turn - a)
        b += 2
        d = 1 / (factor * d + b)
        c = b + factor / c
        step = c * d
        total *= step
    return total


def auc(scores: Sequence[float], is_right: Sequence[bool]) -> float:
    """How often something right scores above something wrong; a tie counts half."""
    ranks = _ranks(scores)
    rights = sum(is_right)
    wrongs = len(scores) - rights
    if not rights or not wrongs:
        return 0.5
    sum_of_ranks = sum(
        rank for rank, right in zip(ranks, is_right, strict=True) if right
    )
    return (sum_of_ranks - rights * (rights + 1) / 2) / (rights * wrongs)


def _ranks(scores: Sequence[float]) -> list[float]:
    """Ranks from 1, the mean of their places for those that tie."""
    order = sorted(range(len(scores)), key=scores.__getitem__)
    ranks = [0.0] * len(scores)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        for place in order[start:end]:
            ranks[place] = (start + 1 + end) / 2
        start = end
    return ranks


@dataclass(frozen=True)
class Logistic:
    """Weights that tell right from wrong by features."""

    weights: tuple[float, ...]

    def score(self, row: Sequence[float]) -> float:
        return sum(w * x for w, x in zip(self.weights, row, strict=True))


def learn(
    groups: Sequence[Sequence[Sequence[float]]], rights: Sequence[int]
) -> Logistic:
    """Logistic regression by descent: in each group of rows just one is right.

    The chance of a row is its share of its group's exponentials, as an item has one
    right option among several.
    """
    weights = [0.0] * len(groups[0][0]) if groups else []
    for _turn in range(STEPS):
        slope = [PENALTY * weight for weight in weights]
        for rows, right in zip(groups, rights, strict=True):
            _add_slope(slope, rows, right, weights, 1 / len(groups))
        weights = [w - RATE * s for w, s in zip(weights, slope, strict=True)]
    return Logistic(tuple(weights))


def _add_slope(
    slope: list[float],
    rows: Sequence[Sequence[float]],
    right: int,
    weights: list[float],
    share: float,
) -> None:
    heights = [sum(w * x for w, x in zip(weights, row, strict=True)) for row in rows]
    top = max(heights)
    powers = [exp(height - top) for height in heights]
    total = sum(powers)
    for place, row in enumerate(rows):
        error = powers[place] / total - (place == right)
        for column, x in enumerate(row):
            slope[column] += share * error * x
