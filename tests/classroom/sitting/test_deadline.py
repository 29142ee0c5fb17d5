"""The time a pupil has: kept by the server, said on each page, and losing nothing."""

import datetime as dt
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from classroom.models import Accommodation
from quiz import course, play
from quiz.exceptions import SayWhetherSure, TooLate
from quiz.models import Answer, Attempt
from quiz.terms import GRACE
from tests.classroom.factories import make_assignment, sit
from tests.factories import NOW, make_learner, make_question, right, wrong

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)
SECOND = dt.timedelta(seconds=1)
LIMIT = 20 * MINUTE


def begun(learner, ago, extra=None, answers="+", length=3, questions=None, **fields):
    """An attempt under a limit of twenty minutes, begun that long ago."""
    if extra is not None:
        Accommodation.objects.create(learner=learner, extra=extra)
    assignment = make_assignment(**{"minutes": 20} | fields)
    started = timezone.now() - ago
    sitting = sit(
        assignment,
        learner,
        answers=answers,
        now=started,
        questions=questions or [make_question() for _ in range(length)],
    )
    return sitting.attempt


def page_of(attempt, position):
    return f"/attempts/{attempt.pk}/{position}/"


def send(client, attempt, position, **fields):
    item = attempt.items.get(position=position)
    given = {"choice": right(item)} | fields
    return client.post(f"{page_of(attempt, position)}answer/", given)


# The rule


@pytest.fixture
def timed():
    return sit(make_assignment(minutes=20), now=NOW).attempt


@pytest.mark.parametrize("late", [dt.timedelta(), GRACE - SECOND])
def test_an_answer_on_its_way_at_the_deadline_is_taken(timed, late):
    item = timed.items.first()

    assert play.answer(item, right(item), now=NOW + LIMIT + late).credit == 1


def test_an_answer_after_that_is_not(timed):
    item = timed.items.first()

    with pytest.raises(TooLate):
        play.answer(item, right(item), now=NOW + LIMIT + GRACE)
    assert Answer.objects.count() == 0


def test_who_has_more_time_may_answer_as_much_later(timed):
    Accommodation.objects.create(learner=timed.learner, extra=150)
    item = timed.items.first()

    assert play.answer(item, right(item), now=NOW + 30 * MINUTE)


def test_where_certainty_is_wanted_an_answer_needs_it():
    item = sit(make_assignment(marks_certainty=True), now=NOW).attempt.items.first()

    with pytest.raises(SayWhetherSure):
        play.answer(item, right(item), now=NOW)
    assert play.answer(item, right(item), now=NOW, is_sure=False).is_sure is False


def test_in_the_last_moment_an_answer_counts_without_it():
    assignment = make_assignment(marks_certainty=True, minutes=20)
    item = sit(assignment, now=NOW).attempt.items.first()

    assert play.answer(item, right(item), now=NOW + LIMIT).is_sure is None


def test_names_written_before_the_time_was_up_count():
    options = [
        {"text": name, "accepts": [name.lower()], "claim": name, "truth": ""}
        for name in ("Greece", "Italy")
    ]
    roll = make_question(format="roll", options=options, solution=[], claims=["a"])
    attempt = sit(make_assignment(minutes=20), now=NOW, questions=[roll]).attempt
    item = attempt.items.get()
    play.enter(item, "Greece", now=NOW + MINUTE)
    with pytest.raises(TooLate):
        play.enter(item, "Italy", now=NOW + LIMIT + GRACE)

    assert play.hand_in(item, now=NOW + LIMIT - SECOND) is None
    stored = play.hand_in(item, now=NOW + 2 * LIMIT)

    assert (stored.given, stored.credit) == ([0], 0.5)
    assert stored.answered_at == NOW + LIMIT


def test_what_ran_out_is_finished_and_not_under_way():
    learner = make_learner()
    attempt = begun(learner, ago=LIMIT)
    going = begun(learner, ago=MINUTE)

    held = course.held(learner, timezone.now())

    assert held.ran_out == {attempt.pk}
    assert list(Attempt.objects.finished(held.ran_out)) == [attempt]
    assert list(Attempt.objects.unfinished(held.ran_out)) == [going]


# The pages


def test_each_page_says_until_when_and_how_much_is_left(client, learner):
    attempt = begun(learner, ago=13 * MINUTE)
    until = timezone.localtime(attempt.started_at + LIMIT)

    for position in (1, 2):
        page = client.get(page_of(attempt, position))
        assertContains(page, f"{until:%H:%M}</time>")
        assertContains(page, "7 minutes left")
        assertNotContains(page, "data-short")


def test_towards_the_end_it_is_said_plainly(client, learner):
    attempt = begun(learner, ago=19.5 * MINUTE)

    page = client.get(page_of(attempt, 2))

    assertContains(page, "less than a minute left")
    assertContains(page, "data-short")


def test_who_has_no_limit_sees_no_clock(client, learner):
    attempt = begun(learner, ago=30 * MINUTE, extra=0)

    assertNotContains(client.get(page_of(attempt, 2)), 'class="clock"')


