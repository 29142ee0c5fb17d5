"""Which questions make a good quiz together; values only.

A question with its feedback tells more than its own claim. Whoever has seen it must
not meet a later question on what it told: there is no going back, so the other way
round is fine. Two that tell each other's answer are never asked in one quiz.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import ceil
from random import Random

from quiz.choosing import sequencing
from quiz.choosing.candidates import Candidate
from quiz.choosing.quotas import Quotas

FAMILY_SHARE = 0.3  # of a quiz, where the pool allows it
FORMAT_SHARE = {"choice": 0.5}  # the same, for a way of answering
OTHER_FORMAT_SHARE = 0.2
LONG_FORMATS = {"roll"}  # take as long as several others: one a quiz, if it is long
LONG_QUIZ = 10
CHOICES_TRIED = 6
FAINT = 1e-9  # the weight of what has none, beside weights about 1
ANY = Quotas()
LOOKED_AT = 60  # questions of a topic, to find one that shows nothing told before


@dataclass
class Choice:
    """Questions that can stand in one quiz, however far it has got."""

    taken: dict[int, Candidate] = field(default_factory=dict)  # by pk
    askers: dict[str, int] = field(default_factory=dict)  # of each claim asked
    tellers: dict[str, set[int]] = field(default_factory=dict)  # of each claim told
    topics: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    formats: Counter[str] = field(default_factory=Counter)

    def __len__(self) -> int:
        return len(self.taken)

    def fits(self, new: Candidate) -> bool:
        """Whether an order still exists in which nothing gives another away."""
        if not new.asks.isdisjoint(self.askers.keys()):
            return False
        before = {self.askers[claim] for claim in new.reveals & self.askers.keys()}
        return not before or before.isdisjoint(self._after(new))

    def is_fresh(self, new: Candidate) -> bool:
        """Whether it shows nothing that is asked or told beside it.

        What has been told is never asked later, so an option that was told would be out.
        """
        return new.asks.isdisjoint(self.tellers.keys()) and not any(
            claim in self.askers or claim in self.tellers for claim in new.reveals
        )

    def add(self, new: Candidate) -> None:
        self.taken[new.pk] = new
        for claim in new.asks:
            self.askers[claim] = new.pk
        for claim in new.reveals:
            self.tellers.setdefault(claim, set()).add(new.pk)
        self.topics[new.topic] += 1
        self.families[new.family] += 1
        self.formats[new.format] += 1

    def _after(self, new: Candidate) -> set[int]:
        """Questions that would have to wait until the new one has been asked."""
        after: set[int] = set()
        waiting = [new]
        while waiting:
            for claim in waiting.pop().asks:
                later = self.tellers.get(claim, set()) - after
                after |= later
                waiting.extend(self.taken[pk] for pk in later)
        return after


def compose(
    candidates: Sequence[Candidate],
    *,
    length: int,
    seed: int,
    pinned: frozenset[int] = frozenset(),
    leaning: Mapping[int, float] | None = None,
    quotas: Quotas = ANY,
) -> list[Candidate]:
    """A quiz in the order to ask it; shorter than asked for if no more fit together.

    The first full one of several seeded choices is taken. The last one tried looks at
    the questions that clash with fewest others first, which fills small sets best.
    """
    best = Choice()
    for turn in range(CHOICES_TRIED + 1):
        shuffled = _shuffled(candidates, leaning, Random(f"{seed}/{turn}"))
        if turn == CHOICES_TRIED:
            clashes = _clashes(candidates)
            shuffled.sort(key=lambda candidate: clashes[candidate.pk])
        choice = _choose(shuffled, length, pinned, quotas)
        if len(choice) > len(best):
            best = choice
        if len(best) == length:
            break
    if len(best) < length and not quotas.wanted:
        filled = _filled(candidates, quotas, pinned, length)
        best = max(best, filled, key=len)
    return sequencing.smoothest([*best.taken.values()], seed)


def capacity(candidates: Sequence[Candidate], quotas: Quotas = ANY) -> int:
    """How many of them one quiz can hold."""
    return len(_filled(candidates, quotas))


def _filled(
    candidates: Sequence[Candidate],
    quotas: Quotas,
    pinned: frozenset[int] = frozenset(),
    length: int | None = None,
) -> Choice:
    """As many as go together, whatever the mixture: what clashes least comes first."""
    clashes = _clashes(candidates)
    topics = {candidate.topic for candidate in candidates}
    choice = Choice()
    for candidate in sorted(
        candidates, key=lambda c: (c.pk not in pinned, clashes[c.pk], c.pk)
    ):
        if len(choice) == length:
            break
        has_room = quotas.has_room(candidate.topic, topics, choice.topics)
        if has_room and choice.fits(candidate):
            choice.add(candidate)
    return choice


def _shuffled(
    candidates: Sequence[Candidate], leaning: Mapping[int, float] | None, rng: Random
) -> list[Candidate]:
    """By chance; where it leans to some, each is drawn next in proportion to its weight.

    What has no weight comes last: of waiting times with such rates, the shortest first.
    """
    if leaning is None:
        return rng.sample(candidates, len(candidates))
    waits = {c.pk: rng.expovariate(leaning.get(c.pk, FAINT)) for c in candidates}
    return sorted(candidates, key=lambda candidate: waits[candidate.pk])


def _choose(
    shuffled: Sequence[Candidate], length: int, pinned: frozenset[int], quotas: Quotas
) -> Choice:
    """Pinned ones first, then from each topic in turn, no family above its share."""
    choice = Choice()
    for candidate in shuffled:
        if candidate.pk in pinned and len(choice) < length and choice.fits(candidate):
            choice.add(candidate)
    queues: dict[str, list[Candidate]] = {}
    for candidate in shuffled:
        queues.setdefault(candidate.topic, []).append(candidate)

    shares = Shares(length)
    while len(choice) < length:
        fresh = _next(queues, choice, shares, quotas)
        if fresh is not None:
            choice.add(fresh)
        elif not shares.give_way():
            break
    return choice


@dataclass
class Shares:
    """How often a quiz may ask in one way; they give way where nothing else is left."""

    length: int
    more_of_a_format: int = 0
    more_of_a_family: int = 0

    def allow(self, choice: Choice, new: Candidate) -> bool:
        family_cap = ceil(self.length * FAMILY_SHARE) + self.more_of_a_family
        format_cap = self._format_cap(new.format) + self.more_of_a_format
        return (
            choice.families[new.family] < family_cap
            and choice.formats[new.format] < format_cap
        )

    def give_way(self) -> bool:
        """Allow one more, of a format as long as that could help; False at the end."""
        if self.more_of_a_format < self.length:
            self.more_of_a_format += 1
            return True
        self.more_of_a_family += 1
        return self.more_of_a_family <= self.length

    def _format_cap(self, format: str) -> int:
        if format in LONG_FORMATS:
            return 1 if self.length >= LONG_QUIZ else 0
        return ceil(self.length * FORMAT_SHARE.get(format, OTHER_FORMAT_SHARE))


def _next(
    queues: dict[str, list[Candidate]], choice: Choice, shares: Shares, quotas: Quotas
) -> Candidate | None:
    """The next that fits, of the topic asked least so far; a fresh one if there is."""
    topics = quotas.open(queues, choice.topics)
    for topic in sorted(topics, key=lambda topic: choice.topics[topic]):
        fitting = (
            candidate
            for candidate in queues[topic]
            if shares.allow(choice, candidate) and choice.fits(candidate)
        )
        found = _freshest(fitting, choice)
        if found is not None:
            queues[topic].remove(found)
            return found
    return None


def _freshest(fitting: Iterable[Candidate], choice: Choice) -> Candidate | None:
    """The first fresh one of those looked at, or else just the first."""
    first = None
    for candidate in islice(fitting, LOOKED_AT):
        if choice.is_fresh(candidate):
            return candidate
        first = first or candidate
    return first


def _clashes(candidates: Iterable[Candidate]) -> dict[int, int]:
    """With how many others each one cannot stand in the same quiz."""
    candidates = list(candidates)
    asking: dict[str, set[int]] = {}
    telling: dict[str, set[int]] = {}
    for candidate in candidates:
        for claim in candidate.asks:
            asking.setdefault(claim, set()).add(candidate.pk)
        for claim in candidate.reveals:
            telling.setdefault(claim, set()).add(candidate.pk)
    none: set[int] = set()
    clashes = {}
    for candidate in candidates:
        same = none.union(*(asking[claim] for claim in candidate.asks))
        told_by = none.union(*(telling.get(claim, none) for claim in candidate.asks))
        tells = none.union(*(asking.get(claim, none) for claim in candidate.reveals))
        clashes[candidate.pk] = len((same | (told_by & tells)) - {candidate.pk})
    return clashes
