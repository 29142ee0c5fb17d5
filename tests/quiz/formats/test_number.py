"""Typed numbers: what may be sent, what it earns, and what is told of it."""

from decimal import Decimal

import pytest

from quiz import grading, play
from quiz.exceptions import NoSuchOption
from quiz.formats import FORMATS
from quiz.models import Answer, Item
from relations.models import Figure
from tests.factories import NOW, make_attempt, make_fact, make_question

pytestmark = pytest.mark.django_db

NUMBER = FORMATS["number"]


def item_of(
    solution="800", text="800 soldiers", unit="soldiers", **option: object
) -> Item:
    defaults = {"proof": "", "truth": "", "claim": "", "page": "", "kind": "troops"}
    right = {"text": text, "unit": unit, "is_approximate": False, **defaults, **option}
    question = make_question(
        format="number", family="typed-amount", options=[right], solution=solution
    )
    return make_attempt(questions=[question]).items.get()


def sent(text: str):
    form = NUMBER.form(item_of(), {"number": text})
    return form.given() if form.is_valid() else form.errors["number"][0]


def credit(said: str, solution="800", **option: object) -> float:
    return NUMBER.grade(item_of(solution, **option), said).credit


@pytest.mark.parametrize("text", ["800", " 800 ", "0800", "800.0", "8 00", "800%"])
def test_a_number_is_read_however_it_is_set(text):
    assert sent(text) == "800"


def test_thousands_may_be_parted_by_commas_or_spaces():
    assert sent("1,000") == sent("1 000") == "1000"


@pytest.mark.parametrize(
    "text",
    [
        "eight hundred",
        "-5",
        "0",
        "1e3",
        "٨٠٠x",
        "1.2.3",
        ".",
        "9" * 21,
        "1234567890",
        ".00000001",
        ".5",
        "5,0",
        "1.234",
    ],
)
def test_what_is_no_number_is_asked_for_in_digits(text):
    assert sent(text) == "Please write the number in digits."


@pytest.mark.parametrize("text", ["800", "0800.50", "1,000.25", "999999999.99"])
def test_whatever_the_form_lets_through_is_taken(text):
    assert NUMBER.takes(item_of(), sent(text))


def test_an_empty_answer_is_asked_for():
    assert sent("") == "Please write a number first."


@pytest.mark.parametrize(
    ("said", "earned"),
    [("800", 1), ("880", 0.5), ("720", 0.5), ("881", 0), ("719", 0), ("8", 0)],
)
def test_an_exact_figure_wants_the_number_and_pays_half_for_near(said, earned):
    assert credit(said) == earned


@pytest.mark.parametrize(
    ("said", "earned"), [("250", 1), ("275", 1), ("276", 0.5), ("312", 0.5), ("313", 0)]
)
def test_a_round_figure_leaves_room(said, earned):
    assert credit(said, "250", is_approximate=True) == earned


def test_a_small_count_is_not_near_its_neighbour():
    assert credit("5", "4") == 0


@pytest.mark.parametrize("given", [800, None, "", "x", "0", ["800"]])
def test_what_is_no_number_is_no_answer(given):
    with pytest.raises(NoSuchOption):
        play.answer(item_of(), given, now=NOW)


def test_a_wrong_number_is_told_as_what_the_article_says_of_it():
    make_fact(
        Figure,
        question="How many ships?",
        explanation="Ruritania has 600 ships.",
        amount=Decimal(600),
        unit="troops",
    )
    item = item_of()

    play.answer(item, "600", now=NOW)

    feedback = grading.feedback(Item.objects.get(pk=item.pk))
    assert feedback.verdict == "Not right"
    assert feedback.rows[0].truth == "Ruritania has 600 ships."
    assert feedback.rows[1].text == "800 soldiers"
    assert feedback.announcement == (
        "Not right: you wrote 600 soldiers. The answer is 800 soldiers."
    )


def test_a_near_number_is_said_to_be_near():
    item = item_of("73", "73%", "per cent", kind="percent")

    play.answer(item, "70", now=NOW)

    feedback = grading.feedback(Item.objects.get(pk=item.pk))
    assert (feedback.verdict, feedback.said) == ("Partly right", "70%")
    assert feedback.rows[0].truth == "That is near."
    assert Answer.objects.get().credit == 0.5


def test_the_unit_stands_at_the_field_and_the_number_nowhere():
    form = NUMBER.form(item_of())

    assert form.fields["number"].label == "Number (soldiers)"
    assert "800" not in form.as_p()
