"""Which came first: two true things, told with their dates."""

from collections import Counter
from random import Random

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from quiz import grading, play
from quiz.formats import FORMATS
from tests.factories import NOW
from tests.quiz.formats.in_time import item_of, pair_question

pytestmark = pytest.mark.django_db
PAIR = FORMATS["pair"]


def test_either_stands_first_as_often():
    question = pair_question()
    first = Counter(PAIR.shown(question, Random(n)).solution for n in range(400))

    assert 160 < first[0] < 240


def test_the_earlier_one_is_right_wherever_it_stands():
    for seed in range(6):
        item = item_of(pair_question(), seed=seed)
        right = item.options[item.solution]

        assert right["text"] == "Alba"
        assert PAIR.grade(item, item.solution).credit == 1
        assert PAIR.grade(item, 1 - item.solution).credit == 0
    assert PAIR.chance(item) == 0.5


def test_the_page_asks_for_one_of_two_and_tells_no_date(client, learner):
    item = item_of(pair_question(), learner=learner)

    page = client.get(f"/attempts/{item.attempt_id}/1/")

    assertContains(page, "data-option", count=2)
    assertContains(page, "options--pair")
    for option in item.options:
        assertNotContains(page, option["date"])
        assertNotContains(page, option["truth"])


def test_both_are_told_as_what_they_are():
    item = item_of(pair_question())
    play.answer(item, 1 - item.solution, now=NOW)

    rows = {row.text: row for row in grading.feedback(item).rows}

    assert rows["Alba"].truth == "Relations with Alba began in 1912."
    assert rows["Alba"].label == "the answer"
    assert (
        rows["Borduria"].truth == "Relations with Borduria began in 23 November 1949."
    )
    assert rows["Borduria"].label == "your answer"
