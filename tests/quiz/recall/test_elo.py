"""Ratings on one scale: what is expected, and how they find their place."""

from random import Random

import pytest

from quiz.recall import elo


@pytest.mark.parametrize(
    ("skill", "difficulty", "chance", "expected"),
    [
        (0, 0, 0, 0.5),
        (0, 0, 0.25, 0.625),
        (2, 2, 0, 0.5),
        (9, -9, 0, 1),
        (-9, 9, 0.25, 0.25),
    ],
)
def test_a_right_answer_is_as_likely_as_ability_and_chance_make_it(
    skill, difficulty, chance, expected
):
    assert elo.expected(skill, difficulty, chance) == pytest.approx(expected, abs=1e-4)


def test_the_more_answers_a_rating_rests_on_the_less_the_next_moves_it():
    assert elo.step(0) == 0.8
    assert elo.step(20) == pytest.approx(0.4)


def test_a_rating_finds_the_ability_behind_the_answers():
    dice, skill = Random(1), 0.0
    for count in range(2000):
        is_right = dice.random() < elo.expected(1.5, 0.0)
        skill += elo.step(count) * (is_right - elo.expected(skill, 0.0))

    assert skill == pytest.approx(1.5, abs=0.25)
