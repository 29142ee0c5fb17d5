"""One wrong option for each kind of proof, from the questions in use, to show it by."""

from collections.abc import Iterable
from typing import Any

from quiz.models import Format, Question

Specimen = dict[str, str]


def specimens(questions: Iterable[Question]) -> dict[str, Specimen]:
    """By kind of proof: the one that is told in fewest words, each asking for
    something else where that can be."""
    shown: dict[str, Specimen] = {}
    asked: set[str] = set()
    found = _by_proof(questions)
    for proof in sorted(found, key=lambda proof: (len(found[proof]), proof)):
        specimen = min(
            found[proof],
            key=lambda one: (one["aspect"] in asked, sum(map(len, one.values()))),
        )
        shown[proof] = specimen
        asked.add(specimen["aspect"])
    return shown


def _by_proof(questions: Iterable[Question]) -> dict[str, list[Specimen]]:
    found: dict[str, list[Specimen]] = {}
    for question in questions:
        if question.format not in {Format.CHOICE, Format.SEVERAL}:
            continue
        for option in question.options:
            if option["proof"] and option.get("claim"):  # told as another fact
                found.setdefault(option["proof"], []).append(_told(question, option))
    return found


def _told(question: Question, option: dict[str, Any]) -> Specimen:
    return {
        "aspect": question.aspect,
        "stem": question.stem,
        "text": option["text"],
        "truth": option["truth"],
    }
