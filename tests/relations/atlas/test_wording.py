import pytest

from relations.atlas import wording
from relations.atlas.standing import State
from tests.relations.atlas.test_standing import GREECE, IRAN, JAPAN, SOVIET_UNION, told


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
        words = wording.standing(JAPAN, state, year)
        assert words.startswith("not said") == (state.stood is None)


def test_the_present_is_told_in_the_present():
    assert wording.standing(JAPAN, State.STOOD, 1949) == "stood"
    assert wording.standing(JAPAN, State.STOOD, None) == "stand"


@pytest.mark.parametrize(
    ("story", "year", "words"),
    [
        (
            JAPAN,
            1949,
            "not said: the article tells of a new start in 1981 but of no end before it",
        ),
        (
            SOVIET_UNION,
            1949,
            "not said: a former state, and the article does not say when it ended",
        ),
        (told(is_listed=True), 1949, "not said: named in the opening, without a date"),
        (told(is_listed=True), None, "stand: named in the opening, without a date"),
        (told("established"), None, "stand: listed without a date"),
        (told("established", is_listed=True), 1949, "not said: listed without a date"),
        (told(is_ordered=True), 2007, "not said"),
        (told(is_ordered=True), 2008, wording.ORDERED),
        (told(is_ordered=True), 2009, wording.ORDERED),
        (told(is_ordered=True), None, "not said"),
        (told("established 2013", is_ordered=True), 2008, "not yet"),
    ],
)
def test_what_is_open_says_why(story, year, words):
    assert wording.standing(story, story.state(year), year) == words
