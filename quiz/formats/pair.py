"""Which came first: two things, and one of them was earlier."""

from collections.abc import Iterator

from quiz.formats.base import Evidence, Given
from quiz.formats.choice import Choice
from quiz.models import Item


class Pair(Choice):
    """As a choice of one; both are true, and are told with their dates."""

    slug = "pair"

    def evidence(self, item: Item, given: Given) -> Iterator[Evidence]:
        is_right, among = given == item.solution, len(item.claims)
        for claim in item.claims:
            yield Evidence(claim, item.aspect, is_right, 1 / 2, among)
