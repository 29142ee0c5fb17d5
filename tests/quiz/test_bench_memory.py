"""The made-up learners that memory is tried on, and the measures it is held against."""

from collections import Counter
from itertools import pairwise
from math import log, sqrt
from random import Random

import pytest

from quiz.models import Review
from tests.bench.memory import catalogue, figures, metrics, plans, recovery, simulate
from tests.bench.memory.__main__ import report, simulated
from tests.bench.memory.catalogue import Asked, Catalogue, made_up
from tests.bench.memory.minds import Fsrs, HalfLife, Perfect, Power, Thing
from tests.bench.memory.populations import POPULATIONS, Habits, habits
from tests.bench.memory.rules import as_it_is, plain_good, surer
from tests.bench.memory.study import Ledger, Student
from tests.factories import make_question
from tests.quiz.formats.in_time import timeline_question
from tests.quiz.formats.many import match_question, several_question

FIFTY_FACTS = made_up(50)
EVERY_DAY = frozenset(range(simulate.DAYS))
STEADY = Habits(EVERY_DAY, seconds=1200, slips=0, rapid=0, moods=0)
ONE = ("fact-1", "who")


def things(questions: Catalogue) -> dict:
    return dict.fromkeys(questions.sides, Thing())


def make_student(mind, number=1, habits=STEADY, **fields) -> Student:
    fields = {"ledger": Ledger(), "dice": Random(number)} | fields
    return Student(number, mind, habits, **fields)


# Measures, against what was worked out by hand


def test_log_loss_is_the_mean_surprise():
    pairs = [(0.8, True), (0.4, False)]

    assert metrics.log_loss(pairs) == pytest.approx(-(log(0.8) + log(0.6)) / 2)


def test_what_was_thought_certain_and_failed_costs_much_but_not_all():
    assert metrics.log_loss([(1.0, False)]) == pytest.approx(6 * log(10))


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(0.1, False), (0.4, False), (0.35, True), (0.8, True)], 0.75),
        ([(0.3, False), (0.5, True), (0.5, False), (0.9, True)], 0.875),
        ([(0.5, True), (0.5, False), (0.5, False)], 0.5),
        ([(0.9, False), (0.1, True)], 0.0),
        ([(0.9, True), (0.1, True)], None),
    ],
)
def test_auc_counts_pairs_in_the_right_order_and_half_of_the_ties(pairs, expected):
    assert metrics.auc(pairs) == expected


def test_rmse_weighs_bins_by_what_is_in_them():
    often = [((1, 1, 0), (0.9, right)) for right in (True, True, True, False, True)]
    once = [((30, 2, 1), (0.7, True))]

    expected = sqrt((5 * 0.1**2 + 1 * 0.3**2) / 6)
    assert metrics.rmse_bins(often + once) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("one", "other", "is_one_bin"),
    [
        ((1, 1, 0), (3, 1, 0), True),
        ((3, 1, 0), (4, 1, 0), False),
        ((1, 2, 0), (1, 3, 0), True),
        ((1, 3, 0), (1, 4, 0), False),
        ((1, 1, 0), (1, 1, 1), False),
        ((1, 1, 2), (1, 1, 1), False),
    ],
)
def test_like_histories_share_a_bin(one, other, is_one_bin):
    off_both_ways = [(one, (0.5, True)), (other, (0.5, False))]

    assert (metrics.rmse_bins(off_both_ways) == 0) == is_one_bin


def test_calibration_goes_by_tenths_from_the_least_likely():
    pairs = [(n / 100, n >= 50) for n in range(100)]

    found = metrics.calibration(pairs)

    assert [count for *_, count in found] == [10] * 10
    assert found[0] == (pytest.approx(0.045), 0, 10)
    assert found[9] == (pytest.approx(0.945), 1, 10)


def test_a_moving_average_follows_the_luck_of_late():
    average = metrics.MovingAverage()
    assert average.predicted == pytest.approx(0.76852, abs=1e-5)

    average.learn(is_right=True)  # 1.2 + .3 * (1 - .76852) = 1.26944
    assert average.predicted == pytest.approx(0.78065, abs=1e-5)

    average.learn(is_right=False)  # 1.26944 - .3 * .78065 = 1.03525
    assert average.predicted == pytest.approx(0.73793, abs=1e-5)


def test_a_running_mean_starts_undecided():
    mean = metrics.RunningMean()
    assert mean.predicted == 0.5

    mean.learn(is_right=True)
    assert mean.predicted == 2 / 3


# Minds


