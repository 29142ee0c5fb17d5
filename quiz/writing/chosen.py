"""Written questions whose options are shown to be chosen from."""

from collections.abc import Iterator
from typing import ClassVar

from quiz.models import Question
from quiz.writing.base import AUTHOR, Writer
from quiz.writing.plain import (
    Fault,
    Line,
    Parts,
    Plain,
    faults_of_texts,
    option,
    sentence,
)


class ChoiceWriter(Writer):
    fewest, most = 2, 6
    too_few = "Give at least two answers to choose from."
    too_many = "Six answers are the most that can be chosen from."
    one_right: ClassVar[str] = "Mark the one answer that is right."

    def faults(self, plain: Plain) -> Iterator[Fault]:
        yield from super().faults(plain)
        yield from faults_of_texts(line.text for line in plain.lines)
        yield from self._faults_of_marks(sum(line.is_right for line in plain.lines))

    def _faults_of_marks(self, right: int) -> Iterator[Fault]:
        if right != 1:
            yield "lines", self.one_right

    def parts(self, plain: Plain) -> Parts:
        right = [place for place, line in enumerate(plain.lines) if line.is_right]
        return Parts([*map(_option, plain.lines)], self._solution(right))

    def _solution(self, right: list[int]) -> int | list[int]:
        return right[0]

    def plain(self, question: Question) -> dict:
        lines = (
            Line(one["text"], one["truth"], not one["proof"])
            for one in question.options
        )
        return {"lines": tuple(lines)}


class SeveralWriter(ChoiceWriter):
    fewest, most = 3, 7
    too_few = "Give at least three answers to choose from."
    too_many = "Seven answers are the most that can be chosen from."
    some_right = "Mark every answer that is right: one at least, and not all of them."

    def faults(self, plain: Plain) -> Iterator[Fault]:
        yield from super().faults(plain)
        if plain.lines and all(line.is_right for line in plain.lines):
            yield "lines", self.some_right

    def _faults_of_marks(self, right: int) -> Iterator[Fault]:
        if not right:
            yield "lines", self.some_right

    def _solution(self, right: list[int]) -> list[int]:
        return right


def _option(line: Line) -> dict:
    """A wrong one is wrong by the author's word, and told as what they say it is."""
    proof = "" if line.is_right else AUTHOR
    return option(line.text, truth=sentence(line.beside), proof=proof)
