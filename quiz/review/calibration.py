"""How far somebody's "sure" can be trusted: what was said, held against what was right.

Only answers that count: the first of a day on something, and not too quick to have been
read.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from quiz import scoring
from quiz.corrections import news
from quiz.grading import Missed
from quiz.models import Answer, Item, Learner, Review, Topic
from quiz.review import rails
from quiz.review.rails import Rails, Share

SURE = 0.9  # what "sure" is taken to promise; as much as Besa asks of what is known
ENOUGH = 10  # times, before anything is concluded
TRUSTED, NEARLY = 0.85, 0.7  # shares right, from which "sure" holds, or nearly does
LONGEST_LIST = 20

SAID = {True: "Sure", False: "Not sure", None: "Nothing said"}
IN_TEN = {  # where tenths, and whether nothing spoils them, are said in other words
    (0, True): "never",
    (0, False): "hardly ever",
    (1, False): "once in 10",
    (10, False): "nearly every time",
    (10, True): "every time",
}
COUNTING = (Review.Effect.RATED, Review.Effect.AMONG, Review.Effect.PULLED)


class Told(NamedTuple):
    """One answer, as far as this is concerned."""

    topic: str
    is_sure: bool | None
    is_right: bool


@dataclass(frozen=True)
class Rate:
    """How often something was right."""

    label: str
    right: int
    count: int

    @property
    def percent(self) -> int:
        return scoring.percent(self.right, self.count)

    @property
    def share(self) -> float:
        return self.right / self.count

    @property
    def often(self) -> str:
        """In so many of ten where there were ten, or else counted out."""
        if self.count < ENOUGH:
            times = "time" if self.count == 1 else "times"
            return f"{self.right} of {self.count} {times}"
        tenths = (self.percent + 5) // 10
        is_pure = self.right in (0, self.count)
        return IN_TEN.get((tenths, is_pure), f"{tenths} times in 10")


@dataclass(frozen=True)
class Row:
    """One topic, or all of them."""

    label: str
    sure: Rate
    unsure: Rate
    silent: Rate

    @property
    def rates(self) -> list[Rate]:
        return [self.sure, self.unsure, self.silent]


@dataclass(frozen=True)
class Calibration:
    whole: Row
    topics: list[Row]

    @property
    def has_said(self) -> bool:
        """Whether sure or not sure was ever said."""
        return bool(self.whole.sure.count or self.whole.unsure.count)

    @property
    def brier(self) -> float | None:
        """Mean square of what "sure" promised less what came of it; None while too few."""
        sure = self.whole.sure
        if sure.count < ENOUGH:
            return None
        return sure.share * (1 - SURE) ** 2 + (1 - sure.share) * SURE**2

    @property
    def verdict(self) -> str:
        """How "sure" is to be taken: too few to tell, trusted, nearly or boasting."""
        sure = self.whole.sure
        if sure.count < ENOUGH:
            return "few"
        if sure.share >= TRUSTED:
            return "trusted"
        return "nearly" if sure.share >= NEARLY else "boasting"

    @property
    def chart(self) -> Rails:
        return rails.rails(
            Share(
                rate.label,
                f"{rate.right} of {rate.count}",
                rate.percent,
                aim=round(100 * SURE) if rate is self.whole.sure else None,
            )
            for rate in self.whole.rates
            if rate.count
        )


def of(learner: Learner | None, untold: Collection[UUID] = ()) -> Calibration:
    """Of all that was answered but in attempts that are not told yet."""
    if learner is None:
        return calibrated([])
    counting = learner.reviews.filter(effect__in=COUNTING)
    own = Answer.objects.filter(
        item__attempt__learner=learner, pk__in=counting.values("answer")
    )
    answers = own.exclude(item__attempt__in=untold).values_list(
        "item__topic", "is_sure", "credit"
    )
    return calibrated(Told(topic, said, credit == 1) for topic, said, credit in answers)


def calibrated(answers: Iterable[Told]) -> Calibration:
    """From values: all together, and topic by topic where there was an answer."""
    by_topic: dict[str, list[Told]] = {}
    for told in answers:
        by_topic.setdefault(told.topic, []).append(told)
    every = [told for own in by_topic.values() for told in own]
    return Calibration(
        _row("All together", every),
        [
            _row(str(label), by_topic[topic])
            for topic, label in Topic.choices
            if topic in by_topic
        ],
    )


def _row(label: str, answers: list[Told]) -> Row:
    rates = (
        Rate(words, sum(told.is_right for told in own), len(own))
        for said, words in SAID.items()
        for own in [[told for told in answers if told.is_sure is said]]
    )
    return Row(label, *rates)


def sure_and_wrong(
    learner: Learner | None, untold: Collection[UUID] = ()
) -> list[Missed]:
    """What was last answered wrongly and as sure, the latest first, a fact once."""
    if learner is None:
        return []
    open_now = set(
        learner.memories.filter(is_sure_and_wrong=True).values_list("claim", "side")
    )
    reviews = (
        learner.reviews.filter(
            effect=Review.Effect.RATED,
            is_sure=True,
            is_right=False,
            claim__in={claim for claim, _ in open_now},
            answer__isnull=False,
        )
        .exclude(answer__item__attempt__in=untold)
        .select_related("answer__item")
        .order_by("-reviewed_at", "-pk")
    )
    latest: dict[str, Item] = {}
    for review in reviews:
        if (review.claim, review.side) in open_now and review.answer:
            latest.setdefault(review.claim, review.answer.item)
    items: Mapping[int, Item] = {item.pk: item for item in latest.values()}
    listed = [*items.values()][:LONGEST_LIST]
    return news.missed(listed, news.notes_on(listed))
