"""How questions are answered, each way in a file."""

from quiz.formats.base import (
    AnswerForm,
    Evidence,
    Feedback,
    Format,
    Given,
    Grade,
    OptionRow,
)
from quiz.formats.choice import Choice
from quiz.formats.date import Date
from quiz.formats.match import Match
from quiz.formats.name import Name
from quiz.formats.number import Number
from quiz.formats.order import Order
from quiz.formats.pair import Pair
from quiz.formats.roll import Roll
from quiz.formats.several import Several
from quiz.formats.timeline import Timeline

FORMATS: dict[str, Format] = {
    format.slug: format
    for format in (
        Choice(),
        Pair(),
        Order(),
        Timeline(),
        Match(),
        Several(),
        Roll(),
        Date(),
        Name(),
        Number(),
    )
}

__all__ = [
    "FORMATS",
    "AnswerForm",
    "Evidence",
    "Feedback",
    "Format",
    "Given",
    "Grade",
    "OptionRow",
]
