"""What holds of the figures whatever the marks are."""

import math
from statistics import correlation, pvariance

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from classroom.analysis import items, moments, pools, whole

MARKS = st.sampled_from([0.0, 0.25, 0.3, 0.5, 0.6, 1.0])


@st.composite
def papers(draw, marks=MARKS):
    """Attempts at one paper, a row each."""
    questions = draw(st.integers(2, 6))
    row = st.lists(marks, min_size=questions, max_size=questions)
    return draw(st.lists(row, min_size=1, max_size=12))


def close(number):
    return pytest.approx(number, abs=1e-8)


def told(figures):
    return [getattr(figures, name) for name in vars(figures)]


def values(figures):
    return [one.value if hasattr(one, "value") else one for one in told(figures)]


@given(papers())
def test_a_figure_is_a_number_or_has_a_reason(rows):
    shares = [moments.mean(row) for row in rows]
    all_told = [one for of in items.of_all(rows) for one in told(of)[1:]]
    all_told += told(whole.scores(shares))[1:] + told(whole.trust(rows))

    for figure in all_told:
        if figure.value is None:
            assert figure.why
        else:
            assert math.isfinite(figure.value)
            assert not figure.why


@given(papers())
def test_the_index_is_the_correlation_with_the_rest(rows):
    for place, of in enumerate(items.of_all(rows)):
        if of.discrimination.value is not None:
            marks = [row[place] for row in rows]
            rest = [sum(row) - row[place] for row in rows]
            assert of.discrimination.value == close(100 * correlation(marks, rest))


@given(papers())
def test_what_pupils_could_do_at_best_bounds_what_they_did(rows):
    for of in items.of_all(rows):
        if of.discrimination.value is not None:
            assert -100 - 1e-6 <= of.discrimination.value <= 100 + 1e-6
            assert of.efficiency.value <= 100 + 1e-6


@given(papers())
def test_weights_make_up_the_whole(rows):
    of_all = items.of_all(rows)
    weights = [of.effective_weight.value for of in of_all]
    if any(weights):
        assert sum(weight or 0 for weight in weights) == close(100)
    assert sum(of.intended_weight.value for of in of_all) == close(100)


@given(papers(marks=st.sampled_from([0.0, 1.0])))
def test_of_right_and_wrong_the_consistency_is_kuder_and_richardsons(rows):
    consistency = whole.trust(rows).consistency.value
    assume(consistency is not None)
    count = len(rows[0])
    shares = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    apart = sum(share * (1 - share) for share in shares)

    spread = pvariance([sum(row) for row in rows])

    assert consistency == close(100 * count / (count - 1) * (1 - apart / spread))


@given(papers(), st.randoms(use_true_random=False))
def test_the_order_of_pupils_does_not_matter(rows, dice):
    others = dice.sample(rows, len(rows))

    for one, other in zip(items.of_all(rows), items.of_all(others), strict=True):
        assert values(one) == [close(v) if v is not None else v for v in values(other)]
    assert values(whole.trust(rows)) == [
        close(v) if v is not None else v for v in values(whole.trust(others))
    ]


@given(papers(), st.randoms(use_true_random=False))
def test_the_order_of_questions_does_not_matter(rows, dice):
    places = dice.sample(range(len(rows[0])), len(rows[0]))
    others = [[row[place] for place in places] for row in rows]

    found = items.of_all(rows)

    for place, other in zip(places, items.of_all(others), strict=True):
        assert values(found[place]) == [
            close(v) if v is not None else v for v in values(other)
        ]


@given(papers())
def test_against_the_whole_a_question_of_a_pool_goes_as_one_of_a_paper_does(rows):
    asked = [dict(enumerate(row)) for row in rows]
    of_pool, of_paper = pools.of_all(asked), items.of_all(rows)

    assert pools.is_one_paper(asked)
    for place, of in enumerate(of_paper):
        same = of.with_itself.value
        found = of_pool[place].with_itself.value
        assert found == (close(same) if same is not None else None)
        assert of_pool[place].facility == of.facility
