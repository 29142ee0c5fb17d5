"""How well a group is expected to do on questions, before anybody has been asked them.

The ratings of `quiz/elo.py` tell how hard each part of a question is. Somebody of
middling skill is expected to get what those ratings give, and what blind luck adds. A
question is easy where that is EASY_FROM of its points at least, hard where it is less
than HARD_BELOW. So long as nobody has answered, only the way of answering makes one
harder than another: to choose one of four is easy, to type is hard.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from quiz.choosing.candidates import Candidate
from quiz.models import Difficulty, QuestionSet
from quiz.review.grasp import Grasp

Level = QuestionSet.Difficulty

EASY_FROM = 0.64  # to choose one begins at 0.645, several at 0.525
HARD_BELOW = 0.52  # to type begins at 0.5
UNRATED = (("", ""),)
NO_DAY = dt.date(2000, 1, 1)  # nothing is remembered, so the day counts for nothing


def successes(candidates: Collection[Candidate]) -> dict[int, float]:
    """How much of each is expected to be answered rightly, from 0 to 1; wants sides."""
    rated = dict(Difficulty.objects.values_list("key", "value"))
    anybody = Grasp(NO_DAY, difficulties=rated)
    return {c.pk: anybody.success(_with_a_side(c)) for c in candidates}


def _with_a_side(candidate: Candidate) -> Candidate:
    """What a teacher wrote shows no side of a fact, but is asked in some way too."""
    return candidate if candidate.sides else candidate._replace(sides=UNRATED)


def level(success: float) -> str:
    if success >= EASY_FROM:
        return Level.EASY
    return Level.HARD if success < HARD_BELOW else Level.MIDDLE


def of_level(candidates: Collection[Candidate], wanted: str) -> list[int]:
    """Those that are so hard; wants sides."""
    return [
        pk for pk, success in successes(candidates).items() if level(success) == wanted
    ]


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
