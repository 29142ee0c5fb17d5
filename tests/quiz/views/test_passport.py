"""The passport as a page."""

import gzip

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from quiz.models import Memory, Side
from quiz.passport.places import places
from quiz.recall import standing
from tests.factories import make_country, make_learner, make_milestone
from tests.quiz.remembered import DAY, make_askable, make_memory

pytestmark = pytest.mark.django_db


def make_place(name: str, **fields):
    """A state whose one fact is the year in which relations began."""
    step = make_milestone(country=make_country(name=name), date="1999")
    make_askable(step.slug, Side.YEAR)
    return step


def remember(learner, step, **fields):
    today = timezone.localdate()
    return make_memory(
        learner, step.slug, Side.YEAR, **{"due_on": today, "held_since": today} | fields
    )


def test_a_newcomer_is_invited(client):
    make_place("Chile")

    response = client.get("/passport/")

    assert response.status_code == 200
    assertContains(response, "One stamp is waiting for you")
    assertContains(response, "Chile")
    assertNotContains(response, "1999")  # it would tell the answer


def test_a_passport_without_any_place_stands_all_the_same(client):
    assertContains(client.get("/passport/"), "No stamps are waiting")


def test_a_stamp_leads_to_its_dossier_and_says_in_words_what_it_shows(client, learner):
    step = make_place("Chile")
    remember(learner, step)

    response = client.get("/passport/")

    assertContains(response, "1 of 1 stamp earned")
    assertContains(response, f'href="{step.country.get_absolute_url()}"')
    assertContains(response, "Chile, relations: 1999.")
    assertContains(response, "earned</span> since")
    assertNotContains(response, "fading")


def test_a_stamp_past_its_day_is_said_to_fade(client, learner):
    yesterday = timezone.localdate() - DAY
    remember(learner, make_place("Chile"), due_on=yesterday)

    response = client.get("/passport/")

    assertContains(response, "0 of 1 stamp earned")
    assertContains(response, "Chile is fading.")
    assertContains(response, "<b>fading</b> since")


def test_a_place_begun_says_how_far_and_tells_nothing(client, learner):
    step = make_place("Chile")
    remember(learner, step, streak=1, held_since=None)

    response = client.get("/passport/")

    assertContains(response, "0 of 1 fact")
    assertNotContains(response, "1999")


def test_everybody_has_a_passport_of_their_own(client, learner):
    remember(make_learner(), make_place("Chile"))

    assert client.get("/passport/").context["passport"].earned == 0


def test_a_passport_is_only_read(client):
    assert client.post("/passport/").status_code == 405
    assert "no-store" in client.get("/passport/")["Cache-Control"]


@pytest.mark.parametrize("count", [2, 10])
def test_a_passport_reads_the_same_however_much_is_remembered(
    client, learner, count, django_assert_num_queries
):
    for n in range(count):
        remember(learner, make_place(f"State {n}"))

    # Session, learner, facts, memories; what belongs to what (in three), steps, states,
    # bodies, treaties.
    with django_assert_num_queries(12):
        client.get("/passport/")


def test_a_full_passport_is_no_heavier_than_a_page_may_be(
    client, learner, shipped_questions
):
    today = timezone.localdate()
    facts = standing.facts()
    Memory.objects.bulk_create(
        Memory(
            learner=learner,
            claim=fact.claim,
            side=side,
            streak=2,
            held_since=today - DAY,
            due_on=today,
        )
        for fact in facts.values()
        for side in fact.sides
    )

    response = client.get("/passport/")

    passport = response.context["passport"]
    assert passport.earned == passport.total == len(places(facts)) > 100
    assert len(gzip.compress(response.content)) < 25_000
