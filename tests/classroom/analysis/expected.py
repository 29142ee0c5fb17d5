"""The same figures from their definitions, another way than the code takes.

In fractions, without a mean anywhere: variance and covariance from all pairs, shapes
from power sums. Only at the end are roots taken, with forty digits.
"""

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import combinations

from tests.classroom.analysis.matrix import MARKS

EXACT = [[Fraction(m) for m in line.split()] for line in MARKS.strip().splitlines()]
COLUMNS = list(zip(*EXACT, strict=True))
TOTALS = [sum(row) for row in EXACT]
N, P = len(EXACT), len(COLUMNS)


def root(number: Fraction) -> Fraction:
    with localcontext() as context:
        context.prec = 40
        return Fraction((Decimal(number.numerator) / number.denominator).sqrt())


def covariance(xs, ys) -> Fraction:
    pairs = combinations(zip(xs, ys, strict=True), 2)
    apart = sum((x - u) * (y - v) for (x, y), (u, v) in pairs)
    return Fraction(apart, N * (N - 1))


def rest(column) -> list[Fraction]:
    return [total - mark for total, mark in zip(TOTALS, column, strict=True)]


def facility(column) -> Fraction:
    return 100 * sum(column) / N


def deviation(column) -> Fraction:
    return 100 * root(covariance(column, column))


def discrimination(column, others) -> Fraction:
    both = covariance(column, column) * covariance(others, others)
    return 100 * covariance(column, others) / root(both)


def efficiency(column) -> Fraction:
    others = rest(column)
    most = covariance(sorted(column), sorted(others))
    return 100 * covariance(column, others) / most


def effective_weight(column) -> Fraction:
    shared = [covariance(one, TOTALS) for one in COLUMNS]
    whole = sum(root(one) for one in shared if one >= 0)
    return 100 * root(covariance(column, TOTALS)) / whole


def power_sums() -> list[Fraction]:
    return [sum(total**power for total in TOTALS) for power in range(5)]


def skewness() -> Fraction:
    n, s1, s2, s3, _ = power_sums()
    k2 = (n * s2 - s1**2) / (n * (n - 1))
    k3 = (2 * s1**3 - 3 * n * s1 * s2 + n**2 * s3) / (n * (n - 1) * (n - 2))
    return k3 / root(k2**3)


def kurtosis() -> Fraction:
    n, s1, s2, s3, s4 = power_sums()
    k2 = (n * s2 - s1**2) / (n * (n - 1))
    above = (
        -6 * s1**4
        + 12 * n * s1**2 * s2
        - 3 * n * (n - 1) * s2**2
        - 4 * n * (n + 1) * s1 * s3
        + n**2 * (n + 1) * s4
    )
    return above / (n * (n - 1) * (n - 2) * (n - 3)) / k2**2


def consistency() -> Fraction:
    """By the covariances between questions, which is the same thing from its other end."""
    pairs = combinations(COLUMNS, 2)
    between = 2 * sum(covariance(one, other) for one, other in pairs)
    return 100 * Fraction(P, P - 1) * between / covariance(TOTALS, TOTALS)


def error_ratio() -> Fraction:
    return 100 * root(1 - consistency() / 100)


def standard_error() -> Fraction:
    spread = 100 * root(covariance(TOTALS, TOTALS)) / P
    return error_ratio() * spread / 100
