"""What a learner remembers: every answer noted, and what follows from it.

One memory serves a learner, a claim and a side of it, however that was asked. The
first answer of a day counts; what was right only among others shows too little, what
was wrong among others is asked tomorrow. `play` calls `note`; `learners` calls `merge`.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from quiz.formats import FORMATS, Evidence, Given
from quiz.models import OWN, Answer, Item, Learner, Memory, Review
from quiz.recall import judging, pace, spacing
from quiz.recall.judging import trace_of
from quiz.recall.ratings import Ratings
from quiz.recall.ratings import merge as merge_skills

MOVING = (
    "stability",
    "difficulty",
    "reviewed_on",
    "reviewed_at",
    "due_on",
    "streak",
    "lapses",
    "held_since",
    "is_sure_and_wrong",
    "last_format",
)

Key = tuple[str, str]  # claim, side


def note(answer: Answer, learner: Learner, *, now: dt.datetime) -> list[Review]:
    """Log what the answer shows of each side, and move memories and ratings by it.

    Wants the transaction in which the answer was stored, and its learner held.
    """
    item = answer.item
    shown = _shown(item, answer.given)
    memories = _memories(learner, shown)
    ratings = Ratings(item, learner, shown)
    told = told_on(timezone.localdate(now), learner, but=item)
    seconds = pace.seconds(answer)
    reviews, moved = [], []
    for evidence in shown:
        memory = memories.get((evidence.claim, evidence.side))
        review = _review(answer, learner, evidence, now=now, seconds=seconds)
        review.recall = spacing.recall(trace_of(memory), review.reviewed_on)
        known = ratings.known(evidence) if review.recall is None else review.recall
        judging.judge(
            review,
            memory,
            known=known,
            among=evidence.among,
            is_told=evidence.claim in told,
        )
        reviews.append(review)
        moved.append(judging.moved(memory, review))
    _keep(memory for memory in moved if memory)
    ratings.learn(reviews)
    return Review.objects.bulk_create(reviews)


def told_on(
    day: dt.date, learner: Learner, *, but: Item | None = None
) -> frozenset[str]:
    """The claims that the learner was asked that day, or told beside an answer."""
    answered = Item.objects.filter(
        attempt__learner=learner,
        answer__answered_at__gte=_dawn(day),
        answer__answered_at__lt=_dawn(day + dt.timedelta(days=1)),
    )
    if but is not None:
        answered = answered.exclude(pk=but.pk)
    rows = answered.order_by().values_list("claims", "question__reveals")
    return frozenset(claim for pair in rows for claims in pair for claim in claims)


def as_told(memories: QuerySet[Memory], untold: Collection[UUID]) -> list[Memory]:
    """The memories as they were before the answers in attempts that are not told yet."""
    found = [*memories]
    secret = Review.objects.filter(answer__item__attempt__in=untold)
    moved = {*secret.values_list("learner", "claim", "side")} if untold else set()
    if not moved:
        return found
    learners, claims, _ = map(set, zip(*moved, strict=True))
    others = Review.objects.filter(learner__in=learners, claim__in=claims)
    told: dict[tuple[UUID, str, str], list[Review]] = defaultdict(list)
    for review in others.exclude(pk__in=secret).order_by("reviewed_at", "pk"):
        key = review.learner_id, review.claim, review.side
        if key in moved:
            told[key].append(review)
    kept = [m for m in found if (m.learner_id, m.claim, m.side) not in moved]
    again = map(_told_again, told.values())
    return kept + [memory for memory in again if memory]


def recall(memory: Memory, on: dt.date) -> float:
    """How likely the side is recalled on that day; 0 where it was never reviewed."""
    return spacing.recall(trace_of(memory), on) or 0.0


def next_meeting(item: Item, learner: Learner) -> dt.date | None:
    """The first day on which something of the question comes back."""
    return first_meeting([item], learner)


def first_meeting(items: Sequence[Item], learner: Learner) -> dt.date | None:
    """The same for several answered questions; nothing comes back on the same day."""
    shown = [
        evidence
        for item in items
        for format in [FORMATS[item.format]]
        for evidence in format.evidence(item, format.right(item))
    ]
    due = [memory.due_on for memory in _memories(learner, shown).values()]
    if not due:
        return None
    answered = max(timezone.localdate(item.answer.answered_at) for item in items)
    return max(min(due), answered + dt.timedelta(days=1))


@transaction.atomic
def merge(guest: Learner, own: Learner) -> None:
    """Bring a guest's history into the account's, as if one had played all of it."""
    keys = set(guest.reviews.values_list("claim", "side").distinct())
    guest.reviews.update(learner=own)
    guest.memories.all().delete()
    merge_skills(guest, own)
    replay(own, keys)


@transaction.atomic
def replay(learner: Learner, keys: Iterable[Key] | None = None) -> int:
    """Work the learner's memories out again from the reviews; says of how many.

    Ratings stay as they were given; of two on one day the first counts.
    """
    wanted = None if keys is None else set(keys)
    told: dict[Key, list[Review]] = defaultdict(list)
    for review in learner.reviews.order_by("reviewed_at", "pk"):
        key = review.claim, review.side
        if wanted is None or key in wanted:
            told[key].append(review)
    for memory in learner.memories.all():
        if wanted is None or (memory.claim, memory.side) in wanted:
            memory.delete()
    made = [memory for reviews in told.values() if (memory := _told_again(reviews))]
    return len(Memory.objects.bulk_create(made))


def stages(reviews: Iterable[Review]) -> Iterator[tuple[dt.date, Memory]]:
    """The memory after each of one side's reviews that moved it, and on which day.

    It is one memory, which moves on: read it before asking for the next stage.
    """
    memory: Memory | None = None
    for review in reviews:
        is_second = memory is not None and memory.reviewed_on == review.reviewed_on
        if not (is_second and review.effect == Review.Effect.RATED):
            moved = judging.moved(memory, review)
            if moved:
                memory = moved
                yield review.reviewed_on, memory


def _told_again(reviews: list[Review]) -> Memory | None:
    memory: Memory | None = None
    for _, stage in stages(reviews):
        memory = stage
    return memory


def _dawn(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def _shown(item: Item, given: Given) -> list[Evidence]:
    """What the answer shows, of each side once; a question need not rest on a claim.

    What a teacher wrote shows nothing: there is no fact behind it to ask again.
    """
    if item.family == OWN:
        return []
    evidence = FORMATS[item.format].evidence(item, given)
    return [*{(e.claim, e.side): e for e in evidence if e.claim}.values()]


def _memories(learner: Learner, shown: Sequence[Evidence]) -> dict[Key, Memory]:
    """Those the evidence bears on."""
    claims = {evidence.claim for evidence in shown}
    sides = {(evidence.claim, evidence.side) for evidence in shown}
    found = Memory.objects.filter(learner=learner, claim__in=claims)
    read = {(memory.claim, memory.side): memory for memory in found}
    return {key: memory for key, memory in read.items() if key in sides}


def _review(
    answer: Answer,
    learner: Learner,
    evidence: Evidence,
    *,
    now: dt.datetime,
    seconds: float | None,
) -> Review:
    """What was shown and how, before it is judged."""
    return Review(
        learner=learner,
        answer=answer,
        claim=evidence.claim,
        side=evidence.side,
        topic=answer.item.topic,
        format=answer.item.format,
        reviewed_at=now,
        reviewed_on=timezone.localdate(now),
        is_right=evidence.is_right,
        is_sure=answer.is_sure,
        chance=evidence.chance,
        seconds=seconds,
    )


def _keep(memories: Iterable[Memory]) -> None:
    """Store them, however many, in two statements."""
    memories = list(memories)
    old = [memory for memory in memories if memory.pk]
    Memory.objects.bulk_create(memory for memory in memories if not memory.pk)
    Memory.objects.bulk_update(old, MOVING)
