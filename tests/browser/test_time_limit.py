"""A time limit as a pupil lives through it: warned, and losing nothing."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from classroom.classes import accommodations
from classroom.models import Enrolment, Sitting
from quiz.models import Answer, Attempt
from tests.browser.answering import fill
from tests.classroom.factories import make_assignment, make_class
from tests.factories import make_question, right

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def assignment():
    """Ten minutes on three questions; what was right is told at the end."""
    for _ in range(5):
        make_question()
    made = make_assignment(school_class=make_class(), minutes=10, tells="end")
    made.question_set.length = 3
    made.question_set.save()
    return made


def sit_down(page: Page, assignment) -> Attempt:
    page.goto(assignment.page)
    page.get_by_label("Your name in this class").fill("Teuta")
    page.get_by_role("button", name="Join and start").click()
    expect(page.get_by_text("10 minutes left")).to_be_visible()
    return Sitting.objects.get().attempt


def leave(attempt: Attempt, left: dt.timedelta, limit: dt.timedelta) -> None:
    """As if it had been begun so long ago that no more than that is left."""
    started = timezone.now() - limit + left
    Attempt.objects.filter(pk=attempt.pk).update(started_at=started)


def test_with_more_time_one_is_warned_and_the_last_answer_goes_in_by_itself(
    phone, assignment, barriers
):
    attempt = sit_down(phone, assignment)
    accommodations.allow(Enrolment.objects.get().learner, 150)
    leave(attempt, 5 * MINUTE + dt.timedelta(seconds=4), limit=15 * MINUTE)
    phone.reload()
    expect(phone.get_by_text("6 minutes left")).to_be_visible()
    expect(phone.locator("#announcer")).to_have_text("5 minutes left", timeout=10_000)
    expect(phone.locator(".clock[data-short]")).to_be_visible()
    assert barriers(phone) == []

    first, second = attempt.items.all()[:2]
    fill(phone, first, right(first))
    phone.get_by_role("button", name="Answer").click()
    expect(phone.get_by_role("region", name="Question 2 of 3")).to_be_visible()
    expect(phone.locator("#board .note")).to_have_text("Noted.")
    leave(attempt, dt.timedelta(seconds=5), limit=15 * MINUTE)
    phone.reload()
    expect(phone.get_by_text(re.compile("[12345] seconds? left"))).to_be_visible()
    fill(phone, second, right(second))

    up = phone.get_by_role("heading", name="The time is up")
    expect(up).to_be_visible(timeout=15_000)
    expect(phone.get_by_text("You answered 2 of 3 questions")).to_be_visible()
    assert barriers(phone) == []
    leave(attempt, -MINUTE, limit=15 * MINUTE)
    phone.get_by_role("link", name="Look again").click()
    expect(phone.get_by_role("heading", name="2 of 3 right")).to_be_visible()


def test_without_scripts_the_server_keeps_the_time(plain_page, assignment):
    page = plain_page
    attempt = sit_down(page, assignment)
    first, second = attempt.items.all()[:2]
    fill(page, first, right(first))
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("region", name="Question 2 of 3")).to_be_visible()
    leave(attempt, MINUTE, limit=10 * MINUTE)
    page.reload()
    expect(page.get_by_text("less than a minute left")).to_be_visible()

    fill(page, second, right(second))
    leave(attempt, -MINUTE, limit=10 * MINUTE)
    page.get_by_role("button", name="Answer").click()

    expect(page.get_by_text("That came after the time was up")).to_be_visible()
    expect(page.get_by_role("heading", name="1 of 3 right")).to_be_visible()
    assert Answer.objects.count() == 1
