"""The page of flashcards: what an address chooses, paging, shuffling, and no writing."""

import datetime as dt
import re

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from quiz.models import Learner, Memory
from tests.factories import make_attempt, make_country, make_milestone, make_question

pytestmark = pytest.mark.django_db


@pytest.fixture
def greece():
    country = make_country(slug="greece", name="Greece")
    make_milestone(country=country, slug="greece-established")
    return country


def test_a_card_is_a_line_to_open_with_its_source_behind_it(client):
    question = make_question()

    page = client.get("/flashcards/").text

    [card] = re.findall(r"<details class=\"flash\".*?</details>", page, re.DOTALL)
    front, back = card.split("</summary>")
    assert question.stem.replace("'", "&#x27;") in front
    assert question.options[2]["text"] not in front
    assert question.options[2]["text"] in back
    assert question.sources[0]["locator"] in back


@pytest.mark.parametrize(
    ("address", "title", "count"),
    [
        ("/flashcards/", "Everything", 2),
        ("/flashcards/?topic=people", "People and events", 1),
        ("/flashcards/?on=countries:greece", "Greece", 1),
    ],
)
def test_an_address_chooses_a_dossier_a_topic_or_everything(
    client, greece, address, title, count
):
    make_question(claim="greece-established")
    make_question(topic="people")

    response = client.get(address)

    assertContains(response, f"<h1>{title}</h1>")
    assert len(response.context["cards"]) == count


def titles(response) -> tuple[str, list[str]]:
    return response.context["selection"].title, [
        card.front for card in response.context["cards"]
    ]


def test_a_decade_of_the_timeline_is_a_deck(client, greece):
    early = make_milestone(country=make_country(), slug="early", date="1971")
    make_question(claim=early.slug, generated_stem="When was the early one?")
    make_question(claim="greece-established", generated_stem="When was Greece?")

    chosen = client.get("/flashcards/?decade=1970")
    narrowed = client.get("/flashcards/?decade=1990&kind=milestone&country=greece")

    assert titles(chosen) == ("The 1970s", ["When was the early one?"])
    title = "The 1990s, Steps in relations, Greece"
    assert titles(narrowed) == (title, ["When was Greece?"])
    assertContains(narrowed, "decade=1990&amp;kind=milestone&amp;country=greece")


def test_what_the_search_finds_is_a_deck(client, greece):
    make_milestone(country=make_country(name="Chile"), slug="chile-established")
    for claim in ("greece-established", "chile-established"):
        make_question(claim=claim, generated_stem=f"When was {claim}?")

    assert titles(client.get("/flashcards/?q=Greece")) == (
        "“Greece”",
        ["When was greece-established?"],
    )


def test_what_a_quiz_of_ones_own_missed_is_a_deck(client, learner):
    attempt = make_attempt(learner=learner, length=2, answers="+-", title="Dates")
    missed = attempt.items.get(position=2)

    response = client.get(f"/flashcards/?missed={attempt.pk}")

    assert titles(response) == ("Missed: Dates", [missed.stem])


def test_nobody_elses_and_no_open_quiz_is_a_deck(client, learner):
    others, still_open = make_attempt(answers="--"), make_attempt(learner=learner)

    for pk in (others.pk, still_open.pk, "nonsense"):
        assert client.get(f"/flashcards/?missed={pk}").status_code == 404


def test_what_is_fading_is_a_deck_of_ones_own(client, learner):
    make_attempt(learner=learner, length=1, answers="-", title="Long ago")
    later = make_question(claim="later")
    today = timezone.localdate()
    Memory.objects.create(
        learner=learner,
        claim=later.claim,
        side="who",
        due_on=today + dt.timedelta(days=1),
    )

    title, fronts = titles(client.get("/flashcards/?fading=1"))

    assert title == "What is fading"
    assert fronts == [learner.attempts.get().items.get().stem]


@pytest.mark.parametrize(
    "query",
    [
        "decade=1066",
        "decade=nonsense",
        "fading=1&q=Greece",
        "topic=nonsense",
        "on=countries:atlantis",
        "on=planets:mars",
        "on=greece",
        "on=countries:greece&topic=people",
    ],
)
def test_what_is_not_there_is_not_found(client, greece, query):
    assert client.get(f"/flashcards/?{query}").status_code == 404


def test_a_deck_without_cards_says_so(client, greece):
    response = client.get("/flashcards/?on=countries:greece")

    assertContains(response, "There are no cards on this")
    assertNotContains(response, "Shuffle")
    assertContains(response, greece.get_absolute_url())


def test_forty_cards_make_a_page_and_links_lead_on(client):
    for _ in range(45):
        make_question()

    first = client.get("/flashcards/?seed=7")
    rest = client.get("/flashcards/?seed=7&page=2")

    assert len(first.context["cards"]) == 40
    assert len(rest.context["cards"]) == 5
    assertContains(first, 'rel="next" href="?seed=7&amp;page=2"')
    assertContains(rest, 'start="41"')
    fronts = [c.front for r in (first, rest) for c in r.context["cards"]]
    assert len(set(fronts)) == 45


@pytest.mark.parametrize(("page", "shown"), [("0", 2), ("99", 2), ("x", 1)])
def test_a_page_that_is_not_there_is_the_nearest_that_is(client, page, shown):
    for _ in range(41):
        make_question()

    assert client.get(f"/flashcards/?page={page}").context["page"].number == shown


def test_shuffling_is_a_link_with_a_seed_from_the_server(client):
    for _ in range(2):
        make_question()

    plain = client.get("/flashcards/?page=1")
    shuffled = client.get("/flashcards/?seed=7")

    assert re.search(r'href="\?seed=\d+">Shuffle', plain.text)
    assertNotContains(plain, "Back in order")
    assertContains(shuffled, 'href="?">Back in order')


def test_turning_cards_over_writes_nothing(client, greece):
    make_question(claim="greece-established")

    response = client.get("/flashcards/?on=countries:greece")

    assertContains(response, "turning one is no proof that you remember")
    assert not Learner.objects.exists()
    assert not Session.objects.exists()
    assert "sessionid" not in response.cookies


@pytest.mark.parametrize("size", [2, 10])
def test_the_page_costs_the_same_however_many_cards(
    client, size, django_assert_num_queries
):
    for _ in range(size):
        make_question()

    # Questions and lists to choose from; the questions.
    with django_assert_num_queries(3):
        client.get("/flashcards/")


def test_cards_are_only_read(client):
    assert client.post("/flashcards/").status_code == 405


def test_the_topics_lead_to_their_cards(client):
    page = client.get("/quizzes/").text

    for address in ("/flashcards/", "/flashcards/?topic=memberships"):
        assert f'href="{address}"' in page
