"""Scores and progress, worked out from answers; values only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Given(NamedTuple):
    """One answer, as far as scores are concerned."""

    topic: str
    claim: str
    aspect: str
    is_right: bool


@dataclass(frozen=True)
class Share:
    """How much of something was right."""

    label: str
    right: int
    asked: int

    @property
    def percent(self) -> int:
        return percent(self.right, self.asked)


def percent(part: int, whole: int) -> int:
    """Rounded half up, and nothing of nothing is nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def shares(answers: Iterable[Given], labels: dict[str, str]) -> list[Share]:
    """The share of each topic that was asked, in the order of the labels."""
    rights: dict[str, list[bool]] = {}
    for answer in answers:
        rights.setdefault(answer.topic, []).append(answer.is_right)
    return [
        Share(label, sum(rights[topic]), len(rights[topic]))
        for topic, label in labels.items()
        if topic in rights
    ]


def known(answers: Iterable[Given]) -> dict[str, int]:
    """Of what was answered on each topic, the percentage right the last time.

    Answers come oldest first. How a fact was asked does not matter, only which side
    of it: a second question on the same one replaces the first.
    """
    latest = {(a.topic, a.claim, a.aspect): a.is_right for a in answers}
    by_topic: dict[str, list[bool]] = {}
    for (topic, _, _), is_right in latest.items():
        by_topic.setdefault(topic, []).append(is_right)
    return {topic: percent(sum(r), len(r)) for topic, r in by_topic.items()}
