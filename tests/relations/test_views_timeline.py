"""The page of the timeline: what it shows, what it takes, what it costs."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from relations.models import Event, Report, UnidentifiedRow
from tests.factories import (
    make_country,
    make_fact,
    make_milestone,
    make_passage,
    make_report,
    make_section,
    make_treaty,
)

pytestmark = pytest.mark.django_db

TIMELINE = reverse("relations:timeline")


def unnamed_row(**fields) -> UnidentifiedRow:
    passage = make_passage()
    return UnidentifiedRow.objects.create(
        slug=passage.slug, passage=passage, **{"date": "1993"} | fields
    )


def test_tells_each_fact_with_its_time_its_dossier_and_its_place(client):
    place = make_passage(section=make_section(title="Asia"), kind="row", number=10)
    country = make_country(name="Japan")
    make_milestone(place, country=country, date="1922-04")

    response = client.get(TIMELINE)

    assertContains(response, "Some time in April 1922")
    assertContains(response, "Albania and Japan established relations in April 1922.")
    assertContains(response, f'<a href="{country.get_absolute_url()}">Japan</a>')
    assertContains(response, f'<a href="{place.get_absolute_url()}">Asia, row 10</a>')


def test_draws_a_day_as_a_point_and_a_year_as_a_bar(client):
    make_milestone(date="1992-07-29")
    make_milestone(date="1992")

    page = client.get(TIMELINE).text

    assert page.count("<circle") == 3  # in the overview, in the list, in the key
    assert page.count('data-precision="year"') == 4


def test_shows_a_dispute_with_both_sides(client):
    make_fact(
        Event,
        others="communism",
        deed="collapsed",
        date="1990",
        standing=Event.Standing.DISPUTED,
        conflict="Elsewhere it says 1991.",
    )

    response = client.get(TIMELINE)

    assertContains(response, "The article contradicts itself.")
    assertContains(response, "Elsewhere it says 1991.")


def test_calls_a_view_a_view(client):
    make_report(kind=Report.Kind.VIEW, deed="was feared in 1992")

    assertContains(client.get(TIMELINE), "A view:")


def test_zooms_into_a_decade_and_offers_those_beside_it(client):
    make_milestone(date="1985")
    make_milestone(date="1992")
    make_milestone(date="2006")

    response = client.get(TIMELINE, {"decade": "1990"})

    assertContains(response, "1 dated fact in the 1990s.")
    assertContains(response, 'rel="prev" href="?decade=1980"')
    assertContains(response, 'rel="next" href="?decade=2000"')
    assertNotContains(response, "Some time in 1985")


def test_combines_what_is_chosen_and_keeps_it_in_its_links(client):
    greece = make_country(name="Greece", slug="greece")
    make_milestone(country=greece, date="1971")
    make_milestone(date="1971")
    make_report(country=greece, deed="was near in 1971")

    response = client.get(TIMELINE, {"kind": "milestone", "country": "greece"})

    assertContains(response, "1 dated fact about Greece, steps in relations only.")
    assertContains(response, '"?kind=milestone&amp;country=greece&amp;decade=1970"')


def test_rows_without_a_name_are_counted_and_never_guessed(client):
    unnamed_row()
    unnamed_row(candidate="Armenia", candidate_source=make_section().source)
    make_milestone(date="1992")

    response = client.get(TIMELINE)

    assertContains(response, "And 2 rows without a name")
    assertNotContains(response, "Armenia")


def test_a_country_without_a_date_is_answered_kindly(client):
    make_milestone()
    silent = make_country(name="Belgium", slug="belgium")

    response = client.get(TIMELINE, {"country": "belgium"})

    assertContains(response, "The article gives no date for anything about Belgium.")
    assertContains(response, silent.get_absolute_url())
    assertContains(response, "The whole timeline")


def test_a_decade_without_a_fact_leads_back(client):
    make_milestone(date="1985")
    make_milestone(date="2006")

    response = client.get(TIMELINE, {"decade": "1990"})

    assertContains(response, "Nothing of what you asked for is dated in the 1990s.")
    assertContains(response, "All decades")


@pytest.mark.parametrize(
    "asked",
    [
        {"decade": "1750"},
        {"decade": "x"},
        {"kind": "war"},
        {"country": "atlantis"},
        {"country": "\0", "kind": "\0", "decade": "\0"},
    ],
)
def test_a_choice_that_does_not_exist_is_said_to_be_left_out(client, asked):
    make_milestone(date="1992")

    response = client.get(TIMELINE, asked)

    assertContains(response, "There is no such choice here, so all are shown.")
    assertContains(response, "1 dated fact.")


def test_has_a_page_before_there_is_any_fact(client):
    assertContains(client.get(TIMELINE), "Nothing of what you asked for is dated")


def test_is_only_read(client):
    assert client.post(TIMELINE).status_code == 405


@pytest.mark.parametrize("size", [2, 10])
def test_costs_the_same_however_much_there_is(client, size, django_assert_num_queries):
    for _ in range(size):
        make_milestone()
        make_treaty()
        make_report(deed="was near in 1992").about.add(make_country())
        unnamed_row()

    client.get(TIMELINE)

    # Eighteen tables are looked at; then the states to choose from, rows without a name,
    # the links of three kinds of fact, and the passages are read.
    with django_assert_num_queries(24):
        client.get(TIMELINE, {"kind": "milestone"})
