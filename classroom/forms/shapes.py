"""What the form for a question asks for, by how the question is answered."""

from dataclasses import dataclass

from quiz.models import Format
from quiz.writing import WRITERS


@dataclass(frozen=True)
class Shape:
    """What a way of answering wants beside the question itself."""

    about: str  # what pupils do
    legend: str = ""  # of the lines
    hint: str = ""
    text: str = ""  # what each line says
    beside: str = ""
    rows: int = 0
    marks: str = ""  # "one" or "some" of the lines are right
    spare: str = ""  # of lines that have but a beside
    fields: tuple[str, ...] = ()


OTHER_NAMES = "One to a line. Other names that count follow after a slash: NATO / Atlantic Alliance."
SHAPES = {
    "choice": Shape(
        "One answer of several is right.",
        "Answers to choose from",
        "Mark the one that is right. Of a wrong one you may say what it really is: pupils who choose it read that.",
        "Answer",
        "What it really is",
        rows=6,
        marks="one",
    ),
    "several": Shape(
        "Some of the answers are right, and the question says how many.",
        "Answers to choose from",
        "Mark all that are right. Of a wrong one you may say what it really is.",
        "Answer",
        "What it really is",
        rows=7,
        marks="some",
    ),
    "pair": Shape(
        "Two things, and one of them came first.",
        "The two, the earlier one first",
        "Pupils see them in any order, without the dates.",
        "What",
        "When",
        rows=2,
    ),
    "order": Shape(
        "Three to six things are put in the order in which they came.",
        "What is put in order, from first to last",
        "Pupils see them mixed, without the dates.",
        "What",
        "When",
        rows=6,
    ),
    "timeline": Shape(
        "One thing is placed between dated marks.",
        "Marks on the line, from first to last",
        "Pupils see them with their dates, as 1992, July 1992 or 29 July 1992.",
        "Mark",
        "When",
        rows=5,
        fields=("answer",),
    ),
    "match": Shape(
        "To each thing on the left belongs one answer.",
        "Pairs",
        "The answers are shown in a list, in the order of the alphabet or of time.",
        "On the left",
        "What belongs to it",
        rows=8,
        spare="Answers that belong to none",
    ),
    "date": Shape("A date is typed, as exactly as you give it.", fields=("answer",)),
    "name": Shape(
        "A name is typed; capitals, accents and small slips do not matter.",
        fields=("answer", "others", "kind"),
    ),
    "number": Shape("A number is typed.", fields=("answer", "unit", "is_rough")),
    "roll": Shape("As many things as one knows are named, one by one."),
}
LABELS = {
    "timeline": "When it was, which pupils are to find",
    "date": "The date, as 1992, July 1992 or 29 July 1992",
    "name": "The name",
    "number": "The number, in digits",
}


def ways() -> list[tuple[str, str, str]]:
    """Every way of answering: its slug, its name, and what pupils do."""
    return [(way, Format(way).label, SHAPES[way].about) for way in WRITERS]