def test_a_closing_days_away_is_no_countdown(client, learner):
    closing = timezone.now() + dt.timedelta(days=3)
    attempt = begun(learner, ago=MINUTE, minutes=None, closes_at=closing)

    page = client.get(page_of(attempt, 2))

    assertContains(page, f"{timezone.localtime(closing):%H:%M}</time>")
    assertNotContains(page, "left</span>")


@pytest.mark.parametrize("address", ["", "2/"])
def test_once_the_time_is_up_every_page_leads_to_the_result(client, learner, address):
    attempt = begun(learner, ago=LIMIT + GRACE)

    found = client.get(f"/attempts/{attempt.pk}/{address}", follow=True)

    assert found.redirect_chain[-1][0].endswith("/result/")
    assertContains(found, "1 of 3 right")
    assertContains(found, "The time was up before the last question")
    assertContains(found, "none; the time was up", count=2)


def test_a_late_answer_is_refused_and_what_was_given_stays(client, learner):
    attempt = begun(learner, ago=LIMIT + GRACE)

    refused = send(client, attempt, 2)

    url = f"/attempts/{attempt.pk}/result/"
    assertRedirects(refused, url, fetch_redirect_response=False)
    page = client.get(refused.url)
    assertContains(page, "That came after the time was up")
    assertContains(page, "1 of 3 right")
    assert Answer.objects.count() == 1


def test_a_late_answer_sent_by_htmx_leads_on_as_well(client, learner):
    attempt = begun(learner, ago=LIMIT + GRACE)

    url = f"{page_of(attempt, 2)}answer/"
    refused = client.post(url, {"choice": 0}, headers={"HX-Request": "true"})

    assert refused["HX-Redirect"] == f"/attempts/{attempt.pk}/result/"


def test_within_the_grace_nothing_is_asked_and_nothing_told(client, learner):
    attempt = begun(learner, ago=LIMIT + 2 * SECOND)

    page = client.get(f"/attempts/{attempt.pk}/", follow=True)

    assertContains(page, "The time is up")
    assertContains(page, "You answered 1 of 3 questions")
    assertNotContains(page, attempt.items.last().explanation)
    assertContains(send(client, attempt, 2, follow=True), "", status_code=302)
    assert Answer.objects.count() == 2


def test_more_time_opens_an_attempt_that_had_run_out(client, learner):
    attempt = begun(learner, ago=25 * MINUTE)
    Accommodation.objects.create(learner=learner, extra=200)

    assertContains(client.get(page_of(attempt, 2)), "15 minutes left")
    send(client, attempt, 2)
    assert Answer.objects.count() == 2


def test_scores_count_what_ran_out_and_home_does_not_offer_it(client, learner):
    begun(learner, ago=LIMIT + GRACE)

    assertContains(client.get("/scores/"), "1 of 3")
    for page in ("/", "/scores/", "/review/"):
        assertNotContains(client.get(page), "Go on where you left")


def test_an_attempt_nobody_answered_is_scored_too(client, learner):
    begun(learner, ago=LIMIT + GRACE, answers="")

    assertContains(client.get("/scores/"), "0 of 3")


def test_what_was_missed_can_be_practised_with_what_was_not_reached(client, learner):
    attempt = begun(learner, ago=LIMIT + GRACE)

    client.post(f"/attempts/{attempt.pk}/practise/", {"token": uuid4()})

    practice = Attempt.objects.exclude(pk=attempt.pk).get()
    assert practice.items.count() == 2


def test_names_can_be_handed_in_where_nothing_else_was_left_to_do(client, learner):
    options = [{"text": "Greece", "accepts": ["greece"], "claim": "a", "truth": ""}]
    roll = make_question(format="roll", options=options, solution=[])
    attempt = begun(learner, ago=LIMIT - SECOND, answers="", questions=[roll])
    play.enter(attempt.items.get(), "Greece", now=timezone.now())
    Attempt.objects.update(started_at=timezone.now() - LIMIT)

    page = client.get(f"/attempts/{attempt.pk}/result/")
    assertContains(page, "Hand them in")
    client.post(f"{page_of(attempt, 1)}answer/", {"name": ""})

    assert Answer.objects.get().credit == 1


# Certainty


def test_the_choice_is_compulsory_where_it_is_wanted(client, learner):
    attempt = begun(learner, ago=MINUTE, marks_certainty=True, answers="")
    assertContains(client.get(page_of(attempt, 1)), "here it belongs to each answer")

    asked = send(client, attempt, 1)

    assertContains(asked, "Please say as well whether you are sure")
    assertContains(asked, "checked")  # what was chosen is chosen still
    assert Answer.objects.count() == 0
    send(client, attempt, 1, sure="no")
    assert Answer.objects.get().is_sure is False


def test_elsewhere_it_stays_optional(client, learner):
    attempt = begun(learner, ago=MINUTE, answers="")

    assertContains(client.get(page_of(attempt, 1)), "(optional)")
    send(client, attempt, 1, choice=wrong(attempt.items.first()))
    assert Answer.objects.get().is_sure is None
