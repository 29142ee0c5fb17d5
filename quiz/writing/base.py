"""What is written for each format: from plain fields to its parts, and back."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from quiz.models import Question
from quiz.writing.plain import Fault, Parts, Plain

AUTHOR = "the author’s word"  # stands where a generated option has its proof


class Writer(ABC):
    """Writes questions of one format. `fewest` and `most` count its lines."""

    fewest: ClassVar[int] = 0
    most: ClassVar[int] = 0
    too_few: ClassVar[str] = ""
    too_many: ClassVar[str] = ""

    def faults(self, plain: Plain) -> Iterator[Fault]:
        """For what the question could not be played, or would be wrong."""
        if len(plain.lines) < self.fewest:
            yield "lines", self.too_few
        if len(plain.lines) > self.most:
            yield "lines", self.too_many

    @abstractmethod
    def parts(self, plain: Plain) -> Parts:
        """Wants a question without faults."""

    @abstractmethod
    def plain(self, question: Question) -> dict:
        """What `parts` was made from, as fields of a Plain."""
