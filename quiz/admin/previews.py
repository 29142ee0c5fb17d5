"""A question as items show it, made without writing anything."""

from dataclasses import dataclass

from quiz import grading
from quiz.formats import FORMATS, Feedback, Given
from quiz.models import Answer, Item, Question


@dataclass(frozen=True)
class OptionLine:
    """One option as it was generated, with what makes it right or wrong."""

    text: str
    verdict: str
    proof: str
    truth: str
    page: str


def option_lines(question: Question) -> list[OptionLine]:
    return [
        OptionLine(
            text=option["text"],
            verdict=_verdict(option),
            proof=option["proof"],
            truth=option["truth"],
            page=option["page"],
        )
        for option in question.options
    ]


def _verdict(option: dict) -> str:
    return "wrong" if option["proof"] else "right"


def feedback_on(item: Item, given: Given) -> Feedback:
    """What this answer would be told."""
    grade = FORMATS[item.format].grade(item, given)
    # Known to the item, not to the database.
    Answer(item=item, given=given, credit=grade.credit, told=grade.told)
    return grading.feedback(item)
