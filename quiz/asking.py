"""From a question to the item that asks it: what is shown, and in which order."""

from collections.abc import Iterable
from random import Random

from quiz.formats import FORMATS
from quiz.formats.base import Shown
from quiz.models import Attempt, Item, Question

TRIAL_SEED = 0  # everybody sees a question to try with its options in one order
COPIED = (
    "version",
    "family",
    "format",
    "topic",
    "claim",
    "claims",
    "aspect",
    "stem",
    "explanation",
    "remark",
    "sources",
    "page",
    "page_title",
)


def as_shown(question: Question, seed: int) -> Shown:
    """The question's parts in the order an attempt of this seed shows them."""
    return FORMATS[question.format].shown(question, Random(f"{seed}/{question.key}"))


def item_of(question: Question, seed: int = TRIAL_SEED, position: int = 1) -> Item:
    """The question as it stands today, so that later edits change nothing; not stored."""
    shown = as_shown(question, seed)
    return Item(
        question=question,
        position=position,
        prompts=shown.prompts,
        options=shown.options,
        solution=shown.solution,
        **{name: getattr(question, name) for name in COPIED},
    )


def items_of(attempt: Attempt, questions: Iterable[Question], seed: int) -> list[Item]:
    """What the attempt asks, in that order; not stored either."""
    items = [item_of(question, seed, n) for n, question in enumerate(questions, 1)]
    for item in items:
        item.attempt = attempt
    return items
