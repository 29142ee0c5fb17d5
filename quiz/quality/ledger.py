"""The audit's figures for the questions as they are now, kept until one changes.

What is kept stands under a fingerprint of every question: its version, its status and a
teacher's words for it. So figures of other questions can never be shown for these.
"""

import hashlib
import json
from typing import Any

from django.core.cache import cache

from quiz.models import Question
from quiz.quality import rules
from quiz.quality.audit import BRIEF, Scale, audit
from quiz.quality.figures import Figures, figures
from quiz.quality.specimens import specimens
from relations import reading
from relations.knowledge import Knowledge

KEPT = 60 * 60 * 24 * 60  # seconds
COUNTING = 120  # seconds after which somebody else may try
SHAPE = 1  # of what is kept; raise it with every change of that
TRAITS = ("key", "version", "status", "edited_stem", "edited_explanation")


def fingerprint() -> str:
    """Another one for every change of a question, or of the rules."""
    questions = Question.objects.order_by("key").values_list(*TRAITS)
    known = [SHAPE, [rule.slug for rule in rules.RULES], list(questions)]
    return _digest(known)


def kept() -> Figures | None:
    """The figures of the questions as they are, if they have been counted."""
    return cache.get(_name(fingerprint()))


def kept_or_counted() -> Figures | None:
    """The figures, counted now if need be; None while somebody else is counting."""
    now = fingerprint()
    if found := cache.get(_name(now)):
        return found
    if not cache.add(f"{_name(now)}/counting", 1, COUNTING):
        return None
    try:
        return _count(reading.knowledge(), now)
    finally:
        cache.delete(f"{_name(now)}/counting")


def refresh(knowledge: Knowledge, scale: Scale = BRIEF) -> Figures:
    """Count unless this is what has been counted, the facts included."""
    now = fingerprint()
    found = cache.get(_name(now))
    if found and found["facts"] == _facts(knowledge):
        return found
    return _count(knowledge, now, scale)


def _count(knowledge: Knowledge, now: str, scale: Scale = BRIEF) -> Figures:
    counted = figures(audit(knowledge, scale=scale)) | {
        "specimens": specimens(Question.objects.active()),
        "facts": _facts(knowledge),
    }
    if fingerprint() == now:  # else a question has changed under the counting
        cache.set(_name(now), counted, KEPT)
    return counted


def _facts(knowledge: Knowledge) -> str:
    """A fingerprint of all that the figures take from the facts alone."""
    return _digest(
        [
            [c.key, c.layer, c.statement, c.unasked_because, c.is_disputed]
            for c in knowledge.claims
        ]
    )


def _name(mark: str) -> str:
    return f"figures/{mark}"


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()
