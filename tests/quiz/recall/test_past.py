"""What was known on days gone by is what the memories of those days say."""

import datetime as dt

import pytest

from quiz.models import Memory, Review
from quiz.recall import past, standing
from quiz.recall.past import Week
from quiz.recall.standing import State
from tests.factories import NOW, make_learner, right, wrong
from tests.quiz.remembered import DAY, TODAY, fact
from tests.quiz.test_memory import answer, date_question, day, year_question


def test_weeks_begin_on_mondays_and_the_last_ends_today():
    sunday, monday = dt.date(2025, 6, 1), dt.date(2025, 6, 2)

    assert past.weeks(sunday, 2) == [
        Week(dt.date(2025, 5, 19), dt.date(2025, 5, 25)),
        Week(dt.date(2025, 5, 26), sunday),
    ]
    assert past.weeks(monday, 1) == [Week(monday, monday)]
    assert past.weeks(monday, 1)[0].days == [monday]
    assert len(past.weeks(sunday, 1)[0].days) == 7


def known(learner, days) -> list[int]:
    facts = {claim: fact(claim, "when.year") for claim in ("a", "b")}
    reviews = Review.objects.owned_by(learner).that_moved()
    return past.known_on(facts, reviews, days)


@pytest.mark.django_db
def test_each_day_is_counted_as_it_was_then():
    learner = make_learner()
    first, second = year_question(claim="a"), year_question(claim="b")
    facts = {claim: fact(claim, "when.year") for claim in ("a", "b")}
    played = {0: right, 2: right, 9: wrong, 10: right, 12: right}
    days = [TODAY + DAY * n for n in range(40)]
    seen = []
    for n, on in enumerate(days):
        if n in played:
            answer(first, learner, played[n], now=day(n))
        if n in (3, 5):
            answer(second, learner, right, now=day(n))
        now = standing.standings(facts, Memory.objects.all(), on)
        seen.append(sum(s.state == State.KNOWN for s in now.values()))

    assert known(learner, days) == seen
    assert {0, 1, 2} == set(seen)


@pytest.mark.django_db
def test_a_fact_was_known_only_while_all_its_sides_were():
    learner = make_learner()
    year, whole = year_question(claim="a"), date_question("a", "1993-03-01")
    for n, question in ((0, year), (2, year), (3, whole), (6, whole)):
        answer(question, learner, right, now=day(n))
    days = [TODAY + DAY * n for n in (2, 3, 6)]

    def known_on(*sides):
        reviews = Review.objects.owned_by(learner).that_moved()
        return past.known_on({"a": fact("a", *sides)}, reviews, days)

    assert known_on("when.year") == [1, 1, 1]
    assert known_on("when.year", "when.day") == [0, 0, 1]
    assert known_on("when.year", "who") == [0, 0, 0]


@pytest.mark.django_db
def test_what_is_no_fact_any_more_is_not_counted():
    learner = make_learner()
    for n in (0, 2):
        answer(year_question(claim="gone"), learner, right, now=day(n))

    assert known(learner, [TODAY + 2 * DAY]) == [0]


@pytest.mark.django_db
def test_nothing_was_known_before_anything_was_answered():
    assert known(None, [NOW.date()]) == [0]
    assert past.known_on({}, [], []) == []
