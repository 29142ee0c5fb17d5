"""Rounds: the same answers serve several questions, and each is right in one of them.

Whatever an answer looks like (long, famous, first in the alphabet, in the middle), it
is right as often as any other that it stands beside. So nobody gains by looks.
"""

from abc import abstractmethod
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any, Generic, TypeVar

from quiz.questions.base import Family, V, proved_wrong
from quiz.questions.drafts import Candidate, Draft, Option, Refusal
from quiz.questions.options import FEWEST_OPTIONS, MOST_OPTIONS, is_within
from relations.claims import Claim
from relations.knowledge import Knowledge

WINDOW = 48  # claims looked at together; the cost of each grows with it
SCARCE = 0.75  # what fits fewer of the others than this is taken first

T = TypeVar("T")
Preference = Callable[[int, int], tuple[int, ...]]  # of a place, to one it is to join


class RoundFamily(Family[V]):
    """A family whose claims lend each other their wrong answers, in rounds.

    It says how another claim's answer reads in the place of a claim's own. A claim that
    fits in no round is not asked: set against the answers of others, it would be the
    one that never stands elsewhere.
    """

    too_few = "Too few others can take turns with it at being right."

    @abstractmethod
    def lent(
        self, knowledge: Knowledge, claim: Claim[V], other: Claim[V]
    ) -> Candidate[V] | None:
        """The other's answer in the place of the claim's; None where it may not stand."""

    def band(self, claim: Claim[V]) -> Hashable:
        """Only claims of one band stand together."""
        return None

    def nearness(self, knowledge: Knowledge, claim: Claim[V]) -> Any:
        """What claims are sorted by, so that neighbours are easily mixed up."""
        return claim.key

    def filled(
        self, knowledge: Knowledge, few: Sequence[Claim[V]], dice: Random
    ) -> Sequence[Candidate[V]]:
        """Answers that are right nowhere, to make up a round that is too small."""
        return ()

    def candidates(
        self, knowledge: Knowledge, claim: Claim[V]
    ) -> Iterator[Candidate[V]]:
        """Every answer that might come to stand against the claim's own."""
        for other in self.claims(knowledge):
            if self.band(other) == self.band(claim) and not self.refusal(
                knowledge, other
            ):
                candidate = self.lent(knowledge, claim, other)
                if candidate:
                    yield candidate

    def rank(self, option: Option[V]) -> Any:
        """What options are put in order by, in a family that keeps them in order."""
        raise NotImplementedError

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        claims = list(self.claims(knowledge))
        reasons = [self.refusal(knowledge, claim) for claim in claims]
        asked = [c for c, reason in zip(claims, reasons, strict=True) if not reason]
        against = self._against_each(knowledge, asked, seed)
        for claim, reason in zip(claims, reasons, strict=True):
            wrong = against.get(id(claim), ())
            dice = Random(f"{seed}/{self.slug}/{claim.key}")
            yield (
                Refusal(self.slug, claim.key, reason)
                if reason
                else self.draft(knowledge, claim, wrong, dice)
            )

    def arrange(
        self, dice: Random, wrong: Sequence[Option[V]], right: Option[V]
    ) -> tuple[Option[V], ...]:
        options = dice.sample([*wrong, right], len(wrong) + 1)
        return tuple(sorted(options, key=self.rank) if self.is_ordered else options)

    def _against_each(
        self, knowledge: Knowledge, asked: Sequence[Claim[V]], seed: int
    ) -> dict[int, Sequence[Option[V]]]:
        """For each claim that found a round, the answers it is set against."""
        bands: dict[Hashable, list[Claim[V]]] = {}
        for claim in self._in_runs(knowledge, asked):
            bands.setdefault(self.band(claim), []).append(claim)
        found: dict[int, Sequence[Option[V]]] = {}
        for band in bands.values():
            whole, few = rounds(band, lambda a, b: self._take_turns(knowledge, a, b))
            for members in whole:
                found |= self._set_against(knowledge, members, ())
            for members in few:
                dice = Random(f"{seed}/{self.slug}/{members[0].key}")
                extra = self.filled(knowledge, members, dice)
                found |= self._set_against(knowledge, members, extra)
        return found

    def _in_runs(
        self, knowledge: Knowledge, asked: Sequence[Claim[V]]
    ) -> list[Claim[V]]:
        """Near ones together, but of equal answers the first of each before the second,
        or a stretch of a large base would hold one answer only.
        """
        near = sorted(asked, key=lambda claim: self.nearness(knowledge, claim))
        seen: Counter[str] = Counter()
        turns = []
        for claim in near:
            answer = self.right(claim).text
            turns.append(seen[answer])
            seen[answer] += 1
        order = sorted(range(len(near)), key=turns.__getitem__)
        return [near[place] for place in order]

    def _set_against(
        self,
        knowledge: Knowledge,
        members: Sequence[Claim[V]],
        extra: Sequence[Candidate[V]],
    ) -> dict[int, Sequence[Option[V]]]:
        found: dict[int, Sequence[Option[V]]] = {}
        for claim in members:
            others = [other for other in members if other is not claim]
            moved = [_moved(candidate, claim) for candidate in extra]
            found[id(claim)] = [
                *self._lent_by(knowledge, claim, others),
                *proved_wrong(knowledge, moved),
            ]
        return found

    def _take_turns(self, knowledge: Knowledge, one: Claim[V], other: Claim[V]) -> bool:
        """Whether each is proved a wrong answer to the other's question."""
        texts = self.right(one).text, self.right(other).text
        return (
            not is_within(*texts)
            and len(self._lent_by(knowledge, one, [other])) == 1
            and len(self._lent_by(knowledge, other, [one])) == 1
        )

    def _lent_by(
        self, knowledge: Knowledge, claim: Claim[V], others: Sequence[Claim[V]]
    ) -> list[Option[V]]:
        lent = (self.lent(knowledge, claim, other) for other in others)
        return proved_wrong(knowledge, filter(None, lent))


