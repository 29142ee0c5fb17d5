"""The timeline: marks with their dates, gaps to choose, near misses."""

import re
from random import Random

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from quiz import grading, play
from quiz.formats import FORMATS
from tests.factories import NOW
from tests.quiz.formats.in_time import item_of, timeline_question

pytestmark = pytest.mark.django_db
TIMELINE = FORMATS["timeline"]


def test_the_line_is_never_mixed():
    question = timeline_question()

    for seed in range(10):
        shown = TIMELINE.shown(question, Random(seed))
        assert shown.options == question.options
        assert shown.prompts == question.prompts
        assert shown.solution == 2


def test_the_gap_next_to_the_right_one_earns_a_part():
    item = item_of(timeline_question())

    earned = [TIMELINE.grade(item, gap).credit for gap in range(5)]

    assert earned == [0, 0.3, 1, 0.3, 0]


def test_chance_is_what_all_gaps_earn_on_average():
    middle = item_of(timeline_question())
    end = item_of(timeline_question(solution=0))

    assert TIMELINE.chance(middle) == pytest.approx(1.6 / 5)
    assert TIMELINE.chance(end) == pytest.approx(1.3 / 5)


def test_no_gap_chosen_always_pays_where_all_are_as_likely():
    items = [item_of(timeline_question(solution=gap)) for gap in range(5)]
    blind = sum(map(TIMELINE.chance, items)) / 5

    for gap in range(5):
        earned = sum(TIMELINE.grade(item, gap).credit for item in items) / 5
        assert earned < blind + 0.03


def test_marks_stand_between_their_gaps_with_their_dates(client, learner):
    item = item_of(timeline_question(), learner=learner)

    page = client.get(f"/attempts/{item.attempt_id}/1/").text

    line = re.findall(
        r'class="option__text">([^<]+)<|<b>([^<]+)</b> <span>([^<]+)<', page
    )
    assert [gap or f"{date}: {mark}" for gap, date, mark in line] == [
        "before 1912",
        "1912: Relations with Alba",
        "between 1912 and 23 November 1949",
        "23 November 1949: Relations with Borduria",
        "between 23 November 1949 and 25 August 1992",
        "25 August 1992: Relations with Ruritania",
        "between 25 August 1992 and 1 August 2006",
        "1 August 2006: Relations with Freedonia",
        "after 1 August 2006",
    ]


def test_each_gap_is_described_by_the_marks_on_either_side(client, learner):
    item = item_of(timeline_question(), learner=learner)

    page = client.get(f"/attempts/{item.attempt_id}/1/").text

    assert re.findall(r'aria-describedby="([^"]+)"', page) == [
        *("mark-0", "mark-0 mark-1", "mark-1 mark-2", "mark-2 mark-3", "mark-3")
    ]
    assert re.findall(r'id="(mark-\d)"', page) == [f"mark-{n}" for n in range(4)]


def test_nothing_of_the_answer_is_in_the_page_before_it_is_given(client, learner):
    item = item_of(timeline_question(), learner=learner)

    page = client.get(f"/attempts/{item.attempt_id}/1/")

    assertNotContains(page, "1958")
    for option in item.options:
        assertNotContains(page, option["truth"])
    assertContains(page, "data-option", count=5)


def test_every_gap_says_why_it_is_right_or_wrong():
    item = item_of(timeline_question())
    play.answer(item, 3, now=NOW)

    feedback = grading.feedback(item)

    assert feedback.mark == "part"
    assert feedback.heading == "Between 23 November 1949 and 25 August 1992"
    assert [row.truth for row in feedback.rows] == [
        f"Why it is {'' if gap == 2 else 'not '}gap {gap}." for gap in range(5)
    ]
    assert feedback.announcement == (
        "Partly right: you chose between 25 August 1992 and 1 August 2006. "
        "The answer is between 23 November 1949 and 25 August 1992."
    )
