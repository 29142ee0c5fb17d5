"""Whom each option drew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classroom.analysis import options

OFFERED = [("1991", False), ("1992", False), ("1993", True), ("1994", False)]
CHOSEN = [["1993"]] * 3 + [["1991"], ["1993"], ["1991"], ["1992"], ["1991"], []]
REST = [9, 8, 7, 6, 5, 4, 3, 2, 1]


def by_text(chosen=CHOSEN, rest=REST):
    return {one.text: one for one in options.of_all(OFFERED, chosen, rest)}


def test_an_option_is_counted_in_all_and_at_both_ends():
    found = by_text()

    told = [(one.chosen, one.upper, one.lower) for one in found.values()]
    assert told == [(3, 0, 1), (1, 0, 1), (4, 3, 0), (0, 0, 0)]


def test_a_wrong_option_works_that_draws_the_weaker():
    found = by_text()

    assert found["1991"].works
    assert found["1991"].correlation.value < 0
    assert found["1994"].works is False
    assert found["1993"].works is None


def test_a_wrong_option_that_draws_the_stronger_does_not_work():
    assert by_text(rest=[10 - score for score in REST])["1991"].works is False


def test_one_in_twenty_is_enough_and_fewer_are_not():
    for others, works in ((19, True), (20, False)):
        chosen = [["1991"]] + [["1993"]] * others
        rest = [0.0] + [1.0] * others
        assert by_text(chosen, rest)["1991"].works is works


def test_the_correlation_is_that_of_the_point_biserial_formula():
    found = by_text()["1991"].correlation.value
    drawn, left = [6, 4, 2], [9, 8, 7, 5, 3, 1]
    apart = sum(drawn) / 3 - sum(left) / 6
    spread = (sum((score - 5) ** 2 for score in REST) / 9) ** 0.5

    assert found == pytest.approx(apart / spread * (3 * 6 / 81) ** 0.5, abs=1e-8)


def test_where_all_did_as_well_otherwise_there_are_no_ends():
    assert options.ends([2, 2, 2]) == options.Ends(frozenset(), frozenset())


@given(
    st.lists(
        st.tuples(
            st.sampled_from([("1991",), ("1993",), (), ("1991", "1993")]),
            st.integers(0, 4),
        ),
        min_size=1,
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_pupils_does_not_matter(pairs, dice):
    one, other = (
        [
            (of.chosen, of.upper, of.lower, of.works)
            for of in options.of_all(OFFERED, *zip(*some, strict=True))
        ]
        for some in (pairs, dice.sample(pairs, len(pairs)))
    )

    assert one == other