def minds() -> list:
    held = {ONE: Thing()}
    return [
        Fsrs(held),
        HalfLife(held, 0, start=3, growth=3, loss=2),
        Power(held, 0, start=1, growth=6, loss=3, steepness=0.4),
    ]


@pytest.mark.parametrize("mind", minds(), ids=lambda mind: type(mind).__name__)
def test_a_mind_forgets_ever_more(mind):
    mind.meet(ONE, 0, recalled=False)
    falling = [mind.recall(ONE, day) for day in range(20)]

    assert falling[0] == 1
    assert falling == sorted(set(falling), reverse=True)


@pytest.mark.parametrize("number", range(3))
def test_what_was_recalled_lasts_longer_than_what_was_not(number):
    lucky, unlucky = minds()[number], minds()[number]
    for mind, recalled in ((lucky, True), (unlucky, False)):
        mind.meet(ONE, 0, recalled=False)
        mind.meet(ONE, 2, recalled=recalled)

    assert lucky.recall(ONE, 5) > unlucky.recall(ONE, 5)


@pytest.mark.parametrize("mind", minds(), ids=lambda mind: type(mind).__name__)
def test_a_second_meeting_on_one_day_adds_nothing(mind):
    mind.meet(ONE, 0, recalled=False)
    before = mind.recall(ONE, 9)

    mind.meet(ONE, 0, recalled=True)

    assert mind.recall(ONE, 9) == before


def test_who_knows_the_date_knows_the_year():
    year, day = ("croatia", "when.year"), ("croatia", "when.day")
    mind = Fsrs({year: Thing(), day: Thing()}, ability=-9)
    mind.meet(day, 0, recalled=False)

    assert mind.recall(year, 1) == mind.recall(day, 1) > 0.5


# Study


def test_who_forgets_nothing_recalls_all_of_it():
    student = make_student(Perfect(things(FIFTY_FACTS)))

    counted = figures.reviews(simulate.study([student], FIFTY_FACTS).records)

    assert len(counted) > 200
    assert all(review.true == 1 and review.is_right for review in counted)


def test_who_forgets_as_besa_thinks_recalls_nine_in_ten_of_what_is_due():
    """Of what waits a day only, FSRS itself does not promise as much."""
    students = [make_student(Fsrs(things(FIFTY_FACTS)), n) for n in range(10)]

    counted = figures.reviews(simulate.study(students, FIFTY_FACTS).records)
    on_time = figures.recall(figures.settled(figures.on_time(counted)))

    assert on_time["reviews"] > 1000
    for what in ("foreseen", "true", "answered"):
        assert 0.87 < on_time[what] < 0.93
    assert all(review.predicted == pytest.approx(review.true) for review in counted)


def test_the_same_seed_lets_the_same_happen():
    def known(seed):
        return simulate.run(POPULATIONS[1], FIFTY_FACTS, learners=1, seed=seed).known

    assert known(1) == known(1) != known(2)


def test_habits_leave_out_a_fortnight():
    days = sorted(habits(Random(1), simulate.DAYS).days)

    gaps = [later - day for day, later in pairwise(days)]
    assert max(gaps) > 14


def test_right_by_guessing_is_not_known():
    questions = made_up(1, format="choice", chance=0.5)
    students = [
        make_student(Fsrs(things(questions), ability=-99), n) for n in range(400)
    ]

    for student in students:
        student.answer(questions.questions[0], 0)

    given = [student.records[0] for student in students]
    assert max(record.true for record in given) < 0.001
    assert sum(record.is_right for record in given) == pytest.approx(200, abs=40)


@pytest.mark.parametrize(("alike", "expected"), [(1, 1.0), (2, 0.5)])
def test_who_knows_the_year_chooses_among_its_dates(alike, expected):
    year, day = ("croatia", "when.year"), ("croatia", "when.day")
    asked = Asked("k", "when", "choice", "t", (year, day), chance=1 / 4, alike=alike)
    held = {year: Thing(hardness=-99), day: Thing(hardness=99)}
    students = [make_student(Fsrs(held), n) for n in range(400)]

    for student in students:
        student.answer(asked, 0)

    right = Counter(
        record.side
        for student in students
        for record in student.records
        if record.is_right
    )
    assert right["when.year"] == 400
    assert right["when.day"] == pytest.approx(400 * expected, abs=40)


