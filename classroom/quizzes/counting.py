"""How many questions a quiz could ask, and how many of them would be news."""

from dataclasses import dataclass, replace
from typing import Any

from quiz.models import Item, Topic
from quiz.selection import Blueprint
from quiz.sets import filling


@dataclass(frozen=True)
class Count:
    """What one quiz after a blueprint can hold."""

    possible: int
    fresh: int  # the same, of what this teacher has never set anybody
    by_topic: list[tuple[str, int]]


def count(blueprint: Blueprint, teacher: Any) -> Count:
    possible = filling.possible(blueprint)
    asked = asked_before(teacher)
    fresh = replace(blueprint, excluded=(*blueprint.excluded, *asked), pinned=())
    by_topic = filling.possible_by_topic(replace(blueprint, shares=()))
    return Count(
        possible=possible,
        fresh=min(possible, filling.possible(fresh)) if asked else possible,
        by_topic=[(Topic(topic).label, room) for topic, room in by_topic.items()],
    )


def asked_before(teacher: Any) -> list[int]:
    """Questions that somebody was asked at an assignment of this teacher's."""
    items = Item.objects.filter(attempt__sitting__assignment__owner=teacher)
    return list(items.order_by().values_list("question", flat=True).distinct())
