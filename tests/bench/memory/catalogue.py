"""The questions there are, as far as answering and remembering need to know them."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from quiz.models import Question, Side

Key = tuple[str, str]  # claim, side

TYPED = ("name", "date", "number")
CHOSEN = ("choice", "several", "timeline")
TOGETHER = ("pair", "order", "match")


@dataclass(frozen=True)
class Asked:
    """One question: what it shows of which sides, and what can be had by guessing."""

    key: str
    family: str
    format: str
    topic: str
    sides: tuple[Key, ...]
    chance: float = 0.0  # of being right blindly, for each side
    among: int = 1
    alike: int = 1  # options that share the year of the right one

    @property
    def kind(self) -> str:
        if self.format in TOGETHER:
            return "together"
        return "typed" if self.format in TYPED else "chosen"


class Catalogue:
    """All questions, by the sides they ask."""

    def __init__(self, questions: Iterable[Asked]) -> None:
        self.questions = tuple(questions)
        self.alone: dict[Key, list[Asked]] = defaultdict(list)
        self.together: dict[Key, list[Asked]] = defaultdict(list)
        for asked in self.questions:
            where = self.together if asked.kind == "together" else self.alone
            for side in asked.sides:
                where[side].append(asked)

    @cached_property
    def sides(self) -> list[Key]:
        """All that can be asked by themselves or among others."""
        return sorted({*self.alone, *self.together})

    @cached_property
    def facts(self) -> dict[str, tuple[Key, ...]]:
        """The sides that make a fact known, as `quiz.recall.standing` counts them."""
        found: dict[str, list[Key]] = defaultdict(list)
        for claim, side in sorted(self.alone):
            if side != Side.ORDER:
                found[claim].append((claim, side))
        return {claim: tuple(sides) for claim, sides in found.items()}


def made_up(facts: int, format: str = "name", chance: float = 0.0) -> Catalogue:
    """So many facts of one side each, all asked in one way."""
    return Catalogue(
        Asked(f"{n}", "family", format, "topic", ((f"fact-{n}", "who"),), chance)
        for n in range(facts)
    )


def shipped() -> list[Asked]:
    """The questions in use. Lists to be named whole are left out: they are three."""
    rows = Question.objects.active().exclude(format="roll").order_by("key")
    return [_asked(question) for question in rows]


def _asked(question: Question) -> Asked:
    count = len(question.options)
    chance, among = {
        "choice": (1 / count, 1),
        "timeline": (1 / count, 1),
        "several": (len(question.sides) / count, 1),
        "pair": (1 / 2, 2),
        "order": (1 / count, count),
        "match": (1 / count, len(question.prompts)),
    }.get(question.format, (0.0, 1))
    return Asked(
        key=question.key,
        family=question.family,
        format=question.format,
        topic=question.topic,
        sides=tuple((claim, side) for claim, side in question.sides),
        chance=chance,
        among=among,
        alike=_alike(question) if question.format == "choice" else 1,
    )


def _alike(question: Question) -> int:
    years = [option["text"].split()[-1] for option in question.options]
    return years.count(years[question.solution])


def write(questions: Iterable[Asked], path: Path) -> None:
    path.write_text(json.dumps([asdict(asked) for asked in questions]), "utf-8")


def read(path: Path) -> Catalogue:
    rows = json.loads(path.read_text("utf-8"))
    for row in rows:
        row["sides"] = tuple((claim, side) for claim, side in row["sides"])
    return Catalogue(Asked(**row) for row in rows)
