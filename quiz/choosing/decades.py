"""Which decades a question's facts are dated in, as a column keeps it: "1910 1990"."""

from collections import defaultdict
from collections.abc import Iterable

from quiz.models import Question
from relations.dates import PartialDate
from relations.knowledge import Knowledge


class Decades:
    """The decades of every fact: of any date claimed of it, whatever else is asked."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._of: dict[str, set[int]] = defaultdict(set)
        for claim in knowledge.claims:
            if isinstance(claim.value, PartialDate):
                self._of[claim.key].add(claim.value.year // 10 * 10)

    def of(self, claims: Iterable[str]) -> str:
        found = {decade for key in claims for decade in self._of.get(key, ())}
        return " ".join(map(str, sorted(found)))


def there_are() -> list[int]:
    """Those that questions in use are about."""
    return sorted({decade for kept in _kept() for decade in read(kept)})


def within(decades: Iterable[int]) -> list[str]:
    """What the column holds of questions about these decades and no others."""
    wanted = set(decades)
    return [kept for kept in _kept() if kept and read(kept) <= wanted]


def read(kept: str) -> set[int]:
    return {int(decade) for decade in kept.split()}


def _kept() -> list[str]:
    active = Question.objects.active().order_by()
    return sorted(active.values_list("decades", flat=True).distinct())
