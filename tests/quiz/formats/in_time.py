"""Questions on time, as they are stored, and items of them."""

from quiz.models import Item, Question
from tests.factories import make_attempt, make_question

STATES = {
    "Alba": "1912",
    "Borduria": "23 November 1949",
    "Syldavia": "1958",
    "Ruritania": "25 August 1992",
    "Freedonia": "1 August 2006",
}


def told(name: str, **fields) -> dict:
    date = STATES[name]
    option = {
        "text": name,
        "proof": "",
        "truth": f"Relations with {name} began in {date}.",
        "claim": f"{name.lower()}-established",
        "page": f"/facts/countries/{name.lower()}/",
        "sources": [{"locator": f"Row of {name}", "page": "/facts/sections/europe/"}],
        "date": date,
    }
    return option | fields


def pair_question(**fields) -> Question:
    defaults = {
        "format": "pair",
        "family": "first",
        "aspect": "order",
        "generated_stem": "With which of these states did Albania first have relations?",
        "options": [told("Alba"), told("Borduria", proof="disjoint intervals")],
        "solution": 0,
    }
    return make_question(**defaults | fields)


def order_question(count: int = 5, **fields) -> Question:
    defaults = {
        "format": "order",
        "family": "order",
        "aspect": "order",
        "generated_stem": "In which order did relations with these states begin?",
        "generated_explanation": "The article’s dates, in this order: 1912 and so on.",
        "options": [told(name) for name in [*STATES][:count]],
        "solution": list(range(count)),
    }
    return make_question(**defaults | fields)


def timeline_question(**fields) -> Question:
    """Syldavia is asked of, beside the other four."""
    ends = ["", "1912", "23 November 1949", "25 August 1992", "1 August 2006", ""]
    texts = [
        "before 1912",
        "between 1912 and 23 November 1949",
        "between 23 November 1949 and 25 August 1992",
        "between 25 August 1992 and 1 August 2006",
        "after 1 August 2006",
    ]
    marks = ["Alba", "Borduria", "Ruritania", "Freedonia"]
    defaults = {
        "format": "timeline",
        "family": "timeline",
        "aspect": "order",
        "generated_stem": "Where on this timeline do relations with Syldavia belong?",
        "generated_explanation": "Relations with Syldavia began in 1958.",
        "prompts": [{"text": f"Relations with {name}"} for name in marks],
        "options": [
            told(
                "Syldavia",
                text=text,
                truth=f"Why it is {'' if gap == 2 else 'not '}gap {gap}.",
                after=ends[gap],
                before=ends[gap + 1],
            )
            for gap, text in enumerate(texts)
        ],
        "solution": 2,
        "is_ordered": True,
    }
    return make_question(**defaults | fields)


def item_of(question: Question, **fields) -> Item:
    return make_attempt(questions=[question], **fields).items.get()


def texts(item: Item, places: list[int]) -> list[str]:
    return [item.options[place]["text"] for place in places]
