"""The figures, to 1e-8, against the same worked out another way; kept as numbers too."""

import pytest

from classroom.analysis import items, whole
from tests.classroom.analysis import expected
from tests.classroom.analysis.matrix import ROWS

EIGHT_PLACES = 1e-8
FLAT, AGAINST = 7, 8  # the places of the two odd questions

# Facility, deviation, discrimination index, discriminative efficiency, effective weight,
# and the index with the question itself included.
FROZEN = [
    (66.666666666667, 48.154341234308, 68.008786917446, 87.847222222222, 14.624755746251, 79.681724236870),
    (66.666666666667, 48.154341234308, 45.015391403396, 53.153153153153, 12.988011939671, 62.844436817031),
    (52.500000000000, 34.922273943592, 73.172032081198, 76.542073283005, 12.528508145468, 80.633058018656),
    (62.500000000000, 49.453535504684, 37.282687036789, 44.959529065489, 12.559322799126, 57.220549805810),
    (56.250000000000, 39.870714980340, 61.347203460022, 66.890756302521, 12.721043787992, 72.812911577653),
    (41.666666666667, 50.361015518533, 30.863665442039, 36.199722607490, 12.123652419987, 52.358765810516),
    (56.250000000000, 34.774115810970, 77.403687352833, 79.379562043796, 12.744395884357, 83.791378902774),
    (100.0, 0.0, None, None, 0.0, None),
    (45.833333333333, 50.897737770405, -61.475320306957, -71.767667685668, None, -44.732568102091),
    (14.583333333333, 29.039578189934, 47.603371675697, 70.881830735845, 9.710309277148, 58.249573196937),
]  # fmt: skip
FROZEN_WHOLE = {
    "skewness": -0.082303075538,
    "kurtosis": -1.006581676039,
    "consistency": 65.429281801969,
    "error_ratio": 58.796869132660,
    "standard_error": 11.981257168988,
}


def close(number):
    return pytest.approx(float(number), abs=EIGHT_PLACES, rel=0)


def figures(place):
    of = items.of_all(ROWS)[place]
    told = (of.facility, of.deviation, of.discrimination, of.efficiency)
    return [one.value for one in (*told, of.effective_weight, of.with_itself)]


def whole_figures():
    shares = [sum(row) / len(row) for row in ROWS]
    return vars(whole.scores(shares)) | vars(whole.trust(ROWS))


@pytest.mark.parametrize("place", range(10))
def test_a_question_has_the_figures_that_were_kept(place):
    for found, kept in zip(figures(place), FROZEN[place], strict=True):
        assert found == (kept if kept is None else close(kept))


@pytest.mark.parametrize("place", [n for n in range(10) if n != FLAT])
def test_a_question_has_the_figures_its_definitions_give(place):
    column = expected.COLUMNS[place]
    others = expected.rest(column)

    facility, deviation, index, efficiency, weight, with_itself = figures(place)

    assert facility == close(expected.facility(column))
    assert deviation == close(expected.deviation(column))
    assert index == close(expected.discrimination(column, others))
    assert efficiency == close(expected.efficiency(column))
    assert with_itself == close(expected.discrimination(column, expected.TOTALS))
    if place == AGAINST:
        assert weight is None
    else:
        assert weight == close(expected.effective_weight(column))


@pytest.mark.parametrize("name", FROZEN_WHOLE)
def test_the_whole_has_the_figures_kept_and_those_its_definitions_give(name):
    found = whole_figures()[name].value

    assert found == close(FROZEN_WHOLE[name])
    assert found == close(getattr(expected, name)())


def test_each_question_is_meant_to_weigh_the_same():
    assert [of.intended_weight.value for of in items.of_all(ROWS)] == [10.0] * 10
