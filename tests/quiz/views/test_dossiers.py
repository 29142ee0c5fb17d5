"""Test me on this: from a page of the fact base into a quiz on exactly its facts."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertRedirects

from quiz.models import Attempt, Learner
from tests.factories import (
    make_country,
    make_milestone,
    make_question,
    make_report,
    make_theme,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def greece():
    country = make_country(slug="greece", name="Greece")
    make_milestone(country=country, slug="greece-established")
    return country


URL = "/quizzes/on/countries/greece/"


def post(client, url: str = URL, **data):
    return client.post(url, {"token": uuid4()} | data)


def test_the_page_offers_a_test_and_says_how_long_it_is(client, greece):
    make_question(claim="greece-established")

    page = client.get(greece.get_absolute_url()).text

    form = re.search(rf'<form action="{URL}" method="post">.*?</form>', page, re.DOTALL)
    assert "Test me on this" in form[0]
    assert 'name="token"' in form[0]
    assert "One question, on these facts alone." in page
    assert 'href="/flashcards/?on=countries:greece"' in page


def test_every_look_at_the_page_brings_a_fresh_form(client, greece):
    make_question(claim="greece-established")

    tokens = [
        re.search(
            r'name="token" value="(.*?)"', client.get("/facts/countries/greece/").text
        )[1]
        for _ in range(2)
    ]

    assert len(set(tokens)) == 2


@pytest.mark.parametrize("size", [2, 10])
def test_the_offer_costs_the_same_however_much_can_be_asked(
    client, greece, size, django_assert_num_queries
):
    for n in range(size):
        make_report(country=greece, slug=f"fact-{n}")
        make_question(claim=f"fact-{n}")

    # The country; milestones, reports, their places and whom they are about; four kinds
    # without any; lists; outside dates; links to themes; themes; what facts mention, of
    # it and of others, and which state to see; the shelf; the claims; and twice what
    # asks them.
    with django_assert_num_queries(21):
        client.get(greece.get_absolute_url())


def test_it_starts_a_quiz_on_these_facts_under_their_name(client, greece):
    asked = make_question(claim="greece-established")
    make_question()

    response = post(client)

    attempt = Attempt.objects.get()
    assertRedirects(response, attempt.get_absolute_url(), fetch_redirect_response=False)
    assert attempt.title == "Greece"
    assert [item.question for item in attempt.items.all()] == [asked]


def test_a_double_click_starts_one_quiz(client, greece):
    make_question(claim="greece-established")
    token = uuid4()

    first, second = (post(client, token=token) for _ in range(2))

    assert first.url == second.url
    assert Attempt.objects.count() == 1


def test_a_form_of_somebody_elses_is_not_found(client, greece):
    make_question(claim="greece-established")
    token = uuid4()
    post(client, token=token)
    client.cookies.clear()

    assert post(client, token=token).status_code == 404


def test_a_form_without_its_token_is_given_back(client, greece):
    make_question(claim="greece-established")

    response = client.post(URL, {"token": "x"}, follow=True)

    assert response.redirect_chain == [("/facts/countries/greece/", 302)]
    assertContains(response, "This page was out of date.")
    assert not Attempt.objects.exists()


def test_where_nothing_can_be_asked_any_more_the_page_says_so(client, greece):
    response = client.post(URL, {"token": uuid4()}, follow=True)

    assertContains(response, "None of these facts can be asked about at present.")
    assert not Attempt.objects.exists()


@pytest.mark.parametrize(
    "path", ["countries/atlantis", "planets/mars", "themes/greece"]
)
def test_what_has_no_page_has_no_test(client, greece, path):
    assert post(client, f"/quizzes/on/{path}/").status_code == 404
    assert not Learner.objects.exists()


def test_a_test_is_not_started_by_looking(client, greece):
    assert client.get(URL).status_code == 405


def test_a_theme_can_be_tested_as_well(client):
    make_question(claim="greece-established")
    theme = make_theme(make_milestone(slug="greece-established"), title="Beginnings")

    post(client, reverse("quiz:start_dossier", args=["themes", theme.slug]))

    assert Attempt.objects.get().title == "Beginnings"
