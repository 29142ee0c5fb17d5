"""Elo ratings kept: how able each learner is, how hard each part of a question is."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quiz import elo
from quiz.formats import Evidence
from quiz.models import Difficulty, Item, Learner, Review, Skill


def parts(family: str, format: str, claim: str, side: str) -> tuple[str, str, str]:
    """The keys of what together makes a side, asked in this way, as hard as it is."""
    return f"side:{claim}:{side}", f"format:{format}", f"family:{family}"


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
        return elo.expected(self._skill.value, self._difficulty(evidence))

    def learn(self) -> None:
        """Move the ratings by each side the learner answers for the first time.

        Later answers tell how well it was remembered, not how hard it is.
        """
        fresh = self._fresh()
        if not fresh:
            return
        shifts: dict[str, float] = defaultdict(float)
        skill, gained = self._skill, 0.0
        for evidence in fresh:
            p = elo.expected(skill.value, self._difficulty(evidence), evidence.chance)
            surprise = (evidence.is_right - p) / len(fresh)
            gained += elo.step(skill.count) * surprise
            for part in self._parts[evidence]:
                shifts[part] -= self._step(part) * surprise
        skill.value += gained
        skill.count += 1
        skill.save()
        Difficulty.objects.shift(shifts)

    def _fresh(self) -> list[Evidence]:
        claims = {evidence.claim for evidence in self._shown}
        own = Review.objects.filter(learner=self._learner, claim__in=claims)
        met = set(own.values_list("claim", "side"))
        return [e for e in self._shown if (e.claim, e.side) not in met]

    def _difficulty(self, evidence: Evidence) -> float:
        return sum(
            self._rated[part].value
            for part in self._parts[evidence]
            if part in self._rated
        )

    def _step(self, part: str) -> float:
        return elo.step(self._rated[part].count if part in self._rated else 0)


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
