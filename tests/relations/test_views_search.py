"""The page of the search: what it shows, and that nothing typed can break it."""

import re

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from relations.models import RollEntry
from tests.factories import (
    make_country,
    make_milestone,
    make_organization,
    make_passage,
    make_report,
    make_section,
)
from tests.relations.test_sentences import roll_of

pytestmark = pytest.mark.django_db

SEARCH = reverse("relations:search")


def search(client, text: str, **more):
    return client.get(SEARCH, {"q": text} | more)


def test_tells_what_it_found_with_links_and_places(client):
    place = make_passage(section=make_section(title="Asia"), kind="row", number=10)
    japan = make_country(name="Japan")
    make_milestone(place, country=japan)

    response = search(client, "japan")

    assertContains(response, "1 dossier and 1 fact for “japan”")
    assertContains(response, f'href="{japan.get_absolute_url()}">Japan</a>')
    assertContains(response, f'<a href="{place.get_absolute_url()}">Asia, row 10</a>')


def test_marks_the_words_found_and_trusts_none_of_them(client):
    make_report(deed="sends <b>aid</b> & more")

    response = search(client, "aid")

    assertContains(response, "sends &lt;b&gt;<mark>aid</mark>&lt;/b&gt; &amp; more.")


def test_what_was_typed_is_shown_as_text(client):
    response = search(client, "<script>x</script>")

    assertContains(response, "“&lt;script&gt;x&lt;/script&gt;”")
    assertNotContains(response, "<script>x")


def test_a_list_leads_to_its_place(client):
    roll = roll_of({"text": "visits"})

    page = search(client, "the list").text

    place = roll.passages.get().get_absolute_url()
    assert f'href="{place}">The list</a>' in page


def test_a_body_is_told_with_its_full_name(client):
    make_organization(acronym="ILO", name="International Labour Organization")

    assertContains(
        search(client, "ilo"),
        '<span class="name__also">International Labour Organization</span>',
    )


def test_a_state_is_told_with_the_name_that_was_typed(client):
    make_country(name="Iran", aliases=["Persia"])

    assertContains(search(client, "persia"), '<span class="name__also">Persia</span>')
    assertNotContains(search(client, "iran"), "name__also")


def test_what_is_only_close_says_so(client):
    make_country(name="Montenegro")

    response = search(client, "monteengro")

    assertContains(response, "Nothing has “monteengro”. This is close to it.")
    assertContains(response, "Close: 1 dossier for “monteengro”")


def test_nothing_found_offers_names_like_it(client):
    iraq = make_country(name="Iraq")

    response = search(client, "irap")

    assertContains(response, "Nothing found for “irap”.")
    assertContains(response, f'<a href="{iraq.get_absolute_url()}">Iraq</a>')


def test_a_place_the_article_does_not_name_is_told_as_that(client):
    assertContains(
        search(client, "Nepal"), "The article says nothing of Nepal by that name."
    )


def test_before_anything_is_typed_it_gives_examples(client):
    response = client.get(SEARCH)

    assertContains(response, "?q=milosevic")
    assertContains(response, "autofocus", count=1)
    assertNotContains(search(client, "x"), "autofocus")


def test_the_field_keeps_what_was_typed_and_the_title_tells_it(client):
    response = search(client, "Greece")

    assertContains(response, 'value="Greece"')
    assertContains(response, "<title>“Greece” · Search · Besa</title>")


def test_the_count_is_announced_from_outside_what_is_swapped(client):
    make_country(name="Chad")

    page = search(client, "chad").text

    before, results = page.split('id="results"')
    assert 'id="announcer"' in before
    assert results.startswith(' data-announcement="1 dossier for “chad”"')


def test_what_is_left_out_can_be_asked_for(client):
    roll = roll_of(*({"text": f"visit {n}"} for n in range(40)))
    assert RollEntry.objects.filter(roll=roll).count() == 40

    page, whole = search(client, "visit"), search(client, "visit", all=1)

    assertContains(page, "Show all 40")
    assert page.text.count('class="fact"') == 30
    assert whole.text.count('class="fact"') == 40
    assertNotContains(whole, "Show all")


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 1000,
        "Greece " * 200,
        "\0\x01\x1f\u202e",
        "... !? --- ’’’",
        "北京 Αθήνα Москва القاهرة",
        "😀",
        "%s %00 ' OR 1=1 --",
        "(((([[[[***",
        "1" * 100,
        "99/99/1999 0/0/1900 31 February 1992",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z",
    ],
)
def test_nothing_typed_breaks_it(client, typed):
    make_milestone(country=make_country(name="Greece"))

    response = search(client, typed)

    assert response.status_code == 200
    assert len(re.search(r'name="q".*?value="(.*?)"', response.text, re.S)[1]) <= 500


def test_is_only_read(client):
    assert client.post(SEARCH).status_code == 405


def test_the_facts_begin_with_a_way_to_search_them(client):
    response = client.get(reverse("relations:facts"))

    assertContains(response, f'action="{SEARCH}"')
    assertNotContains(response, "data-hx-get")


@pytest.mark.parametrize("size", [2, 10])
def test_costs_the_same_however_much_there_is(client, size, django_assert_num_queries):
    for _ in range(size):
        make_milestone(country=make_country())
        make_report()

    search(client, "relations")

    # Eighteen tables are looked at; then the links of the two kinds of fact that are
    # found, and their passages, are read.
    with django_assert_num_queries(23):
        search(client, "relations")
