"""How far "sure" can be trusted, and what somebody was sure of and wrong."""

import datetime as dt

import pytest

from quiz import play
from quiz.models import Review
from quiz.review import calibration
from quiz.review.calibration import Rate, Told
from tests.factories import NOW, make_attempt, make_learner, make_question, right, wrong


def told(right: int, wrong: int, *, sure=True, topic="people") -> list[Told]:
    return [Told(topic, sure, True)] * right + [Told(topic, sure, False)] * wrong


def calibrated(*answers):
    return calibration.calibrated([one for some in answers for one in some])


def test_answers_are_counted_by_what_was_said_topic_by_topic():
    found = calibrated(
        told(3, 1),
        told(1, 2, sure=False, topic="treaties"),
        told(2, 0, sure=None),
        told(1, 0, topic="treaties"),
    )

    counts = {
        row.label: [(rate.right, rate.count) for rate in row.rates]
        for row in [*found.topics, found.whole]
    }
    assert counts == {
        "Treaties": [(1, 1), (1, 3), (0, 0)],
        "People and events": [(3, 4), (0, 0), (2, 2)],
        "All together": [(4, 5), (1, 3), (2, 2)],
    }


@pytest.mark.parametrize(
    ("right", "count", "words"),
    [
        (3, 4, "3 of 4 times"),
        (1, 1, "1 of 1 time"),
        (8, 10, "8 times in 10"),
        (17, 20, "9 times in 10"),
        (20, 20, "every time"),
        (39, 40, "nearly every time"),
        (0, 12, "never"),
        (1, 40, "hardly ever"),
        (1, 10, "once in 10"),
    ],
)
def test_a_rate_reads_as_one_would_say_it(right, count, words):
    assert Rate("Sure", right, count).often == words


@pytest.mark.parametrize(
    ("right", "wrong", "brier"),
    [(10, 0, 0.01), (9, 1, 0.09), (7, 3, 0.25), (0, 10, 0.81)],
)
def test_sure_promises_nine_in_ten(right, wrong, brier):
    assert calibrated(told(right, wrong)).brier == pytest.approx(brier)


def test_there_is_no_such_score_until_sure_was_said_ten_times():
    assert calibrated(told(8, 1)).brier is None
    assert calibrated(told(10, 10, sure=False)).brier is None


@pytest.mark.parametrize(
    ("right", "wrong", "verdict"),
    [
        (9, 0, "few"),
        (9, 1, "trusted"),
        (8, 2, "nearly"),
        (6, 4, "boasting"),
    ],
)
def test_a_verdict_waits_for_ten_answers(right, wrong, verdict):
    assert calibrated(told(right, wrong)).verdict == verdict


def test_saying_something_is_more_than_answering():
    assert not calibrated(told(3, 1, sure=None)).has_said
    assert calibrated(told(0, 1, sure=False)).has_said


def test_the_picture_shows_what_was_said_and_where_sure_should_be():
    chart = calibrated(told(1, 1), told(1, 0, sure=None)).chart

    assert [(r.share.label, r.share.percent, r.share.aim) for r in chart.rails] == [
        ("Sure", 50, 90),
        ("Nothing said", 100, None),
    ]


# From what was played


def answer(learner, question, *, is_right, sure, day=0, seconds=20):
    """The answer to a quiz of one, so many days after the first of June."""
    start = NOW + dt.timedelta(days=day)
    item = make_attempt(learner=learner, questions=[question], now=start).items.get()
    given = right(item) if is_right else wrong(item)
    now = start + dt.timedelta(seconds=seconds)
    play.answer(item, given, now=now, is_sure=sure)


def counted(learner) -> list[tuple[int, int]]:
    return [(r.right, r.count) for r in calibration.of(learner).whole.rates]


@pytest.mark.django_db
def test_only_the_first_answer_of_a_day_counts_and_none_too_quick_to_be_read():
    learner = make_learner()
    question = make_question(sides=[["fact", "when.year"]])
    answer(learner, question, is_right=False, sure=True)
    answer(learner, question, is_right=True, sure=True)
    answer(learner, make_question(), is_right=True, sure=True, seconds=0.5)
    answer(make_learner(), make_question(), is_right=True, sure=True)

    assert counted(learner) == [(0, 1), (0, 0), (0, 0)]
    assert counted(None) == [(0, 0)] * 3


@pytest.mark.django_db
def test_an_answer_counts_once_however_much_it_shows():
    learner = make_learner()
    options = [
        {"text": f"{day} March 1992", "proof": "", "truth": "", "claim": "", "page": ""}
        for day in (1, 2, 3)
    ]
    question = make_question(options=options, is_ordered=True)
    answer(learner, question, is_right=True, sure=False)

    assert Review.objects.count() == 2  # the year, and the day
    assert counted(learner) == [(0, 0), (1, 1), (0, 0)]


def wrongly_sure(learner) -> list[str]:
    return [missed.stem for missed in calibration.sure_and_wrong(learner)]


@pytest.mark.django_db
def test_what_was_sure_and_wrong_is_listed_once_the_latest_first():
    learner = make_learner()
    first, second, unsure = make_question(), make_question(), make_question()
    answer(learner, first, is_right=False, sure=True)
    answer(learner, second, is_right=False, sure=True, day=1)
    answer(learner, unsure, is_right=False, sure=False)

    assert wrongly_sure(learner) == [second.stem, first.stem]
    assert wrongly_sure(make_learner()) == []
    assert wrongly_sure(None) == []


@pytest.mark.django_db
def test_of_a_fact_that_was_wrong_twice_the_later_question_is_shown():
    learner = make_learner()
    first, second = (make_question(claim="kosovo") for _ in range(2))
    answer(learner, first, is_right=False, sure=True)
    answer(learner, second, is_right=False, sure=True, day=1)

    assert wrongly_sure(learner) == [second.stem]


@pytest.mark.django_db
def test_a_fact_leaves_the_list_once_it_is_answered_rightly():
    learner, question = make_learner(), make_question()
    answer(learner, question, is_right=False, sure=True)
    answer(learner, question, is_right=True, sure=None, day=1)

    assert wrongly_sure(learner) == []


@pytest.mark.django_db
@pytest.mark.parametrize("count", [2, 10])
def test_the_page_reads_the_same_however_much_was_answered(
    count, django_assert_num_queries
):
    learner = make_learner()
    for _ in range(count):
        answer(learner, make_question(), is_right=False, sure=True)

    with django_assert_num_queries(
        4
    ):  # answers; memories, reviews with their items; corrections
        calibration.of(learner)
        assert len(calibration.sure_and_wrong(learner)) == count
