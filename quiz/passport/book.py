"""The passport: a stamp for each place whose facts are remembered; values only."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.formats import date_format

from quiz.passport import stamps
from quiz.passport.places import BODIES, GROUPS, Place
from quiz.passport.stamps import Look, Stamp
from quiz.recall.standing import Standing, State
from quiz.scoring import percent
from relations.models import Country

INVITING = (Country.Region.EUROPE, Country.Region.ASIA, Country.Region.AMERICAS, BODIES)
DAY = dt.timedelta(days=1)


class Mark(StrEnum):
    """What stands at a place of the passport."""

    EARNED = "earned"
    FADING = "fading"
    BEGUN = "begun"
    EMPTY = "empty"


@dataclass(frozen=True)
class Entry:
    """A place and how far its owner has come with it."""

    place: Place
    mark: Mark
    known: int  # of the facts that count
    since: dt.date | None  # the day the last of them was proved
    faded_on: dt.date | None

    @property
    def stamp(self) -> Stamp:
        """As it is drawn once earned, with the day."""
        note = f"✓ {date_format(self.since, 'j M Y')}" if self.since else ""
        return stamps.drawn(self.look, replace(self.place.wording, note=note))

    @property
    def look(self) -> Look:
        return stamps.look(self.place.kind, self.place.slug)

    @property
    def percent(self) -> int:
        return percent(self.known, len(self.place.facts))


@dataclass(frozen=True)
class Group:
    """The places of one part of the world, or of one kind."""

    slug: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def total(self) -> int:
        return len(self.entries)

    @property
    def earned(self) -> int:
        return len(_marked(self.entries, Mark.EARNED))

    @property
    def stamped(self) -> list[Entry]:
        """Earned ones, the latest first; then those fading."""
        earned = _marked(self.entries, Mark.EARNED)
        earned.sort(key=lambda entry: entry.since or dt.date.min, reverse=True)
        return earned + _marked(self.entries, Mark.FADING)

    @property
    def begun(self) -> list[Entry]:
        """Those closest to their stamp first."""
        begun = _marked(self.entries, Mark.BEGUN)
        return sorted(begun, key=lambda entry: -entry.percent)

    @property
    def empty(self) -> list[Entry]:
        return _marked(self.entries, Mark.EMPTY)


@dataclass(frozen=True)
class Passport:
    groups: tuple[Group, ...]

    @property
    def total(self) -> int:
        return sum(group.total for group in self.groups)

    @property
    def earned(self) -> int:
        return sum(group.earned for group in self.groups)

    @property
    def fading(self) -> list[Entry]:
        return [e for g in self.groups for e in _marked(g.entries, Mark.FADING)]

    @property
    def fading_in_words(self) -> str:
        """ "Turkey is fading.", "Turkey and Iran are fading.", "Turkey and 5 more …" """
        names = [entry.place.name for entry in self.fading]
        if len(names) > 3:
            names = [*names[:2], f"{len(names) - 2} more"]
        told = " and ".join([", ".join(names[:-1]), names[-1]][-len(names) :])
        return f"{told} {'are' if len(names) > 1 else 'is'} fading."

    @property
    def is_begun(self) -> bool:
        return any(e.mark != Mark.EMPTY for g in self.groups for e in g.entries)

    @property
    def invited(self) -> list[Entry]:
        """Where a newcomer may begin: a date to learn, and little else."""
        return [
            min(group.empty, key=_effort)
            for group in self.groups
            if group.slug in INVITING and group.empty
        ]


def passport(
    places: Iterable[Place], standings: Mapping[str, Standing], on: dt.date
) -> Passport:
    entries = [entry(place, standings, on) for place in places]
    groups = [
        Group(slug, title, tuple(e for e in entries if e.place.group == slug))
        for slug, title in GROUPS.items()
    ]
    return Passport(tuple(group for group in groups if group.entries))


def entry(place: Place, standings: Mapping[str, Standing], on: dt.date) -> Entry:
    own = [standings[fact.claim] for fact in place.facts]
    mark = _mark([standing.state for standing in own])
    days = [standing.held_since for standing in own if standing.held_since]
    return Entry(
        place=place,
        mark=mark,
        known=sum(standing.state == State.KNOWN for standing in own),
        since=max(days) if mark in (Mark.EARNED, Mark.FADING) else None,
        faded_on=_faded_on(own, on) if mark == Mark.FADING else None,
    )


def _mark(states: list[State]) -> Mark:
    if all(state == State.KNOWN for state in states):
        return Mark.EARNED
    if all(state in (State.KNOWN, State.FADING) for state in states):
        return Mark.FADING
    return Mark.BEGUN if set(states) != {State.NEW} else Mark.EMPTY


def _faded_on(own: list[Standing], on: dt.date) -> dt.date:
    """The day after the first of its sides was due and not asked."""
    due = [memory.due_on for standing in own for memory in standing.memories]
    return min(day for day in due if day < on) + DAY


def _marked(entries: Iterable[Entry], mark: Mark) -> list[Entry]:
    return [entry for entry in entries if entry.mark == mark]


def _effort(entry: Entry) -> tuple[bool, int]:
    return not entry.place.wording.figures, len(entry.place.facts)
