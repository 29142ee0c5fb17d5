"""What a quiz promises whatever the pool: no fact twice, nothing given away before."""

from collections import Counter
from itertools import groupby
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.choosing import sequencing
from quiz.choosing.composition import Candidate, capacity, compose

CLAIMS = [f"fact-{n}" for n in range(12)]


@st.composite
def pools(draw):
    """Few facts that tell a lot about each other: worse than any real pool."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(CLAIMS),
                st.sampled_from(["treaties", "people"]),
                st.sampled_from(["who", "when", "what"]),
                st.sets(st.sampled_from(CLAIMS), max_size=4),
            ),
            max_size=25,
        )
    )
    return [
        Candidate(pk, claim, topic, family, frozenset(reveals))
        for pk, (claim, topic, family, reveals) in enumerate(rows)
    ]


def pool(count, *, topics=("treaties",), families=("who",), **fields):
    return [
        Candidate(
            n,
            f"fact-{n}",
            topics[n % len(topics)],
            families[n % len(families)],
            **fields,
        )
        for n in range(count)
    ]


def longest_run(values):
    return max(len(list(run)) for _, run in groupby(values))


@given(pools(), st.integers(1, 12), st.integers(0, 2**32))
def test_no_fact_is_asked_twice(candidates, length, seed):
    quiz = compose(candidates, length=length, seed=seed)

    claims = [question.claim for question in quiz]
    assert len(claims) == len(set(claims))


@given(pools(), st.integers(1, 12), st.integers(0, 2**32))
def test_no_question_comes_after_one_that_gives_it_away(candidates, length, seed):
    quiz = compose(candidates, length=length, seed=seed)

    told = set()
    for question in quiz:
        assert question.claim not in told
        told |= question.reveals


@given(pools(), st.integers(1, 12), st.integers(0, 2**32))
def test_the_same_seed_draws_the_same_quiz(candidates, length, seed):
    quiz = compose(candidates, length=length, seed=seed)

    assert compose(candidates, length=length, seed=seed) == quiz


@given(pools(), st.integers(0, 2**32))
def test_a_short_quiz_could_take_no_further_question(candidates, seed):
    quiz = compose(candidates, length=len(CLAIMS) + 1, seed=seed)

    taken = {question.claim for question in quiz}
    for other in candidates:
        if other.claim not in taken:
            with_it = [*quiz, other]
            assert len(compose(with_it, length=len(with_it), seed=seed)) <= len(quiz)


@given(pools(), st.integers(1, 12), st.integers(0, 2**32), st.data())
def test_a_pinned_question_is_left_out_only_for_another_pinned_one(
    candidates, length, seed, data
):
    if not candidates:
        return
    pin = data.draw(st.sampled_from(candidates))

    quiz = compose(candidates, length=length, seed=seed, pinned=frozenset({pin.pk}))

    assert pin in quiz


def test_another_seed_draws_another_quiz():
    candidates = pool(100)

    quizzes = {tuple(compose(candidates, length=5, seed=seed)) for seed in range(10)}

    assert len(quizzes) == 10


def test_two_that_tell_each_other_never_meet():
    one = Candidate(1, "a", "treaties", "who", frozenset({"b"}))
    other = Candidate(2, "b", "treaties", "who", frozenset({"a"}))

    for seed in range(20):
        assert len(compose([one, other], length=2, seed=seed)) == 1


def test_three_that_tell_each_other_in_a_ring_never_all_meet():
    ring = [
        Candidate(n, "abc"[n], "treaties", "who", frozenset({"bca"[n]}))
        for n in range(3)
    ]

    for seed in range(20):
        assert len(compose(ring, length=3, seed=seed)) == 2


def test_a_small_set_is_filled_around_those_that_clash_with_all():
    telltales = [
        Candidate(n, "fact-0", "treaties", "who", frozenset(CLAIMS[1:6]))
        for n in range(30)
    ]
    others = [
        Candidate(100 + n, f"fact-{n}", "treaties", "who", frozenset({"fact-0"}))
        for n in range(1, 6)
    ]

    for seed in range(50):
        assert len(compose(telltales + others, length=5, seed=seed)) == 5


def test_capacity_is_what_a_quiz_can_be_filled_to():
    twins = [Candidate(9, "fact-1", "treaties", "who")]

    assert capacity(pool(6) + twins) == 6


def test_no_family_takes_more_than_its_share_where_others_can_fill_up():
    many = pool(200)
    few = [
        Candidate(1000 + n, f"other-{n}", "treaties", f"family-{n % 3}")
        for n in range(12)
    ]

    for seed in range(20):
        families = Counter(q.family for q in compose(many + few, length=10, seed=seed))
        assert families["who"] == 3


def test_one_family_alone_still_fills_a_quiz():
    assert len(compose(pool(20), length=10, seed=1)) == 10


def test_topics_share_a_quiz_however_unequal_they_are():
    candidates = pool(200, topics=["treaties"]) + [
        Candidate(1000 + n, f"other-{n}", "people", "who") for n in range(8)
    ]

    for seed in range(20):
        quiz = compose(candidates, length=10, seed=seed)
        assert Counter(q.topic for q in quiz) == {"treaties": 5, "people": 5}


def test_no_topic_and_no_family_runs_on_where_there_are_others():
    candidates = pool(
        60, topics=["treaties", "people"], families=["who", "when", "who"]
    )

    for seed in range(50):
        quiz = compose(candidates, length=20, seed=seed)
        assert longest_run(q.topic for q in quiz) <= 3
        assert longest_run(q.family for q in quiz) <= 3


def test_a_majority_is_spread_out_rather_than_left_to_the_end():
    candidates = pool(9) + [
        Candidate(100 + n, f"other-{n}", "treaties", "when") for n in range(3)
    ]

    for seed in range(50):
        quiz = compose(candidates, length=12, seed=seed)
        assert longest_run(q.family for q in quiz) <= 3


@pytest.mark.parametrize("length", [10, 100])
def test_two_thousand_questions_are_chosen_from_at_once(length):
    candidates = [
        Candidate(
            n,
            f"fact-{n // 2}",
            f"topic-{n % 4}",
            f"family-{n % 12}",
            frozenset({f"fact-{(n * 7) % 1000}", f"fact-{(n * 11) % 1000}"}),
        )
        for n in range(2000)
    ]

    start = perf_counter()
    quiz = compose(candidates, length=length, seed=1)

    assert len(quiz) == length
    assert perf_counter() - start < 0.5  # about a hundredth of that for ten


def test_what_was_told_once_does_not_return_as_an_option_where_others_can_stand():
    """It could not be asked any more, so it would be out."""
    told = [
        Candidate(n, f"fact-{n}", "people", "who", frozenset({"told"}))
        for n in range(20)
    ]
    fresh = [
        Candidate(20 + n, f"fact-{20 + n}", "people", "who", frozenset({f"told-{n}"}))
        for n in range(20)
    ]

    for seed in range(20):
        chosen = compose(told + fresh, length=2, seed=seed)
        assert sum(c.reveals == {"told"} for c in chosen) <= 1


def test_what_was_told_once_returns_rather_than_leave_a_quiz_short():
    told = [
        Candidate(n, f"fact-{n}", "people", "who", frozenset({"told"}))
        for n in range(10)
    ]

    assert len(compose(told, length=10, seed=1)) == 10


def test_leaning_puts_the_weightier_first_and_what_has_no_weight_last():
    candidates = pool(20)
    heavy, light = dict.fromkeys(range(4), 5.0), dict.fromkeys(range(4, 12), 0.5)

    drawn = Counter(
        question.pk
        for seed in range(200)
        for question in compose(candidates, length=4, seed=seed, leaning=heavy | light)
    )

    assert min(drawn[pk] for pk in heavy) > 2 * max(drawn[pk] for pk in light)
    assert min(drawn[pk] for pk in light) > 0
    assert drawn.keys() <= heavy.keys() | light.keys()


def test_leaning_breaks_no_share_of_a_family():
    candidates = pool(30, families=("who", "when", "what"))
    leaning = {c.pk: 9.0 if c.family == "who" else 0.1 for c in candidates}

    quiz = compose(candidates, length=9, seed=1, leaning=leaning)

    assert Counter(question.family for question in quiz)["who"] == 3


@given(pools(), st.integers(1, 12), st.integers(0, 2**32), st.data())
def test_however_it_leans_nothing_is_asked_twice_or_after_it_was_told(
    candidates, length, seed, data
):
    leaning = data.draw(
        st.dictionaries(st.integers(0, 24), st.floats(1e-6, 10), max_size=25)
    )
    told: set[str] = set()

    for question in compose(candidates, length=length, seed=seed, leaning=leaning):
        assert question.asks.isdisjoint(told)
        told |= question.reveals | question.asks


def test_an_order_that_is_kept_gives_way_only_to_what_would_be_told():
    first, second, third = pool(3)
    telling = first._replace(reveals=frozenset({third.claim}))

    assert sequencing.kept([second, first, third]) == [second, first, third]
    assert sequencing.kept([second, telling, third]) == [second, third, telling]
