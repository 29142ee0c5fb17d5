"""C09: the page of a question reads the same whichever answer is right."""

import re

import pytest

from quiz.formats import FORMATS
from quiz.models import Item
from tests.factories import make_attempt, make_question
from tests.quiz.formats.in_time import order_question, pair_question, timeline_question
from tests.quiz.formats.many import match_question, roll_question, several_question

pytestmark = pytest.mark.django_db

SECRET = {
    "proof": "functional slot",
    "truth": "Marker of what it is",
    "claim": "marker-claim",
    "page": "/facts/marker/",
    "sources": [{"locator": "Marker row", "page": "/facts/marker/"}],
}
TYPED = {"text": "Borduria", "proof": "", "truth": "", "claim": "", "page": ""}


def typed_question(format: str, solution: str, **option):
    return make_question(
        format=format,
        options=[TYPED | {"kind": "country", "accepts": ["borduria"]} | option],
        solution=solution,
    )


QUESTIONS = {
    "choice": make_question,
    "pair": pair_question,
    "timeline": timeline_question,
    "order": order_question,
    "match": match_question,
    "several": several_question,
    "roll": roll_question,
    "date": lambda: typed_question("date", "1949-11-23", text="23 November 1949"),
    "number": lambda: typed_question(
        "number", "800", text="800 soldiers", unit="soldiers"
    ),
    "name": lambda: typed_question("name", "Borduria"),
}
OTHER_SOLUTION = {
    "choice": lambda solution: (solution + 1) % 4,
    "pair": lambda solution: 1 - solution,
    "timeline": lambda solution: (solution + 2) % 5,
    "order": lambda solution: [*solution[2:], *solution[:2]],
    "match": lambda solution: solution[::-1],
    "several": lambda solution: [1, 4, 5] if solution != [1, 4, 5] else [0, 2, 3],
    "roll": lambda solution: solution,
    "date": lambda solution: "1992-07-29",
    "number": lambda solution: "250",
    "name": lambda solution: "Syldavia",
}
HIDDEN_TEXT = {"roll", "date", "number", "name"}  # whose answers are not on the page


def page_of(client, item: Item) -> str:
    """The whole page, without what differs from one request to the next."""
    text = client.get(f"/attempts/{item.attempt_id}/", follow=True).text
    return re.sub(r'(csrfmiddlewaretoken" value=|nonce=)"[^"]+"', "", text)


def with_another_answer(item: Item) -> None:
    """Same texts, another key; all that is kept beside the options changes sides."""
    was = item.options
    item.solution = OTHER_SOLUTION[item.format](item.solution)
    item.options = [option | SECRET for option in item.options]
    if item.format in HIDDEN_TEXT:
        item.options = [
            option | {"text": f"Syldavia {n}", "accepts": [f"syldavia {n}"]}
            for n, option in enumerate(item.options)
        ]
    assert item.options != was
    item.save()


@pytest.mark.parametrize("format", FORMATS)
def test_the_page_is_the_same_whichever_answer_is_right(client, learner, format):
    attempt = make_attempt(learner=learner, questions=[QUESTIONS[format]()])
    item = attempt.items.get()
    page = page_of(client, item)
    assert item.stem.split()[0] in page

    with_another_answer(item)

    assert page_of(client, item) == page
    assert "arker" not in page_of(client, item)


@pytest.mark.parametrize("format", sorted(HIDDEN_TEXT))
def test_a_typed_answer_is_not_on_its_page(client, learner, format):
    attempt = make_attempt(learner=learner, questions=[QUESTIONS[format]()])
    item = attempt.items.get()
    page = page_of(client, item).casefold()

    for option in item.options:
        assert option["text"].casefold() not in page
