"""A made-up learner at study: what is answered, and what Besa makes of it.

The steps are those of `quiz.memory.note`, by the same rules, with nothing stored.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from math import exp
from random import Random

from quiz.formats import Evidence
from quiz.models import Difficulty, Memory, Review, Side, Skill
from quiz.recall import judging, pace, ratings, spacing
from tests.bench.memory.catalogue import Asked, Key
from tests.bench.memory.minds import Mind
from tests.bench.memory.populations import Habits
from tests.bench.memory.rules import Rule, as_it_is

MONDAY = dt.date(2025, 1, 6)
SURE_IF_KNOWN, SURE_IF_NOT = 0.8, 0.1
UNREAD = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Record:
    """What one answer showed of one side, what was predicted and what was true."""

    learner: int
    side: str
    kind: str  # typed, chosen or together
    chance: float
    predicted: float | None  # None for a first meeting
    by_rating: float  # Elo's word, with chance
    true: float  # how likely it was truly recalled
    is_right: bool
    effect: str
    late: int | None  # days since it was due; negative if before
    waited: int | None  # days since the last review
    reviews: int  # before this one
    lapses: int  # failures among them but the first


@dataclass
class Ledger:
    """Difficulties as all learners of a site share them."""

    rated: dict[str, Difficulty] = field(default_factory=dict)

    def shift(self, shifts: dict[str, float]) -> None:
        for key, by in shifts.items():
            part = self.rated.setdefault(key, Difficulty(key=key))
            part.value += by
            part.count += 1


class Student:
    """A mind, its habits, and everything Besa has noted of it."""

    def __init__(
        self,
        number: int,
        mind: Mind,
        habits: Habits,
        *,
        ledger: Ledger,
        dice: Random,
        rule: Rule = as_it_is,
        is_noted: bool = True,
    ) -> None:
        self.number = number
        self.mind = mind
        self.habits = habits
        self.dice = dice
        self.memories: dict[Key, Memory] = {}
        self.records: list[Record] = []
        self._ledger = ledger
        self._rule = rule
        self._is_noted = is_noted  # not where nothing asks for it, to save time
        self._met: set[Key] = set()
        self._reviews: dict[Key, int] = defaultdict(int)
        self._lapses: dict[Key, int] = defaultdict(int)
        self._skills: dict[str, Skill] = {}
        self._moods: dict[int, float] = {}

    def due(self, day: int) -> list[Key]:
        """What is due, most forgotten first."""
        on = date(day)
        recall = {
            key: spacing.recall(judging.trace_of(memory), on) or 0.0
            for key, memory in self.memories.items()
            if memory.due_on <= on
        }
        return sorted(recall, key=lambda key: (recall[key], key))

    def is_new(self, key: Key) -> bool:
        return key not in self._met

    def is_done(self, key: Key, day: int) -> bool:
        """Whether it had its review of the day."""
        memory = self.memories.get(key)
        return memory is not None and memory.reviewed_on == date(day)

    def foreseen(self, asked: Asked, key: Key, day: int) -> float:
        """How likely it is known, by its memory or, without one, by ratings."""
        trace = judging.trace_of(self.memories.get(key))
        recall = spacing.recall(trace, date(day))
        if recall is None:
            return ratings.known(
                self._skill(asked.topic), _parts(asked, key), self._ledger.rated
            )
        return recall

    def answer(self, asked: Asked, day: int) -> float:
        """Answer, be told, and have it noted; says how many seconds it took."""
        is_read = self.dice.random() >= self.habits.rapid
        mood = self._mood(day)
        true = {key: _shifted(self.mind.recall(key, day), mood) for key in asked.sides}
        recalled = self._recalled(true) if is_read else dict.fromkeys(true, False)
        seconds = self._seconds(asked) if is_read else UNREAD
        if self._is_noted:
            self._note(asked, true, recalled, day=day, seconds=seconds)
        if is_read:
            for key in asked.sides:
                self.mind.meet(key, day, recalled=recalled[key])
        return seconds

    def _mood(self, day: int) -> float:
        if day not in self._moods:
            self._moods[day] = self.dice.gauss(0, self.habits.moods)
        return self._moods[day]

    def _recalled(self, true: dict[Key, float]) -> dict[Key, bool]:
        """Of one claim what is held best comes first: who has the day has the year."""
        luck = {claim: self.dice.random() for claim, _ in true}
        return {key: luck[key[0]] < chance for key, chance in true.items()}

    def _seconds(self, asked: Asked) -> float:
        around = self.dice.lognormvariate(0.0, 0.3)
        return pace.TYPICAL[asked.format] * self.habits.pace * around

    def _is_sure(self, recalled: dict[Key, bool]) -> bool | None:
        if not self.habits.says_sure:
            return None
        is_known = all(recalled.values())
        return self.dice.random() < (SURE_IF_KNOWN if is_known else SURE_IF_NOT)

    def _given(self, asked: Asked, recalled: dict[Key, bool]) -> dict[Key, bool]:
        """Which sides are shown rightly, by knowledge, by luck, or not for a slip."""
        if asked.format == "choice":
            given = self._chosen(asked, recalled)
        elif asked.format == "pair":
            is_right = all(recalled.values()) or self._is_lucky(asked.chance)
            given = dict.fromkeys(recalled, is_right)
        else:
            luck = {claim: self._is_lucky(asked.chance) for claim, _ in recalled}
            given = {key: known or luck[key[0]] for key, known in recalled.items()}
        slipped = {claim: self._is_lucky(self.habits.slips) for claim, _ in given}
        return {key: right and not slipped[key[0]] for key, right in given.items()}

    def _chosen(self, asked: Asked, recalled: dict[Key, bool]) -> dict[Key, bool]:
        """Whoever knows the year chooses among the dates of that year."""
        luck, odds = self.dice.random(), asked.chance
        is_right = all(recalled.values()) or luck < (
            1 / asked.alike if any(recalled.values()) else odds
        )
        by_year = luck < odds * asked.alike
        return {
            key: is_right or (key[1] == Side.YEAR and (known or by_year))
            for key, known in recalled.items()
        }

    def _is_lucky(self, odds: float) -> bool:
        return self.dice.random() < odds

    def _note(
        self,
        asked: Asked,
        true: dict[Key, float],
        recalled: dict[Key, bool],
        *,
        day: int,
        seconds: float,
    ) -> None:
        skill, is_sure = self._skill(asked.topic), self._is_sure(recalled)
        fresh = []
        for key, is_right in self._given(asked, recalled).items():
            evidence = Evidence(*key, is_right, asked.chance, asked.among)
            parts = _parts(asked, key)
            known = ratings.known(skill, parts, self._ledger.rated)
            review = _review(asked, evidence, day=day, seconds=seconds, is_sure=is_sure)
            self._judge(review, asked, known=known, true=true[key])
            if key not in self._met:
                fresh.append((evidence, parts))
        self._met.update(asked.sides)
        if fresh:
            gained, shifts = ratings.lesson(skill, fresh, self._ledger.rated)
            skill.value += gained
            skill.count += 1
            self._ledger.shift(shifts)

    def _judge(
        self, review: Review, asked: Asked, *, known: float, true: float
    ) -> None:
        key = review.claim, review.side
        memory, on = self.memories.get(key), review.reviewed_on
        trace = judging.trace_of(memory)
        review.recall = spacing.recall(trace, on)
        likely = known if review.recall is None else review.recall
        judging.judge(review, memory, known=likely, among=asked.among)
        review.rating = self._rule(review, 1.0 if asked.among > 1 else likely)
        self.records.append(
            Record(
                learner=self.number,
                side=review.side,
                kind=asked.kind,
                chance=review.chance,
                predicted=review.recall,
                by_rating=known + (1 - known) * review.chance,
                true=true,
                is_right=review.is_right,
                effect=review.effect,
                late=(on - trace.due_on).days if trace else None,
                waited=(on - trace.reviewed_on).days if trace else None,
                reviews=self._reviews[key],
                lapses=self._lapses[key],
            )
        )
        self._reviews[key] += review.effect == Review.Effect.RATED
        self._lapses[key] += trace is not None and review.rating == spacing.AGAIN
        moved = judging.moved(memory, review)
        if moved:
            self.memories[key] = moved

    def _skill(self, topic: str) -> Skill:
        return self._skills.setdefault(topic, Skill(topic=topic))


def date(day: int) -> dt.date:
    return MONDAY + dt.timedelta(days=day)


def _parts(asked: Asked, key: Key) -> ratings.Parts:
    return ratings.parts(asked.family, asked.format, *key)


def _review(
    asked: Asked, evidence: Evidence, *, day: int, seconds: float, is_sure: bool | None
) -> Review:
    return Review(
        claim=evidence.claim,
        side=evidence.side,
        format=asked.format,
        reviewed_on=date(day),
        is_right=evidence.is_right,
        is_sure=is_sure,
        chance=evidence.chance,
        seconds=seconds,
    )


def _shifted(chance: float, by: float) -> float:
    """The chance moved on the logistic scale; what is certain stays so."""
    return chance / (chance + (1 - chance) * exp(-by))
