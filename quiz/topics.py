"""The topics as they stand on cards: what each holds and how well it is known."""

from dataclasses import dataclass, replace

from django.db.models import Count, F

from quiz import scoring, selection
from quiz.forms import LENGTHS
from quiz.models import Item, Learner, Question, Topic
from quiz.scoring import Given
from quiz.selection import Blueprint

SMALL = 60  # questions; a topic with more fills any quiz

WORDS = {
    Topic.TREATIES: ("§", "What was signed, when and by whom"),
    Topic.RELATIONS: ("↔", "When two states began to talk, and when they stopped"),
    Topic.MEMBERSHIPS: ("◎", "Which bodies, and what their letters stand for"),
    Topic.PEOPLE: ("✦", "Who did, held and said what"),
}


@dataclass(frozen=True)
class TopicCard:
    slug: str
    label: str
    blurb: str
    sign: str
    count: int
    known_percent: int | None
    most: int | None = None  # in one quiz, where that is less than the longest


def cards(learner: Learner | None) -> list[TopicCard]:
    """One card a topic; what is known only for somebody who has answered on it."""
    counts = dict(
        Question.objects.active()
        .order_by()
        .values_list("topic")
        .annotate(count=Count("pk"))
    )
    known = scoring.known(answers_of(learner)) if learner else {}
    return [
        TopicCard(
            slug=topic.value,
            label=topic.label,
            blurb=blurb,
            sign=sign,
            count=counts.get(topic, 0),
            known_percent=known.get(topic),
        )
        for topic, (sign, blurb) in WORDS.items()
    ]


def answers_of(learner: Learner) -> list[Given]:
    """All a learner's answers, oldest first."""
    rows = (
        Item.objects.filter(attempt__learner=learner, answer__isnull=False)
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
