"""Which questions make a good quiz together, and in which order; values only.

A question with its feedback tells more than its own claim. Whoever has seen it must
not meet a later question on what it told: there is no going back, so the other way
round is fine. Two that tell each other's answer are never asked in one quiz.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from random import Random
from typing import NamedTuple

FAMILY_SHARE = 0.3  # of a quiz, where the pool allows it
LONGEST_RUN = 3  # of one topic or one family
ORDERS_TRIED = 6


class Candidate(NamedTuple):
    """What choosing needs to know of a question."""

    pk: int
    claim: str
    topic: str
    family: str
    reveals: frozenset[str] = frozenset()


@dataclass
class Choice:
    """Questions that can stand in one quiz, however far it has got."""

    taken: dict[str, Candidate] = field(default_factory=dict)  # by claim
    tellers: dict[str, set[str]] = field(default_factory=dict)  # of each claim told
    topics: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)

    def __len__(self) -> int:
        return len(self.taken)

    def fits(self, new: Candidate) -> bool:
        """Whether an order still exists in which nothing gives another away."""
        if new.claim in self.taken:
            return False
        before = new.reveals & self.taken.keys()
        return not before or before.isdisjoint(self._after(new))

    def add(self, new: Candidate) -> None:
        self.taken[new.claim] = new
        for claim in new.reveals:
            self.tellers.setdefault(claim, set()).add(new.claim)
        self.topics[new.topic] += 1
        self.families[new.family] += 1

    def _after(self, new: Candidate) -> set[str]:
        """Claims that would have to wait until the new one has been asked."""
        after: set[str] = set()
        told = [new.claim]
        while told:
            later = self.tellers.get(told.pop(), set())
            told.extend(later - after)
            after |= later
        return after


def compose(
    candidates: Sequence[Candidate],
    *,
    length: int,
    seed: int,
    pinned: frozenset[int] = frozenset(),
) -> list[Candidate]:
    """A quiz in the order to ask it; shorter than asked for if no more fit together.

    The first full one of several seeded orders is taken. The last order tried puts
    the questions that clash with fewest others first, which fills small sets best.
    """
    best = Choice()
    for turn in range(ORDERS_TRIED + 1):
        rng = Random(f"{seed}/{turn}")
        shuffled = rng.sample(candidates, len(candidates))
        if turn == ORDERS_TRIED:
            clashes = _clashes(candidates)
            shuffled.sort(key=lambda candidate: clashes[candidate.pk])
        choice = _choose(shuffled, length, pinned)
        if len(choice) > len(best):
            best = choice
        if len(best) == length:
            break
    orders = (_ordered(best, Random(f"{seed}/{turn}")) for turn in range(ORDERS_TRIED))
    return _smoothest(orders)


def capacity(candidates: Sequence[Candidate]) -> int:
    """How many of them one quiz can hold."""
    clashes = _clashes(candidates)
    choice = Choice()
    for candidate in sorted(candidates, key=lambda c: (clashes[c.pk], c.pk)):
        if choice.fits(candidate):
            choice.add(candidate)
    return len(choice)


def _choose(
    shuffled: Sequence[Candidate], length: int, pinned: frozenset[int]
) -> Choice:
    """Pinned ones first, then from each topic in turn, no family above its share."""
    choice = Choice()
    for candidate in shuffled:
        if candidate.pk in pinned and len(choice) < length and choice.fits(candidate):
            choice.add(candidate)
    queues: dict[str, list[Candidate]] = {}
    for candidate in shuffled:
        queues.setdefault(candidate.topic, []).append(candidate)

    cap = ceil(length * FAMILY_SHARE)
    while len(choice) < length:
        fresh = _next(queues, choice, cap)
        if fresh is not None:
            choice.add(fresh)
        elif cap < length:
            cap += 1
        else:
            break
    return choice


def _next(
    queues: dict[str, list[Candidate]], choice: Choice, cap: int
) -> Candidate | None:
    """The next that fits, of the topic asked least so far."""
    for topic in sorted(queues, key=lambda topic: choice.topics[topic]):
        for candidate in queues[topic]:
            if choice.families[candidate.family] < cap and choice.fits(candidate):
                queues[topic].remove(candidate)
                return candidate
    return None


def _clashes(candidates: Iterable[Candidate]) -> dict[int, int]:
    """With how many others each one cannot stand in the same quiz."""
    candidates = list(candidates)
    telling: dict[str, list[Candidate]] = {}
    same = Counter(candidate.claim for candidate in candidates)
    for candidate in candidates:
        for claim in candidate.reveals:
            telling.setdefault(claim, []).append(candidate)
    return {
        candidate.pk: same[candidate.claim]
        - 1
        + sum(
            other.claim in candidate.reveals
            for other in telling.get(candidate.claim, [])
            if other.claim != candidate.claim
        )
        for candidate in candidates
    }


def _ordered(choice: Choice, rng: Random) -> list[Candidate]:
    """Nothing after what gives it away, and no long runs where that can be helped."""
    waiting = dict(choice.taken)
    order: list[Candidate] = []
    while waiting:
        ready = [
            candidate
            for claim, candidate in waiting.items()
            if not any(c in waiting for c in candidate.reveals if c != claim)
        ]
        rng.shuffle(ready)
        topics = Counter(candidate.topic for candidate in waiting.values())
        families = Counter(candidate.family for candidate in waiting.values())
        chosen = min(
            ready,
            key=lambda c: (
                _runs_on(order, c),
                -_is_pressing(topics[c.topic], len(waiting))
                - _is_pressing(families[c.family], len(waiting)),
            ),
        )
        order.append(waiting.pop(chosen.claim))
    return order


def _smoothest(orders: Iterable[list[Candidate]]) -> list[Candidate]:
    """The first order without a long run, or else the one with fewest."""
    best: list[Candidate] = []
    fewest = None
    for order in orders:
        runs = sum(_runs_on(order[:place], c) for place, c in enumerate(order))
        if fewest is None or runs < fewest:
            best, fewest = order, runs
        if not runs:
            break
    return best


def _runs_on(order: Sequence[Candidate], candidate: Candidate) -> int:
    """How many runs, of topic and of family, the candidate would make too long."""
    last = order[-LONGEST_RUN:]
    if len(last) < LONGEST_RUN:
        return 0
    return all(c.topic == candidate.topic for c in last) + all(
        c.family == candidate.family for c in last
    )


def _is_pressing(count: int, waiting: int) -> bool:
    """Whether so many of a kind wait that the others could not keep them apart."""
    return count > LONGEST_RUN * (waiting - count)
