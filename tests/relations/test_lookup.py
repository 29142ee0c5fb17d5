"""What a typed date or thing is told as, and what is kept quiet."""

import pytest

from relations import lookup
from relations.dates import PartialDate
from relations.models import Event, Milestone, OutsideDate
from relations.models.base import Fact
from tests.factories import (
    make_country,
    make_fact,
    make_milestone,
    make_organization,
    make_passage,
    make_person,
    make_report,
    make_source,
    make_treaty,
)

pytestmark = pytest.mark.django_db


def stored(fact: Fact) -> Fact:
    """As the database gives it back, its date read."""
    fact.refresh_from_db()
    return fact


def began(*passages, **fields) -> Milestone:
    return stored(make_milestone(*passages, **fields))


def on(iso: str, **options) -> str:
    told = lookup.on(PartialDate.parse(iso), **options)
    return told.text if told else ""


def test_a_date_is_told_as_what_happened_then_and_where_it_says_so():
    passage = make_passage()
    milestone = began(passage, date="1992-08-25")

    told = lookup.on(PartialDate.parse("1992-08-25"))

    assert told.text == milestone.statement
    assert told.page == milestone.country.get_absolute_url()
    assert told.sources == (
        {"locator": passage.locator, "page": passage.get_absolute_url()},
    )
    assert told.as_json()["sources"] == [told.sources[0]]


def test_a_year_is_told_by_what_is_dated_so_before_what_lies_within_it():
    within = began(slug="a", date="1992-08-25")
    began(slug="b", date="1991")

    assert on("1992") == within.statement

    exact = stored(make_treaty(slug="z", date="1992"))
    assert on("1992") == exact.statement
    assert on("1992-07") == on("1992-08-24") == ""


def test_what_is_disputed_taken_back_or_still_to_be_asked_is_not_told():
    began(date="1990", standing=Fact.Standing.DISPUTED)
    began(date="1991", standing=Fact.Standing.RETRACTED)
    asked = began(date="1992")
    deed = {"others": "A court", "deed": "sat", "name": "a sitting"}
    make_fact(Event, date="1993", unasked_because="No event.", **deed)

    assert on("1990") == on("1991") == on("1993") == ""
    assert on("1992", but={asked.slug}) == ""


def test_a_contested_date_is_told_as_the_articles_word():
    milestone = began(date="1912")
    OutsideDate.objects.create(
        slug="other",
        country=milestone.country,
        kind=Milestone.Kind.ESTABLISHED,
        date="1922-02-18",
        source=make_source(title="A Journal"),
    )

    assert on("1912").endswith("in 1912, according to the article.")
    told = lookup.outside(PartialDate(1922), milestone.slug)
    assert (
        told.text == "Outside the article, A Journal gives 18 February 1922 for this."
    )
    assert told.sources[0]["locator"] == "A Journal"
    assert told.sources[0]["layer"] == "reference"
    assert lookup.outside(PartialDate(1912), milestone.slug) is None
    assert lookup.outside(PartialDate(1922), "no-such-step") is None


def test_a_reference_on_another_step_is_told_as_that():
    milestone = began(date="1912")
    OutsideDate.objects.create(
        slug="again",
        country=milestone.country,
        kind=Milestone.Kind.REESTABLISHED,
        date="1956",
        source=make_source(title="A Journal"),
    )

    told = lookup.outside(PartialDate(1956), milestone.slug)

    assert told.text.endswith("gives 1956 for another step: relations re-established.")


def test_a_state_is_told_by_what_the_base_says_of_it():
    milestone = began()
    key = ("country", milestone.country.slug)

    assert lookup.bearer(key).text == milestone.statement
    told = lookup.bearer(key, but={milestone.slug})
    assert told.text == f"The article tells of {milestone.country} elsewhere."


def test_a_state_that_is_only_mentioned_is_not_said_to_be_missing():
    report = make_report(country=make_country(), unasked_because="Too little.")

    told = lookup.bearer(("country", report.country.slug))

    assert told.text == f"The article tells of {report.country} elsewhere."


def test_what_the_article_leaves_out_is_said_to_be_left_out():
    country = make_country(name="Maldives", takes_article=True)

    told = lookup.bearer(("country", country.slug))
    assert told.text == "The article does not mention the Maldives."
    assert told.sources == ()
    elsewhere = lookup.bearer(("territory", "ph"))
    assert elsewhere.text == "The article does not mention the Philippines."


def test_the_state_all_is_about_is_told_as_that():
    make_country(slug="home", name="Albania")

    assert lookup.bearer(("country", "home")).text == (
        "Everything here is about Albania itself."
    )


def test_a_body_is_told_by_its_full_name_too_as_a_references_word():
    body = make_organization(acronym="WHO", name="World Health Organization")

    told = lookup.bearer(("organization", body.slug))
    assert told.text == (
        "The article does not mention WHO. WHO is the World Health Organization."
    )
    assert told.sources[-1]["layer"] == "reference"


def test_a_person_of_whom_nothing_is_told_is_still_named_by_the_article():
    person = make_person(name="Ada Hoxha")

    told = lookup.bearer(("person", person.slug))

    assert told.text == "The article tells of Ada Hoxha elsewhere."
