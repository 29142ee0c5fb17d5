"""The timeline as values: what is on it, in which decade, and what a choice takes."""

import datetime as dt

import pytest

from relations import times
from relations.timeline.chronicle import Choice, Chronicle
from tests.relations.told import state, told

GREECE, CHAD = state("Greece"), state("Chad")


def slugs(dated) -> list[str]:
    return [one.told.slug for one in dated]


def told_in(chosen: Chronicle) -> dict[int | None, dict[int | None, list[str]]]:
    """Each stretch, its years, and what is told in them."""
    return {
        stretch.start: {year.number: slugs(year.entries) for year in stretch.years}
        for stretch in chosen.stretches
    }


def test_what_has_no_time_is_not_on_it():
    facts = [told("It happened.", slug="never"), told("It was 1992.", slug="then")]

    assert slugs(Chronicle(facts).shown) == ["then"]


def test_entries_of_a_list_are_told_with_their_list():
    facts = [told(kind="rollentry"), told(kind="roll", slug="list")]

    assert slugs(Chronicle(facts).shown) == ["list"]


def test_all_of_it_is_told_once_by_decade_and_year():
    facts = [
        told("on 18 February 2008", slug="day"),
        told("in 2008 and 2009", slug="two-years"),
        told("in 1991", slug="year"),
        told("from 1881 to 1907", slug="long"),
    ]

    assert told_in(Chronicle(facts)) == {
        None: {None: ["long"]},
        1990: {1991: ["year"]},
        2000: {None: ["two-years"], 2008: ["day"]},
    }


def test_within_a_year_the_vague_come_first_and_days_in_order():
    facts = [
        told("on 25 August 1992", slug="august"),
        told("on 27 April 1992", slug="april"),
        told("on 1 January 1992", slug="january"),
        told("in 1992", slug="year"),
    ]

    assert slugs(Chronicle(facts).shown) == ["year", "january", "april", "august"]


def test_a_decade_holds_all_that_was_or_may_have_been_in_it():
    facts = [
        told("from 1881 to 1907", slug="through-it"),
        told("in the 19th century", slug="perhaps"),
        told("in 1907", slug="after"),
        told("since 1880", slug="begun-before"),
    ]

    chosen = Chronicle(facts, choice=Choice(decade=1890))

    assert slugs(chosen.shown) == ["perhaps", "through-it"]


def test_decades_run_from_the_first_fact_to_the_last_without_a_gap():
    facts = [told("in 1958"), told("in 1981"), told("in the 19th century")]

    chosen = Chronicle(facts)

    counted = [(decade.start, decade.count) for decade in chosen.decades]
    assert counted == [(1950, 1), (1960, 0), (1970, 0), (1980, 1)]


def test_choices_combine():
    facts = [
        told("in 1992", slug="wanted", kind="treaty", about=(GREECE,)),
        told("in 1992", slug="other-kind", about=(GREECE,)),
        told("in 1992", slug="other-state", kind="treaty", about=(CHAD,)),
        told("in 1985", slug="other-decade", kind="treaty", about=(GREECE,)),
    ]

    chosen = Chronicle(facts).narrowed(Choice(1990, "treaty", "greece"))

    assert slugs(chosen.shown) == ["wanted"]
    assert [decade.count for decade in chosen.decades] == [1, 1]


def test_only_states_with_a_dated_fact_are_offered():
    facts = [told(about=(GREECE,)), told("It was.", about=(CHAD,))]

    assert Chronicle(facts).countries == [GREECE]


@pytest.mark.parametrize(
    ("choice", "counted"),
    [
        (Choice(), {1990: 2}),
        (Choice(kind="milestone"), {1990: 2}),
        (Choice(decade=1990), {1990: 2}),
        (Choice(kind="treaty"), {}),
        (Choice(country="greece"), {}),
    ],
)
def test_rows_without_a_name_are_counted_where_they_might_belong(choice, counted):
    rows = [dt.date(1992, 1, 1), dt.date(1993, 2, 18)]

    chosen = Chronicle([told("in 1990")], rows, choice)

    found = {stretch.start: stretch.unnamed for stretch in chosen.stretches}
    assert {start: rows for start, rows in found.items() if rows} == counted


def test_there_is_a_way_to_the_decades_beside():
    facts = [told("in 1975"), told("in 1992")]

    def beside(decade):
        chosen = Chronicle(facts, choice=Choice(decade=decade))
        return chosen.previous, chosen.next

    assert beside(1980) == (1970, 1990)
    assert beside(1970) == (None, 1980)
    assert beside(1990) == (1980, None)
    assert beside(None) == (None, None)


def test_nothing_at_all_is_drawn_as_nothing():
    nothing = Chronicle([])

    assert (nothing.starts, nothing.stretches, nothing.overview) == ([], [], None)


class TestOfThePublishedFacts:
    @pytest.fixture
    def timeline(self, published_base):
        return Chronicle(published_base.facts)

    def test_it_runs_from_the_plans_of_the_19th_century_to_2025(self, timeline):
        assert slugs(timeline.shown)[0] == "confederation-plans"
        assert slugs(timeline.shown)[-1] == "latvia-nomination"
        assert (timeline.starts[0], timeline.starts[-1]) == (1880, 2020)

    @pytest.mark.parametrize(
        ("slug", "words"),
        [
            ("confederation-plans", "in the 19th century"),
            ("kollias-1881-1907", "from 1881 to 1907"),
            ("protocol-1907", "some time in 1907"),
            ("independence-declared", "28 November 1912"),
            ("japan-established", "some time in April 1922"),
            ("un-established", "14 December 1955"),
            ("military-accord-1992", "29 July 1992"),
            ("accord-1992-contents", "29 July 1992"),
            ("eu-matters", "from the 1990s on"),
            ("relations-strained", "from 1991 on"),
            ("crisis-peak", "some time in late August 1994"),
            ("omonia-released", "some time in December 1994"),
            ("treaty-of-peace-1996", "some time in 1996"),
            ("greece-early-crisis", "some time from 1998 to 1999"),
            ("parliament-order", "from 2008 to 2009"),
            ("nato-joined", "some time in May 2009"),
            ("security-council-term", "from 2022 to 2023"),
            ("latvia-nomination", "some time in 2025"),
        ],
    )
    def test_each_is_as_exact_as_the_article(self, timeline, slug, words):
        (time,) = (time for one, time in timeline.shown if one.slug == slug)

        assert time.in_words == words

    def test_no_fact_that_names_a_year_is_missing(self, timeline, published_base):
        missing = {
            fact.slug
            for fact in published_base.facts
            if fact.kind != "rollentry"
            and times.TIME.search(fact.text)
            and not fact.time
        }

        # In the title of a book, which tells nothing of when it was written.
        assert missing == {"thanos-book", "thanos-book-published"}

    def test_undated_steps_are_not_on_it(self, timeline):
        assert "belgium-established" not in slugs(timeline.everything)
