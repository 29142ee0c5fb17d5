"""The topics as they stand on cards: what each holds and how well it is known."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from django.db.models import Count, F

from quiz import memory, progress, scoring, selection
from quiz.forms import LENGTHS
from quiz.models import Item, Learner, Memory, Question, Topic
from quiz.recall import standing
from quiz.scoring import Given
from quiz.selection import Blueprint

SMALL = 60  # questions; a topic with more fills any quiz

WORDS = {
    Topic.TREATIES: ("§", "What was signed, when and by whom"),
    Topic.RELATIONS: ("↔", "When two states began to talk, and when they stopped"),
    Topic.MEMBERSHIPS: ("◎", "Which organisations, and what their letters stand for"),
    Topic.PEOPLE: ("✦", "Who did, held and said what"),
}


@dataclass(frozen=True)
class TopicCard:
    slug: str
    label: str
    blurb: str
    sign: str
    count: int
    known: int | None = None  # of its facts; None for somebody who met none of them
    facts: int = 0
    most: int | None = None  # in one quiz, where that is less than the longest

    @property
    def known_percent(self) -> int:
        return scoring.percent(self.known or 0, self.facts)


def cards() -> list[TopicCard]:
    """One card a topic."""
    counts = dict(
        Question.objects.active()
        .order_by()
        .values_list("topic")
        .annotate(count=Count("pk"))
    )
    return [
        TopicCard(topic.value, topic.label, blurb, sign, counts.get(topic, 0))
        for topic, (sign, blurb) in WORDS.items()
    ]


def with_known(
    cards: list[TopicCard],
    learner: Learner | None,
    on: dt.date,
    untold: Collection[UUID] = (),
) -> list[TopicCard]:
    """The cards, those of topics the learner has met with how much of it is known."""
    memories = memory.as_told(Memory.objects.owned_by(learner), untold)
    if not memories:
        return cards
    standings = standing.standings(standing.facts(), memories, on)
    tallies = {tally.label: tally for tally in progress.by_topic(standings.values())}
    return [
        replace(card, known=tally.known, facts=tally.total)
        if (tally := tallies.get(card.label)) and tally.is_begun
        else card
        for card in cards
    ]


def answers_of(learner: Learner, untold: Collection[UUID] = ()) -> list[Given]:
    """All a learner's answers, oldest first, but those that are not told yet."""
    rows = (
        Item.objects.filter(attempt__learner=learner, answer__isnull=False)
        .exclude(attempt__in=untold)
        .order_by("answer__answered_at", "pk")
        .values_list("topic", "claim", "aspect", F("answer__credit"))
    )
    return [Given(*row) for row in rows]


def with_most(cards: list[TopicCard]) -> list[TopicCard]:
    """The cards, those of small topics with how many questions one quiz can hold."""
    told = []
    for card in cards:
        blueprint = Blueprint(length=max(LENGTHS), topics=(card.slug,))
        is_small = card.count < SMALL
        most = selection.capacity(blueprint) if is_small else None
        is_short = most is not None and most < max(LENGTHS)
        told.append(replace(card, most=most if is_short else None))
    return told
