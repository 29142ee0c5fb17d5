"""Review, ready by a day, and how sure one was: the pages and what they start."""

import datetime as dt
import re
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags
from pytest_django.asserts import (
    assertContains,
    assertNotContains,
    assertRedirects,
    assertTemplateUsed,
)

from quiz import play
from quiz.models import Attempt, Learner, Memory
from tests.factories import make_attempt, make_learner, make_question, right, wrong
from tests.quiz.remembering import memory

pytestmark = pytest.mark.django_db

PAGES = ("/review/", "/ready/", "/ready/?date={tomorrow}", "/progress/calibration/")


def in_days(number: int) -> dt.date:
    return timezone.localdate() + dt.timedelta(days=number)


def question(claim="kosovo", **fields):
    return make_question(claim=claim, sides=[[claim, "when.year"]], **fields)


def remember(learner, *, due=0, **fields) -> Memory:
    own = memory(**fields)
    own.learner, own.due_on = learner, in_days(due)
    own.reviewed_on = own.reviewed_on and in_days(-3)
    own.save()
    return own


@pytest.mark.parametrize("url", PAGES)
def test_looking_writes_nothing_and_makes_no_learner(client, url):
    question()

    response = client.get(url.format(tomorrow=in_days(1)))

    assert response.status_code == 200
    assert not Learner.objects.exists()
    assert not Session.objects.exists()


@pytest.mark.parametrize("url", ["/review/", "/ready/", "/progress/calibration/"])
def test_pages_are_only_looked_at(client, url):
    assert client.post(url).status_code == 405


@pytest.mark.parametrize("url", ["/review/start/", "/ready/start/"])
def test_nothing_starts_by_looking(client, url):
    assert client.get(url).status_code == 405


# Review


def test_whoever_has_played_nothing_is_invited_to(client, learner):
    response = client.get("/review/")

    assertTemplateUsed(response, "quiz/review.html")
    assertContains(response, "Play a first quiz")
    assertContains(response, 'action="/quizzes/start/"')
    assertNotContains(response, 'action="/review/start/"')


def test_the_page_says_what_the_day_holds_in_minutes_and_never_how_much_is_overdue(
    client, learner
):
    for n in range(17):
        question(f"fact-{n}")
        remember(learner, key=(f"fact-{n}", "when.year"), due=-9)

    response = client.get("/review/")

    assertContains(response, "About 5 minutes will do today")
    assert not re.search(r"\b17\b", strip_tags(response.text))
    assert response.context["form"].initial == {"minutes": 5}


def test_if_nothing_is_due_the_page_says_when_the_next_comes(client, learner):
    question()
    question("serbia")
    remember(learner, due=1)

    response = client.get("/review/")

    assertContains(response, "Nothing is due today")
    assertContains(response, "The next comes back tomorrow.")
    assertContains(response, "Start with something new")


def test_if_there_is_nothing_new_either_the_page_offers_to_read(client, learner):
    question()
    remember(learner, due=1)

    response = client.get("/review/")

    assertContains(response, "You have met all there is to ask today.")
    assertContains(response, reverse("relations:facts"))
    assertNotContains(response, 'action="/review/start/"')


def test_a_session_left_open_can_be_taken_up_again(client, learner):
    left = make_attempt(learner=learner, length=3, answers="+", title="Review")

    response = client.get("/review/")

    assertContains(response, "You stopped “Review” after 1 of 3 questions.")
    assertContains(response, left.get_absolute_url())


@pytest.mark.parametrize("count", [2, 20])
def test_the_page_reads_the_same_however_much_is_remembered(
    client, learner, count, django_assert_num_queries
):
    for n in range(count):
        question(f"fact-{n}")
        remember(learner, key=(f"fact-{n}", "when.year"))

    # Session, learner, what the outlook reads (6), unfinished.
    with django_assert_num_queries(10):
        client.get("/review/")


def start_review(client, **fields):
    return client.post(
        "/review/start/", {"minutes": "5", "token": str(uuid4())} | fields
    )


def test_a_session_starts_with_what_is_due(client, learner):
    asked = question()
    remember(learner)

    response = start_review(client)

    attempt = Attempt.objects.get()
    assertRedirects(response, attempt.get_absolute_url(), target_status_code=302)
    assert (attempt.learner, attempt.title) == (learner, "Review")
    assert [item.question for item in attempt.items.all()] == [asked]


def test_a_session_sent_twice_is_started_once(client, learner):
    question()
    remember(learner)
    token = str(uuid4())

    first, second = (start_review(client, token=token) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Attempt.objects.count() == 1


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"minutes": "500"}, "Please choose 5, 10 or 20 minutes."),
        ({"minutes": ""}, "Please choose how long."),
        ({"token": "nonsense"}, "This page was out of date."),
    ],
)
def test_a_form_tampered_with_comes_back_with_a_sentence(
    client, learner, fields, sentence
):
    question()
    remember(learner)

    response = start_review(client, **fields)

    assert response.status_code == 200
    assertContains(response, sentence)
    assert not Attempt.objects.exists()


def test_a_session_of_nothing_leads_back_with_a_sentence(client, learner):
    response = start_review(client)

    assertRedirects(response, "/review/")
    assert not Attempt.objects.exists()


