"""Item analysis of an assignment: which attempts it is of, and each question in order."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from classroom.analysis import advice, items, pools, whole
from classroom.analysis.advice import Flag
from classroom.analysis.items import ItemFigures
from classroom.analysis.whole import Scores, Trust
from classroom.models import Assignment
from classroom.results import answers as answering
from classroom.results import sittings
from classroom.results.answers import Answers
from classroom.results.filters import EVERY
from classroom.results.marks import Sat
from quiz.formats import FORMATS
from quiz.models import Item, Question


@dataclass(frozen=True)
class Worth:
    """A question as it was asked, with its figures and what to make of them."""

    number: int
    key: str
    item: Item
    guess: float  # what blind guessing earns, in per cent
    figures: ItemFigures
    flags: list[Flag]


@dataclass(frozen=True)
class Analysis:
    """Of attempts that are over; by default each pupil's first."""

    assignment: Assignment
    sats: Sequence[Sat]
    answers: Answers
    papers: Sequence[str]

    @cached_property
    def rows(self) -> list[dict[int, float]]:
        return [self.answers.earned(sat.pk) for sat in self.sats]

    @cached_property
    def is_one_paper(self) -> bool:
        return pools.is_one_paper(self.rows)

    @cached_property
    def figures(self) -> dict[int, ItemFigures]:
        """Of each question by its number, the hardest first."""
        found = self._fixed() if self.is_one_paper else pools.of_all(self.rows)
        facility = {key: of.facility.value or 0.0 for key, of in found.items()}
        return {
            key: found[key] for key in sorted(found, key=lambda k: (facility[k], k))
        }

    def _fixed(self) -> dict[int, ItemFigures]:
        if not self.rows:
            return {}
        keys = sorted(self.rows[0])
        matrix = [[row[key] for key in keys] for row in self.rows]
        return dict(zip(keys, items.of_all(matrix), strict=True))

    @cached_property
    def scores(self) -> Scores:
        return whole.scores([sat.share for sat in self.sats])

    @cached_property
    def trust(self) -> Trust:
        if not self.is_one_paper:
            return whole.without_trust(pools.DIFFERENT)
        return whole.trust([list(row.values()) for row in self._in_order()])

    def _in_order(self) -> list[dict[int, float]]:
        return [dict(sorted(row.items())) for row in self.rows]

    @property
    def trust_advice(self) -> str:
        return advice.on_trust(self.trust)

    @property
    def is_small(self) -> bool:
        return len(self.sats) < advice.ENOUGH


def of(
    assignment: Assignment, now: dt.datetime, *, counts: str = "", paper: str = ""
) -> Analysis:
    """`counts` is EVERY for all attempts that are over, else the first ones are taken."""
    sats = sittings.of([assignment])[assignment.pk]
    chosen = sats if counts == EVERY else _firsts(sats)
    return Analysis(
        assignment=assignment,
        sats=[s for s in chosen if s.is_over(now) and paper in ("", s.paper)],
        answers=answering.of(assignment),
        papers=sorted({sat.paper for sat in sats if sat.paper}),
    )


def _firsts(sats: Sequence[Sat]) -> list[Sat]:
    firsts: dict[object, Sat] = {}
    for sat in sats:
        firsts.setdefault(sat.learner, sat)
    return list(firsts.values())


def worths(analysis: Analysis, questions: Sequence[int]) -> list[Worth]:
    """Of some of the questions, each with its number among all, from 1."""
    numbers = {one: number for number, one in enumerate(analysis.figures, start=1)}
    as_asked = answering.as_asked(analysis.answers, questions)
    asked = Question.objects.filter(pk__in=questions)
    keys = dict(asked.values_list("pk", "key"))
    return [
        _worth(numbers[one], keys[one], as_asked[one], analysis.figures[one])
        for one in questions
    ]


def worth(analysis: Analysis, question: Question) -> Worth | None:
    """One question; None where nobody was asked it."""
    if question.pk not in analysis.figures:
        return None
    [only] = worths(analysis, [question.pk])
    return only


def _worth(number: int, key: str, item: Item, figures: ItemFigures) -> Worth:
    guess = 100 * FORMATS[item.format].chance(item)
    flags = advice.on_item(figures, guess)
    return Worth(number, key, item, guess, figures, flags)
