"""What stands in the pool: how many questions of which kind, and how wrong is proved."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quiz.models import Question

Reading = tuple[str, tuple[str, ...], frozenset[str]]
NO_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True)
class Census:
    """The questions in use, counted. Two that read alike are one distinct question."""

    questions: int
    distinct: int
    alike: tuple[tuple[str, ...], ...]  # keys of those that read like another
    reworded: int  # by a teacher
    stale: int  # of these, written before the facts changed
    by_topic: dict[str, int]
    by_format: dict[str, int]
    by_family: dict[str, int]
    wrong_options: int
    by_proof: dict[str, int]


def census(questions: Sequence[Question]) -> Census:
    readings: dict[Reading, list[str]] = defaultdict(list)
    for question in questions:
        readings[as_read(question)].append(question.key)
    proofs = Counter(
        option["proof"]
        for question in questions
        for option in question.options
        if option["proof"]
    )
    return Census(
        questions=len(questions),
        distinct=len(readings),
        alike=tuple(tuple(keys) for keys in readings.values() if len(keys) > 1),
        reworded=sum(question.is_edited for question in questions),
        stale=sum(question.edit_is_stale for question in questions),
        by_topic=_most_first(question.topic for question in questions),
        by_format=_most_first(question.format for question in questions),
        by_family=_most_first(question.family for question in questions),
        wrong_options=proofs.total(),
        by_proof=dict(sorted(proofs.items(), key=lambda kind: (-kind[1], kind[0]))),
    )


def as_read(question: Question) -> Reading:
    """What a reader would take for the same question again: the stem, what stands
    beside it, and the options in whatever order, all without case and marks."""
    return (
        folded(question.stem),
        _texts(question.prompts),
        frozenset(_texts(question.options)),
    )


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return NO_WORD.sub(" ", plain).strip()


def _texts(parts: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(folded(part["text"]) for part in parts)


def _most_first(kinds: Iterable[str]) -> dict[str, int]:
    counts = Counter(kinds)
    return dict(sorted(counts.items(), key=lambda kind: (-kind[1], kind[0])))
