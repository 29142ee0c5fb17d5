"""What the page of a question shows, before the answer and after it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from quiz import grading, meetings, memory, play
from quiz.formats import FORMATS, AnswerForm
from quiz.forms import DisputeForm
from quiz.models import Attempt, Item, Question


@dataclass(frozen=True)
class Step:
    """One place in the ribbon above a question."""

    state: str  # right, part, wrong, now or todo
    label: str


STEP_WORDS = {
    "right": "right",
    "part": "partly right",
    "wrong": "not right",
    "now": "the one you are at",
    "todo": "still to come",
}


def steps(attempt: Attempt, shown: Item) -> list[Step]:
    """The whole attempt in small, as seen from the question shown."""
    return [
        Step(state, f"Question {item.position}: {STEP_WORDS[state]}")
        for item in attempt.items.all()
        for state in [_state(item, shown)]
    ]


def _state(item: Item, shown: Item) -> str:
    if item.is_answered:
        part = "part" if item.is_partly_right else "wrong"
        return "right" if item.is_right else part
    return "now" if item.position == shown.position else "todo"


def board(
    own: Attempt, shown: Item, form: AnswerForm | None = None, *, today: dt.date
) -> dict[str, Any]:
    """Feedback where there is an answer, else a form: the given one or a fresh one."""
    is_last = shown.position == own.length
    disputes = [*shown.disputes.all()] if shown.is_answered else []
    format = FORMATS[shown.format]
    if not shown.is_answered and form is None:
        form = format.form(shown)
    return {
        "attempt": own,
        "item": shown,
        "form": form,
        "format_template": format.template,
        "answer_url": reverse("quiz:answer_item", args=[own.pk, shown.position]),
        "enter_url": reverse("quiz:enter", args=[own.pk, shown.position]),
        "steps": steps(own, shown),
        "feedback": grading.feedback(shown) if shown.is_answered else None,
        "again": _again(own, shown, today) if shown.is_answered else "",
        "next_url": reverse("quiz:result", args=[own.pk])
        if is_last
        else reverse("quiz:item", args=[own.pk, shown.position + 1]),
        "is_last": is_last,
        "disputes": disputes,
        "may_dispute": not any(dispute.is_open for dispute in disputes),
        "dispute_form": DisputeForm(),
    }


def _again(own: Attempt, shown: Item, today: dt.date) -> str:
    """When something of the question comes back; empty where nothing is kept of it."""
    day = memory.next_meeting(shown, own.learner)
    return meetings.in_words(day, today) if day else ""


@dataclass(frozen=True)
class Trial:
    """The question to try, as much of it as the home page may know."""

    pk: int  # not the key, which names the fact
    stem: str
    topic_label: str
    options: list[str]

    @classmethod
    def of(cls, question: Question) -> "Trial":
        shown = play.as_shown(question, play.TRIAL_SEED)
        return cls(
            pk=question.pk,
            stem=question.stem,
            topic_label=question.get_topic_display(),
            options=[option["text"] for option in shown.options],
        )
