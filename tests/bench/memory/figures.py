"""From what was recorded to the figures that are reported."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import Any

from quiz.models import Review, Side
from tests.bench.memory import metrics
from tests.bench.memory.metrics import MovingAverage, Pair, RunningMean
from tests.bench.memory.simulate import LOOKS, Outcome
from tests.bench.memory.study import Record

Figures = dict[str, Any]
Foreseen = tuple[Record, dict[str, float]]  # a review, and what each predictor said

KINDS = {"typed": ("typed",), "chosen": ("chosen",), "both": ("typed", "chosen")}
NEAR = 1  # days after it was due on which a review still counts as on time
HALF_BLIND = 0.4  # chance of a blind answer, of things to be ticked
SETTLED = 2  # days; what waits one only may be due below 90 % already


def reviews(records: Iterable[Record]) -> list[Record]:
    """What counted as a review of something reviewed before, asked by itself."""
    return [
        record
        for record in records
        if record.effect == Review.Effect.RATED
        and record.predicted is not None
        and record.kind != "together"
    ]


def on_time(records: Iterable[Record]) -> list[Record]:
    return [r for r in records if r.late is not None and 0 <= r.late <= NEAR]


def settled(records: Iterable[Record]) -> list[Record]:
    """What was to wait for two days or more."""
    return [r for r in records if (r.waited or 0) - (r.late or 0) >= SETTLED]


def of_kind(records: Iterable[Record], kind: str) -> list[Record]:
    return [record for record in records if record.kind in KINDS[kind]]


def recall(records: Sequence[Record]) -> Figures:
    """How much was truly recalled, foreseen and answered rightly."""
    if not records:
        return {"reviews": 0}
    return {
        "reviews": len(records),
        "foreseen": fmean(r.predicted or 0.0 for r in records),
        "true": fmean(r.true for r in records),
        "answered": fmean(r.is_right for r in records),
    }


def recalls(records: Sequence[Record]) -> Figures:
    """On time and whenever, of each kind."""
    selections = {
        "on time": on_time(records),
        "on time, after two days or more": settled(on_time(records)),
        "whenever": list(records),
    }
    return {
        name: {kind: recall(of_kind(some, kind)) for kind in KINDS}
        for name, some in selections.items()
    }


def dates_chosen(records: Iterable[Record]) -> Figures:
    """Exact dates chosen among options, of which knowing the year may be enough."""
    return recall([r for r in records if r.side == Side.DAY and r.kind == "chosen"])


def by_learner(records: Sequence[Record]) -> list[float]:
    """How much each truly recalled of what was due after two days or more, in order."""
    own: dict[int, list[float]] = defaultdict(list)
    for record in settled(on_time(records)):
        own[record.learner].append(record.true)
    return sorted(map(fmean, own.values()))


def foreseen(records: Sequence[Record]) -> list[Foreseen]:
    """Each review with the word of all predictors, who learn from one to the next."""
    everybody = RunningMean()
    own: dict[int, MovingAverage] = defaultdict(MovingAverage)
    told = []
    for record in records:
        assert record.predicted is not None
        moving = own[record.learner]
        words = {
            "FSRS": record.predicted,
            "FSRS and chance": _with_chance(record.predicted, record.chance),
            "running mean": everybody.predicted,
            "moving average": moving.predicted,
            "Elo": record.by_rating,
            "the truth": _with_chance(record.true, record.chance),
        }
        told.append((record, words))
        moving.learn(is_right=record.is_right)
        everybody.learn(is_right=record.is_right)
    return told


def _with_chance(known: float, chance: float) -> float:
    return known + (1 - known) * chance


def predictions(told: Sequence[Foreseen]) -> Figures:
    """The metrics of each predictor, for each kind of question."""
    return {
        kind: _scores([one for one in told if one[0].kind in KINDS[kind]])
        for kind in KINDS
    }


def _scores(told: Sequence[Foreseen]) -> Figures:
    names = told[0][1] if told else ()
    found: Figures = {"reviews": len(told)}
    for name in names:
        pairs: list[Pair] = [(words[name], r.is_right) for r, words in told]
        places = [(r.waited or 0, r.reviews, r.lapses) for r, _ in told]
        found[name] = {
            "log loss": metrics.log_loss(pairs),
            "auc": metrics.auc(pairs),
            "rmse": metrics.rmse_bins(zip(places, pairs, strict=True)),
        }
    return found


def calibrations(told: Sequence[Foreseen]) -> Figures:
    """Predicted and observed in ten bins, typed and chosen."""
    return {
        kind: metrics.calibration(
            [(words["FSRS"], r.is_right) for r, words in told if r.kind == kind]
        )
        for kind in ("typed", "chosen")
    }


def rules(outcomes: Mapping[str, Outcome]) -> Figures:
    """What each rule of rating comes to."""
    found = {}
    for name, outcome in outcomes.items():
        counted = reviews(outcome.records)
        on_day = settled(on_time(counted))
        found[name] = {
            "reviews": len(counted),
            "hours": outcome.hours(),
            "on time": recall(on_time(counted)),
            "settled": recall(on_day),
            "half blind": recall([r for r in on_day if r.chance >= HALF_BLIND]),
            "known": outcome.known,
        }
    return found


def plans(outcomes: Mapping[str, Outcome]) -> Figures:
    """Facts known on each of the days, and how many an hour has added."""
    return {name: _gains(outcome) for name, outcome in outcomes.items()}


def _gains(outcome: Outcome) -> Figures:
    start, *later = LOOKS
    known = outcome.known
    hours = {day: outcome.hours(day) for day in later}
    return {
        "known": known,
        "hours": hours,
        "an hour": {day: (known[day] - known[start]) / hours[day] for day in later},
    }
