"""Finds a paper as like another as can be: place by place; values only."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from quiz.choosing.candidates import Candidate
from quiz.choosing.composition import Choice

Paper = Sequence[Candidate]
SWAPS = 20  # at most, to even papers out
SLIGHT = 1e-6  # a gain too small to swap for


@dataclass(frozen=True)
class Pool:
    """What papers may be put together from, and how well each is expected to go."""

    candidates: tuple[Candidate, ...]
    expected: Mapping[int, float]
    pinned: frozenset[int] = frozenset()  # on every paper

    def success(self, candidate: Candidate) -> float:
        """What is expected of it; of what is no longer in the pool, the middle."""
        return self.expected.get(candidate.pk, 0.5)

    def like(
        self,
        first: Paper,
        others: Sequence[Paper],
        dice: str,
    ) -> list[Candidate]:
        """A paper that asks in each place what is closest to the first one's.

        The same topic always; then, as far as there is any, something that is on no
        other paper, of the same family and format, and as hard. What one place came
        out easier, the next may be harder. Shorter where too few fit together.
        """
        used = {candidate.pk for paper in others for candidate in paper}
        told = {claim for paper in others for c in paper for claim in c.asks}
        order = Random(dice).sample(self.candidates, len(self.candidates))
        choice, debt = Choice(), 0.0
        for model in first:
            if model.pk in self.pinned:
                choice.add(model)
        for model in first:
            if model.pk in self.pinned:
                continue
            found = self._closest(order, model, choice, used, told, debt)
            if found is not None:
                choice.add(found)
                debt += self.success(model) - self.success(found)
        return list(choice.taken.values())

    def instead_of(
        self, paper: Paper, place: int, others: Sequence[Paper] = ()
    ) -> Candidate | None:
        """What could stand in a place of a paper instead, as like it as can be."""
        used = {candidate.pk for other in others for candidate in other}
        choice = _without(paper, place)
        model = paper[place]
        order = [c for c in self.candidates if c.pk != model.pk]
        return self._closest(order, model, choice, used, set(), 0.0)

    def _closest(
        self,
        order: Sequence[Candidate],
        model: Candidate,
        choice: Choice,
        used: set[int],
        told: set[str],
        debt: float,
    ) -> Candidate | None:
        wanted = self.success(model) + debt
        fitting = (
            c
            for c in order
            if c.topic == model.topic
            and c.pk not in choice.taken
            and c.pk not in self.pinned
            and choice.fits(c)
        )
        return min(
            fitting,
            key=lambda c: (
                c.pk in used,
                c.family != model.family,
                c.format != model.format,
                not choice.is_fresh(c),
                not c.asks.isdisjoint(told),
                abs(self.success(c) - wanted),
            ),
            default=None,
        )

    def balanced(self, papers: Sequence[Paper]) -> list[list[Candidate]]:
        """The same papers after swapping, between easiest and hardest, like for like."""
        evened = [list(paper) for paper in papers]
        for _ in range(SWAPS):
            evened.sort(key=self._sum)
            hard, easy = evened[0], evened[-1]
            swap = self._best_swap(hard, easy)
            if swap is None:
                break
            here, there = swap
            hard[here], easy[there] = easy[there], hard[here]
        return evened

    def _sum(self, paper: Paper) -> float:
        return sum(self.success(candidate) for candidate in paper)

    def _best_swap(self, hard: Paper, easy: Paper) -> tuple[int, int] | None:
        """Whose exchange leaves the least difference, if less than there is."""
        gap = self._sum(easy) - self._sum(hard)
        gains = sorted(
            (abs(gap - 2 * gain), here, there)
            for here, there, gain in self._swaps(hard, easy)
        )
        for left, here, there in gains:
            if left > gap - SLIGHT:
                break
            if _fits(hard, here, easy[there]) and _fits(easy, there, hard[here]):
                return here, there
        return None

    def _swaps(self, hard: Paper, easy: Paper) -> Iterator[tuple[int, int, float]]:
        for here, harder in enumerate(hard):
            for there, easier in enumerate(easy):
                gain = self.success(easier) - self.success(harder)
                if gain > SLIGHT and _are_alike(harder, easier):
                    yield here, there, gain


def _are_alike(one: Candidate, other: Candidate) -> bool:
    return (one.topic, one.family, one.format) == (
        other.topic,
        other.family,
        other.format,
    )


def _without(paper: Paper, place: int) -> Choice:
    choice = Choice()
    for position, candidate in enumerate(paper):
        if position != place:
            choice.add(candidate)
    return choice


def _fits(paper: Paper, place: int, new: Candidate) -> bool:
    choice = _without(paper, place)
    return new.pk not in choice.taken and choice.fits(new)
