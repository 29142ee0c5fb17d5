"""How good predictions are. A pair is what was predicted and whether it came true."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise
from math import exp, floor, log, sqrt
from statistics import fmean

Pair = tuple[float, bool]
BINS = 10
NEVER, EVER = 1e-6, 1 - 1e-6  # no prediction is taken for surer than that


def log_loss(pairs: Sequence[Pair]) -> float:
    """The mean surprise; .693 says nothing, 0 is foreseeing all."""
    return -fmean(
        log(p if is_right else 1 - p)
        for p, is_right in ((min(max(p, NEVER), EVER), right) for p, right in pairs)
    )


def auc(pairs: Iterable[Pair]) -> float | None:
    """How often what came true was thought likelier than what did not; ties count half.

    None where all or nothing came true.
    """
    ordered = sorted(pairs)
    right = sum(is_right for _, is_right in ordered)
    wrong = len(ordered) - right
    if not right or not wrong:
        return None
    ranks, before = 0.0, 0
    for _, ties in groupby(ordered, key=lambda pair: pair[0]):
        tied = [is_right for _, is_right in ties]
        ranks += sum(tied) * (before + (len(tied) + 1) / 2)
        before += len(tied)
    return (ranks - right * (right + 1) / 2) / (right * wrong)


def calibration(
    pairs: Iterable[Pair], bins: int = BINS
) -> list[tuple[float, float, int]]:
    """Predicted, observed and how many, in bins of as many each, least likely first."""
    ordered = sorted(pairs)
    edges = [round(len(ordered) * n / bins) for n in range(bins + 1)]
    cut = [ordered[a:b] for a, b in pairwise(edges) if a < b]
    return [
        (fmean(p for p, _ in some), fmean(right for _, right in some), len(some))
        for some in cut
    ]


Place = tuple[int, int, int]  # days waited, reviews before, lapses before


def rmse_bins(placed: Iterable[tuple[Place, Pair]]) -> float:
    """How far predictions are off, in bins of like histories, as srs-benchmark has it.

    A bin is what has waited, been reviewed and been forgotten by and large as often.
    """
    bins: dict[Place, list[Pair]] = defaultdict(list)
    for (waited, reviews, lapses), pair in placed:
        place = _step(waited, 3.62), _step(reviews, 1.89), _step(lapses, 1.73)
        bins[place].append(pair)
    squares, count = 0.0, 0
    for pairs in bins.values():
        off = fmean(p for p, _ in pairs) - fmean(right for _, right in pairs)
        squares += len(pairs) * off**2
        count += len(pairs)
    return sqrt(squares / count)


def _step(value: int, base: float) -> int:
    """Which power of the base it has reached; -1 for nothing."""
    return floor(log(value) / log(base)) if value > 0 else -1


class MovingAverage:
    """MOVING-AVG of srs-benchmark: one learner’s luck of late, whatever is asked.

    A number on the logistic scale begins at 1.2 (77 %) and takes a step of .3 times
    the surprise after each answer.
    """

    START, STEP = 1.2, 0.3

    def __init__(self) -> None:
        self._x = self.START

    @property
    def predicted(self) -> float:
        return 1 / (1 + exp(-self._x))

    def learn(self, *, is_right: bool) -> None:
        self._x += self.STEP * (is_right - self.predicted)


class RunningMean:
    """The share that came right so far, over everybody; one half before anything did."""

    def __init__(self) -> None:
        self._right, self._count = 1, 2

    @property
    def predicted(self) -> float:
        return self._right / self._count

    def learn(self, *, is_right: bool) -> None:
        self._right += is_right
        self._count += 1
