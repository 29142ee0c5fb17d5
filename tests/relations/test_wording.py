import pytest

from relations import wording
from relations.standing import State
from tests.relations.test_standing import GREECE, IRAN, JAPAN, told


@pytest.mark.parametrize(
    ("story", "words"),
    [
        (told("established 1912"), "1912"),
        (told("established 2008-02-18"), "18 February 2008"),
        (GREECE, "1971, de facto; 21 March 1996, de jure"),
        (JAPAN, "April 1922; re-established March 1981"),
        (IRAN, "1971; severed 7 September 2022"),
        (told("established"), "no date given"),
        (told(), "no date given"),
    ],
)
def test_each_step_is_told_as_exactly_as_it_is_given(story, words):
    assert wording.since(story) == words


@pytest.mark.parametrize("year", [1949, None])
def test_every_state_of_things_has_words_and_says_where_it_is_unknown(year):
    for state in State:
        words = wording.standing(state, year)
        assert words.startswith("not said") == (state.stood is None)


def test_the_present_is_told_in_the_present():
    assert wording.standing(State.STOOD, 1949) == "stood"
    assert wording.standing(State.STOOD, None) == "stand"
