"""Picks the question by which a side of a fact is asked; values only.

The ladder: something to choose from at first and after forgetting, typed once well
known; never the way it was asked last where there is another.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from quiz.choosing.candidates import Candidate
from quiz.choosing.composition import LONG_FORMATS, Choice
from quiz.models import Format, Memory
from quiz.recall import elo
from quiz.recall.judging import MANY
from quiz.review.grasp import TYPED, Grasp, Key

Shelf = dict[Key, list[Candidate]]  # by the sides they ask

AMONG_OTHERS = {Format.ORDER, Format.MATCH}
BEFORE_TYPING = 1.0  # what to aim at for something just forgotten


def shelved(candidates: Iterable[Candidate], *, with_long: bool = False) -> Shelf:
    """The questions by side. A long one only for what nothing else asks.

    Which of two came first is left out: a right answer to it proves too little.
    """
    shelf: Shelf = defaultdict(list)
    for candidate in candidates:
        if candidate.format != Format.PAIR:
            for key in candidate.sides:
                shelf[key].append(candidate)
    for key, asking in list(shelf.items()):
        short = [c for c in asking if c.format not in LONG_FORMATS]
        shelf[key] = short or (asking if with_long else [])
    return {key: asking for key, asking in sorted(shelf.items()) if asking}


def shows(candidate: Candidate, own: Memory | None) -> bool:
    """Whether a right answer would count for a side remembered like this."""
    if candidate.format in LONG_FORMATS:
        return own is not None
    if candidate.format not in AMONG_OTHERS:
        return True
    is_reviewed = own is not None and own.stability is not None
    return is_reviewed and len(candidate.asks) >= MANY


@dataclass
class Picker:
    """Picks one question after the other, all fit to stand in one quiz."""

    shelf: Shelf
    grasp: Grasp
    dice: Random
    choice: Choice = field(default_factory=Choice)

    def pick(self, key: Key) -> Candidate | None:
        """The best question on that side; None where none may be asked now."""
        own = self.grasp.memories.get(key)
        fitting = [
            candidate
            for candidate in self.shelf.get(key, ())
            if shows(candidate, own)
            and candidate.asks.isdisjoint(self.grasp.met)
            and self.grasp.is_open(candidate)
            and self.choice.fits(candidate)
        ]
        return min(fitting, key=lambda c: self._rank(c, key, own), default=None)

    def _rank(self, candidate: Candidate, key: Key, own: Memory | None) -> tuple:
        is_last = own is not None and candidate.format == own.last_format
        is_typed = candidate.format in TYPED
        is_off_the_ladder = is_typed != self.grasp.is_well_known(key)
        was_forgotten = own is not None and own.streak == 0
        aim = BEFORE_TYPING if was_forgotten else elo.AIM
        return (
            is_last,
            is_off_the_ladder,
            candidate.format in AMONG_OTHERS,
            not self.choice.is_fresh(candidate),
            abs(self.grasp.success(candidate) - aim),
            self.dice.random(),
        )
