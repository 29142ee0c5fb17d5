"""A learner's finished quizzes, as rows and as a line."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from uuid import UUID

from django.utils.formats import date_format
from django.utils.timezone import localtime

from quiz import charts, scoring
from quiz.charts import Chart
from quiz.forms import EVERYTHING
from quiz.models import Attempt, AttemptQuerySet, QuestionSet

ATTEMPTS_IN_CHART = 30
ROWS_ON_A_PAGE = 50
EMPTY: Mapping[UUID, str] = MappingProxyType({})


@dataclass(frozen=True)
class ScoreRow:
    title: str
    topic_label: str
    set: QuestionSet | None
    score: float
    length: int
    finished_at: dt.datetime
    url: str
    is_told: bool = True
    points_before: str = ""  # a correction, where they were others

    @property
    def points(self) -> str:
        return scoring.points(self.score)

    @property
    def percent(self) -> int:
        return scoring.percent(self.score, self.length)


def rows(
    attempts: Iterable[Attempt],
    untold: Collection[UUID] = (),
    before: Mapping[UUID, str] = EMPTY,
) -> list[ScoreRow]:
    """As they come, with their scores (`with_score`), and those before a correction;
    those of `untold` are secret."""
    return [
        ScoreRow(
            title=attempt.title,
            topic_label=attempt.get_topic_display() or EVERYTHING,
            set=attempt.question_set,
            score=attempt.score,
            length=attempt.length,
            finished_at=attempt.last_answer_at or attempt.started_at,
            url=attempt.get_absolute_url(),
            is_told=attempt.pk not in untold,
            points_before=before.get(attempt.pk, ""),
        )
        for attempt in attempts
    ]


def chart(finished: AttemptQuerySet) -> Chart | None:
    """The latest scores as a line; a single question is no score to compare."""
    latest = rows(finished.filter(length__gt=1)[:ATTEMPTS_IN_CHART])
    return charts.line([(row.percent, _label(row)) for row in reversed(latest)])


def _label(row: ScoreRow) -> str:
    day = date_format(localtime(row.finished_at), "j F Y")
    return f"{day}: {row.points} of {row.length}"
