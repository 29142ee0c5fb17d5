"""Where marks lie: the middle one, and the middle half around it; values only."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles


@dataclass(frozen=True)
class Spread:
    """In per cent."""

    count: int
    mean: float
    least: float
    lower: float
    median: float
    upper: float
    most: float

    # Where they stand in a drawing a thousand wide.

    @property
    def x_least(self) -> int:
        return round(10 * self.least)

    @property
    def x_lower(self) -> int:
        return round(10 * self.lower)

    @property
    def x_median(self) -> int:
        return round(10 * self.median)

    @property
    def x_most(self) -> int:
        return round(10 * self.most)

    @property
    def half_width(self) -> int:
        return max(4, round(10 * (self.upper - self.lower)))


def of(shares: Sequence[float]) -> Spread | None:
    """Of marks from 0 to 1; None where there are none."""
    if not shares:
        return None
    marks = [100 * share for share in shares]
    halves = marks if len(marks) > 1 else marks * 2
    lower, _, upper = quantiles(halves, n=4, method="inclusive")
    return Spread(
        count=len(marks),
        mean=fmean(marks),
        least=min(marks),
        lower=lower,
        median=median(marks),
        upper=upper,
        most=max(marks),
    )
