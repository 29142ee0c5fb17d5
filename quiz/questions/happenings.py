"""Dated claims as they stand beside others in time: their names, and who is near them."""

import re
from bisect import bisect, bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from random import Random

from django.utils.translation import gettext_lazy as _

from relations.claims import ESTABLISHED, HOME, STEPS, Claim
from relations.dates import PartialDate
from relations.knowledge import Knowledge

REACH = 6  # years in which something happened, so that what is compared is near in time

PHRASES = {
    "established": _("the start of relations with {name}"),
    "de-facto": _("the start of relations with {name} de facto (in practice)"),
    "de-jure": _("the start of relations with {name} de jure (in law)"),
    "re-established": _("the renewal of relations with {name}"),
    "severed": _("the break in relations with {name}"),
    "joined": _("Albania joining {name}"),
    "signed-on": _("the signing of {name}"),
    "happened": "{name}",  # an event brings its own name
}
BEGINNING = _("the start of {name}")  # of what lasted for years
ARTICLE = re.compile(r"(?:the|an?) (?=\w)", re.I)
NAME = re.compile(r"\b[A-Z]\w+")
LETTERS = 4  # in which words of one root agree: "Turk" in "Turkey" and in "Turkish"

STARTS, OTHER_STEPS, EVENTS = "starts", "steps", "events"
BESIDE = {  # what stands beside what, so that all are of one kind
    STARTS: frozenset({STARTS}),
    OTHER_STEPS: frozenset({STARTS, OTHER_STEPS}),
    EVENTS: frozenset({EVENTS}),
}


@dataclass(frozen=True)
class Happening:
    """A dated claim as one of several: what to call it, and what it is like."""

    claim: Claim[PartialDate]

    @property
    def key(self) -> str:
        return self.claim.key

    @property
    def date(self) -> PartialDate:
        return self.claim.value

    @property
    def kind(self) -> str:
        claim = self.claim
        if claim.predicate not in STEPS:
            return EVENTS
        is_start = claim.predicate == ESTABLISHED and claim.subject.kind == "country"
        return STARTS if is_start else OTHER_STEPS

    @cached_property
    def phrase(self) -> str:
        """As a sentence names it: “the start of relations with Kosovo”."""
        claim = self.claim
        template = PHRASES[claim.predicate.slug]
        if claim.subject.kind == "term":
            template = BEGINNING
        is_event = claim.predicate.slug == "happened"
        name = claim.subject.name if is_event else claim.subject.in_sentence
        return str(template).format(name=name)

    @cached_property
    def label(self) -> str:
        """As a list names it: “Start of relations with Kosovo”."""
        article = ARTICLE.match(self.phrase)
        return capital(self.phrase[article.end() :] if article else self.phrase)

    @cached_property
    def names(self) -> frozenset[str]:
        """The roots of all names in it, beside those of Albania."""
        words = NAME.findall(f"{self.phrase} {self.claim.subject.name}")
        roots = {word[:LETTERS].casefold() for word in words}
        return frozenset(roots - {HOME[:LETTERS].casefold()})


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def go_together(knowledge: Knowledge, one: Happening, other: Happening) -> bool:
    """Whether it is sure which was first, and nothing but knowledge tells it.

    What bears one name may: who is let go was sentenced before. And two things of one
    year would ask for months.
    """
    return (
        one.date.year != other.date.year
        and one.names.isdisjoint(other.names)
        and _are_apart(knowledge, one.claim, other.claim)
    )


def _are_apart(
    knowledge: Knowledge, one: Claim[PartialDate], other: Claim[PartialDate]
) -> bool:
    """Whether all who date the two, references too, put them in the same order."""
    order = one.value.before(other.value)
    return order is not None and all(
        here.value.before(there.value) is order
        for here in knowledge.slot(one.predicate, one.subject)
        for there in knowledge.slot(other.predicate, other.subject)
    )


class Years:
    """Happenings by year, to draw one from the years around another.

    In a year everything has a place on a ring, and a throw, from 0 to 1, takes what comes
    next. So one more fact changes only the draws that hit it, and a draw costs the same
    in any base.
    """

    def __init__(self, happenings: Iterable[Happening]) -> None:
        rings: dict[int, list[tuple[float, str, Happening]]] = defaultdict(list)
        for happening in happenings:
            place = point(happening.key), happening.key, happening
            rings[happening.date.year].append(place)
        self._years = sorted(rings)
        self._points = {y: sorted(place[0] for place in rings[y]) for y in rings}
        self._rings = {
            year: [happening for *_place, happening in sorted(ring)]
            for year, ring in rings.items()
        }

    def near(self, one: Happening, dice: Random, *, later: bool) -> Happening | None:
        """One from a year not far off; None where the years end before."""
        away = dice.randint(1, REACH)
        return self.away(one, away if later else -away, dice.random())

    def away(self, one: Happening, steps: int, throw: float) -> Happening | None:
        """One from so many years on, or back if less than none; empty years don't count."""
        year = one.date.year
        if steps > 0:
            place = bisect(self._years, year) - 1 + steps
        else:
            place = bisect_left(self._years, year) + steps
        if not 0 <= place < len(self._years):
            return None
        year = self._years[place]
        ring = self._rings[year]
        return ring[bisect(self._points[year], throw) % len(ring)]

    def is_end(self, one: Happening) -> bool:
        """Whether nothing is earlier, or nothing later."""
        return one.date.year in {self._years[0], self._years[-1]}


def point(text: str) -> float:
    """A place from 0 to 1 that is the text's own."""
    digest = blake2b(text.encode(), digest_size=7).digest()
    return int.from_bytes(digest) / 2 ** (8 * len(digest))
