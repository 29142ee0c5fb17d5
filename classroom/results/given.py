"""What was answered to one question: which options drew whom, or which answers came."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from classroom.analysis import advice, options
from classroom.analysis.options import Chosen, OptionFigures
from classroom.results.hardest import OF_OPTIONS, places
from classroom.results.worth import Analysis
from quiz.formats import FORMATS
from quiz.models import Item, Question

SHOWN = 10


@dataclass(frozen=True)
class OptionRow:
    """An option with what it really is, its figures, and advice where there is any."""

    figures: OptionFigures
    truth: str
    advice: str


@dataclass(frozen=True)
class GivenRow:
    """An answer in words, by how many it was given, and what it earned."""

    text: str
    count: int
    credit: float
    truth: str


def items(analysis: Analysis, question: Question) -> list[Item]:
    """The question as each of the attempts was asked it, with the answer if there is."""
    asked = question.items.filter(attempt__sitting__assignment=analysis.assignment)
    by_pk = {
        cells[question.pk].item
        for sat in analysis.sats
        if question.pk in (cells := analysis.answers.of(sat.pk))
    }
    related = asked.select_related("answer", "attempt__sitting")
    return [item for item in related if item.pk in by_pk]


def option_rows(
    analysis: Analysis, question: Question, asked: Sequence[Item]
) -> list[OptionRow]:
    """Of a question with options; of another nothing."""
    if not asked or asked[0].format not in OF_OPTIONS:
        return []
    offered: dict[str, tuple[bool, str]] = {}
    for item in asked:
        for place, option in enumerate(item.options):
            is_right = place in places(item.solution)
            offered.setdefault(option["text"], (is_right, option.get("truth", "")))
    named = [(text, is_right) for text, (is_right, _) in offered.items()]
    rest = [_rest(analysis, question, item) for item in asked]
    found = options.of_all(named, [_chosen(item) for item in asked], rest)
    in_order = sorted(found, key=lambda of: (not of.is_right, -of.chosen))
    return [OptionRow(of, offered[of.text][1], advice.on_option(of)) for of in in_order]


def _chosen(item: Item) -> Chosen:
    if not item.is_answered:
        return ()
    return [item.options[place]["text"] for place in places(item.answer.given)]


def _rest(analysis: Analysis, question: Question, item: Item) -> float:
    """What the same attempt earned on the others, on average."""
    earned = analysis.answers.earned(item.attempt.sitting.pk)
    others = [credit for key, credit in earned.items() if key != question.pk]
    return fsum(others) / len(others) if others else 0.0


def given_rows(asked: Sequence[Item]) -> list[GivenRow]:
    """What was given, the most frequent first; what was left open is not among it."""
    counted: Counter[tuple[str, float, str]] = Counter()
    for item in asked:
        if item.is_answered:
            answer = item.answer
            text = FORMATS[item.format].in_words(item, answer.given)
            counted[text, answer.credit, answer.told.get("text", "")] += 1
    return [
        GivenRow(text, count, credit, truth)
        for (text, credit, truth), count in counted.most_common(SHOWN)
    ]