def test_an_answer_clicked_away_teaches_nothing_and_counts_for_nothing():
    hasty = Habits(EVERY_DAY, seconds=60, rapid=1)
    student = make_student(Fsrs(things(FIFTY_FACTS), ability=-99), habits=hasty)

    student.answer(FIFTY_FACTS.questions[1], 0)

    assert student.records[0].effect == "rapid"
    assert student.memories == {}
    assert student.mind.recall(ONE, 0) == pytest.approx(0)


@pytest.mark.parametrize(
    ("rule", "expected"), [(as_it_is, 1), (surer, 1), (plain_good, 2)]
)
def test_plain_good_lets_a_guess_wait_as_long_as_what_was_known(rule, expected):
    questions = made_up(1, format="choice", chance=1 / 3)
    mind = Fsrs(things(questions), ability=99)
    student = make_student(mind, rule=rule)

    student.answer(questions.questions[0], 0)

    (memory,) = student.memories.values()
    assert (memory.due_on - memory.reviewed_on).days == expected


@pytest.mark.parametrize(("chance", "expected"), [(0.0, 3), (0.25, 3), (0.5, 2)])
def test_the_surer_rule_doubts_what_is_half_blind(chance, expected):
    review = Review(is_right=True, rating=3, chance=chance)

    assert surer(review, 0.8) == expected


# What is asked next


def test_no_claim_is_asked_twice_a_day_by_the_spaced_plan():
    questions = Catalogue(
        Asked(f"{claim} {side}", "f", "name", "t", ((claim, side),))
        for claim in ("a", "b", "c")
        for side in ("who", "what")
    )
    student = make_student(Fsrs(things(questions)))

    asked = list(plans.spaced(student, questions)(0))

    assert sorted(a.sides[0][0] for a in asked) == ["a", "b", "c"]


def test_what_is_due_comes_first_and_something_new_each_fifth_time():
    student = make_student(Fsrs(things(FIFTY_FACTS), ability=-99))
    old = FIFTY_FACTS.questions[:20]
    for asked in old:
        student.answer(asked, 0)

    day = [a in old for a in plans.spaced(student, FIFTY_FACTS)(1)]

    assert day[:10] == [True, True, True, True, False] * 2
    assert sum(day) == 20


def test_a_circle_asks_everything_before_anything_again():
    student = make_student(Fsrs(things(FIFTY_FACTS)))
    plan = plans.circle(student, FIFTY_FACTS)

    around = [next(plan(day)) for day in range(100)]

    assert len(set(around[:50])) == 50
    assert around[:50] == around[50:]


# Questions as the pool has them


@pytest.mark.django_db
def test_the_questions_in_use_are_read_with_what_guessing_may_do():
    several_question(right=3, wrong=3)
    timeline_question()
    match_question(4)
    make_question(status="retired", retired_because="The fact has changed.")

    found = {asked.format: asked for asked in catalogue.shipped()}

    assert set(found) == {"several", "timeline", "match"}
    assert (found["several"].kind, found["match"].kind) == ("chosen", "together")
    assert (found["match"].among, found["several"].among) == (4, 1)


@pytest.mark.django_db
def test_questions_are_the_same_when_read_again(tmp_path):
    make_question(sides=[["kosovo", "when.year"], ["kosovo", "when.day"]])
    questions, path = catalogue.shipped(), tmp_path / "questions.json"

    catalogue.write(questions, path)

    assert catalogue.read(path).questions == tuple(questions)
    assert (questions[0].chance, questions[0].alike) == (1 / 4, 1)


# What is reported


def test_the_more_answers_the_better_ratings_know_what_is_hard():
    dice = Random(1)
    items = [recovery.made_up(n, recovery.MIXED, dice) for n in range(40)]

    few, many = (recovery.with_truth(n, items, 1.0, dice) for n in (5, 60))

    assert few < many > 0.85


def test_all_of_it_can_be_told(tmp_path):
    path = tmp_path / "questions.json"
    kinds = (("name", 0.0), ("choice", 1 / 3))
    catalogue.write(
        [
            Asked(f"{n} {format}", "f", format, "t", ((f"fact-{n}", "who"),), chance)
            for n in range(10)
            for format, chance in kinds
        ],
        path,
    )
    measured = {"answers": 1, "median_ms": 1, "p95_ms": 1}
    cost = {
        "one_by_one": measured
        | {"worked_ms": 1, "queries": [1, 2], "by_format": {"name": measured}},
        "at_once": measured | {"threads": 1, "a_second": 1, "errors": []},
    }

    study = simulated(path, learners=1, seed=1)
    told = report({"study": study, "recovery": [], "cost": cost, "seconds": 1})

    for population in POPULATIONS:
        assert population.name in told
    assert "\n\n" in told
