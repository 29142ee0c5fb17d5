"""What a format promises: to show a question, take an answer, grade it and tell.

A family (`quiz/questions/`) says what is asked; a format says how it is answered. The
page of a format is `templates/quiz/formats/<slug>.html`. Nothing here writes.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any, ClassVar

from django import forms

from quiz.models import Aspect, Item, Question, Side
from relations.claims import TWO_VOICES

CHOOSE_FIRST = "Please choose an answer first."
CHOOSE_SHOWN = "Please choose one of the answers shown."

RIGHT = "Right"
PARTLY = "Partly right"
WRONG = "Not right"

Given = Any  # what a learner gave, as JSON keeps it
Options = list[dict[str, Any]]


@dataclass(frozen=True)
class Shown:
    """A question's parts in the order one attempt shows them."""

    prompts: Options
    options: Options
    solution: Any


@dataclass(frozen=True)
class Grade:
    """What an answer earns, from 0 to 1, and what a typed one really is, if known."""

    credit: float
    told: dict[str, Any] = field(default_factory=dict)  # text, page, sources


@dataclass(frozen=True)
class Evidence:
    """What an answer shows of one side of a claim (`quiz.models.Side`)."""

    claim: str
    side: str
    is_right: bool
    chance: float  # of being right blindly, from 0 to 1
    among: int = 1  # answered together; one thing among several shows little


@dataclass(frozen=True)
class Reading:
    """What one of several typed names is: an option by its place, or something else."""

    place: int | None = None
    told: dict[str, Any] = field(default_factory=dict)  # what it is if no option
    again: str = ""  # what to say where it cannot be taken at all


@dataclass(frozen=True)
class OptionRow:
    """One option after the answer: whose it was and what it really is."""

    number: str
    text: str
    mark: str  # right, chosen or other
    label: str
    truth: str
    sources: list[dict[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Feedback:
    """All that an answer lets its learner know."""

    is_right: bool
    credit: float
    verdict: str
    announcement: str
    said: str
    told: dict[str, Any]
    rows: list[OptionRow]
    heading: str
    explanation: str
    remark: str
    sources: list[dict[str, str]]
    page: str
    page_title: str

    @property
    def remark_label(self) -> str:
        return whose_word(self.remark)

    @property
    def mark(self) -> str:
        if self.is_right:
            return "right"
        return "part" if self.credit else "wrong"


class AnswerForm(forms.Form):
    """What a browser may send for an item; `given` is it, as JSON keeps it."""

    def __init__(self, *args: Any, item: Item, **kwargs: Any) -> None:
        self.item = item
        super().__init__(*args, **kwargs)

    def given(self) -> Given:
        """What was sent; only after `is_valid`."""
        raise NotImplementedError

    @property
    def is_sure(self) -> bool | None:
        """Whether the learner said to be sure; None if nothing was said."""
        return {"yes": True, "no": False}.get(self.data.get("sure", ""))

    def rearranged(self) -> "AnswerForm | None":
        """The form to go on with, where a button only moved things about."""
        return None


class Format(ABC):
    """How a question is answered. One instance serves all; it keeps no state."""

    slug: ClassVar[str]
    verb: ClassVar[str] = "answered"  # what the learner did
    asks_sure: ClassVar[bool] = True  # whether one can say to be sure
    form_class: ClassVar[type[AnswerForm]]

    @property
    def template(self) -> str:
        return f"quiz/formats/{self.slug}.html"

    def shown(self, question: Question, dice: Random) -> Shown:
        """The question as one attempt shows it; the same dice show the same."""
        return Shown(question.prompts, question.options, question.solution)

    def form(self, item: Item, data: Any = None) -> AnswerForm:
        return self.form_class(data, item=item)

    def takes(self, item: Item, given: Given) -> bool:
        """Whether this could be an answer at all."""
        return True

    def read(self, item: Item, text: str) -> Reading | None:
        """What a name is that was typed as one of many; None where none are asked."""
        return None

    def wants_another_look(self, item: Item, given: Given) -> str:
        """What to say, once, before this counts as the answer; nothing as a rule."""
        return ""

    @abstractmethod
    def grade(self, item: Item, given: Given) -> Grade:
        """What it earns; partial credit where parts are right."""

    def credit(self, item: Item, given: Given) -> float:
        """What it earns alone, where looking up what it really is would be a waste."""
        return self.grade(item, given).credit

    def evidence(self, item: Item, given: Given) -> Iterable[Evidence]:
        """What the answer shows of each side it bears on, as far as it shows anything."""
        is_right = self.grade(item, given).credit == 1
        for side in sides(item.aspect, self.in_words(item, self.right(item))):
            yield Evidence(item.claim, side, is_right, self.chance(item))

    @abstractmethod
    def chance(self, item: Item) -> float:
        """What answering blindly earns on average."""

    @abstractmethod
    def right(self, item: Item) -> Given:
        """The answer that earns everything."""

    @abstractmethod
    def in_words(self, item: Item, given: Given) -> str:
        """An answer in one line, without a full stop."""

    @abstractmethod
    def rows(self, item: Item, given: Given) -> Iterable[OptionRow]:
        """Everything that could be chosen, and what each really is."""

    def heading(self, item: Item) -> str:
        """What stands over the proof."""
        return self.in_words(item, self.right(item))

    def announcement(self, item: Item, given: Given, credit: float) -> str:
        """The result as a screen reader says it, in one or two sentences."""
        right = self.in_words(item, self.right(item))
        if credit == 1:
            return f"{RIGHT}: {self.in_words(item, given)}."
        verdict = PARTLY if credit else WRONG
        said = self.in_words(item, given)
        return f"{verdict}: you {self.verb} {said}. The answer is {right}."

    def feedback(self, item: Item) -> Feedback:
        """All an answered item tells."""
        answer = item.answer
        given, credit = answer.given, answer.credit
        return Feedback(
            is_right=credit == 1,
            credit=credit,
            verdict=verdict(credit),
            announcement=self.announcement(item, given, credit),
            said=self.in_words(item, given),
            told=answer.told,
            rows=list(self.rows(item, given)),
            heading=self.heading(item),
            explanation=item.explanation,
            remark=item.remark,
            sources=item.sources,
            page=item.page,
            page_title=item.page_title,
        )


def sides(aspect: str, answer: str) -> tuple[str, ...]:
    """What the right answer, in words, wants remembered: a date its year and the rest."""
    if aspect != Aspect.WHEN:
        return (aspect,)
    is_year = answer.isdigit()
    return (Side.YEAR.value,) if is_year else (Side.YEAR.value, Side.DAY.value)


def whose_word(remark: str) -> str:
    """Whose word a remark is: the article’s own elsewhere, or an outsider’s."""
    is_own = TWO_VOICES in remark and "Outside the article" not in remark
    return "Elsewhere in the article" if is_own else "Not from the article"


def verdict(credit: float) -> str:
    if credit == 1:
        return RIGHT
    return PARTLY if credit else WRONG


def option_row(
    item: Item, place: int, *, is_key: bool, is_chosen: bool, number: str = ""
) -> OptionRow:
    """The row of an option that could be chosen by itself."""
    mark, label = {
        (True, True): ("right", "your answer, and right"),
        (True, False): ("right", "the answer"),
        (False, True): ("chosen", "your answer"),
        (False, False): ("other", ""),
    }[is_key, is_chosen]
    option = item.options[place]
    return OptionRow(
        number or str(place + 1),
        option["text"],
        mark,
        label,
        option["truth"],
        option.get("sources", []),
    )
