"""In which order to ask questions that go together; values only.

Nothing comes after what gives it away, and no topic or family runs on for too long
where that can be helped.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from random import Random

from quiz.choosing.candidates import Candidate

LONGEST_RUN = 3  # of one topic or one family
ORDERS_TRIED = 6


def smoothest(taken: Sequence[Candidate], seed: int) -> list[Candidate]:
    """The first of several seeded orders without a long run, or the one with fewest.

    It begins with something easy, if there is.
    """
    best: list[Candidate] = []
    fewest = None
    for turn in range(ORDERS_TRIED):
        order = _ordered(taken, Random(f"{seed}/{turn}"))
        runs = sum(_runs_on(order[:place], c) for place, c in enumerate(order))
        if fewest is None or runs < fewest:
            best, fewest = order, runs
        if not runs:
            break
    return best


def kept(taken: Sequence[Candidate]) -> list[Candidate]:
    """As they come, as far as that can be."""
    return _ordered(taken, None)


def _ordered(taken: Iterable[Candidate], rng: Random | None) -> list[Candidate]:
    waiting = {candidate.pk: candidate for candidate in taken}
    none: frozenset[str] = frozenset()
    order: list[Candidate] = []
    while waiting:
        asked = none.union(*(candidate.asks for candidate in waiting.values()))
        ready = [
            candidate
            for candidate in waiting.values()
            if candidate.reveals.isdisjoint(asked - candidate.asks)
        ]
        if rng:
            rng.shuffle(ready)
        topics = Counter(candidate.topic for candidate in waiting.values())
        families = Counter(candidate.family for candidate in waiting.values())
        chosen = min(
            ready,
            key=lambda c: (
                rng is not None and not order and c.format != "choice",
                _runs_on(order, c),
                -_is_pressing(topics[c.topic], len(waiting))
                - _is_pressing(families[c.family], len(waiting)),
            ),
        )
        order.append(waiting.pop(chosen.pk))
    return order


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
