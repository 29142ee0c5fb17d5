"""Elo ratings kept: how able each learner is, how hard each part of a question is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from quiz.formats import Evidence
from quiz.models import Difficulty, Item, Learner, Review, Skill
from quiz.recall import elo

# Answers neither given too quickly to have been read nor told on the same day.
THOUGHT_ABOUT = (Review.Effect.RATED, Review.Effect.AMONG, Review.Effect.PULLED)

Parts = tuple[str, str, str]
Rated = Mapping[str, Difficulty]  # by the keys of parts; one never rated is missing


def parts(family: str, format: str, claim: str, side: str) -> Parts:
    """The keys of what together makes a side, asked in this way, as hard as it is."""
    return f"side:{claim}:{side}", f"format:{format}", f"family:{family}"


def known(skill: Skill, parts: Parts, rated: Rated) -> float:
    """How likely the side is known, judging by ratings alone."""
    return elo.expected(skill.value, _difficulty(parts, rated))


def lesson(
    skill: Skill, shown: Sequence[tuple[Evidence, Parts]], rated: Rated
) -> tuple[float, dict[str, float]]:
    """How far one answer moves the skill, and each part of what it showed."""
    gained, shifts = 0.0, defaultdict[str, float](float)
    for evidence, own in shown:
        p = elo.expected(skill.value, _difficulty(own, rated), evidence.chance)
        surprise = (evidence.is_right - p) / len(shown)
        gained += elo.step(skill.count) * surprise
        for part in own:
            shifts[part] -= elo.step(_count(part, rated)) * surprise
    return gained, shifts


class Ratings:
    """What an answer's learner and question were rated just before it."""

    def __init__(self, item: Item, learner: Learner, shown: Sequence[Evidence]) -> None:
        self._learner = learner
        self._shown = shown
        self._parts = {
            e: parts(item.family, item.format, e.claim, e.side) for e in shown
        }
        self._skill = Skill.objects.filter(
            learner=learner, topic=item.topic
        ).first() or Skill(learner=learner, topic=item.topic)
        named = {part for own in self._parts.values() for part in own}
        found = Difficulty.objects.filter(key__in=named)
        self._rated = {difficulty.key: difficulty for difficulty in found}

    def known(self, evidence: Evidence) -> float:
        """How likely the learner knows the side, judging by ratings alone."""
        return known(self._skill, self._parts[evidence], self._rated)

    def learn(self, reviews: Iterable[Review]) -> None:
        """Move the ratings by each side the learner answers for the first time.

        Later answers tell how well it was remembered, not how hard it is.
        """
        thought = {(r.claim, r.side) for r in reviews if r.effect in THOUGHT_ABOUT}
        fresh = [
            (evidence, self._parts[evidence])
            for evidence in self._fresh()
            if (evidence.claim, evidence.side) in thought
        ]
        if not fresh:
            return
        gained, shifts = lesson(self._skill, fresh, self._rated)
        self._skill.value += gained
        self._skill.count += 1
        self._skill.save()
        Difficulty.objects.shift(shifts)

    def _fresh(self) -> list[Evidence]:
        claims = {evidence.claim for evidence in self._shown}
        own = Review.objects.filter(
            learner=self._learner, claim__in=claims, effect__in=THOUGHT_ABOUT
        )
        met = set(own.values_list("claim", "side"))
        return [e for e in self._shown if (e.claim, e.side) not in met]


def merge(guest: Learner, own: Learner) -> None:
    """One skill of two, each weighing as much as it rests on."""
    theirs = {skill.topic: skill for skill in own.skills.all()}
    for skill in guest.skills.all():
        other = theirs.get(skill.topic)
        if other is None:
            skill.learner = own
            skill.save(update_fields=["learner"])
            continue
        count = skill.count + other.count
        total = skill.value * skill.count + other.value * other.count
        other.value, other.count = total / count, count
        other.save(update_fields=["value", "count"])


def difficulty_of(keys: Iterable[str]) -> dict[str, float]:
    """The ratings of these parts; one never rated is missing, and counts as 0."""
    found = Difficulty.objects.filter(key__in=set(keys))
    return dict(found.values_list("key", "value"))


def _difficulty(parts: Parts, rated: Rated) -> float:
    return sum(rated[part].value for part in parts if part in rated)


def _count(part: str, rated: Rated) -> int:
    return rated[part].count if part in rated else 0
