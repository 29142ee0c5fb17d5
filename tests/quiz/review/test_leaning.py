"""Quizzes of one's own lean to what goes right three times in four."""

import datetime as dt
from collections import Counter
from uuid import uuid4

import pytest

from quiz import starting
from quiz.models import Attempt
from quiz.review import leaning
from quiz.selection import Blueprint
from tests.factories import NOW, make_attempt, make_learner, make_question
from tests.quiz.remembering import KOSOVO, TODAY, asking, grasp_of, memory

WHO = ("kosovo", "who")
LATER = NOW + dt.timedelta(days=1)


def weight(candidate, grasp=None) -> float:
    return leaning.weight(candidate, grasp or grasp_of())


def test_a_question_weighs_most_if_it_likely_goes_right_three_times_in_four():
    typed = asking(WHO, format="name")
    by_skill = [
        weight(typed, grasp_of(skills={"relations": skill})) for skill in (-1, 1.1, 4)
    ]

    assert by_skill[1] == pytest.approx(1, abs=0.01)
    assert by_skill[0] < by_skill[2] < by_skill[1]


def test_what_is_well_known_is_rather_typed():
    known = grasp_of(memory(stability=20.0, reviewed=-20, streak=2))

    assert weight(asking(KOSOVO, format="date"), known) > 4 * weight(
        asking(KOSOVO), known
    )


def test_what_the_day_has_asked_or_told_has_no_weight():
    met, other = asking(KOSOVO), asking(("serbia", "who"))

    found = leaning.weights([met, other], grasp_of(met=["kosovo"]))

    assert found.keys() == {other.pk}


@pytest.mark.django_db
def test_there_is_no_leaning_before_anything_is_known(django_assert_num_queries):
    learner = make_learner()

    with django_assert_num_queries(1):
        assert leaning.of(learner, TODAY) is None


def own_quiz(learner, *, length, seed=1, now=NOW, is_own=True) -> Attempt:
    return starting.start(
        learner,
        blueprint=Blueprint(length=length),
        title="A quiz",
        seed=seed,
        now=now,
        token=uuid4(),
        is_own=is_own,
    )


def asked(attempt: Attempt) -> set:
    return {item.question for item in attempt.items.all()}


def question(claim: str, **fields):
    return make_question(claim=claim, sides=[[claim, "who"]], **fields)


@pytest.mark.django_db
def test_a_quiz_of_ones_own_leaves_out_what_was_asked_that_day():
    met, other = question("a", reveals=["c"]), question("b")
    question("c")
    learner = make_learner()
    make_attempt(learner=learner, questions=[met], answers="-")

    for seed in range(5):
        assert asked(own_quiz(learner, length=1, seed=seed)) == {other}
    assert met in asked(own_quiz(learner, length=3))  # nothing else is left
    later = [asked(own_quiz(learner, length=1, seed=n, now=LATER)) for n in range(20)]
    assert {met} in later


@pytest.mark.django_db
def test_a_quiz_of_ones_own_leans_and_a_set_is_for_all_alike():
    learner, other = make_learner(), make_learner()
    make_attempt(learner=learner, length=1, answers="-", now=NOW - dt.timedelta(9))
    learner.skills.update(value=-1)
    typed = {question(f"typed-{n}", format="name") for n in range(5)}
    for n in range(5):
        question(f"chosen-{n}")

    drawn = Counter(
        q in typed
        for seed in range(20)
        for q in asked(own_quiz(learner, length=1, seed=seed))
    )

    assert drawn[False] > 4 * drawn[True]
    for seed in range(5):
        sets = [
            asked(own_quiz(who, length=3, seed=seed, is_own=False))
            for who in (learner, other)
        ]
        assert sets[0] == sets[1]


@pytest.mark.django_db
def test_a_first_quiz_is_drawn_as_it_always_was():
    for n in range(10):
        question(f"fact-{n}")

    leant, plain = (
        own_quiz(make_learner(), length=5, is_own=is_own) for is_own in (True, False)
    )

    assert asked(leant) == asked(plain)
