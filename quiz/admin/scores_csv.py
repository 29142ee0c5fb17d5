"""Scores as a file that spreadsheets open: UTF-8 with its mark, formulas made harmless."""

import csv
import datetime as dt
import io
from collections.abc import Iterable

from django.utils import timezone

from quiz import oversight, scoring
from quiz.harmless import harmless
from quiz.models import Attempt, Topic

COLUMNS = {
    "attempt": "the attempt's own number, the same in every download",
    "set": "the code of the question set; empty for a quiz of the student's own",
    "title": "the title of the quiz when it was started",
    "topic": "the topic, where one was chosen",
    "learner": "the name in your class, else the user name, or Guest and four signs",
    "account": "yes or no: whether the learner has signed up",
    "started": "day and time",
    "finished": "day and time of the last answer; empty while under way",
    "answered": "questions answered",
    "right": "points earned: 1 for a right answer, a part of it for one partly right",
    "questions": "questions in the quiz",
    "percent": "points of all that could be earned, rounded",
    "seconds": "from the start to the last answer given",
}


def scores_csv(attempts: Iterable[Attempt]) -> str:
    """One line for each attempt, with its score (`with_score`) and the learner's name."""
    text = io.StringIO()
    rows = csv.writer(text, quoting=csv.QUOTE_ALL)  # some split at semicolons too
    rows.writerow(COLUMNS)
    for attempt in attempts:
        rows.writerow([harmless(cell) for cell in _row(attempt)])
    return text.getvalue()


def _row(attempt: Attempt) -> list[object]:
    last = attempt.last_answer_at
    finished = last if attempt.answered == attempt.length else None
    return [
        str(attempt.pk),
        attempt.question_set.code if attempt.question_set else "",
        attempt.title,
        Topic(attempt.topic).label if attempt.topic else "",
        oversight.name_of(attempt),
        "yes" if attempt.learner.user else "no",
        _time(attempt.started_at),
        _time(finished),
        attempt.answered,
        attempt.points,
        attempt.length,
        scoring.percent(attempt.score, attempt.length),
        round((last - attempt.started_at).total_seconds()) if last else "",
    ]


def _time(moment: dt.datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M:%S}" if moment else ""
