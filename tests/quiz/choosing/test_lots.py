"""A quiz from very many questions is drawn from a part of them, and as fairly."""

from collections import Counter

import pytest

from quiz import selection
from quiz.choosing import lots
from quiz.choosing.lots import LARGE, LOTS, lot_of
from quiz.models import Question
from quiz.selection import Blueprint

pytestmark = pytest.mark.django_db

MANY = LARGE + 200


def store(count: int, *, family: str = "when", topic: str = "people", **fields) -> None:
    first = Question.objects.count()
    Question.objects.bulk_create(
        Question(
            **{
                "key": f"{family}:fact-{n}:when",
                "lot": lot_of(f"{family}:fact-{n}:when"),
                "family": family,
                "topic": topic,
                "claim": f"fact-{n}",
                "claims": [f"fact-{n}"],
                "aspect": "when",
                "options": [],
                "solution": 0,
                "sources": [],
            }
            | fields
        )
        for n in range(first, first + count)
    )


def some(*, length=10, seed=0, pinned=()) -> set[Question]:
    found = lots.some(
        Question.objects.active(), length=length, seed=seed, pinned=pinned
    )
    return set(found)


def keys(length: int, seed: int) -> list[str]:
    return [q.key for q in selection.draw(Blueprint(length=length), seed)]


def test_a_pool_is_read_whole_until_it_is_large():
    store(LARGE)
    assert lots.some(Question.objects.all(), length=10, seed=1) is None

    store(1)
    assert lots.some(Question.objects.all(), length=10, seed=1) is not None


def test_of_a_large_pool_a_part_is_read_and_what_is_rare_is_in_it():
    store(MANY)
    store(5, family="amount", topic="treaties")
    store(40, family="who")

    for seed in range(20):
        found = Counter(question.family for question in some(seed=seed))
        assert found["amount"] == 5
        assert 1 <= found["who"] <= 30
        assert 200 <= found["when"] <= 400


def test_every_question_has_its_turn():
    store(MANY)
    drawn = Counter(q for seed in range(100) for q in some(seed=seed))

    assert len(drawn) > 0.99 * MANY
    assert max(drawn.values()) < 40


def test_a_part_that_runs_past_the_last_lot_goes_on_at_the_first():
    store(LARGE, lot=LOTS // 2)
    store(1, lot=LOTS - 1, family="last")
    store(1, lot=0, family="first")

    found = [
        family
        for around in lots._from(LOTS - 10, 20 / LOTS)
        for family in Question.objects.filter(**around).values_list("family", flat=True)
    ]

    assert found == ["last", "first"]


def test_what_a_teacher_pinned_is_among_them():
    store(MANY)
    pinned = Question.objects.order_by("key")[3]

    for seed in range(20):
        assert pinned in some(seed=seed, pinned=(pinned.pk,))


def test_the_longer_the_quiz_the_more_is_read():
    store(MANY)
    store(LARGE // 10, family="who")

    few = Counter(question.family for question in some(length=10))
    many = Counter(question.family for question in some(length=100))

    assert few["who"] < 60 < many["who"]


def test_the_same_seed_draws_the_same_quiz_from_a_large_pool():
    store(MANY)

    assert keys(10, seed=1) == keys(10, seed=1)
    assert keys(10, seed=1) != keys(10, seed=2)


def test_a_draw_from_a_large_pool_loads_a_part_of_it(django_assert_num_queries):
    store(MANY)

    with django_assert_num_queries(3) as queries:  # how many, which, those chosen
        selection.draw(Blueprint(length=10), seed=1)

    assert "lot" in queries[1]["sql"]


def test_where_a_part_cannot_fill_the_quiz_all_are_looked_at():
    store(MANY, claim="fact", claims=["fact"])
    store(4, claim="other")

    for seed in range(10):
        quiz = selection.draw(Blueprint(length=5), seed)
        assert len({claim for q in quiz for claim in q.claims}) == 5


def test_a_retired_question_is_not_drawn_from_a_large_pool():
    store(MANY)
    Question.objects.filter(lot__lt=LOTS // 2).update(status="withdrawn")
    store(MANY // 2, family="who")

    for seed in range(5):
        drawn = selection.draw(Blueprint(length=10), seed)
        assert {question.status for question in drawn} == {"active"}
