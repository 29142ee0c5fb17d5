"""What the page of a question shows, before the answer and after it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone

from quiz import asking, clock, memory
from quiz.corrections import news
from quiz.course import Course
from quiz.formats import FORMATS, AnswerForm
from quiz.forms import DisputeForm
from quiz.models import Attempt, Item, Question
from quiz.recall import meetings


@dataclass(frozen=True)
class Step:
    """One place in the ribbon above a question."""

    state: str  # right, part, wrong, given, now or todo
    label: str


STEP_WORDS = {
    "right": "right",
    "part": "partly right",
    "wrong": "not right",
    "given": "answered",
    "now": "the one you are at",
    "todo": "still to come",
}


def steps(attempt: Attempt, shown: Item, *, tells: bool = True) -> list[Step]:
    """The whole attempt in small, as seen from the question shown."""
    return [
        Step(state, f"Question {item.position}: {STEP_WORDS[state]}")
        for item in attempt.items.all()
        for state in [_state(item, shown, tells=tells)]
    ]


def _state(item: Item, shown: Item, *, tells: bool) -> str:
    if item.is_answered and not tells:
        return "given"
    if item.is_answered:
        part = "part" if item.is_partly_right else "wrong"
        return "right" if item.is_right else part
    return "now" if item.position == shown.position else "todo"


def board(run: Course, shown: Item, form: AnswerForm | None = None) -> dict[str, Any]:
    """Where there is an answer what it tells, else a form: the given or a fresh one."""
    own = run.attempt
    is_told = shown.is_answered and run.tells
    is_last = shown.position == own.length or run.terms.is_past(run.now)
    disputes = [*shown.disputes.all()] if is_told else []
    format = FORMATS[shown.format]
    told = news.told(own) if is_told else None
    note = told.on(shown) if told else None
    if not shown.is_answered and form is None:
        form = format.form(shown)
    return {
        "attempt": own,
        "item": shown,
        "tells": run.tells,
        "clock": clock.of(run.terms.deadline, run.now) if run.open_item else None,
        "wants_certainty": run.terms.wants_certainty,
        "form": form,
        "format_template": format.template,
        "answer_url": reverse("quiz:answer_item", args=[own.pk, shown.position]),
        "enter_url": reverse("quiz:enter", args=[own.pk, shown.position]),
        "steps": steps(own, shown, tells=run.tells),
        "feedback": news.feedback(shown, note) if is_told else None,
        "note": note,
        "undone": told.undone_on(shown) if told else None,
        "again": _again(own, shown, timezone.localdate(run.now)) if is_told else "",
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
        shown = asking.as_shown(question, asking.TRIAL_SEED)
        return cls(
            pk=question.pk,
            stem=question.stem,
            topic_label=question.get_topic_display(),
            options=[option["text"] for option in shown.options],
        )
