"""When a fact was, read from its date or its words, never more exactly than told."""

import datetime as dt

import pytest

from relations import times
from relations.dates import PartialDate
from relations.models import Event, Figure, Milestone, Report, Roll
from tests.factories import (
    make_country,
    make_fact,
    make_milestone,
    make_report,
    make_treaty,
)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("on 29 July 1992", "1992-07-29", "1992-07-29", "day"),
        ("in April 1922", "1922-04-01", "1922-04-30", "month"),
        ("in 1922", "1922-01-01", "1922-12-31", "year"),
        ("of 2008 and 2009", "2008-01-01", "2009-12-31", "years"),
        ("the crisis (1998-1999)", "1998-01-01", "1999-12-31", "years"),
        ("the term of 2022–23", "2022-01-01", "2023-12-31", "years"),
        ("from 1881 to 1907", "1881-01-01", "1907-12-31", "years"),
        ("in the 1990s", "1990-01-01", "1999-12-31", "decade"),
        ("in the 19th century", "1801-01-01", "1900-12-31", "century"),
        ("from an early 20th-century book", "1901-01-01", "2000-12-31", "century"),
    ],
)
def test_words_are_read_as_exactly_as_they_say(text, first, last, precision):
    time = times.read(text)

    assert (str(time.first), str(time.last)) == (first, last)
    assert time.precision == precision


@pytest.mark.parametrize(
    "text",
    [
        "a brigade of 800 soldiers",
        "a fund of 30 million",
        "row 166",
        "on 31 February 1992",
        "from 1999 to 1998",
        "in 19922",
    ],
)
def test_what_is_no_time_is_not_read_as_one(text):
    assert times.read(text) is None


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("more and more strained after 1991", True),
        ("since the 1990s", True),
        ("support after the invasion of 2022", True),
        ("after a dispute, it was signed in 1996", False),
        ("in 1996, after which nothing came", False),
    ],
)
def test_what_only_begins_then_has_no_end(text, is_open):
    assert times.read(text).is_open is is_open


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("on 29 July 1992", "29 July 1992"),
        ("in April 1922", "some time in April 1922"),
        ("in 1922", "some time in 1922"),
        ("of 2008 and 2009", "from 2008 to 2009"),
        ("in the 1990s", "in the 1990s"),
        ("since 1991", "from 1991 on"),
    ],
)
def test_how_exactly_it_is_known_is_said_in_words(text, words):
    assert times.read(text).in_words == words


def test_a_span_of_two_dates_takes_in_both():
    time = times.of(PartialDate(2022), PartialDate(2023))

    assert (time.first, time.last) == (dt.date(2022, 1, 1), dt.date(2023, 12, 31))
    assert time.in_words == "from 2022 to 2023"


@pytest.mark.django_db
class TestOfAFact:
    def test_its_date_counts_and_not_another_in_its_words(self):
        event = make_fact(
            Event, others="a book", deed="told of 1881", date="1995", tokens=["1881"]
        )
        event.refresh_from_db()

        assert times.of_fact(event).said == "1995"

    def test_without_a_date_its_words_count(self):
        report = make_report(deed="was aimed against in the 1990s")

        assert times.of_fact(report).said == "the 1990s"

    def test_without_either_its_key_words_count(self):
        report = make_report(deed="was backed", tokens=["its nomination", "2025"])

        assert times.of_fact(report).said == "2025"

    def test_what_was_early_in_a_span_took_only_some_of_it(self):
        tokens = ["the crisis (1998-1999)"]
        early = make_report(deed="was asked early in the crisis", tokens=tokens)
        whole = make_report(deed="was asked in the crisis", tokens=tokens)

        assert times.of_fact(early).in_words == "some time from 1998 to 1999"
        assert times.of_fact(whole).in_words == "from 1998 to 1999"

    @pytest.mark.parametrize(
        ("date", "standing", "said"),
        [
            ("1992-07-29", "stated", "29 July 1992"),
            ("", "stated", "1992"),
            ("1992-07-29", "retracted", "1992"),
        ],
    )
    def test_a_list_of_what_a_treaty_holds_is_of_its_day(self, date, standing, said):
        treaty = make_treaty(date=date, standing=standing)
        treaty.refresh_from_db()
        roll = make_fact(
            Roll, title="What the pact of 1992 covers", sentence="", treaty=treaty
        )

        assert times.of_fact(roll).said == said

    def test_a_year_in_a_title_is_no_time(self):
        title = "Two Lands in 1907"
        report = make_report(deed=f"is told of in “{title}”", tokens=[title])

        assert times.of_fact(report) is None

    def test_without_any_it_has_none(self):
        milestone = make_milestone(date="", kind=Milestone.Kind.ESTABLISHED)
        milestone.refresh_from_db()

        assert times.of_fact(milestone) is None
        assert times.of_fact(make_report()) is None

    def test_the_month_of_a_figure_is_told_by_its_words(self):
        figure = make_fact(
            Figure,
            explanation="In December 1994 two were released.",
            amount=2,
            unit=Figure.Unit.PEOPLE,
            year="1994",
        )
        figure.refresh_from_db()

        assert times.of_fact(figure).said == "December 1994"

    def test_the_part_of_a_month_is_told_by_key_words(self):
        event = make_fact(
            Event,
            country=make_country(),
            deed="reached a peak",
            date="1994-08",
            tokens=["late August 1994"],
        )
        event.refresh_from_db()

        time = times.of_fact(event)

        assert time.in_words == "some time in late August 1994"
        assert time.last == dt.date(1994, 8, 31)

    def test_an_event_that_ends_has_all_its_time(self):
        event = make_fact(
            Event, country=make_country(), deed="sat", date="2022", until="2023"
        )
        event.refresh_from_db()

        assert times.of_fact(event).precision == "years"

    def test_a_report_says_what_is_and_no_view_is_dated_by_its_kind(self):
        view = make_report(kind=Report.Kind.VIEW, deed="was feared from 1881 to 1907")

        assert times.of_fact(view).said == "1881 to 1907"
