"""What was answered to one question: which options drew whom, or which answers came."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from classroom.analysis import advice, options
from classroom.analysis.options import Chosen, OptionFigures
from classroom.results.hardest import OF_OPTIONS, places
from classroom.results.worth import Analysis
from quiz.formats import FORMATS
from quiz.models import Item, Question

SHOWN = 10
READ = (
    *("format", "prompts", "options", "solution", "aspect", "stem"),
    *("answer__given", "answer__credit", "answer__told"),
)


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


def items(analysis: Analysis, question: Question) -> dict[int, Item]:
    """The question as each attempt was asked it, by the sitting, with any answer."""
    sittings = {
        cells[question.pk].item: sat.pk
        for sat in analysis.sats
        if question.pk in (cells := analysis.answers.of(sat.pk))
    }
    asked = Item.objects.filter(
        question=question, attempt__sitting__assignment=analysis.assignment
    )
    related = asked.select_related("answer").only(*READ)
    return {sittings[item.pk]: item for item in related if item.pk in sittings}


def option_rows(
    analysis: Analysis, question: Question, by_sitting: Mapping[int, Item]
) -> list[OptionRow]:
    """Of a question with options; of another nothing."""
    asked = list(by_sitting.values())
    if not asked or asked[0].format not in OF_OPTIONS:
        return []
    offered: dict[str, tuple[bool, str]] = {}
    for item in asked:
        for place, option in enumerate(item.options):
            is_right = place in places(item.solution)
            offered.setdefault(option["text"], (is_right, option.get("truth", "")))
    named = [(text, is_right) for text, (is_right, _) in offered.items()]
    rest = [_rest(analysis, question, sitting) for sitting in by_sitting]
    found = options.of_all(named, [_chosen(item) for item in asked], rest)
    in_order = sorted(found, key=lambda of: (not of.is_right, -of.chosen))
    return [OptionRow(of, offered[of.text][1], advice.on_option(of)) for of in in_order]


def _chosen(item: Item) -> Chosen:
    if not item.is_answered:
        return ()
    return [item.options[place]["text"] for place in places(item.answer.given)]


def _rest(analysis: Analysis, question: Question, sitting: int) -> float:
    """What the same attempt earned on the others, on average."""
    earned = analysis.answers.earned(sitting)
    others = [credit for key, credit in earned.items() if key != question.pk]
    return fsum(others) / len(others) if others else 0.0


def given_rows(asked: Iterable[Item]) -> list[GivenRow]:
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
