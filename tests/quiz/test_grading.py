import pytest

from quiz import grading
from tests.factories import make_attempt, make_question

pytestmark = pytest.mark.django_db


def told(answers: str, **question):
    question = make_question(is_ordered=True, **question)
    attempt = make_attempt(questions=[question], answers=answers)
    return grading.feedback(attempt.items.get())


def test_a_right_answer_is_said_to_be_right():
    feedback = told("+")

    assert feedback.is_right
    assert feedback.verdict == "Right"
    assert feedback.announcement == f"Right: {feedback.heading}."
    assert [(row.number, row.mark, row.label) for row in feedback.rows] == [
        ("1", "other", ""),
        ("2", "other", ""),
        ("3", "right", "your answer, and right"),
        ("4", "other", ""),
    ]


def test_a_wrong_answer_is_told_the_right_one_and_what_it_really_is():
    feedback = told("-")

    chosen, answer = feedback.rows[3], feedback.rows[2]
    assert not feedback.is_right
    assert feedback.verdict == "Not right"
    assert feedback.announcement == (
        f"Not right: you chose {chosen.text}. The answer is {answer.text}."
    )
    assert (chosen.mark, chosen.label) == ("chosen", "your answer")
    assert chosen.truth.startswith("In 1994 it was")
    assert (answer.mark, answer.label) == ("right", "the answer")
    assert feedback.heading == answer.text


def test_feedback_carries_the_proof_and_its_place():
    feedback = told("+", remark="A reference says 1992.")

    assert feedback.explanation.startswith("The list dates relations")
    assert feedback.remark == "A reference says 1992."
    assert feedback.sources[0]["locator"].startswith("Table, row")
    assert feedback.page.startswith("/facts/countries/")
    assert feedback.page_title.startswith("State")


def test_what_was_missed_names_both_answers():
    attempt = make_attempt(questions=[make_question(is_ordered=True)], answers="-")

    missed = grading.missed(attempt.items.get())

    assert missed.right_text.endswith("1993")
    assert missed.chosen_text.endswith("1994")
    assert missed.chosen_truth.startswith("In 1994 it was")
