"""Written matches: pairs, and answers that belong to none."""

from collections.abc import Iterator

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

MOST_SPARE = 4
NO_FELLOW = "Say what belongs to “{text}”."
TOO_MANY_SPARE = f"{MOST_SPARE} answers that belong to nothing are enough."


class MatchWriter(Writer):
    """A line with no text is an answer to spare."""

    fewest, most = 2, 8 + MOST_SPARE
    too_few = "Give at least two pairs."
    too_many = "Eight pairs are the most that can be matched."

    def faults(self, plain: Plain) -> Iterator[Fault]:
        yield from super().faults(plain)
        pairs, spare = _pairs(plain), _spare(plain)
        if len(plain.lines) >= self.fewest > len(pairs):
            yield "lines", self.too_few
        if len(pairs) > self.most - MOST_SPARE:
            yield "lines", self.too_many
        if len(spare) > MOST_SPARE:
            yield "lines", TOO_MANY_SPARE
        for line in pairs:
            if not line.beside:
                yield "lines", NO_FELLOW.format(text=line.text)
        yield from faults_of_texts(line.text for line in pairs)
        yield from faults_of_texts(one.beside for one in plain.lines if one.beside)

    def parts(self, plain: Plain) -> Parts:
        """Answers stand in an order that tells nothing: of time, else of the alphabet."""
        lines = sorted(plain.lines, key=lambda line: line.beside.casefold())
        dates = [date_in(line.beside) for line in lines]
        known = [date.iso for date in dates if date]
        if len(known) == len(lines):
            lines = [
                line for _, line in sorted(zip(known, lines, strict=True), key=_first)
            ]
        places = {line.beside: place for place, line in enumerate(lines)}
        pairs = _pairs(plain)
        return Parts(
            options=[*map(_option, lines)],
            solution=[places[line.beside] for line in pairs],
            prompts=[{"text": line.text, "claim": ""} for line in pairs],
        )

    def plain(self, question: Question) -> dict:
        options, solution = question.options, question.solution
        pairs = (
            Line(prompt["text"], options[place]["text"])
            for prompt, place in zip(question.prompts, solution, strict=True)
        )
        spare = (
            Line("", one["text"])
            for place, one in enumerate(options)
            if place not in solution
        )
        return {"lines": (*pairs, *spare)}


def _first(pair: tuple[str, Line]) -> str:
    return pair[0]


def _pairs(plain: Plain) -> list[Line]:
    return [line for line in plain.lines if line.text]


def _spare(plain: Plain) -> list[Line]:
    return [line for line in plain.lines if not line.text]


def _option(line: Line) -> dict:
    """Told in full where it was chosen wrongly."""
    if line.text:
        return option(line.beside, truth=f"{line.beside} belongs to {line.text}.")
    truth = f"{line.beside} belongs to none of these."
    return option(line.beside, truth=truth, proof=AUTHOR)
