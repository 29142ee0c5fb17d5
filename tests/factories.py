"""Valid rows for tests. Every default can be overridden; none is surprising."""

import datetime as dt
from itertools import count
from uuid import uuid4

from accounts.models import User
from quiz import play
from quiz.models import Attempt, Learner, Question, QuestionSet, Topic
from quiz.selection import Blueprint

NOW = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)

_serial = count(1)


# Accounts


def make_user(**fields) -> User:
    return User.objects.create(**{"username": f"user-{next(_serial)}"} | fields)


# Quiz


def make_question(**fields) -> Question:
    """A question whose four options are kept in the order given; the third is right."""
    n = next(_serial)
    defaults = {
        "key": f"when/fact-{n}/when",
        "family": "when",
        "topic": Topic.RELATIONS,
        "claim": f"fact-{n}",
        "aspect": "when",
        "generated_stem": f"When did relations with State {n} begin?",
        "generated_explanation": f"The list dates relations with State {n} to 1993.",
        "options": [make_option(n, year) for year in (1991, 1992, 1993, 1994)],
        "correct": 2,
        "sources": [{"locator": f"Table, row {n}", "page": f"/facts/sections/s-{n}/"}],
        "page": f"/facts/countries/state-{n}/",
        "page_title": f"State {n}",
    }
    return Question.objects.create(**defaults | fields)


def make_option(n: int, year: int) -> dict[str, str]:
    is_right = year == 1993
    return {
        "text": f"{n} March {year}",
        "proof": "" if is_right else "functional slot",
        "truth": "" if is_right else f"In {year} it was State {n}'s neighbour.",
        "page": "",
    }


def make_learner(**fields) -> Learner:
    return Learner.objects.create(**fields)


def make_attempt(
    *,
    length: int = 2,
    learner: Learner | None = None,
    questions: list[Question] | None = None,
    answers: str = "",
    now: dt.datetime = NOW,
    **fields,
) -> Attempt:
    """An attempt on fresh questions; answers "+-" gives one right, then one wrong."""
    questions = questions or [make_question() for _ in range(length)]
    pks = tuple(question.pk for question in questions)
    attempt = play.start(
        learner or make_learner(),
        blueprint=Blueprint(length=len(questions), pinned=pks),
        now=now,
        **{"title": "A quiz", "seed": 1, "token": uuid4()} | fields,
    )
    for item, sign in zip(attempt.items.all(), answers, strict=False):
        play.answer(item, right(item) if sign == "+" else wrong(item), now=now)
    return attempt


def make_question_set(**fields) -> QuestionSet:
    defaults = {
        "title": "Neighbours",
        "length": 2,
        "status": QuestionSet.Status.PUBLISHED,
    }
    return QuestionSet.objects.create(**defaults | fields)


def right(item) -> int:
    return item.correct


def wrong(item) -> int:
    return (item.correct + 1) % len(item.options)
