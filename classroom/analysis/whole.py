"""What a whole test was worth: where its scores lie, and how far they can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, sqrt
from statistics import median

from classroom.analysis import moments
from classroom.analysis.figures import (
    ONE_QUESTION,
    SAME_TOTAL,
    Figure,
    none,
    too_few,
)
from classroom.analysis.moments import Marks


@dataclass(frozen=True)
class Scores:
    """Where the scores lie, in per cent of all that can be earned."""

    attempts: int
    mean: Figure
    median: Figure
    deviation: Figure
    skewness: Figure
    kurtosis: Figure


@dataclass(frozen=True)
class Trust:
    """How far the scores would be the same for as good another test, in per cent."""

    consistency: Figure
    error_ratio: Figure
    standard_error: Figure


def scores(shares: Marks) -> Scores:
    """Of what each attempt earned, as a share of 1; at least one attempt."""
    return Scores(
        attempts=len(shares),
        mean=Figure(100 * moments.mean(shares)),
        median=Figure(100 * median(shares)),
        deviation=_lack(shares, 2) or Figure(100 * moments.deviation(shares)),
        skewness=_shape(shares, 3) or Figure(moments.skewness(shares)),
        kurtosis=_shape(shares, 4) or Figure(moments.kurtosis(shares)),
    )


def trust(rows: Sequence[Marks]) -> Trust:
    """Of attempts at one paper; a row holds one attempt's marks, one a question."""
    totals = [fsum(row) for row in rows]
    count = len(rows[0])
    missing = _shape(totals, 3) or (none(ONE_QUESTION) if count < 2 else None)
    if missing:
        return Trust(missing, missing, missing)
    apart = fsum(moments.variance(column) for column in zip(*rows, strict=True))
    unshared = apart / moments.variance(totals)
    consistency = 100 * count / (count - 1) * (1 - unshared)
    # Rounding may make a little more than all of it out of a perfect agreement.
    error_ratio = 100 * sqrt(max(0.0, 1 - consistency / 100))
    spread = 100 * moments.deviation(totals) / count
    return Trust(
        Figure(consistency), Figure(error_ratio), Figure(error_ratio * spread / 100)
    )


def without_trust(why: str) -> Trust:
    """Where the papers differ, none of it can be told."""
    return Trust(none(why), none(why), none(why))


def _lack(marks: Marks, least: int) -> Figure | None:
    return too_few(least) if len(marks) < least else None


def _shape(marks: Marks, least: int) -> Figure | None:
    """What keeps marks from having a shape: too few of them, or all the same."""
    if missing := _lack(marks, least):
        return missing
    return none(SAME_TOTAL) if moments.is_flat(marks) else None
