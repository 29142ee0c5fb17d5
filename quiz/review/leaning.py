"""Which questions suit a learner: those that likely go right three times in four.

What is well known is better typed than chosen; what today has asked or told already is
left out, so that it comes only where nothing else is left.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from math import exp

from quiz.choosing.candidates import Candidate
from quiz.models import Learner
from quiz.recall import elo
from quiz.review import grasp
from quiz.review.grasp import TYPED, Grasp
from quiz.selection import Leaning

WIDTH = 0.1  # off the aim, by which a question comes up about a third as often
TYPED_SOONER = 4  # times, where everything it asks is well known


def of(learner: Learner, on: dt.date) -> Leaning | None:
    """None for somebody of whom nothing is known yet."""
    if not learner.memories.exists():
        return None
    brought = grasp.of(learner, on)
    return lambda candidates: weights(candidates, brought.facing(candidates))


def weights(candidates: Sequence[Candidate], brought: Grasp) -> Mapping[int, float]:
    return {c.pk: weight(c, brought) for c in candidates if not c.asks & brought.met}


def weight(candidate: Candidate, brought: Grasp) -> float:
    off = (brought.success(candidate) - elo.AIM) / WIDTH
    is_old_hat = all(brought.is_well_known(key) for key in candidate.sides)
    sooner = TYPED_SOONER if is_old_hat and candidate.format in TYPED else 1
    return sooner * exp(-off * off)
