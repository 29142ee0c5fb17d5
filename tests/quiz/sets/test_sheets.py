from dataclasses import replace

import pytest

from quiz import selection
from quiz.selection import Blueprint
from quiz.sets import papers, sheets
from tests.factories import NOW, make_question, make_question_set

pytestmark = pytest.mark.django_db


def make_questions(number, **fields):
    return [make_question(**fields) for _ in range(number)]


def test_a_sample_keeps_all_but_what_was_left_out():
    make_questions(12)
    whole = Blueprint(length=5)
    before = [c.pk for c in sheets.sample(whole, seed=4)]

    after = [c.pk for c in sheets.sample(replace(whole, excluded=(before[2],)), 4)]

    assert before[2] not in after
    assert len({*before} & {*after}) == 4


def test_what_comes_instead_is_of_the_same_topic_and_kind():
    make_questions(6, topic="people", family="who")
    make_questions(6, topic="treaties", family="when")
    whole = Blueprint(length=4)
    before = sheets.sample(whole, seed=4)
    gone = next(c for c in before if c.topic == "people")

    after = sheets.sample(replace(whole, excluded=(gone.pk,)), seed=4)

    [new] = {*after} - {*before}
    assert (new.topic, new.family) == ("people", "who")


def test_a_stored_paper_is_shown_as_it_is():
    make_questions(8)
    question_set = make_question_set(length=3, papers="same")
    [paper] = papers.make(question_set, seed=2, now=NOW)

    [sheet] = sheets.to_print(question_set)

    assert list(sheet.questions) == papers.questions(paper)
    assert (sheet.letter, sheet.seed, sheet.is_stored) == ("A", 2, True)


def test_a_paper_not_made_yet_is_shown_as_it_will_be():
    make_questions(8)
    question_set = make_question_set(length=3, papers="same")

    [shown] = sheets.to_print(question_set)
    made = papers.choose(question_set, now=NOW)

    assert list(shown.questions) == papers.questions(made)


def test_papers_of_a_drawn_set_are_the_same_for_the_same_seed():
    make_questions(20)
    question_set = make_question_set(length=4)

    once, again, other = (
        [sheet.questions for sheet in sheets.to_print(question_set, seed)]
        for seed in (7, 7, 8)
    )

    assert once == again != other
    assert len(once) == 4
    assert not question_set.made_papers.exists()


def test_of_each_question_it_is_known_how_it_is_expected_to_go():
    asked = make_question(sides=[["fact", "when"]])
    drawn = make_question_set(length=1)

    [sheet] = sheets.to_look_at(drawn)

    assert sheet.expected == {asked.pk: pytest.approx(0.645)}
    assert sheet.average == pytest.approx(0.645)
    assert selection.blueprint_of(drawn).length == 1
