"""What is likely recalled on a day to come, and what twenty minutes now change."""

from uuid import uuid4

import pytest

from quiz import starting
from quiz.memory import trace_of
from quiz.recall import spacing
from quiz.review import picking, readiness
from quiz.review.readiness import Forecast
from tests.factories import NOW, make_learner, make_question
from tests.quiz.remembering import TODAY, asking, days, grasp_of, memory

EXAM = days(20)


def foreseen(candidates, grasp, day=EXAM) -> Forecast:
    topics = {key: c.topic for c in candidates for key in c.sides}
    return readiness.foresee(topics, picking.shelved(candidates), grasp, day)


def facts(count, **fields):
    return [asking((f"fact-{n}", "who"), **fields) for n in range(count)]


def test_what_was_never_met_counts_as_not_known():
    known = memory(key=("fact-0", "who"), stability=20.0, reviewed=0, due=20)

    topic = foreseen(facts(4), grasp_of(known, met=["fact-0"])).whole

    assert (topic.sides, topic.met) == (4, 1)
    assert topic.before == pytest.approx(0.9)


def test_each_topic_is_foreseen_by_itself_and_all_together():
    candidates = [*facts(2), asking(("nato", "what"), topic="memberships")]

    forecast = foreseen(candidates, grasp_of())

    assert [(t.label, t.sides) for t in forecast.topics] == [
        ("Relations and dates", 2),
        ("Memberships", 1),
    ]
    assert forecast.whole.sides == 3
    assert forecast.whole.after == sum(topic.after for topic in forecast.topics)


def test_the_minutes_raise_what_they_ask_and_nothing_else():
    forecast = foreseen(facts(100), grasp_of())

    gain = spacing.once_asked(None, TODAY, by=EXAM)
    assert (forecast.minutes, len(forecast.session.asked)) == (20, 80)
    assert forecast.whole.before == 0
    assert forecast.whole.after == pytest.approx(80 * gain)
    assert len(forecast.chart.rails) == 1


def test_the_minutes_go_where_they_gain_most():
    safe = [
        memory(key=(f"fact-{n}", "who"), stability=300.0, reviewed=-1, due=200)
        for n in range(90)
    ]
    fading = memory(key=("fact-90", "who"), stability=3.0, reviewed=-9)

    asked = foreseen(facts(92), grasp_of(*safe, fading)).session.asked

    assert {asked[0].claim, asked[1].claim} == {"fact-90", "fact-91"}  # 91 is new
    assert len(asked) == 80


def test_what_is_quicker_to_ask_comes_before_what_is_slow():
    slow = [asking((f"slow-{n}", "what"), format="several") for n in range(40)]
    quick = [asking((f"quick-{n}", "who")) for n in range(80)]

    asked = foreseen([*slow, *quick], grasp_of()).session.asked

    assert {candidate.format for candidate in asked} == {"choice"}


def test_what_the_day_has_met_gains_nothing_more():
    forecast = foreseen(facts(1), grasp_of(met=["fact-0"]))

    assert forecast.session.asked == []
    assert forecast.whole.before == forecast.whole.after


def test_a_day_long_ahead_is_foreseen_lower_than_tomorrow():
    candidates = facts(1)
    grasp = grasp_of(memory(key=("fact-0", "who"), reviewed=-1, due=1))

    percents = [foreseen(candidates, grasp, days(n)).whole.percent for n in (0, 1, 300)]

    assert percents == sorted(percents, reverse=True)
    assert len(set(percents)) == 3


def test_recall_is_that_of_the_memory():
    own = memory(key=("fact-0", "who"))

    forecast = foreseen(facts(1), grasp_of(own))

    assert forecast.whole.before == spacing.recall(trace_of(own), EXAM)


@pytest.mark.django_db
def test_the_session_started_is_the_one_foreseen():
    learner = make_learner()
    for n in range(90):
        make_question(claim=f"fact-{n}", sides=[[f"fact-{n}", "who"]])

    foretold = readiness.forecast(learner, TODAY, EXAM).session
    attempt = starting.prepare(learner, day=EXAM, now=NOW, token=uuid4())

    assert attempt.title == "Ready by 21 June 2025"
    assert [item.question_id for item in attempt.items.all()] == [
        candidate.pk for candidate in foretold.asked
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("count", [2, 10])
def test_a_forecast_reads_the_same_however_much_there_is(
    count, django_assert_num_queries
):
    learner = make_learner()
    for n in range(count):
        make_question(claim=f"fact-{n}", sides=[[f"fact-{n}", "who"]])

    # As the outlook of review, and every fact.
    with django_assert_num_queries(7):
        readiness.forecast(learner, TODAY, EXAM)
