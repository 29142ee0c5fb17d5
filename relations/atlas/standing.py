"""Whether relations with a state stood in a year, as far as the article says.

True, false or unknown, like everything the base is asked. Relations once begun stand
until the article tells of an end, which may be by what it tells next: relations that
were re-established had ended, and so had those with a state that is no more. When such
an end came it does not say, so from then on nothing is known.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

from relations.dates import PartialDate
from relations.models import Milestone

BEGINNINGS = {Milestone.Kind.ESTABLISHED, Milestone.Kind.DE_FACTO}
STARTS = {*BEGINNINGS, Milestone.Kind.DE_JURE}


class State(StrEnum):
    """What is known of a year, and why. A year is told by what had happened at its end."""

    BEGAN = "began"  # in this very year
    STOOD = "stood"
    LISTED = "listed"  # today, by a list that gives no date
    NOT_YET = "not-yet"
    CUT_THEN = "cut-then"  # in this very year
    CUT = "cut"
    GONE = "gone"  # today: the state is no more
    LAPSED = "lapsed"  # between two beginnings, with no end told
    ENDED = "ended"  # the state is no more, and since when is not told
    EARLIER = "earlier"  # before a step that others must have gone before
    UNDATED = "undated"  # listed, without a date
    UNTOLD = "untold"  # named, but not where relations are listed
    UNCLEAR = "unclear"  # disputed, or two steps whose order is not told

    @property
    def stood(self) -> bool | None:
        if self in {State.BEGAN, State.STOOD, State.LISTED}:
            return True
        if self in {State.NOT_YET, State.CUT_THEN, State.CUT, State.GONE}:
            return False
        return None


class Step(NamedTuple):
    kind: str
    date: PartialDate

    @property
    def is_end(self) -> bool:
        return self.kind == Milestone.Kind.SEVERED

    @property
    def is_renewal(self) -> bool:
        return self.kind == Milestone.Kind.REESTABLISHED


@dataclass(frozen=True)
class Story:
    """All the article tells of relations with one state."""

    steps: tuple[Step, ...] = ()  # dated, in the order in which they happened
    has_undated_start: bool = False
    is_listed: bool = False  # today, among those that relations are kept with
    is_ordered: bool = False  # parliament wanted relations begun, so there were none
    is_former: bool = False
    is_disputed: bool = False

    @classmethod
    def of(
        cls,
        milestones: Iterable[Milestone],
        *,
        is_listed: bool = False,
        is_ordered: bool = False,
        is_former: bool = False,
    ) -> "Story":
        rows = list(milestones)
        steps = [Step(row.kind, row.date) for row in rows if row.date]
        return cls(
            steps=tuple(sorted(steps, key=_order)),
            has_undated_start=len(steps) < len(rows),
            is_listed=is_listed,
            is_ordered=is_ordered,
            is_former=is_former,
            is_disputed=any(row.is_in_doubt for row in rows),
        )

    @property
    def began(self) -> PartialDate | None:
        """The first start that is known, unless one without a date may be the first."""
        if self.has_undated_start or self.is_disputed:
            return None
        return next((step.date for step in self.steps if step.kind in STARTS), None)

    @property
    def is_only_listed(self) -> bool:
        """Whether it stands in no table, with a date or without."""
        return self.is_listed and not (self.steps or self.has_undated_start)

    def renewed_after(self, year: int) -> int | None:
        """The year of the next start that is told as a new one."""
        later = (step for step in self.steps if step.date.year > year)
        return next((step.date.year for step in later if step.is_renewal), None)

    def state(self, year: int | None) -> State:
        """Of a year, or of today, which is whenever the article speaks of the present."""
        if year is None and self.is_former:
            return State.GONE
        if self.is_disputed:
            return State.UNCLEAR
        if not self.steps:
            return self._undated(year)
        past = [step for step in self.steps if year is None or step.date.year <= year]
        return self._after(past, year) if past else self._before_all()

    def _undated(self, year: int | None) -> State:
        if not (self.has_undated_start or self.is_listed):
            return State.UNTOLD
        return State.LISTED if year is None else State.UNDATED

    def _before_all(self) -> State:
        is_the_first = self.steps[0].kind in BEGINNINGS and not self.has_undated_start
        return State.NOT_YET if is_the_first else State.EARLIER

    def _after(self, past: list[Step], year: int | None) -> State:
        if not _is_order_told(past):
            return State.UNCLEAR
        if past[-1].is_end:
            return State.CUT_THEN if past[-1].date.year == year else State.CUT
        if _since(past).year == year:
            return State.BEGAN
        if later := self.steps[len(past) :]:
            return State.LAPSED if _is_end_left_out(later) else State.STOOD
        return State.ENDED if self.is_former else State.STOOD


def _order(step: Step) -> tuple[object, ...]:
    return step.date.first_day, step.is_end


def _is_order_told(past: list[Step]) -> bool:
    """Whether it is sure that of the last year's steps the last one came last."""
    last = past[-1]
    return all(
        step.date.before(last.date) for step in past if step.is_end != last.is_end
    )


def _is_end_left_out(later: Iterable[Step]) -> bool:
    """Whether relations are renewed without having been cut."""
    untold = takewhile(lambda step: not step.is_end, later)
    return any(step.is_renewal for step in untold)


def _since(past: list[Step]) -> PartialDate:
    """The beginning of what stands now; de jure after de facto begins nothing anew."""
    since = past[-1]
    for step in takewhile(lambda step: not step.is_end, reversed(past)):
        since = step
        if step.is_renewal:
            break
    return since.date
