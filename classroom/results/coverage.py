"""How much of what there is to know a class was asked, and how much it knows."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from classroom.models import SchoolClass
from quiz.models import Memory, Topic
from quiz.recall import standing
from quiz.recall.standing import Fact

HALF = 0.5  # of the class; a fact is known to it once so many know it


@dataclass(frozen=True)
class Part:
    """A stretch of a bar a hundred wide."""

    state: str
    start: float
    width: float


@dataclass(frozen=True)
class Covered:
    """The facts of one topic, or of all: known to half the class, asked, never asked."""

    topic: str
    label: str
    known: int
    asked: int  # of those not known
    never: int

    @property
    def total(self) -> int:
        return self.known + self.asked + self.never

    @property
    def gaps(self) -> int:
        return self.asked + self.never

    @property
    def parts(self) -> list[Part]:
        made, start = [], 0.0
        for state, count in (
            ("known", self.known),
            ("learning", self.asked),
            ("new", self.never),
        ):
            width = round(100 * count / (self.total or 1), 2)
            made.append(Part(state, round(start, 2), width))
            start += width
        return made


@dataclass(frozen=True)
class Coverage:
    """What is known of each fact: by how many of the class, where any was asked it."""

    facts: Mapping[str, Fact]
    knowers: Mapping[str, int]  # of the claims asked
    pupils: int

    @cached_property
    def topics(self) -> list[Covered]:
        return [
            self._covered(topic.value, topic.label, claims)
            for topic in Topic
            if (claims := self._on(topic.value))
        ]

    @property
    def whole(self) -> Covered:
        return self._covered("", "Everything", [*self.facts])

    def gaps(self, topic: str = "") -> list[str]:
        """What was never asked first, then what fewest know."""
        gaps = [claim for claim in self._on(topic) if not self._is_known(claim)]
        return sorted(gaps, key=lambda claim: (self.knowers.get(claim, -1), claim))

    def _on(self, topic: str) -> list[str]:
        return [c for c, fact in self.facts.items() if topic in ("", fact.topic)]

    def _is_known(self, claim: str) -> bool:
        return self.pupils > 0 and self.knowers.get(claim, 0) >= HALF * self.pupils

    def _covered(self, topic: str, label: str, claims: list[str]) -> Covered:
        known = sum(self._is_known(claim) for claim in claims)
        asked = sum(claim in self.knowers for claim in claims)
        return Covered(topic, label, known, asked - known, len(claims) - asked)


def of(school_class: SchoolClass, on: dt.date) -> Coverage:
    """By what pupils remember: of quizzes set and of those of their own choice alike."""
    facts = standing.facts()
    known: dict[tuple[object, str], set[str]] = defaultdict(set)
    asked: Counter[str] = Counter()
    for learner, claim, side, streak, due_on in _memories(school_class):
        if claim in facts:
            asked[claim] += 0
            if streak >= Memory.DAYS_TO_HOLD and on <= due_on:
                known[learner, claim].add(side)
    for (_, claim), sides in known.items():
        asked[claim] += facts[claim].sides <= sides
    return Coverage(facts, asked, school_class.enrolments.count())


def _memories(
    school_class: SchoolClass,
) -> Iterator[tuple[UUID, str, str, int, dt.date]]:
    held = Memory.objects.filter(learner__enrolments__school_class=school_class)
    fields = ("learner_id", "claim", "side", "streak", "due_on")
    return held.order_by().values_list(*fields).iterator(chunk_size=5_000)
