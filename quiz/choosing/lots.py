"""Finds some of very many questions without reading the others.

Each question keeps a lot, a number that its key gives it once and for all. A draw looks
from a place of its own onwards, in every topic and family for itself: so what is rare
is found as well, and the work is the same however many questions there are.
"""

from collections.abc import Iterable, Iterator
from random import Random
from zlib import crc32

from django.db.models import Count, Q

from quiz.models import QuestionQuerySet

LARGE = 3000  # questions; fewer are read whole
TAKEN = 300  # of a large pool, in proportion to what there is
FEWEST = 12  # of each topic and family, or as many as the quiz is long
LOTS = 2**31


def lot_of(key: str) -> int:
    return crc32(key.encode()) % LOTS


def some(
    questions: QuestionQuerySet, *, length: int, seed: int, pinned: Iterable[int] = ()
) -> QuestionQuerySet | None:
    """Enough for a quiz, the pinned among them; None where there are few to begin with."""
    groups = questions.order_by("topic", "family").values_list("topic", "family")
    counted = list(groups.annotate(count=Count("pk")))
    total = sum(count for _, _, count in counted)
    if total <= LARGE:
        return None
    dice = Random(f"{seed}/lots")
    drawn = Q(pk__in=list(pinned))
    for topic, family, count in counted:
        wanted = max(FEWEST, length, TAKEN * count // total)
        for lots in _from(dice.randrange(LOTS), wanted / count):
            drawn |= Q(topic=topic, family=family, **lots)
    return questions.filter(drawn)


def _from(start: int, share: float) -> Iterator[dict[str, int]]:
    """Lots from one on, as many as hold about this share of the questions.

    Past the last one it goes on at the first. Each stretch is told on its own, so that
    a database looks only there.
    """
    end = start + int(share * LOTS)
    if share >= 1:
        yield {}
    elif end < LOTS:
        yield {"lot__gte": start, "lot__lt": end}
    else:
        yield {"lot__gte": start}
        yield {"lot__lt": end - LOTS}
