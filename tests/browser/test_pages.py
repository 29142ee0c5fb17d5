"""Every page, light and dark, on a phone and on a desk: open to all, and nothing cut off."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import User
from quiz import play
from quiz.models import Answer, Learner, Memory, Question
from quiz.passport.places import places
from quiz.quality import ledger
from quiz.quality.trials import Scale
from quiz.recall import standing
from relations.models import Treaty
from relations.reading import knowledge
from tests.browser.steps import (
    PASSWORD,
    answer,
    expect_question,
    forgive,
    sign_in,
    start_quick_ten,
)
from tests.factories import make_question_set, right, wrong

SCHEMES = ("light", "dark")
WIDTHS = (320, 1280)


def reading(page: Page) -> Iterator[str]:
    treaty = Treaty.objects.standing().first()
    for address in (
        "/facts/",
        "/facts/atlas/",
        "/facts/atlas/?year=1949",
        "/facts/countries/greece/",
        "/facts/organisations/nato/",
        treaty.get_absolute_url(),
        "/facts/people/edi-rama/",
        "/facts/themes/crisis-of-1994/",
        "/facts/sections/greece/",
    ):
        response = page.goto(address)
        assert response.status == 200, address
        yield address


def searching(page: Page) -> Iterator[str]:
    for address in (
        "/facts/timeline/",
        "/facts/timeline/?decade=1990&country=greece",
        "/facts/timeline/?country=belgium",
        "/facts/search/",
        "/facts/search/?q=1992",
        "/facts/search/?q=irap",
        "/facts/search/?q=monteengro",
    ):
        response = page.goto(address)
        assert response.status == 200, address
        yield address


def auditing(page: Page) -> Iterator[str]:
    ledger.refresh(knowledge(), Scale(quizzes=1, items=100, mutants=1))
    page.goto("/fairness/")
    yield "fairness"


def learning(page: Page) -> Iterator[str]:
    page.goto("/flashcards/?on=themes:security-council")
    yield "a flashcard"
    page.get_by_role("button", name="Turn").click()
    expect(page.locator(".flash__answer:visible")).to_be_visible()
    yield "a flashcard, turned"
    page.goto("/flashcards/?on=organisations:undp")
    yield "no flashcards"


def playing(page: Page) -> Iterator[str]:
    for address in ("/", "/quizzes/"):
        page.goto(address)
        yield address
    page.goto(make_question_set(title="Neighbours and others").get_absolute_url())
    yield "a question set"

    start_quick_ten(page)
    yield "a question"
    answer(page, rightly=True)
    yield "after the right answer"
    page.get_by_role("link", name="Next question").click()
    expect_question(page, 2)
    answer(page, rightly=False)
    yield "after a wrong answer"
    page.goto("/")
    yield "the first page, a quiz left open"


def looking_back(page: Page) -> Iterator[str]:
    for address in ("/scores/", "/passport/", "/progress/"):
        page.goto(address)
        yield f"{address}, of nothing"

    for rightly in (False, True):
        start_quick_ten(page)
        attempt = Learner.objects.get().attempts.first()
        for item in attempt.items.all():
            choice = right(item) if rightly or item.position % 2 else wrong(item)
            play.answer(item, choice, now=timezone.now())
        page.goto(f"{attempt.get_absolute_url()}result/")
        yield "a result without a miss" if rightly else "a result"
    page.goto("/scores/")
    yield "scores"
    page.goto("/scores/?topic=treaties")
    yield "scores, none of them fitting"

    remember_something(Learner.objects.get())
    page.goto("/passport/")
    expect(page.get_by_text("fading since").first).to_be_visible()
    for summary in page.locator("main summary").all():
        summary.click()
    yield "a passport with stamps"
    page.goto("/progress/")
    page.get_by_text("The same in figures").click()
    yield "progress"
    page.get_by_role("link", name="Delete it all").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Delete")
    yield "before deleting it all"


def remember_something(learner: Learner) -> None:
    """Of each place but every fifth: some fading, some begun."""
    today = timezone.localdate()
    learner.memories.all().delete()
    found = places(standing.facts())
    sides = {
        (fact.claim, side): today - dt.timedelta(days=place % 7 == 0)
        for place, one in enumerate(found)
        if place % 5
        for fact in one.facts
        for side in fact.sides
    }
    Memory.objects.bulk_create(
        Memory(
            learner=learner,
            claim=claim,
            side=side,
            streak=2,
            held_since=today,
            due_on=due,
        )
        for (claim, side), due in sides.items()
    )


def remembering(page: Page) -> Iterator[str]:
    page.goto("/review/")
    yield "review, nothing met"
    page.goto("/progress/calibration/")
    yield "calibration, nothing said"
    page.goto("/ready/?date=2020-02-01")
    yield "a day that has passed"

    start_quick_ten(page)
    attempt = Learner.objects.get().attempts.get()
    now = timezone.now()
    for item in attempt.items.all():
        given = right(item) if item.position % 3 else wrong(item)
        now += dt.timedelta(minutes=1)
        play.answer(item, given, now=now, is_sure=item.position % 2 == 1)
    page.goto("/review/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing is due today")
    yield "review, nothing due"
    page.goto("/progress/calibration/")
    yield "calibration"
    page.goto(f"/ready/?date={timezone.localdate() + dt.timedelta(days=9)}")
    yield "ready by a day"

    Answer.objects.update(answered_at=now - dt.timedelta(days=4))
    Memory.objects.update(due_on=timezone.localdate())
    page.goto("/review/")
    yield "review"
    page.get_by_label("20").check()
    page.get_by_role("main").get_by_role("button", name="Start").click()
    expect(page.get_by_text(re.compile(r"^Question 1 of \d+"))).to_be_visible()
    yield "a session of review"


def joining(page: Page) -> Iterator[str]:
    page.goto("/accounts/signup/")
    yield "sign-up"
    page.get_by_label("Username").fill("teuta")
    page.get_by_label("Password", exact=True).fill("1")
    page.get_by_role("main").get_by_role("button", name="Sign up").click()
    expect(page.get_by_text("This password is too short")).to_be_visible()
    yield "sign-up refused"

    User.objects.create_user("teuta-of-the-ardiaei", password=PASSWORD)
    page.goto("/accounts/login/")
    yield "sign-in"
    sign_in(page, "teuta-of-the-ardiaei")
    page.locator(".menu--account summary").click()
    yield "the account's menu"
    page.get_by_role("link", name="Change password").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Change password")
    yield "password change"
    page.goto("/accounts/logout/")
    yield "sign-out"


def failing(page: Page) -> Iterator[str]:
    page.goto("/facts/countries/atlantis/")
    expect(page.get_by_text("Error 404")).to_be_visible()
    yield "404"
    page.goto("/accounts/login/")
    page.context.clear_cookies()
    sign_in(page, "teuta")
    expect(page.get_by_text("Error 403")).to_be_visible()
    yield "403, a form too old"
    User.objects.create_user("teuta", password=PASSWORD)
    page.goto("/accounts/login/?next=/admin/")
    sign_in(page, "teuta")
    expect(page.get_by_text("Error 403")).to_be_visible()
    yield "403"
    Question.objects.update(options=["damaged"])
    page.goto("/")
    expect(page.get_by_text("Error 500")).to_be_visible()
    yield "500"


@pytest.mark.parametrize(
    "walk",
    [
        reading,
        searching,
        auditing,
        learning,
        playing,
        looking_back,
        remembering,
        joining,
        failing,
    ],
)
def test_pages_are_open_to_all(page, shipped_questions, barriers, complaints, walk):
    found = {}
    page.emulate_media(reduced_motion="reduce")  # else colours are caught half way

    for name in walk(page):
        page.wait_for_load_state()
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found[name, width] = "scrolls sideways"
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                # Nothing but contrast can differ between the two.
                rule = "" if scheme == SCHEMES[0] else "color-contrast"
                if barred := barriers(page, rule):
                    found[name, width, scheme] = barred

    assert found == {}
    if walk is failing:
        forgive(complaints, "404 (Not Found)", "403 (Forbidden)", "500 (Internal")
