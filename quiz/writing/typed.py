"""Written questions whose answers are typed."""

from collections.abc import Iterator
from decimal import Decimal

from quiz.formats.number import DIGITS
from quiz.models import Question
from quiz.writing.base import Writer
from quiz.writing.plain import (
    LONGEST_LINE,
    Fault,
    Line,
    Parts,
    Plain,
    date_in,
    faults_of_texts,
    names_in,
    option,
)
from relations.names import fold, fold_acronym, readings

KINDS = {
    "thing": "something else",
    "country": "a state",
    "person": "a person",
    "acronym": "an acronym",
}
PER_CENT = "per cent"  # as the format has it
NO_DATE = "Write the answer as 1992, July 1992 or 29 July 1992."
FAR_DATE = "Years are asked from 1000 to 2999."
NO_NAME = "Write the answer, with a letter in it."
NO_KIND = "Choose what kind of name it is."
NO_NUMBER = "Write the answer in digits, above nothing, with at most two decimals."
LONG_UNIT = "Please keep the unit to 30 characters."
TAKEN_TWICE = "“{text}” would be taken for two of them."


class DateWriter(Writer):
    def faults(self, plain: Plain) -> Iterator[Fault]:
        date = date_in(plain.answer)
        if date is None:
            yield "answer", NO_DATE
        elif not 1000 <= date.year <= 2999:
            yield "answer", FAR_DATE

    def parts(self, plain: Plain) -> Parts:
        date = date_in(plain.answer)
        assert date is not None
        return Parts([option(str(date))], date.iso)

    def plain(self, question: Question) -> dict:
        return {"answer": question.options[0]["text"]}


class NameWriter(Writer):
    def faults(self, plain: Plain) -> Iterator[Fault]:
        names = [plain.answer, *names_in(plain.others)]
        if not _can_be_read(plain.answer) or not all(map(_can_be_read, names)):
            yield "answer", NO_NAME
        if any(len(name) > LONGEST_LINE for name in names):
            yield "answer", f"Please keep each name to {LONGEST_LINE} characters."
        if plain.kind not in KINDS:
            yield "kind", NO_KIND

    def parts(self, plain: Plain) -> Parts:
        names = [plain.answer, *names_in(plain.others)]
        accepted = {form for name in names for form in _forms(name, plain.kind)}
        key = option(
            plain.answer,
            kind=plain.kind,
            accepts=sorted(accepted),
            others=" / ".join(names[1:]),
        )
        return Parts([key], 0)

    def plain(self, question: Question) -> dict:
        key = question.options[0]
        return {"answer": key["text"], "others": key["others"], "kind": key["kind"]}


class NumberWriter(Writer):
    def faults(self, plain: Plain) -> Iterator[Fault]:
        text = _digits(plain.answer)
        if not DIGITS.fullmatch(text) or not Decimal(text):
            yield "answer", NO_NUMBER
        if len(plain.unit) > 30:
            yield "unit", LONG_UNIT

    def parts(self, plain: Plain) -> Parts:
        number = Decimal(_digits(plain.answer)).normalize()
        unit = PER_CENT if plain.unit == "%" else plain.unit
        told = f"{number:,f}%" if unit == PER_CENT else f"{number:,f} {unit}".strip()
        if plain.is_rough:
            told = f"about {told}"
        key = option(told, unit=unit, is_approximate=plain.is_rough, kind="")
        return Parts([key], f"{number:f}")

    def plain(self, question: Question) -> dict:
        key = question.options[0]
        return {
            "answer": question.solution,
            "unit": key["unit"],
            "is_rough": key["is_approximate"],
        }


class RollWriter(Writer):
    fewest, most = 3, 40
    too_few = "Give at least three things to name."
    too_many = "Forty things are the most that can be asked for at once."

    def faults(self, plain: Plain) -> Iterator[Fault]:
        yield from super().faults(plain)
        yield from faults_of_texts(line.text for line in plain.lines)
        seen: dict[str, int] = {}
        for place, line in enumerate(plain.lines):
            if not _can_be_read(line.text):
                yield "lines", NO_NAME
            for form in _taken_for(line):
                if seen.setdefault(form, place) != place:
                    yield "lines", TAKEN_TWICE.format(text=form)

    def parts(self, plain: Plain) -> Parts:
        options = [
            option(
                line.text,
                accepts=sorted(_taken_for(line)),
                exact=[],
                others=" / ".join(names_in(line.beside)),
            )
            for line in plain.lines
        ]
        return Parts(options, [*range(len(options))])

    def plain(self, question: Question) -> dict:
        lines = (Line(one["text"], one["others"]) for one in question.options)
        return {"lines": tuple(lines)}


def _can_be_read(name: str) -> bool:
    return any(map(str.isalpha, name)) and bool(fold(name))


def _forms(name: str, kind: str) -> set[str]:
    """The folded forms that are taken; of a person the surname is enough."""
    if kind == "acronym":
        return {fold_acronym(name)}
    if kind == "person":
        return {fold(name), fold(name.split()[-1])} - {""}
    return readings(name)


def _taken_for(line: Line) -> set[str]:
    names = [line.text, *names_in(line.beside)]
    return {form for name in names for form in readings(name)}


def _digits(text: str) -> str:
    return text.replace(",", "").replace(" ", "").replace("\u00a0", "")
