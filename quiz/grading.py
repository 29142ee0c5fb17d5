"""From an answered item to what its learner is told."""

from dataclasses import dataclass
from typing import Any

from quiz.formats import FORMATS, Feedback
from quiz.models import Item


def feedback(item: Item) -> Feedback:
    return FORMATS[item.format].feedback(item)


@dataclass(frozen=True)
class Missed:
    """A question not wholly answered rightly, with what is to be learnt from it."""

    position: int
    stem: str
    format: str
    feedback: Feedback
    right_text: str
    chosen_text: str  # empty where there was no answer
    chosen_truth: str


def unreached(item: Item) -> Missed:
    """A question that the time did not suffice for."""
    format = FORMATS[item.format]
    right = format.in_words(item, format.right(item))
    told = Feedback(
        is_right=False,
        credit=0.0,
        verdict="",
        announcement="",
        said="",
        told={},
        rows=[],
        heading=format.heading(item),
        explanation=item.explanation,
        remark=item.remark,
        sources=item.sources,
        page=item.page,
        page_title=item.page_title,
    )
    return Missed(item.position, item.stem, item.format, told, right, "", "")


def missed(item: Item, told: Feedback | None = None, right_text: str = "") -> Missed:
    """With what it told, and what is right by a correction, where there was one."""
    if not item.is_answered:
        return unreached(item)
    told = told or feedback(item)
    format = FORMATS[item.format]
    chosen = [row.truth for row in told.rows if row.mark == "chosen"]
    return Missed(
        position=item.position,
        stem=item.stem,
        format=item.format,
        feedback=told,
        right_text=right_text or format.in_words(item, format.right(item)),
        chosen_text=told.said,
        chosen_truth=_truth(told.told, chosen),
    )


def _truth(told: dict[str, Any], chosen: list[str]) -> str:
    """What the one wrong thing chosen really is."""
    return told.get("text", "") or (chosen[0] if len(chosen) == 1 else "")
