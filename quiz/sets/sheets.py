"""What would be asked of a set, paper by paper, to be looked at and printed. Only reads.

A set with papers shows those; one that draws anew for every attempt shows a sample,
and papers to print, which the same seed lays out the same. What a teacher has swapped
stays swapped in a sample: the rest of it does not move.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from quiz import selection
from quiz.choosing import expecting, sequencing
from quiz.choosing.candidates import Candidate
from quiz.models import Question, QuestionSet
from quiz.selection import Blueprint
from quiz.sets import papers

ON_DEMAND = 4  # papers, of a set that has none of its own


@dataclass(frozen=True)
class Sheet:
    """One paper, as it is or would be."""

    letter: str
    seed: int
    questions: Sequence[Question]
    expected: Mapping[int, float]  # by question, from 0 to 1
    is_stored: bool = False

    @property
    def average(self) -> float:
        """The share of the points that a group is expected to get."""
        known = self.expected.values()
        return sum(known) / len(known) if known else 0.0


def to_print(question_set: QuestionSet, seed: int | None = None) -> list[Sheet]:
    """Every paper there is; of a drawn set, some that are alike."""
    if is_drawn(question_set):
        return _laid_out(question_set, ON_DEMAND, seed)
    return stored(question_set) or _laid_out(
        question_set, papers.how_many(question_set), None
    )


def to_look_at(question_set: QuestionSet, seed: int | None = None) -> list[Sheet]:
    """Every paper there is; of a drawn set, one sample."""
    if not is_drawn(question_set):
        return to_print(question_set)
    seed = papers.first_seed(question_set) if seed is None else seed
    chosen = sample(selection.blueprint_of(question_set), seed)
    return [_sheet("", seed, chosen)]


def is_drawn(question_set: QuestionSet) -> bool:
    return question_set.papers == QuestionSet.Papers.DRAWN


def stored(question_set: QuestionSet) -> list[Sheet]:
    made = question_set.made_papers.prefetch_related("places__question")
    return [
        replace(_sheet(paper.letter, paper.seed, papers.read(asked)), is_stored=True)
        for paper in made
        for asked in [[place.question for place in paper.places.all()]]
    ]


def sample(blueprint: Blueprint, seed: int) -> list[Candidate]:
    """A draw in which each question left out has given way to one like it."""
    drawn = selection.draw(replace(blueprint, excluded=()), seed)
    paper = papers.read(drawn)
    out = [place for place, c in enumerate(paper) if c.pk in blueprint.excluded]
    pool = papers.pool_of(blueprint) if out else None
    for place in out:
        found = pool.instead_of(paper, place) if pool else None
        if found is None:
            return papers.read(selection.draw(blueprint, seed))
        paper[place] = found
    return sequencing.kept(paper) if out else paper


def _laid_out(question_set: QuestionSet, count: int, seed: int | None) -> list[Sheet]:
    seed = papers.first_seed(question_set) if seed is None else seed
    blueprint = selection.blueprint_of(question_set)
    return [
        _sheet(letter, seed, chosen)
        for letter, chosen in zip(
            papers.LETTERS, papers.chosen_for(blueprint, count, seed), strict=False
        )
    ]


def _sheet(letter: str, seed: int, chosen: Sequence[Candidate]) -> Sheet:
    return Sheet(
        letter, seed, selection.stored(chosen), expecting.successes(list(chosen))
    )