@pytest.mark.parametrize("url", ["/review/start/", "/ready/start/"])
def test_a_token_of_somebody_elses_quiz_is_found_nowhere(client, learner, url):
    question()
    remember(learner)
    theirs = make_attempt(learner=make_learner())
    sent = {"minutes": "5", "date": str(in_days(3)), "token": str(theirs.pk)}

    assert client.post(url, sent).status_code == 404


# The result


def test_a_result_says_when_what_was_missed_comes_back(client, learner):
    attempt = make_attempt(learner=learner, length=2, answers="+-", now=timezone.now())

    response = client.get(f"{attempt.get_absolute_url()}result/")

    assertContains(response, "The first of it comes back tomorrow, in")
    assertContains(response, 'href="/review/"')


def test_a_result_without_a_miss_says_nothing_of_coming_back(client, learner):
    attempt = make_attempt(learner=learner, length=1, answers="+")

    response = client.get(f"{attempt.get_absolute_url()}result/")

    assertNotContains(response, "It comes back")


# Ready by a day


def test_before_a_day_is_chosen_there_is_only_the_question_for_it(client):
    question()

    response = client.get("/ready/")

    assert response.context["forecast"] is None
    assert response.context["form"]["date"].value() == in_days(14)
    assertNotContains(response, "As things are")


def test_a_day_shows_each_topic_before_and_after(client, learner):
    question()
    remember(learner, stability=9.0, due=9)

    response = client.get(f"/ready/?date={in_days(6)}")

    topic = response.context["forecast"].topics[0]
    assert (topic.percent, topic.percent_after) == (90, 95)
    assertContains(response, "90% → 95%")
    assertContains(response, "1 of 1 met")
    assertContains(response, "counts as not known")


@pytest.mark.parametrize("has_met", [True, False])
def test_it_is_said_that_only_what_was_met_here_counts_as_known(
    client, learner, has_met
):
    question()
    if has_met:
        remember(learner, due=3)

    response = client.get(f"/ready/?date={in_days(3)}")

    assertContains(response, "of what can be asked, you would know from Besa")
    assertContains(response, "counts as not known, even")
    assertContains(response, "where they ask what you knew already")
    assert (response.context["forecast"].whole.percent > 0) == has_met


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2020-02-01", "That day has passed."),
        ("2025-02-30", "Please give a day, such as 2025-06-20."),
        ("", "Please give a day, such as 2025-06-20."),
        ("soon\x00", "Please give a day, such as 2025-06-20."),
        ("9999-12-31", "That is too far away to foresee."),
    ],
)
def test_a_day_that_cannot_be_is_answered_kindly(client, day, sentence):
    response = client.get("/ready/", {"date": day})

    assert response.status_code == 200
    assertContains(response, sentence)
    assert response.context["forecast"] is None


def test_a_day_may_be_typed_as_one_writes_it(client):
    day = in_days(3)

    response = client.get("/ready/", {"date": f"{day.day}/{day.month}/{day.year}"})

    assert response.context["day"] == day


def start_ready(client, **fields):
    sent = {"date": str(in_days(9)), "token": str(uuid4())}
    return client.post("/ready/start/", sent | fields)


def test_just_these_minutes_start(client, learner):
    new = question()

    response = start_ready(client)

    attempt = Attempt.objects.get()
    assertRedirects(response, attempt.get_absolute_url(), target_status_code=302)
    assert attempt.title.startswith("Ready by ")
    assert [item.question for item in attempt.items.all()] == [new]


def test_a_guest_who_has_played_nothing_may_begin_with_it(client):
    question()

    start_ready(client)

    assert Attempt.objects.get().learner == Learner.objects.get()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"date": "2020-02-01"}, "That day has passed."),
        ({"token": ""}, "This page was out of date."),
    ],
)
def test_minutes_tampered_with_are_not_started(client, learner, fields, sentence):
    question()

    response = start_ready(client, **fields)

    assert response.status_code == 200
    assertContains(response, sentence)
    assert not Attempt.objects.exists()


def test_if_nothing_can_be_gained_the_page_says_so_and_nothing_starts(client, learner):
    make_attempt(
        learner=learner, questions=[question()], answers="+", now=timezone.now()
    )

    assertContains(
        client.get(f"/ready/?date={in_days(3)}"), "nothing more to gain today"
    )
    assertRedirects(start_ready(client), "/ready/")
    assert Attempt.objects.count() == 1


# Calibration


def test_whoever_never_said_sure_is_told_how_to(client, learner):
    make_attempt(learner=learner, length=2, answers="+-")

    response = client.get("/progress/calibration/")

    assertContains(response, "Under each question you may say whether you are sure")
    assert response.context["calibration"].whole.silent.count == 2


def test_how_often_sure_was_right_is_said_and_what_was_wrong_shown_with_its_proof(
    client, learner
):
    attempt = make_attempt(learner=learner, length=2)
    first, second = attempt.items.all()
    soon, later = (timezone.now() + dt.timedelta(seconds=n) for n in (30, 60))
    play.answer(first, right(first), now=soon, is_sure=True)
    play.answer(second, wrong(second), now=later, is_sure=True)

    response = client.get("/progress/calibration/")

    assertContains(response, "you were right 1 of 2 times")
    assertContains(response, second.stem)
    assertContains(response, second.explanation)
    assertContains(response, second.sources[0]["page"])
    assertNotContains(response, first.stem)
