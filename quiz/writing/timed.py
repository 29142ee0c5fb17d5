"""Written questions about what came before what."""

from collections.abc import Iterator
from itertools import pairwise

from quiz.models import Question
from quiz.writing.base import AUTHOR, Writer
from quiz.writing.plain import (
    Fault,
    Line,
    Parts,
    Plain,
    date_in,
    faults_of_texts,
    option,
)
from relations.dates import PartialDate, when

NO_DATE = "Say when “{text}” was: pupils are told it after they have answered."
NOT_IN_ORDER = "“{one}” does not come before “{other}” by the dates given."
NO_SUCH_DATE = "“{text}” is not a date. Write it as 1992, July 1992 or 29 July 1992."
NO_ANSWER = "Write when it was, as 1992, July 1992 or 29 July 1992."
NO_GAP = (
    "It must lie clearly before, after or between the marks, on the same day as none."
)


class OrderWriter(Writer):
    """Lines stand in the order that is right."""

    fewest, most = 3, 6
    too_few = "Give at least three things to put in order."
    too_many = "Six things are the most that can be put in order."

    def faults(self, plain: Plain) -> Iterator[Fault]:
        yield from super().faults(plain)
        yield from faults_of_texts(line.text for line in plain.lines)
        for line in plain.lines:
            if not line.beside:
                yield "lines", NO_DATE.format(text=line.text)
        for one, other in pairwise(plain.lines):
            if _are_reversed(one, other):
                yield "lines", NOT_IN_ORDER.format(one=one.text, other=other.text)

    def parts(self, plain: Plain) -> Parts:
        options = [option(one.text, date=one.beside) for one in plain.lines]
        return Parts(options, [*range(len(options))])

    def plain(self, question: Question) -> dict:
        lines = (Line(one["text"], one["date"]) for one in question.options)
        return {"lines": tuple(lines)}


class PairWriter(OrderWriter):
    """The first of the two lines came first."""

    fewest, most = 2, 2
    too_few = too_many = "Give two things, the earlier one first."

    def parts(self, plain: Plain) -> Parts:
        first, last = (
            option(one.text, truth=f"This was {_when(one.beside)}.", date=one.beside)
            for one in plain.lines
        )
        return Parts([first, last | {"proof": AUTHOR}], 0)


class TimelineWriter(Writer):
    """Lines are the marks; what is asked for lies in a gap between them."""

    fewest, most = 2, 5
    too_few = "Give at least two marks."
    too_many = "Five marks are the most that fit on a timeline."

    def faults(self, plain: Plain) -> Iterator[Fault]:
        yield from super().faults(plain)
        yield from faults_of_texts(line.text for line in plain.lines)
        for line in plain.lines:
            if date_in(line.beside) is None:
                yield "lines", NO_SUCH_DATE.format(text=line.beside or line.text)
        for one, other in pairwise(plain.lines):
            if _are_reversed(one, other, strictly=True):
                yield "lines", NOT_IN_ORDER.format(one=one.text, other=other.text)
        answer = date_in(plain.answer)
        if answer is None:
            yield "answer", NO_ANSWER
        elif any(answer.overlaps(mark) for mark in _dates(plain.lines)):
            yield "answer", NO_GAP

    def parts(self, plain: Plain) -> Parts:
        asked, marks = date_in(plain.answer), _dates(plain.lines)
        assert asked is not None
        key = sum(mark.before(asked) is True for mark in marks)
        prompts = [
            {"text": line.text, "claim": "", "date": line.beside}
            for line in plain.lines
        ]
        gaps = [
            _gap(plain.lines, marks, gap, key, asked) for gap in range(len(marks) + 1)
        ]
        gaps[key]["date"] = plain.answer
        return Parts(gaps, key, prompts, is_ordered=True)

    def plain(self, question: Question) -> dict:
        lines = (Line(one["text"], one["date"]) for one in question.prompts)
        answer = question.options[question.solution]["date"]
        return {"lines": tuple(lines), "answer": answer}


def _gap(
    lines: tuple[Line, ...],
    marks: list[PartialDate],
    gap: int,
    key: int,
    asked: PartialDate,
) -> dict:
    after = str(marks[gap - 1]) if gap else ""
    before = str(marks[gap]) if gap < len(marks) else ""
    text = f"between {after} and {before}"
    if not after or not before:
        text = f"before {before}" if before else f"after {after}"
    if gap == key:
        return option(text, after=after, before=before)
    nearest = gap if gap < key else gap - 1
    truth = f"This was {when(asked)}, “{lines[nearest].text}” {when(marks[nearest])}."
    return option(text, truth=truth, proof=AUTHOR, after=after, before=before)


def _dates(lines: tuple[Line, ...]) -> list[PartialDate]:
    return [date for line in lines if (date := date_in(line.beside))]


def _are_reversed(one: Line, other: Line, *, strictly: bool = False) -> bool:
    """Whether both have dates that deny the order; or, strictly, do not prove it."""
    first, last = date_in(one.beside), date_in(other.beside)
    if first is None or last is None:
        return False
    before = first.before(last)
    return before is not True if strictly else before is False


def _when(text: str) -> str:
    date = date_in(text)
    return when(date) if date else text
