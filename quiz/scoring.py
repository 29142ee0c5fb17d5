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


def first_and_later(answers: Iterable[Given]) -> tuple[list[Given], list[Given]]:
    """Answers, oldest first, parted by whether the same was asked for the first time.

    How a fact was asked does not matter, only which side of it.
    """
    met: set[tuple[str, str]] = set()
    firsts: list[Given] = []
    laters: list[Given] = []
    for answer in answers:
        key = answer.claim, answer.aspect
        (laters if key in met else firsts).append(answer)
        met.add(key)
    return firsts, laters
