"""Scores and progress, worked out from answers; values only."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple


class Given(NamedTuple):
    """One answer, as far as scores are concerned."""

    topic: str
    claim: str
    aspect: str
    credit: float  # from 0 to 1


@dataclass(frozen=True)
class Share:
    """How much of something was right."""

    label: str
    right: float
    asked: int

    @property
    def percent(self) -> int:
        return percent(self.right, self.asked)

    @property
    def points(self) -> str:
        return points(self.right)


def percent(part: float, whole: int) -> int:
    """Rounded half up, and nothing of nothing is nothing."""
    return int((200 * part + whole) // (2 * whole)) if whole else 0


def points(credit: float) -> str:
    """A score as it is read: "7", or "7.3" where an answer was right in part.

    Rounded down, so that only a whole mark looks like one.
    """
    tenths = int(credit * 10 + 1e-6)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def shares(answers: Iterable[Given], labels: dict[str, str]) -> list[Share]:
    """The share of each topic that was asked, in the order of the labels."""
    rights: dict[str, list[float]] = {}
    for answer in answers:
        rights.setdefault(answer.topic, []).append(answer.credit)
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
    latest = {(a.topic, a.claim, a.aspect): a.credit == 1 for a in answers}
    by_topic: dict[str, list[bool]] = {}
    for (topic, _, _), is_right in latest.items():
        by_topic.setdefault(topic, []).append(is_right)
    return {topic: percent(sum(r), len(r)) for topic, r in by_topic.items()}
