"""A session sized in minutes: what is being forgotten, what was missed, something new.

Values only. Never two sides of one fact in a session, and none of a fact that the day
has asked or told already.
"""

from collections.abc import Collection, Container, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import zip_longest
from math import ceil, inf
from random import Random

from quiz.choosing import sequencing
from quiz.choosing.candidates import Candidate
from quiz.models import Side
from quiz.recall import pace
from quiz.review.grasp import Grasp, Key
from quiz.review.picking import Picker, Shelf, shows

MINUTE = 60  # seconds


class Why(StrEnum):
    """Why a question is in a session, what presses most first."""

    DUE = "due"
    MISSED = "missed"
    NEW = "new"
    GAINING = "gaining"  # towards a day to come


SHARES = {Why.DUE: 0.6, Why.MISSED: 0.2, Why.NEW: 0.2}  # of the time, if enough of each


@dataclass(frozen=True)
class Session:
    """What is asked, in order, and why each of it."""

    asked: list[Candidate]
    why: dict[int, Why]  # by pk

    @property
    def minutes(self) -> int:
        """By what is typical, rounded up."""
        return ceil(sum(pace.TYPICAL[c.format] for c in self.asked) / MINUTE)


@dataclass
class Filling:
    """A session in the making. Its last question may run past the end, none after it."""

    picker: Picker
    seconds: float  # to fill
    spent: int = 0
    why: dict[int, Why] = field(default_factory=dict)

    def fill(self, keys: Iterator[Key], why: Why, most: float = inf) -> None:
        """Ask these sides until they, so many seconds, or the session are at an end."""
        end = min(self.spent + most, self.seconds)
        while self.spent < end:
            key = next(keys, None)
            if key is None:
                return
            picked = self.picker.pick(key)
            if picked is not None:
                self.picker.choice.add(picked)
                self.why[picked.pk] = why
                self.spent += pace.TYPICAL[picked.format]

    def session(self) -> Session:
        """What presses most comes first, as far as nothing gives it away."""
        ranks = list(Why)
        taken = self.picker.choice.taken.values()
        pressing = sorted(taken, key=lambda c: ranks.index(self.why[c.pk]))
        return Session(sequencing.kept(pressing), self.why)


def session(
    shelf: Shelf,
    brought: Grasp,
    *,
    minutes: int,
    seed: int,
    of: Collection[Why] = tuple(SHARES),
) -> Session:
    """The session for what somebody brings along; the same seed gives the same."""
    dice = Random(f"{seed}/session")
    due, missed = _due(brought, dice), _missed(brought, dice)
    new = _new(shelf, brought, dice, but={claim for claim, _ in due})
    wanted = {Why.DUE: iter(due), Why.MISSED: iter(missed), Why.NEW: iter(new)}
    filling = Filling(Picker(shelf, brought, dice), minutes * MINUTE)
    for why in of:
        filling.fill(wanted[why], why, SHARES[why] * filling.seconds)
    for why in of:
        filling.fill(wanted[why], why)
    return filling.session()


def _due(brought: Grasp, dice: Random) -> list[Key]:
    """Surely answered wrongly first, then by how likely it is forgotten."""
    due = [
        key
        for key, own in sorted(brought.memories.items())
        if own.due_on <= brought.on or own.is_sure_and_wrong
    ]
    dice.shuffle(due)
    return sorted(
        due,
        key=lambda key: (
            not brought.memories[key].is_sure_and_wrong,
            brought.recalls.get(key, 0.0),
        ),
    )


def _missed(brought: Grasp, dice: Random) -> list[Key]:
    """What went wrong on the last day before, and is not due yet."""
    days = [
        own.reviewed_on
        for own in brought.memories.values()
        if own.reviewed_on and own.reviewed_on < brought.on
    ]
    missed = [
        key
        for key, own in sorted(brought.memories.items())
        if own.due_on > brought.on
        and own.streak == 0
        and own.reviewed_on == max(days, default=None)
    ]
    dice.shuffle(missed)
    return missed


def _new(
    shelf: Shelf, brought: Grasp, dice: Random, *, but: Container[str]
) -> list[Key]:
    """Sides never met, one topic after the other. What came first follows from dates."""
    by_topic: dict[str, list[Key]] = {}
    for key, asking in shelf.items():
        claim, side = key
        is_new = key not in brought.memories and side != Side.ORDER
        if is_new and claim not in but and any(shows(c, None) for c in asking):
            by_topic.setdefault(asking[0].topic, []).append(key)
    for keys in by_topic.values():
        dice.shuffle(keys)
    turns = zip_longest(*(keys for _, keys in sorted(by_topic.items())))
    return [key for turn in turns for key in turn if key]
