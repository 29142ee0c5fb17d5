"""Matching: what may be sent, what it earns, and what is told of it."""

from itertools import permutations
from random import Random

import pytest

from quiz import grading, play
from quiz.exceptions import NoSuchOption
from quiz.formats import FORMATS
from tests.factories import NOW
from tests.quiz.formats.many import item_of, match_question

pytestmark = pytest.mark.django_db
MATCH = FORMATS["match"]


def sent(item, *places):
    """The form, filled in with a place for each prompt; None leaves a line open."""
    data = {
        f"match-{row}": "" if place is None else str(place)
        for row, place in enumerate(places)
    }
    return MATCH.form(item, data)


def off_by(item, right: int) -> list[int | None]:
    """So many prompts matched rightly, the others left open."""
    return [place if row < right else None for row, place in enumerate(item.solution)]


def test_prompts_are_shuffled_with_their_answers_and_options_stay():
    question = match_question()
    orders = set()
    for seed in range(12):
        shown = MATCH.shown(question, Random(seed))
        orders.add(tuple(prompt["text"] for prompt in shown.prompts))
        assert shown.options == question.options
        for prompt, place in zip(shown.prompts, shown.solution, strict=True):
            number = int(prompt["text"].removeprefix("State "))
            assert shown.options[place]["text"] == str(1991 + number)

    assert len(orders) > 4


def test_each_prompt_is_a_list_that_begins_with_nothing_chosen():
    form = MATCH.form(item_of(match_question()))

    for field in form.fields.values():
        assert [value for value, _ in field.choices] == ["", 0, 1, 2, 3, 4, 5]
        assert field.initial is None


def test_what_is_chosen_is_given_as_places_and_gaps():
    form = sent(item_of(match_question()), 1, None, 3, None)

    assert form.is_valid()
    assert form.given() == [1, None, 3, None]


def test_the_same_answer_twice_is_given_back_with_kind_words():
    form = sent(item_of(match_question()), 2, 2, 3, None)

    assert not form.is_valid()
    assert form.non_field_errors() == [
        "You chose “1992” more than once. Each answer belongs to one line at most."
    ]


def test_nothing_chosen_at_all_is_no_answer():
    assert sent(item_of(match_question()), None, None, None, None).errors


def test_an_answer_that_was_not_offered_is_refused_in_words():
    form = sent(item_of(match_question()), 6, None, None, None)

    assert form.errors["match-0"] == ["Please choose one of the answers shown."]


@pytest.mark.parametrize(
    "given",
    [[1, 2, 3], [1, 2, 3, 3], [None] * 4, [1, 2, 3, 6], [1, 2, 3, -1]],
    ids=["too short", "twice", "nothing", "beyond", "before"],
)
def test_what_is_no_answer_is_refused_by_the_rules_of_play(given):
    with pytest.raises(NoSuchOption):
        play.answer(item_of(match_question()), given, now=NOW)


@pytest.mark.parametrize(
    ("right", "credit"), [(4, 1), (3, 0.7), (2, 0.4), (1, 0.1), (0, 0)]
)
def test_credit_is_for_what_is_beyond_chance(right, credit):
    """Of four among six, blind matching gets two thirds of one right."""
    item = item_of(match_question())

    assert MATCH.grade(item, off_by(item, right)).credit == pytest.approx(credit)


def test_chance_is_what_all_blind_answers_earn_on_average():
    item = item_of(match_question())
    every = [list(places) for places in permutations(range(6), 4)]

    earned = sum(MATCH.grade(item, given).credit for given in every)
    assert MATCH.chance(item) == pytest.approx(earned / len(every))
    assert MATCH.chance(item) < 0.15


def test_the_right_answer_earns_everything():
    item = item_of(match_question(count=6))

    assert MATCH.grade(item, MATCH.right(item)).credit == 1


def test_a_wrong_pair_is_told_beside_the_right_one_and_the_spares_too():
    item = item_of(match_question())
    first = item.solution[0]
    spare = 0
    given = [spare, None, *item.solution[2:]]
    play.answer(item, given, now=NOW)

    wrong, still_open, *right, low, high = grading.feedback(item).rows

    name, year = item.prompts[0]["text"], item.options[first]["text"]
    assert wrong.text == f"{name} – {year}"
    assert (wrong.mark, wrong.label) == ("chosen", "you chose 1990")
    assert wrong.truth == (
        f"This is what is known of {year}. This is what is known of 1990."
    )
    assert [source["locator"] for source in wrong.sources] == [
        f"Row of {year}",
        "Row of 1990",
    ]
    assert (still_open.mark, still_open.label) == ("chosen", "left open")
    assert {row.label for row in right} == {"your answer, and right"}
    assert [(row.text, row.mark) for row in (low, high)] == [
        ("1990", "other"),
        ("1995", "other"),
    ]


def test_what_was_chosen_is_named_before_a_sentence_that_does_not_name_it():
    item = item_of(match_question())
    item.options[0]["truth"] = "A year in which nothing began."
    play.answer(item, [0, None, *item.solution[2:]], now=NOW)

    wrong, *_ = grading.feedback(item).rows

    assert wrong.truth.endswith(" 1990: A year in which nothing began.")


def test_the_result_is_announced_as_so_many_pairs():
    item = item_of(match_question())
    play.answer(item, off_by(item, 3), now=NOW)

    feedback = grading.feedback(item)

    assert feedback.announcement == "Partly right: 3 of 4 pairs."
    assert feedback.verdict == "Partly right"
    assert feedback.said.count(";") == 3
    assert feedback.said.endswith("– left open")


def test_the_page_keeps_what_was_chosen_when_it_asks_again(client, learner):
    item = item_of(match_question(), learner=learner)
    url = f"{item.attempt.get_absolute_url()}1/"

    page = client.post(f"{url}answer/", {"match-0": "2", "match-1": "2"})

    assert "more than once" in page.content.decode()
    assert page.content.decode().count('<option value="2" selected>') == 2


def test_a_page_without_scripts_takes_a_match_and_shows_what_it_earned(client, learner):
    item = item_of(match_question(), learner=learner)
    data = {f"match-{row}": place for row, place in enumerate(off_by(item, 3)[:3])}

    page = client.post(
        f"{item.attempt.get_absolute_url()}1/answer/", data, follow=True
    ).content.decode()

    assert "Partly right" in page
    assert "left open" in page
