"""The audit's figures for the questions as they are now, kept until one changes.

What is kept stands under a fingerprint of every question: its version, its status and a
teacher's words for it. So figures of other questions can never be shown for these. What
was tried (quizzes, bots, flaws) takes longest, and is kept by itself.
"""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django.core.cache import cache

from quiz.models import Question
from quiz.quality import rules
from quiz.quality.audit import audit, trials_alone
from quiz.quality.cues import CUES
from quiz.quality.figures import Figures, figures, figures_of_trials
from quiz.quality.specimens import specimens
from quiz.quality.trials import BRIEF, QUICK, Scale
from relations import reading
from relations.knowledge import Knowledge

KEPT = 60 * 60 * 24 * 60  # seconds
COUNTING = 120  # seconds after which somebody else may try
SHAPE = 1  # of what is kept; raise it with every change of that
TRAITS = ("key", "version", "status", "edited_stem", "edited_explanation")

READ, TRIED = "read", "tried"


def fingerprint() -> str:
    """Another one for every change of a question, of the rules or of the bots."""
    questions = Question.objects.filter(is_written=False).order_by("key")
    known = [rule.slug for rule in rules.RULES], list(CUES)
    return _digest([SHAPE, known, list(questions.values_list(*TRAITS))])


def told(*, with_trials: bool) -> Figures | None:
    """The figures, counted now if need be; None while somebody else is counting them.

    Trials are counted only if asked for, and None if there are none yet.
    """
    now = fingerprint()
    found = _kept(READ, now) or _counted(READ, now)
    if found is None:
        return None
    tried = _kept(TRIED, now)
    if tried is None and with_trials:
        tried = _counted(TRIED, now)
    return found | {"trials": tried}


def refresh(knowledge: Knowledge, scale: Scale = BRIEF) -> None:
    """Count all unless this is what has been counted, the facts included."""
    now = fingerprint()
    found = _kept(READ, now)
    if found is None or found["facts"] != _facts(knowledge):
        _keep(READ, now, _read(knowledge))
    if _kept(TRIED, now) is None:
        _keep(TRIED, now, _tried(knowledge, scale))


def _counted(part: str, now: str) -> Figures | None:
    """Counts, unless somebody is at it."""
    lock = f"{_name(part, now)}/counting"
    if not cache.add(lock, 1, COUNTING):
        return None
    try:
        found = COUNTS[part](reading.knowledge())
        _keep(part, now, found)
        return found
    finally:
        cache.delete(lock)


def _read(knowledge: Knowledge) -> Figures:
    return figures(audit(knowledge, scale=QUICK)) | {
        "specimens": specimens(Question.objects.active()),
        "facts": _facts(knowledge),
    }


def _tried(knowledge: Knowledge, scale: Scale = BRIEF) -> Figures:
    return figures_of_trials(trials_alone(knowledge, scale=scale))


COUNTS: dict[str, Callable[[Knowledge], Figures]] = {READ: _read, TRIED: _tried}


def _kept(part: str, now: str) -> Figures | None:
    return cache.get(_name(part, now))


def _keep(part: str, now: str, found: Figures) -> None:
    if fingerprint() == now:  # else a question has changed under the counting
        cache.set(_name(part, now), found, KEPT)


def _name(part: str, now: str) -> str:
    return f"figures/{part}/{now}"


def _facts(knowledge: Knowledge) -> str:
    """A fingerprint of all that the figures take from the facts alone."""
    return _digest(
        [
            [c.key, c.layer, c.statement, c.unasked_because, c.is_disputed]
            for c in knowledge.claims
        ]
    )


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()
