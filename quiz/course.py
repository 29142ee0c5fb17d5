"""How far an attempt has run under its terms: what is asked still, what may be told.

A deadline passes without anybody writing it down, as a look must not write. So that an
attempt is over is worked out whenever it is asked: nothing is left open, or the time is
up. What was open then counts as unanswered and earns nothing.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from quiz import terms
from quiz.models import Attempt, Item, Learner
from quiz.terms import GRACE, Tells, Terms


@dataclass(frozen=True)
class Course:
    """An attempt (`for_page`) under its terms, at a moment."""

    attempt: Attempt
    terms: Terms
    now: dt.datetime

    @property
    def open_item(self) -> Item | None:
        """What is asked next; nothing once the time is up."""
        return None if self.terms.is_past(self.now) else self.attempt.open_item

    @property
    def is_over(self) -> bool:
        """Whether no answer is taken any more, neither now nor on its way."""
        return self.attempt.open_item is None or self.terms.is_shut(self.now)

    @property
    def ran_out(self) -> bool:
        """Whether the time was up before the last question was answered."""
        return self.attempt.open_item is not None and self.terms.is_past(self.now)

    @property
    def missed_items(self) -> list[Item]:
        """Those not wholly answered rightly; once it is over, those left open as well."""
        if not self.is_over:
            return list(self.attempt.wrong_items)
        return [item for item in self.attempt.items.all() if not item.is_right]

    @property
    def tells(self) -> bool:
        """Whether the answers given may be told right or wrong."""
        return self.terms.tell(is_over=self.is_over, now=self.now)

    @property
    def tells_result(self) -> bool:
        return self.is_over and self.tells

    @property
    def told_from(self) -> dt.datetime | None:
        """When the result will be told, where a moment can be named."""
        if self.terms.tells == Tells.LATER:
            return self.terms.told_from
        return self.terms.deadline + GRACE if self.terms.deadline else None


def of(attempt: Attempt, now: dt.datetime) -> Course:
    return Course(attempt, terms.of(attempt), now)


@dataclass(frozen=True)
class Held:
    """Of all that a learner was set: which attempts ran out, which are not told yet."""

    ran_out: frozenset[UUID] = frozenset()
    untold: frozenset[UUID] = frozenset()

    @cached_property
    def secret(self) -> frozenset[str]:
        """The claims asked in attempts that are not told yet."""
        return claims_in(self.untold)


def held(learner: Learner | None, now: dt.datetime) -> Held:
    if learner is None or not (known := terms.of_learner(learner)):
        return Held()
    open_ones = _open(known)
    return Held(
        ran_out=frozenset(pk for pk in open_ones if known[pk].is_past(now)),
        untold=frozenset(
            pk
            for pk, own in known.items()
            if not own.tell(is_over=pk not in open_ones or own.is_shut(now), now=now)
        ),
    )


def claims_in(attempts: Collection[UUID]) -> frozenset[str]:
    if not attempts:
        return frozenset()
    asked = Item.objects.filter(attempt__in=attempts).values_list("claims", flat=True)
    return frozenset(claim for claims in asked for claim in claims)


def _open(attempts: Iterable[UUID]) -> set[UUID]:
    """Those with a question unanswered."""
    unanswered = Item.objects.filter(attempt__in=attempts, answer__isnull=True)
    return {*unanswered.values_list("attempt", flat=True)}
