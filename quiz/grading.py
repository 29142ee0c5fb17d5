"""From an answered item to what its learner is told."""

from dataclasses import dataclass

from quiz.models import Item

RIGHT = "Right"
WRONG = "Not quite"


@dataclass(frozen=True)
class OptionRow:
    """One option after the answer: whose it was and what it really is."""

    number: int
    text: str
    mark: str  # right, chosen or other
    label: str
    truth: str


@dataclass(frozen=True)
class Feedback:
    """All that an answer lets its learner know."""

    is_right: bool
    verdict: str
    announcement: str
    rows: list[OptionRow]
    heading: str
    explanation: str
    remark: str
    sources: list[dict[str, str]]
    page: str
    page_title: str


def feedback(item: Item) -> Feedback:
    right, chosen = item.options[item.correct], item.options[item.answer.choice]
    announcement = f"{RIGHT}: {right['text']}."
    if not item.is_right:
        announcement = (
            f"{WRONG}: you chose {chosen['text']}. The answer is {right['text']}."
        )
    return Feedback(
        is_right=item.is_right,
        verdict=RIGHT if item.is_right else WRONG,
        announcement=announcement,
        rows=[_row(item, place) for place in range(len(item.options))],
        heading=right["text"],
        explanation=item.explanation,
        remark=item.remark,
        sources=item.sources,
        page=item.page,
        page_title=item.page_title,
    )


def _row(item: Item, place: int) -> OptionRow:
    is_key, is_chosen = place == item.correct, place == item.answer.choice
    mark, label = {
        (True, True): ("right", "your answer, and right"),
        (True, False): ("right", "the answer"),
        (False, True): ("chosen", "your answer"),
        (False, False): ("other", ""),
    }[is_key, is_chosen]
    option = item.options[place]
    return OptionRow(place + 1, option["text"], mark, label, option["truth"])


@dataclass(frozen=True)
class Missed:
    """A question not answered rightly, with what is to be learnt from it."""

    stem: str
    right_text: str
    chosen_text: str
    chosen_truth: str
    explanation: str
    sources: list[dict[str, str]]
    page: str
    page_title: str


def missed(item: Item) -> Missed:
    chosen = item.options[item.answer.choice]
    return Missed(
        stem=item.stem,
        right_text=item.options[item.correct]["text"],
        chosen_text=chosen["text"],
        chosen_truth=chosen["truth"],
        explanation=item.explanation,
        sources=item.sources,
        page=item.page,
        page_title=item.page_title,
    )
