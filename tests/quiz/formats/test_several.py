"""Choosing several: what may be sent, what it earns, and what is told of it."""

from itertools import combinations
from random import Random

import pytest

from quiz import grading, play
from quiz.exceptions import NoSuchOption
from quiz.formats import FORMATS
from tests.factories import NOW
from tests.quiz.formats.many import item_of, several_question

pytestmark = pytest.mark.django_db
SEVERAL = FORMATS["several"]


def sent(item, *places):
    return SEVERAL.form(item, {"choices": [str(place) for place in places]})


def test_options_are_shuffled_and_what_is_right_with_them():
    question = several_question(is_ordered=False)
    orders = set()
    for seed in range(12):
        shown = SEVERAL.shown(question, Random(seed))
        orders.add(tuple(option["text"] for option in shown.options))
        assert shown.solution == sorted(shown.solution)
        assert {shown.options[place]["text"] for place in shown.solution} == {
            "Right 0",
            "Right 1",
            "Right 2",
        }

    assert len(orders) > 8


def test_fewer_than_asked_for_may_be_ticked_and_not_more():
    item = item_of(several_question())

    few, many = sent(item, 4, 1), sent(item, 0, 1, 2, 3)

    assert few.is_valid()
    assert few.given() == [1, 4]
    assert many.errors["choices"] == [
        "You have chosen four. Please leave no more than three."
    ]


def test_no_tick_at_all_and_a_tick_elsewhere_are_told_in_words():
    item = item_of(several_question())

    assert sent(item).errors["choices"] == ["Please choose at least one answer first."]
    assert sent(item, 9).errors["choices"] == [
        "Please choose one of the answers shown."
    ]


@pytest.mark.parametrize("given", [[], [0, 1, 2, 3], [0, 0], [6], list(range(6))])
def test_what_is_no_answer_is_refused_by_the_rules_of_play(given):
    with pytest.raises(NoSuchOption):
        play.answer(item_of(several_question()), given, now=NOW)


@pytest.mark.parametrize(
    ("given", "credit"),
    [
        ([0, 1, 2], 1),
        ([0, 1], 2 / 3),
        ([0], 1 / 3),
        ([0, 1, 5], 1 / 3),
        ([0, 4, 5], 0),
        ([3, 4, 5], 0),
    ],
)
def test_what_is_chosen_wrongly_takes_away_from_what_is_right(given, credit):
    item = item_of(several_question())

    assert SEVERAL.grade(item, given).credit == pytest.approx(credit)


def test_ticking_everything_would_earn_nothing():
    item = item_of(several_question(right=4, wrong=2))

    assert SEVERAL.grade(item, list(range(6))).credit == 0


@pytest.mark.parametrize(("right", "wrong"), [(3, 3), (4, 2), (2, 3)])
def test_chance_is_what_all_blind_answers_earn_on_average(right, wrong):
    item = item_of(several_question(right=right, wrong=wrong))
    every = [list(places) for places in combinations(range(right + wrong), right)]

    earned = sum(SEVERAL.grade(item, given).credit for given in every)
    assert SEVERAL.chance(item) == pytest.approx(earned / len(every))


def test_each_option_says_whose_it_was_and_what_it_is():
    item = item_of(several_question())
    play.answer(item, [0, 5], now=NOW)

    feedback = grading.feedback(item)

    assert [row.label for row in feedback.rows] == [
        "your answer, and right",
        "right, but not chosen",
        "right, but not chosen",
        "",
        "",
        "your answer, but wrong",
    ]
    assert [row.mark for row in feedback.rows] == ["right"] * 3 + [
        "other",
        "other",
        "chosen",
    ]
    assert all(row.truth and row.sources for row in feedback.rows)
    assert feedback.heading == "Right 0, Right 1 and Right 2"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([0, 1, 2], "Right: 3 of 3 found."),
        ([0, 1], "Partly right: 2 of 3 found."),
        ([0, 1, 5], "Partly right: 2 of 3 found, 1 chosen wrongly."),
        ([4, 5], "Not right: 0 of 3 found, 2 chosen wrongly."),
    ],
)
def test_the_result_is_announced_as_so_many_found(given, words):
    item = item_of(several_question())
    play.answer(item, given, now=NOW)

    assert grading.feedback(item).announcement == words


def test_the_page_says_how_many_and_keeps_the_ticks_when_it_asks_again(client, learner):
    item = item_of(several_question(), learner=learner)

    page = client.post(
        f"{item.attempt.get_absolute_url()}1/answer/", {"choices": [0, 1, 2, 3]}
    ).content.decode()

    assert "Choose three." in page
    assert "Please leave no more than three." in page
    assert page.count("checked") == 4


@pytest.mark.parametrize(
    ("right", "wrong", "earned", "lost"),
    [(3, 3, "a third", "a third"), (2, 4, "half", "a quarter")],
)
def test_the_hint_says_what_each_is_worth(client, learner, right, wrong, earned, lost):
    item = item_of(several_question(right, wrong), learner=learner)

    page = client.get(item.attempt.get_absolute_url(), follow=True).content.decode()

    assert f"Each right one earns {earned} of the point" in page
    assert f"each wrong one takes {lost} of it away, down to none" in page


def test_a_page_without_scripts_takes_several_and_shows_what_they_earned(
    client, learner
):
    item = item_of(several_question(), learner=learner)

    page = client.post(
        f"{item.attempt.get_absolute_url()}1/answer/",
        {"choices": [0, 1]},
        follow=True,
    ).content.decode()

    assert "Partly right" in page
    assert "right, but not chosen" in page
