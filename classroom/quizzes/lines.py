"""The questions of a sheet as a teacher reads them, on the screen and on paper."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import zip_longest
from string import ascii_uppercase

from quiz.asking import item_of
from quiz.choosing import expecting
from quiz.formats import FORMATS, several
from quiz.models import Item, Question, QuestionSet
from quiz.questions import KINDS
from quiz.sets.sheets import Sheet

LEVELS = {
    QuestionSet.Difficulty.EASY: "easier",
    QuestionSet.Difficulty.MIDDLE: "middling",
    QuestionSet.Difficulty.HARD: "harder",
}
ROLL_LINES = 12  # to write names on, at most


@dataclass(frozen=True)
class Lettered:
    """An option, and on a timeline the mark that stands below it."""

    letter: str
    text: str
    date: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Line:
    number: int
    question: Question
    item: Item
    success: float
    is_pinned: bool = False
    letter: str = ""  # of its paper

    @property
    def place(self) -> str:
        """What its place on the page is called."""
        return f"q{self.letter}{self.number}"

    @property
    def percent(self) -> int:
        return round(100 * self.success)

    @property
    def level(self) -> str:
        return LEVELS[QuestionSet.Difficulty(expecting.level(self.success))]

    @property
    def kind(self) -> str:
        family = self.question.family
        return KINDS[family].label if family in KINDS else ""

    @property
    def answer(self) -> str:
        return FORMATS[self.item.format].in_words(self.item, self._right)

    @property
    def letters(self) -> str:
        """The answer as it is ticked or written on paper; nothing where it is in words."""
        right = self._right
        match self.item.format:
            case "choice" | "pair" | "timeline":
                return ascii_uppercase[right]
            case "several":
                return ", ".join(ascii_uppercase[place] for place in sorted(right))
            case "order":
                return ", ".join(ascii_uppercase[place] for place in right)
            case "match":
                return ", ".join(
                    f"{row} {ascii_uppercase[place]}"
                    for row, place in enumerate(right, start=1)
                )
        return ""

    @property
    def wrong(self) -> list[dict]:
        """The options that are wrong by themselves, and what each really is."""
        return [option for option in self.item.options if option.get("proof")]

    @property
    def lettered(self) -> list[Lettered]:
        marks = self.item.prompts if self.item.format == "timeline" else []
        return [
            Lettered(
                letter,
                option["text"],
                option.get("before", "") if mark else "",
                mark["text"] if mark else "",
            )
            for letter, (option, mark) in zip(
                ascii_uppercase, zip_longest(self.item.options, marks), strict=False
            )
        ]

    @property
    def worth(self) -> several.Worth:
        """Of a choice of several: how many to tick, and what each earns or costs."""
        return several.worth(self.item)

    @property
    def blanks(self) -> range:
        """Lines to write names on."""
        return range(min(len(self.item.options), ROLL_LINES))

    @property
    def _right(self):
        return FORMATS[self.item.format].right(self.item)


def of(sheet: Sheet, pinned: Collection[int] = ()) -> list[Line]:
    return [
        Line(
            number,
            question,
            item_of(question, sheet.seed),
            sheet.expected[question.pk],
            question.pk in pinned,
            sheet.letter,
        )
        for number, question in enumerate(sheet.questions, start=1)
    ]