def _moved(candidate: Candidate[V], claim: Claim[V]) -> Candidate[V]:
    """A candidate as an answer to the question on this claim."""
    return replace(candidate, predicate=claim.predicate, subject=claim.subject)


def rounds(
    things: Sequence[T], fit: Callable[[T, T], bool]
) -> tuple[list[list[T]], list[list[T]]]:
    """Rounds of three or four that all fit each other, and what is left, in ones and twos.

    Neighbours come together where they can. Done window by window.
    """
    whole: list[list[T]] = []
    few: list[list[T]] = []
    for start in range(0, len(things), WINDOW):
        waiting = [thing for rest in few[-WINDOW // 2 :] for thing in rest]
        few = few[: -WINDOW // 2]
        made, left = _Window([*waiting, *things[start : start + WINDOW]], fit).parted()
        whole += made
        few += left
    return whole, few


class _Window(Generic[T]):
    """Things to be parted into rounds so that few are left over."""

    def __init__(self, things: Sequence[T], fit: Callable[[T, T], bool]) -> None:
        self.things = things
        self.fits: list[set[int]] = [set() for _ in things]
        for here, there in combinations(range(len(things)), 2):
            if fit(things[here], things[there]):
                self.fits[here].add(there)
                self.fits[there].add(here)

    def parted(self) -> tuple[list[list[T]], list[list[T]]]:
        """The best of a few ways: begin with what fits few others, or with what fits
        most; and take to it what is near, or what fits few, or what of these fits most.
        """
        ways = [
            self._groups(sign, company)
            for sign in (1, -1)
            for company in (self._scarce, self._near, self._easy)
        ]
        groups = min(ways, key=lambda way: sum(map(len, _few(way))))
        whole = [group for group in groups if len(group) >= FEWEST_OPTIONS]
        return self._named(whole), self._named(_few(groups))

    def _groups(self, sign: int, company: Preference) -> list[list[int]]:
        groups = []
        waiting = set(range(len(self.things)))
        while waiting:
            first = min(waiting, key=lambda p: (sign * len(self.fits[p] & waiting), p))
            groups.append(self._around(first, waiting, company))
            waiting.difference_update(groups[-1])
        self._share_out(groups)
        return groups

    def _around(self, first: int, waiting: set[int], company: Preference) -> list[int]:
        group = [first]
        while len(group) < MOST_OPTIONS:
            fitting = self._common(group) & waiting
            if not fitting:
                break
            group.append(min(fitting, key=lambda place: company(place, first)))
        return group

    def _near(self, place: int, first: int) -> tuple[int, ...]:
        return abs(place - first), place

    def _scarce(self, place: int, first: int) -> tuple[int, ...]:
        return self._fits_most(place), *self._near(place, first)

    def _easy(self, place: int, first: int) -> tuple[int, ...]:
        near = self._near(place, first)
        return self._fits_most(place), -len(self.fits[place]), *near

    def _fits_most(self, place: int) -> bool:
        return len(self.fits[place]) >= SCARCE * len(self.things)

    def _common(self, group: Sequence[int]) -> set[int]:
        """What fits all of a group."""
        return set.intersection(*(self.fits[place] for place in group))

    def _share_out(self, groups: list[list[int]]) -> None:
        """Fill small groups up to three from those of four."""
        for small in sorted(groups, key=len, reverse=True):
            while 0 < len(small) < FEWEST_OPTIONS:
                donor = next(
                    (
                        (group, place)
                        for group in groups
                        if len(group) > FEWEST_OPTIONS
                        for place in group
                        if place in self._common(small)
                    ),
                    None,
                )
                if donor is None:
                    break
                donor[0].remove(donor[1])
                small.append(donor[1])

    def _named(self, groups: list[list[int]]) -> list[list[T]]:
        return [[self.things[place] for place in sorted(group)] for group in groups]


def _few(groups: Sequence[list[int]]) -> list[list[int]]:
    return [group for group in groups if len(group) < FEWEST_OPTIONS]
