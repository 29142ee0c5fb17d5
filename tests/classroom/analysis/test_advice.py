"""A flag stands beside what stands out, with what to do about it."""

from dataclasses import replace

import pytest

from classroom.analysis import advice, items, options, whole
from classroom.analysis.figures import Figure, none
from tests.classroom.analysis.matrix import ROWS

PLAIN = items.ItemFigures(
    attempts=30,
    facility=Figure(60.0),
    deviation=Figure(49.0),
    intended_weight=Figure(10.0),
    effective_weight=Figure(10.0),
    discrimination=Figure(35.0),
    efficiency=Figure(50.0),
    with_itself=Figure(45.0),
)


def shorts(guess=25.0, **figures):
    changed = {name: Figure(value) for name, value in figures.items()}
    return [flag.short for flag in advice.on_item(replace(PLAIN, **changed), guess)]


def test_a_question_that_does_its_work_has_no_flag():
    assert shorts() == []


@pytest.mark.parametrize(
    ("figures", "short"),
    [
        ({"discrimination": -5.0, "efficiency": -9.0}, "Went against the rest"),
        ({"discrimination": 12.0}, "Hardly told pupils apart"),
        (
            {"discrimination": 12.0, "efficiency": 14.0},
            "Told pupils apart less than it could",
        ),
        ({"facility": 24.0}, "Below blind guessing"),
        ({"facility": 97.0}, "Nearly everybody knew it"),
    ],
)
def test_what_stands_out_is_said(figures, short):
    assert shorts(**figures) == [short]


def test_hard_is_not_below_guessing_where_nothing_can_be_guessed():
    assert shorts(guess=0.0, facility=20.0) == ["Very hard"]


def test_the_question_that_goes_against_the_rest_is_sent_to_its_key():
    [flag] = advice.on_item(items.of_all(ROWS)[8], 25.0)

    assert flag.weight == "look"
    assert "look whether the key is right" in flag.advice


def test_of_few_pupils_nothing_is_more_than_a_note():
    [flag] = advice.on_item(replace(PLAIN, attempts=1, facility=Figure(0.0)), 25.0)

    assert (flag.short, flag.weight) == ("Below blind guessing", "note")


def test_of_a_pool_only_what_goes_against_the_whole_is_flagged():
    unknown = replace(PLAIN, discrimination=none("differ"), efficiency=none("differ"))

    assert advice.on_item(unknown, 25.0) == []
    against = replace(unknown, with_itself=Figure(-1.0))
    assert advice.on_item(against, 25.0) == [advice.AGAINST_THE_GRAIN]


def test_options_get_advice_only_where_something_is_to_be_done():
    offered = [("a", False), ("b", False), ("c", True), ("d", False)]
    chosen = [*map(list, "ccabb")]
    found = options.of_all(offered, chosen, [4.0, 3.0, 5.0, 1.0, 0.0])

    said = [advice.on_option(one) for one in found]

    assert said[0].startswith("It drew those who did well otherwise")
    assert said[1] == ""
    assert said[2] == ""
    assert said[3].startswith("Nobody took it for right")


@pytest.mark.parametrize(
    ("correlation", "chosen", "said"),
    [
        (0.05, 9, ""),
        (0.2, 9, "It drew those who did well otherwise: look whether it is right too."),
        (0.05, 1, "It drew hardly anybody."),
    ],
)
def test_a_faint_correlation_is_no_reason_to_doubt_an_option(correlation, chosen, said):
    option = options.OptionFigures(
        text="Fiji",
        is_right=False,
        chosen=chosen,
        asked=30,
        upper=0,
        lower=0,
        correlation=Figure(correlation),
        works=False,
    )

    assert advice.on_option(option) == said


def test_scores_that_are_much_chance_are_not_to_be_read_too_finely():
    assert "chance" in advice.on_trust(whole.trust(ROWS))
    assert advice.on_trust(whole.trust([[1, 1], [0, 0], [1, 1]])).startswith("The ques")
    assert advice.on_trust(whole.without_trust("differ")) == ""
