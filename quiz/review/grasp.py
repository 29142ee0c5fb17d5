"""What a learner brings along on a day, and so how likely a question goes well."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from quiz import memory
from quiz.choosing.candidates import Candidate
from quiz.models import Format, Learner, Memory, Side
from quiz.recall import elo, ratings

Key = tuple[str, str]  # claim, side

WELL_KNOWN_DAYS = 7  # of stability, from which a side is asked in harder ways

TYPED = {Format.DATE, Format.NAME, Format.NUMBER}

# Chance of being right blindly, by and large; what is typed is not guessed.
BLIND = {
    "choice": 0.29,
    "pair": 0.5,
    "order": 0.2,
    "timeline": 0.2,
    "match": 0.15,
    "several": 0.05,
}


@dataclass(frozen=True)
class Grasp:
    """Memories by side, skill by topic, and what that day has asked or told already."""

    on: dt.date
    memories: Mapping[Key, Memory] = field(default_factory=dict)
    skills: Mapping[str, float] = field(default_factory=dict)
    met: frozenset[str] = frozenset()  # claims
    difficulties: Mapping[str, float] = field(default_factory=dict)

    @cached_property
    def recalls(self) -> dict[Key, float]:
        """How likely each side that was reviewed is recalled."""
        return {
            key: memory.recall(own, self.on)
            for key, own in self.memories.items()
            if own.stability is not None
        }

    def facing(self, candidates: Iterable[Candidate]) -> "Grasp":
        """The same, knowing how hard these are for everybody."""
        parts = {
            part
            for c in candidates
            for claim, side in c.sides
            for part in ratings.parts(c.family, c.format, claim, side)
        }
        return replace(self, difficulties=ratings.difficulty_of(parts))

    def is_well_known(self, key: Key) -> bool:
        own = self.memories.get(key)
        return own is not None and (
            own.is_held or (own.stability or 0.0) >= WELL_KNOWN_DAYS
        )

    def is_open(self, candidate: Candidate) -> bool:
        """Whether it asks for no exact date before its year is well known."""
        return all(
            (claim, side) in self.recalls or self.is_well_known((claim, Side.YEAR))
            for claim, side in candidate.sides
            if side == Side.DAY
        )

    def success(self, candidate: Candidate) -> float:
        """How much of it is likely answered rightly, from 0 to 1."""
        known = [self._known(candidate, key) for key in candidate.sides]
        average = sum(known) / len(known) if known else 0.0
        blind = BLIND.get(candidate.format, 0.0)
        return average + (1 - average) * blind

    def _known(self, candidate: Candidate, key: Key) -> float:
        """By memory where there is one, else by what Elo's ratings expect."""
        if key in self.recalls:
            return self.recalls[key]
        parts = ratings.parts(candidate.family, candidate.format, *key)
        difficulty = sum(self.difficulties.get(part, 0.0) for part in parts)
        return elo.expected(self.skills.get(candidate.topic, 0.0), difficulty)


def of(
    learner: Learner | None, on: dt.date, secret: frozenset[str] = frozenset()
) -> Grasp:
    """What the learner brings along; nobody brings nothing.

    Claims that were asked and are not told yet are as good as asked today, and what
    became of them shows nowhere.
    """
    if learner is None:
        return Grasp(on)
    return Grasp(
        on,
        {
            (own.claim, own.side): own
            for own in learner.memories.order_by("pk")
            if own.claim not in secret
        },
        dict(learner.skills.values_list("topic", "value")),
        memory.told_on(on, learner) | secret,
    )
