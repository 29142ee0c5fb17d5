"""Questions with several right answers, small enough to count by hand."""

from quiz.models import Item, Question
from tests.factories import make_attempt, make_question


def match_question(count: int = 4, **fields) -> Question:
    """Prompt n belongs to option n + 1; the first option and the last are spare."""
    years = [str(1990 + n) for n in range(count + 2)]
    return make_question(
        **{
            "format": "match",
            "family": "match-year",
            "prompts": [
                {"text": f"State {n}", "claim": f"s-{n}"} for n in range(count)
            ],
            "options": [option(year) for year in years],
            "solution": [n + 1 for n in range(count)],
            "is_ordered": True,
        }
        | fields
    )


def several_question(right: int = 3, wrong: int = 3, **fields) -> Question:
    """The first ones are right."""
    return make_question(
        **{
            "format": "several",
            "family": "several-listed",
            "aspect": "what",
            "options": [option(f"Right {n}") for n in range(right)]
            + [option(f"Wrong {n}", proof="closed list") for n in range(wrong)],
            "solution": list(range(right)),
            "is_ordered": True,
        }
        | fields
    )


def option(text: str, **fields) -> dict:
    return {
        "text": text,
        "proof": "",
        "truth": f"This is what is known of {text}.",
        "claim": f"claim-of-{text}".lower(),
        "page": "",
        "sources": [{"locator": f"Row of {text}", "page": "/facts/"}],
    } | fields


def item_of(question: Question, **fields) -> Item:
    return make_attempt(questions=[question], **fields).items.get()


def roll_question(names=("Fiji", "Samoa", "Tonga", "Palau"), **fields) -> Question:
    """Each taken under its own name alone."""
    return make_question(
        **{
            "format": "roll",
            "family": "roll",
            "aspect": "what",
            "options": [
                option(name, accepts=[name.casefold()], exact=[]) for name in names
            ],
            "solution": list(range(len(names))),
        }
        | fields
    )
