"""Numbers held against tables and against what can be counted by hand."""

import pytest

from quiz.quality.statistics import auc, chi_square, learn, p_value, upper_gamma


@pytest.mark.parametrize(
    ("distance", "freedom", "p"),
    [
        (3.841, 1, 0.05),
        (6.635, 1, 0.01),
        (5.991, 2, 0.05),
        (7.815, 3, 0.05),
        (11.345, 3, 0.01),
        (18.307, 10, 0.05),
        (2.366, 3, 0.5),
        (0.352, 3, 0.95),
        (140.169, 100, 0.005),
    ],
)
def test_p_values_are_those_of_the_tables(distance, freedom, p):
    assert p_value(distance, freedom) == pytest.approx(p, rel=0.005)


def test_two_degrees_of_freedom_are_an_exponential():
    assert upper_gamma(1, 3.0) == pytest.approx(0.049787068367863944, rel=1e-9)


def test_nothing_out_of_place_is_no_surprise():
    assert p_value(chi_square([25, 25, 25, 25], [25] * 4), 3) == 1.0


def test_chi_square_by_hand():
    assert chi_square([10, 20, 30], [20, 20, 20]) == 10.0


def test_auc_is_one_where_all_right_ones_score_higher():
    assert auc([3, 4, 1, 2], [True, True, False, False]) == 1.0
    assert auc([1, 2, 3, 4], [True, True, False, False]) == 0.0


def test_a_tie_counts_half():
    assert auc([1, 1, 1, 1], [True, False, True, False]) == 0.5
    assert auc([1, 1, 0], [True, False, False]) == 0.75


def test_the_column_that_tells_gets_the_weight():
    """The first column marks the right row, the second means nothing."""
    groups = [[[1.0, float(n % 2)], [0.0, 1.0], [0.0, 0.0]] for n in range(20)]

    learned = learn(groups, [0] * 20)

    assert learned.weights[0] > 2
    assert abs(learned.weights[1]) < 0.5
    assert learned.score([1, 0]) > learned.score([0, 1])
