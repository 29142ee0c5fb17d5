"""A question as items show it, made without writing anything."""

from dataclasses import dataclass

from quiz import grading, play
from quiz.grading import Feedback
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
            verdict="right" if place == question.correct else "wrong",
            proof=option["proof"],
            truth=option["truth"],
            page=option["page"],
        )
        for place, option in enumerate(question.options)
    ]


def item_of(question: Question) -> Item:
    """The item an attempt would hold, with the options in the order of the first try."""
    options, correct = play.as_shown(question, play.TRIAL_SEED)
    return Item(
        position=1,
        question=question,
        topic=question.topic,
        stem=question.stem,
        explanation=question.explanation,
        options=options,
        correct=correct,
        remark=question.remark,
        sources=question.sources,
        page=question.page,
        page_title=question.page_title,
    )


def feedback_on(item: Item, choice: int) -> Feedback:
    """What this answer would be told."""
    Answer(item=item, choice=choice)  # known to the item, not to the database
    return grading.feedback(item)
