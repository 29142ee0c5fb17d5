"""Sums over marks: variance, covariance and what is made of them."""

from collections.abc import Sequence
from math import fsum, sqrt

EQUAL = 1e-9  # two sums of the same marks in another order differ by less

Marks = Sequence[float]


def is_flat(marks: Marks) -> bool:
    """Whether they are all the same, but for how a machine adds."""
    return max(marks) - min(marks) < EQUAL


def mean(marks: Marks) -> float:
    return fsum(marks) / len(marks)


def covariance(xs: Marks, ys: Marks) -> float:
    """Of two or more; nothing goes along with what does not vary."""
    if is_flat(xs) or is_flat(ys):
        return 0.0
    mean_x, mean_y = mean(xs), mean(ys)
    products = ((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return fsum(products) / (len(xs) - 1)


def variance(marks: Marks) -> float:
    return covariance(marks, marks)


def deviation(marks: Marks) -> float:
    return sqrt(variance(marks))


def correlation(xs: Marks, ys: Marks) -> float:
    """From -1 to 1, of marks neither of which is flat."""
    return covariance(xs, ys) / sqrt(variance(xs) * variance(ys))


def central(marks: Marks, power: int) -> float:
    """The mean of the distances from the mean, raised to a power."""
    middle = mean(marks)
    return fsum((mark - middle) ** power for mark in marks) / len(marks)


def skewness(marks: Marks) -> float:
    """Of three marks or more that are not flat, by k-statistics: k3 / k2^1.5."""
    n = len(marks)
    k3 = n * n * central(marks, 3) / ((n - 1) * (n - 2))
    return k3 / variance(marks) ** 1.5


def kurtosis(marks: Marks) -> float:
    """Of four marks or more that are not flat, by k-statistics: k4 / k2²."""
    n = len(marks)
    second, fourth = central(marks, 2), central(marks, 4)
    above = (n + 1) * fourth - 3 * (n - 1) * second**2
    k4 = n * n * above / ((n - 1) * (n - 2) * (n - 3))
    return k4 / variance(marks) ** 2
