"""Which facts are new, being learnt, known, and fading again."""

import datetime as dt

import pytest

from quiz.models import Memory, Question
from quiz.recall import standing
from quiz.recall.standing import Fact, State
from tests.factories import NOW, make_learner, make_question

pytestmark = pytest.mark.django_db
TODAY = NOW.date()
TOMORROW, YESTERDAY = TODAY + dt.timedelta(1), TODAY - dt.timedelta(1)
FACTS = {"kosovo": Fact("kosovo", "relations", frozenset({"when.year", "who"}))}


def memory(side, *, streak=2, due_on=TOMORROW, claim="kosovo", since=YESTERDAY):
    return Memory(
        learner=make_learner(),
        claim=claim,
        side=side,
        streak=streak,
        due_on=due_on,
        held_since=since if streak > 1 else None,
    )


def state(*memories) -> State:
    return standing.standings(FACTS, memories, TODAY)["kosovo"].state


def test_a_fact_never_met_is_new():
    assert state() == State.NEW
    assert state(memory("who", claim="other")) == State.NEW


def test_a_fact_is_learnt_until_each_side_was_proved_on_two_days():
    assert state(memory("who")) == State.LEARNING
    assert state(memory("who"), memory("when.year", streak=1)) == State.LEARNING


def test_a_fact_is_known_once_each_side_is_held_and_none_is_past_its_day():
    assert state(memory("who"), memory("when.year")) == State.KNOWN
    assert state(memory("who"), memory("when.year", due_on=TODAY)) == State.KNOWN


def test_a_fact_fades_once_a_side_of_it_is_past_its_day():
    assert state(memory("who"), memory("when.year", due_on=YESTERDAY)) == State.FADING


def test_what_came_first_is_no_side_of_its_own():
    sides = memory("who"), memory("when.year"), memory("order", streak=0)

    assert state(*sides) == State.KNOWN


def test_a_fact_is_held_since_its_last_side_was():
    sides = memory("who", since=YESTERDAY), memory("when.year", since=TODAY)

    found = standing.standings(FACTS, sides, TODAY)["kosovo"]

    assert found.held_since == TODAY
    assert standing.standings(FACTS, sides[:1], TODAY)["kosovo"].held_since is None


def test_facts_are_what_questions_in_use_ask_by_itself():
    make_question(claim="a", sides=[["a", "when.year"], ["a", "when.day"]])
    make_question(claim="a", format="name", sides=[["a", "who"]])
    make_question(claim="a", format="timeline", sides=[["a", "order"]])
    make_question(claim="b", format="match", sides=[["b", "who"]])
    make_question(claim="c", sides=[["c", "who"]], status=Question.Status.WITHDRAWN)

    assert standing.facts() == {
        "a": Fact("a", "relations", frozenset({"when.year", "when.day", "who"}))
    }
