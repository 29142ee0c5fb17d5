"""Flashcards as they are read: what is asked on the front, and all there is on the back.

A card is made of a question that can be answered without options, of a whole list, or
of one entry of a list.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from quiz.formats import FORMATS
from quiz.formats.base import whose_word
from quiz.models import Item, Question
from relations.claims import TWO_VOICES
from relations.models import Roll, RollEntry
from relations.models.base import Fact

WHICH_LIST = "On which of the article’s lists does this stand?"
MOST_TO_NAME = 10  # entries of a list
IN_DOUBT = "the article says otherwise elsewhere"


@dataclass(frozen=True)
class Card:
    front: str
    answer: str
    explanation: str
    task: str = ""  # what to do with a front that is no question
    entries: tuple[str, ...] = ()
    remark: str = ""
    sources: list[dict[str, str]] = field(default_factory=list)
    page: str = ""
    page_title: str = ""

    @property
    def remark_label(self) -> str:
        return whose_word(self.remark)


def of_question(question: Question) -> Card:
    return Card(
        front=question.stem,
        answer=answer_to(question),
        explanation=question.explanation,
        remark=question.remark,
        sources=question.sources,
        page=question.page,
        page_title=question.page_title,
    )


def answer_to(question: Question) -> str:
    item = Item(
        format=question.format,
        prompts=question.prompts,
        options=question.options,
        solution=question.solution,
    )
    format = FORMATS[question.format]
    return format.in_words(item, format.right(item))


def of_roll(roll: Roll, entries: Iterable[RollEntry]) -> Card:
    labels = tuple(map(_label, entries))
    return Card(
        front=roll.title,
        task=_task(len(labels)),
        answer=f"{len(labels)} on the list",
        entries=labels,
        explanation="The article gives the whole list.",
        remark=f"{TWO_VOICES} {roll.conflict}" if roll.conflict else "",
        sources=_sources(roll),
    )


def _task(count: int) -> str:
    """As much of a list as anybody can hold in mind."""
    if count > MOST_TO_NAME:
        return f"Name as many of the {count} as you can."
    return "Name both." if count == 2 else f"Name all {count}."


def of_entry(entry: RollEntry) -> Card:
    label = entry.label
    return Card(
        front=f"{label[:1].upper()}{label[1:]}",
        task=WHICH_LIST,
        answer=entry.roll.title,
        explanation=entry.statement,
        sources=_sources(entry),
    )


def _label(entry: RollEntry) -> str:
    return f"{entry.label} ({IN_DOUBT})" if entry.is_in_doubt else entry.label


def _sources(fact: Fact) -> list[dict[str, str]]:
    return [
        {"locator": passage.locator, "page": passage.get_absolute_url()}
        for passage in fact.passages.all()
    ]
