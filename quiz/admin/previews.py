"""A question as items show it, made without writing anything."""

from dataclasses import dataclass

from quiz import grading, play
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


def item_of(question: Question, seed: int = play.TRIAL_SEED) -> Item:
    """The item an attempt would hold, with the options in the order of that seed."""
    shown = play.as_shown(question, seed)
    return Item(
        position=1,
        question=question,
        family=question.family,
        format=question.format,
        topic=question.topic,
        claim=question.claim,
        claims=question.claims,
        aspect=question.aspect,
        stem=question.stem,
        explanation=question.explanation,
        prompts=shown.prompts,
        options=shown.options,
        solution=shown.solution,
        remark=question.remark,
        sources=question.sources,
        page=question.page,
        page_title=question.page_title,
    )


def feedback_on(item: Item, given: Given) -> Feedback:
    """What this answer would be told."""
    grade = FORMATS[item.format].grade(item, given)
    # Known to the item, not to the database.
    Answer(item=item, given=given, credit=grade.credit, told=grade.told)
    return grading.feedback(item)
