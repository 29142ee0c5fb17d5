"""Whether relations stood in a year: true, false, and what is not said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.dates import PartialDate
from relations.models import Milestone
from relations.standing import State, Story

KINDS = ["established", "de-facto", "de-jure", "re-established", "severed"]
YEARS = range(1912, 2026)


def told(*steps: str, **story: bool) -> Story:
    """A story from lines such as "established 1922-04"; no date where none is given."""
    return Story.of(map(milestone, steps), **story)


def milestone(line: str) -> Milestone:
    kind, _, date = line.partition(" ")
    return Milestone(kind=kind, date=PartialDate.parse(date) if date else None)


IRAN = told("established 1971", "severed 2022-09-07")
JAPAN = told("established 1922-04", "re-established 1981-03")
GREECE = told("de-facto 1971", "de-jure 1996-03-21")
SOVIET_UNION = told("established 1924-04-07", is_former=True)


@pytest.mark.parametrize(
    ("story", "year", "state"),
    [
        (told("established 1922"), 1921, State.NOT_YET),
        (told("established 1922"), 1922, State.BEGAN),
        (told("established 1922"), 1923, State.STOOD),
        (told("established 1922"), None, State.STOOD),
        (IRAN, 1970, State.NOT_YET),
        (IRAN, 1971, State.BEGAN),
        (IRAN, 2021, State.STOOD),
        (IRAN, 2022, State.CUT_THEN),
        (IRAN, 2023, State.CUT),
        (IRAN, None, State.CUT),
        (JAPAN, 1921, State.NOT_YET),
        (JAPAN, 1922, State.BEGAN),
        (JAPAN, 1923, State.LAPSED),
        (JAPAN, 1980, State.LAPSED),
        (JAPAN, 1981, State.BEGAN),
        (JAPAN, 1982, State.STOOD),
        (JAPAN, None, State.STOOD),
        (GREECE, 1970, State.NOT_YET),
        (GREECE, 1971, State.BEGAN),
        (GREECE, 1980, State.STOOD),
        (GREECE, 1996, State.STOOD),
        (GREECE, None, State.STOOD),
        (SOVIET_UNION, 1923, State.NOT_YET),
        (SOVIET_UNION, 1924, State.BEGAN),
        (SOVIET_UNION, 1925, State.ENDED),
        (SOVIET_UNION, None, State.GONE),
    ],
)
def test_a_year_is_told_by_what_had_happened_at_its_end(story, year, state):
    assert story.state(year) is state


def test_relations_listed_without_a_date_stand_today_and_are_unknown_before():
    listed = told("established")

    assert listed.state(None) is State.LISTED
    assert {listed.state(year) for year in YEARS} == {State.UNDATED}
    assert listed.began is None


def test_a_state_on_a_list_of_the_present_stands_today_alone():
    listed = told(is_listed=True)

    assert listed.state(None) is State.LISTED
    assert listed.state(1949) is State.UNDATED


def test_being_on_a_list_of_the_present_undoes_no_date():
    story = told("established 1992", is_listed=True)

    assert story.state(1949) is State.NOT_YET
    assert story.state(None) is State.STOOD


def test_a_state_that_is_only_named_is_unknown_whenever_it_is_asked():
    assert {told().state(year) for year in (None, *YEARS)} == {State.UNTOLD}


def test_a_cut_is_final_until_relations_are_renewed():
    story = told("established 1950", "severed 1961", "re-established 1971")

    assert [story.state(year) for year in (1960, 1961, 1970, 1971, 1972)] == [
        State.STOOD,
        State.CUT_THEN,
        State.CUT,
        State.BEGAN,
        State.STOOD,
    ]


def test_a_renewal_long_after_leaves_open_all_that_lies_between():
    story = told("established 1922", "de-jure 1950", "re-established 1981")

    assert story.state(1930) is State.LAPSED
    assert story.state(1950) is State.LAPSED


def test_a_step_that_presupposes_a_start_says_nothing_of_the_years_before():
    for first in ("severed 1961", "re-established 1981", "de-jure 1996"):
        assert told(first).state(1950) is State.EARLIER


def test_a_start_without_a_date_leaves_the_years_before_a_cut_open():
    story = told("established", "severed 1961")

    assert story.state(1950) is State.EARLIER
    assert story.state(1961) is State.CUT_THEN
    assert story.began is None
    assert told("established", "de-facto 1971").state(1950) is State.EARLIER


def test_two_steps_of_one_year_are_told_apart_by_their_days_if_they_have_any():
    ordered = told("re-established 1961-03", "severed 1961-09")
    renewed = told("severed 1961-03", "re-established 1961-09")
    unordered = told("re-established 1961", "severed 1961-09")

    assert ordered.state(1961) is State.CUT_THEN
    assert renewed.state(1961) is State.BEGAN
    assert unordered.state(1961) is State.UNCLEAR
    assert unordered.state(1970) is State.UNCLEAR
    assert unordered.state(None) is State.UNCLEAR


def test_a_former_state_stood_until_a_cut_that_is_told():
    story = told("established 1946", "severed 1948", is_former=True)

    assert story.state(1947) is State.STOOD
    assert story.state(1950) is State.CUT
    assert story.state(None) is State.GONE


def test_a_disputed_step_leaves_everything_open():
    step = milestone("established 1922")
    step.standing = Milestone.Standing.DISPUTED
    story = Story.of([step])

    assert {story.state(year) for year in (None, *YEARS)} == {State.UNCLEAR}
    assert story.began is None


def test_relations_began_with_the_first_start_of_any_kind():
    assert GREECE.began == PartialDate(1971)
    assert JAPAN.began == PartialDate(1922, 4)
    assert told("re-established 1981").began is None


def test_every_state_is_true_false_or_unknown():
    known = {state: state.stood for state in State if state.stood is not None}

    assert known == {
        State.BEGAN: True,
        State.STOOD: True,
        State.LISTED: True,
        State.NOT_YET: False,
        State.CUT_THEN: False,
        State.CUT: False,
        State.GONE: False,
    }


DATES = st.one_of(
    st.sampled_from(YEARS).map(PartialDate),
    st.builds(PartialDate, st.sampled_from(YEARS), st.integers(1, 12)),
    st.dates().map(lambda day: PartialDate(1912 + day.year % 113, day.month, 1)),
)
STORIES = st.builds(
    Story.of,
    st.lists(
        st.builds(Milestone, kind=st.sampled_from(KINDS), date=st.none() | DATES),
        unique_by=lambda step: step.kind,
    ),
    is_listed=st.booleans(),
    is_former=st.booleans(),
)


@given(STORIES)
def test_nothing_is_known_of_a_state_without_a_dated_step(story):
    known = {story.state(year).stood for year in YEARS} != {None}

    assert not known or story.steps


@given(STORIES, st.sampled_from(YEARS))
def test_what_stood_had_begun_and_what_was_cut_had_a_cut(story, year):
    state = story.state(year)
    past = [step for step in story.steps if step.date.year <= year]

    if state.stood:
        assert any(not step.is_end for step in past)
    if state in {State.CUT, State.CUT_THEN}:
        assert any(step.is_end for step in past)
    if state is State.NOT_YET:
        assert past == []


@given(STORIES, st.sampled_from(YEARS))
def test_a_known_year_stays_known_until_something_happens(story, year):
    """Where relations stood and nothing is told of the next year, they still stand,
    or the end is left out by what comes later; never were they cut in silence."""
    if story.state(year).stood and all(
        step.date.year != year + 1 for step in story.steps
    ):
        assert story.state(year + 1).stood is not False
