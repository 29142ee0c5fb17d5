import pytest

from quiz import scoring
from quiz.scoring import Given, Share

LABELS = {"treaties": "Treaties", "relations": "Relations and dates"}


def given(topic="treaties", claim="a", aspect="who", *, is_right=True) -> Given:
    return Given(topic, claim, aspect, float(is_right))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 0, 0), (0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 8, 13), (3, 3, 100)],
)
def test_percentages_are_whole_and_halves_go_up(part, whole, expected):
    assert scoring.percent(part, whole) == expected


def test_each_topic_asked_has_its_share():
    answers = [
        given("relations"),
        given("treaties", is_right=False),
        given("relations", is_right=False),
    ]

    assert scoring.shares(answers, LABELS) == [
        Share("Treaties", 0, 1),
        Share("Relations and dates", 1, 2),
    ]


def test_a_topic_not_asked_has_no_share():
    assert scoring.shares([given()], LABELS) == [Share("Treaties", 1, 1)]


def test_an_answer_is_the_first_whatever_way_the_same_side_was_asked():
    answers = [given(), given(aspect="when"), given("relations"), given(claim="b")]

    firsts, laters = scoring.first_and_later(answers)

    assert firsts == [answers[0], answers[1], answers[3]]
    assert laters == [answers[2]]


def test_nothing_was_asked_of_who_has_answered_nothing():
    assert scoring.first_and_later([]) == ([], [])
