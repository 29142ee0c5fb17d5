"""Item analysis of what was really sat."""

import pytest

from classroom.analysis import pools
from classroom.results import given, worth
from classroom.results.filters import EVERY
from tests.classroom.results.playing import LATER, make_paper, play, set_to_class
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def sat(*lines, count=3):
    paper = make_paper(count)
    assignment = set_to_class(questions=paper)
    for number, answers in enumerate(lines):
        play(assignment, f"Pupil {number}", answers, paper)
    return assignment, paper


def test_what_everybody_was_asked_is_reckoned_as_one_paper():
    assignment, paper = sat("+++", "++-", "+--", "---")

    found = worth.of(assignment, LATER)

    assert found.is_one_paper
    assert list(found.figures) == [question.pk for question in reversed(paper)]
    facility = [of.facility.value for of in found.figures.values()]
    assert facility == [25, 50, 75]
    assert found.figures[paper[1].pk].discrimination.value == pytest.approx(
        70.7106781187
    )
    assert found.trust.consistency.value == pytest.approx(75)


def test_only_first_attempts_count_unless_all_are_asked_for():
    assignment, paper = sat("+--", "---")
    play(assignment, "Pupil 0", "+++", paper, now=NOW)

    assert len(worth.of(assignment, LATER).sats) == 2
    assert len(worth.of(assignment, LATER, counts=EVERY).sats) == 3


def test_what_is_not_over_is_left_out():
    assignment, _ = sat("+--", "+")

    assert len(worth.of(assignment, LATER).sats) == 1


def test_where_papers_differ_only_what_can_be_compared_is_told():
    assignment, paper = sat("+-+", "+--")
    play(assignment, "Another", "++", make_paper(2))

    found = worth.of(assignment, LATER)

    assert not found.is_one_paper
    of = found.figures[paper[2].pk]
    assert of.facility.value == 50
    assert of.discrimination.why == pools.DIFFERENT
    assert found.trust.consistency.why == pools.DIFFERENT
    assert found.scores.mean.value is not None


def test_a_question_is_shown_with_what_guessing_earns():
    assignment, paper = sat("+--")
    found = worth.of(assignment, LATER)

    [told] = worth.worths(found, [paper[0].pk])

    assert (told.guess, told.key, told.number) == (25, paper[0].key, 3)


def test_options_are_told_by_whom_they_drew():
    assignment, paper = sat("+++", "++-", "+--", "---", "--+", "---")
    found = worth.of(assignment, LATER)
    question = paper[0]
    rows = given.option_rows(found, question, given.items(found, question))

    told = {row.figures.text: row for row in rows}
    right, taken = (told[question.options[n]["text"]] for n in (2, 3))

    assert rows[0] is right
    assert (right.figures.chosen, taken.figures.chosen) == (3, 3)
    assert taken.figures.works
    assert taken.truth == question.options[3]["truth"]


def test_nothing_is_said_of_a_quiz_nobody_has_sat():
    found = worth.of(set_to_class(), LATER)

    assert found.sats == []
    assert found.figures == {}
