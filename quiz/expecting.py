"""How well a group is expected to do on questions, before anybody has been asked them.

The ratings of `quiz/elo.py` tell how hard each part of a question is. Somebody of
middling skill is expected to get what those ratings give, and what blind luck adds; so
long as nobody has answered, only the way of answering makes one harder than another.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from quiz.candidates import Candidate
from quiz.models import QuestionSet
from quiz.review.grasp import Grasp

Level = QuestionSet.Difficulty

EASY_FROM = 0.64  # expected to be right, on average: what is chosen from four is 0.645
HARD_BELOW = 0.52  # what is typed is 0.5
NO_DAY = dt.date(2000, 1, 1)  # nothing is remembered, so the day counts for nothing


def successes(candidates: Collection[Candidate]) -> dict[int, float]:
    """How much of each is expected to be answered rightly, from 0 to 1; wants sides."""
    anybody = Grasp(NO_DAY).facing(candidates)
    return {candidate.pk: anybody.success(candidate) for candidate in candidates}


def level(success: float) -> str:
    if success >= EASY_FROM:
        return Level.EASY
    return Level.HARD if success < HARD_BELOW else Level.MIDDLE


def average(
    chosen: Sequence[Candidate], expected: Mapping[int, float] | None = None
) -> float:
    """The share of the points that a group is expected to get."""
    known = successes(chosen) if expected is None else expected
    return sum(known[c.pk] for c in chosen) / len(chosen) if chosen else 0.0


def spread(papers: Sequence[Sequence[Candidate]]) -> float:
    """By how much the expected scores of these papers differ at most."""
    averages = [average(paper) for paper in papers]
    return max(averages) - min(averages) if averages else 0.0
