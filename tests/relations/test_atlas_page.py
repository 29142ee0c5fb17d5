"""The atlas as a page: a form, links, two maps and a table that say the same."""

import re

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from relations.models import OutsideDate, Source, UnidentifiedRow
from tests.factories import make_country, make_milestone, make_passage, make_source

pytestmark = pytest.mark.django_db

ATLAS = reverse("relations:atlas")


def hrefs(html: str) -> set[str]:
    return set(re.findall(r'href="([^"]+)"', html))


def test_the_map_and_the_table_lead_to_the_same_pages(client, shipped_facts):
    html = client.get(ATLAS).content.decode()

    drawn, rest = html.split('id="states"')
    links = hrefs("".join(re.findall(r"<svg.*?</svg>", drawn, re.DOTALL)))
    off_map = {f"/facts/countries/{slug}/" for slug in ("soviet-union", "yugoslavia")}
    listed = {link for link in hrefs(rest) if "/countries/" in link and "#" not in link}
    assert len(links) == 82
    assert links - listed == {"/facts/countries/albania/"}
    assert listed - links == off_map


def test_the_page_stays_small(client, shipped_facts):
    assert len(client.get(ATLAS).content) < 90_000  # before compression to a quarter


def test_a_state_says_since_when_and_what_was_true_in_the_year(client):
    make_milestone(country=make_country(name="Canada", iso2="CA"), date="1987-09-10")

    response = client.get(ATLAS, {"year": 1949})

    assertContains(response, "<title>Canada: 10 September 1987 (not yet)</title>")
    assertContains(response, "<td>not yet</td>")
    assertContains(response, "In 1949, as far as the article says")


def in_one_sentence(client, **data) -> str:
    html = client.get(ATLAS, data).content.decode()
    told = re.search(r'atlas__summary">(.*?)</p>', html, re.DOTALL)
    return " ".join(told.group(1).split())


def test_one_sentence_counts_what_the_article_tells_and_leaves_out_what_is_nothing(
    client, shipped_facts
):
    then, later = in_one_sentence(client, year=1924), in_one_sentence(client, year=2022)
    today = in_one_sentence(client)

    assert "relations had begun with 7 states, and no end by then is told" in then
    assert "Russia and the Soviet Union share one date and count once." in then
    assert "they had not begun yet" not in later
    assert "share one date" not in later
    assert "49 states, 18 of them without a date, and no end is told" in today


def test_the_legend_says_who_is_not_on_the_map(client, shipped_facts):
    assertContains(client.get(ATLAS), "Two former states are not on the map")


def test_a_list_of_states_to_open_relations_with_says_that_there_were_none(
    client, shipped_facts
):
    for year in ("", 1950, 2008):
        response = client.get(ATLAS, {"year": year})
        assertContains(response, "There were none when parliament gave its order")


def test_a_shade_is_a_class_and_what_is_not_known_a_pattern(client):
    make_milestone(country=make_country(name="Italy", iso2="IT"), date="1912")
    make_milestone(country=make_country(name="France", iso2="FR"), date="")

    response = client.get(ATLAS)

    assertContains(response, 'class="place place--era-1"')
    assertContains(response, 'fill="url(#undated)"')
    assertNotContains(response, 'fill="url(#era-1)"')


@pytest.mark.parametrize("year", ["", "2025"])
def test_no_year_and_the_last_one_are_today(client, year):
    make_milestone(country=make_country(name="France", iso2="FR"), date="")

    response = client.get(ATLAS, {"year": year})

    assert response.context["atlas"].year is None
    assertContains(response, "Today, as the article has it")
    assertContains(response, "stand: listed without a date")


@pytest.mark.parametrize("year", ["1911", "2026", "soon", "1949.5", "-1", "١٩٤٩x"])
def test_a_year_that_is_none_is_asked_for_again_and_today_shown(client, year):
    response = client.get(ATLAS, {"year": year})

    assert response.status_code == 200
    assert response.context["atlas"].year is None
    assertContains(response, "Choose a year from 1912 to 2025")


def test_the_years_worth_a_look_are_plain_links_and_the_shown_one_is_marked(client):
    response = client.get(ATLAS, {"year": 1991})

    for year in (1924, 1949, 1991):
        assertContains(response, f'href="{ATLAS}?year={year}"')
    years = re.search(r"<nav[^>]*year-links.*?</nav>", response.content.decode(), re.S)
    assert re.findall(r'aria-current="true">(\w+)<', years.group()) == ["1991"]


def test_another_sources_date_is_pointed_at_but_not_told_here(client):
    poland = make_milestone(country=make_country(name="Poland"), date="").country
    OutsideDate.objects.create(
        slug="poland-1937",
        country=poland,
        kind="established",
        date="1937",
        source=make_source(kind=Source.Kind.REFERENCE),
    )

    response = client.get(ATLAS)

    assertContains(response, f'href="{poland.get_absolute_url()}#outside"')
    assertContains(response, "a date elsewhere")
    assertNotContains(response, "1937")


def test_rows_without_a_name_are_counted_not_guessed(client):
    UnidentifiedRow.objects.create(
        slug="row",
        passage=make_passage(kind="row"),
        date="1973",
        candidate="Argentina",
        candidate_source=make_source(kind=Source.Kind.REFERENCE),
    )

    response = client.get(ATLAS, {"year": 1949})

    assertContains(response, "a date but no name")
    assertContains(response, "none of them up to 1949")
    assertNotContains(response, "Argentina")


def test_the_tab_key_passes_over_the_map_which_says_so(client):
    make_milestone(country=make_country(iso2="IT"))

    html = client.get(ATLAS).content.decode()

    places = re.findall(r'<a class="place[^>]+>', html)
    assert len(places) == 2
    assert all('tabindex="-1"' in place for place in places)
    assert "the tab key passes over the map" in html


def test_the_map_is_credited(client):
    assertContains(client.get(ATLAS), "Natural Earth, public domain")


def test_the_facts_lead_to_the_atlas(client):
    assertContains(client.get(reverse("relations:facts")), f'href="{ATLAS}"')


def test_is_only_read(client):
    assert client.post(ATLAS).status_code == 405


@pytest.mark.parametrize("size", [2, 10])
def test_costs_the_same_however_many_states_there_are(
    client, size, django_assert_num_queries
):
    for _ in range(size):
        make_milestone()

    # States, their steps, lists, other sources' dates, rows without a name.
    with django_assert_num_queries(5):
        client.get(ATLAS, {"year": 1949})
