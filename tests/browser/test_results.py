"""Results follow the class while the page is open, and read well without scripts."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.models import User
from quiz.models import Answer
from tests.browser.steps import PASSWORD, sign_in
from tests.classroom.results.playing import make_paper, play, set_to_class
from tests.factories import make_teacher


@pytest.fixture
def played(db):
    teacher: User = make_teacher(username="drita")
    teacher.set_password(PASSWORD)
    teacher.save()
    paper = make_paper(4)
    given = set_to_class(teacher, paper, marks_certainty=True)
    now = timezone.now() - dt.timedelta(minutes=9)
    for name, answers in (("Ana", "++-+"), ("Besa", "+---"), ("Cyme", "++")):
        play(given, name, answers, paper, now=now)
    return given


def at_results(page: Page, given) -> Page:
    page.goto(f"/desk/results/{given.code}/")
    sign_in(page, "drita")
    expect(page.get_by_role("heading", name="Neighbours")).to_be_visible()
    page.wait_for_load_state()
    return page


def test_an_answer_shows_by_itself_and_the_page_stays_where_it_is(
    new_context, played, barriers
):
    page = at_results(
        new_context(viewport={"width": 320, "height": 640}).new_page(), played
    )
    row = page.get_by_role("row", name=re.compile("^Cyme"))
    expect(row).to_contain_text("at it: 2 of 4")
    assert barriers(page) == []
    grid = page.locator("#grid-region")
    grid.evaluate("region => (region.scrollLeft = 60)")

    cyme = played.sittings.get(enrolment__pseudonym="Cyme")
    for item in cyme.attempt.items.filter(answer=None):
        Answer.objects.create(item=item, given=2, credit=1, answered_at=timezone.now())

    # It looks every five seconds, as long as a test would wait.
    expect(row).to_contain_text("100%", timeout=15_000)
    assert grid.evaluate("region => region.scrollLeft") == 60
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_nothing_new_moves_nothing(new_context, played):
    page = at_results(new_context().new_page(), played)
    page.evaluate("document.getElementById('live').dataset.kept = 'yes'")

    with page.expect_response(lambda response: response.status == 304):
        page.get_by_role("link", name="Look again").click()
    page.wait_for_timeout(300)

    expect(page.locator("#live")).to_have_attribute("data-kept", "yes")


def test_a_sign_leads_to_the_answer_and_a_question_to_whom_it_drew_without_scripts(
    plain_page, played
):
    page = at_results(plain_page, played)
    page.get_by_role("row", name=re.compile("^Ana")).get_by_role(
        "link", name="wrong"
    ).click()
    expect(page.get_by_role("heading", name="Ana")).to_be_visible()
    expect(page.get_by_text("Not right")).to_be_visible()
    page.go_back()

    page.get_by_role("link", name="How good were the questions?").click()
    expect(page.get_by_text("With fewer than twenty attempts")).to_be_visible()
    page.get_by_role("table").get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Whom each option drew")).to_be_visible()


def test_every_page_of_results_is_open_to_all(new_context, played, barriers):
    page = at_results(new_context(color_scheme="dark").new_page(), played)
    code, school_class = played.code, played.school_class.code
    sitting = played.sittings.first()
    key = sitting.attempt.items.first().question.key

    for address in (
        f"{code}/attempts/{sitting.attempt_id}/",
        f"{code}/items/",
        f"{code}/items/{key}/",
        f"classes/{school_class}/",
        f"classes/{school_class}/coverage/",
        f"pupils/{sitting.attempt.learner_id}/",
        "",
    ):
        page.goto(f"/desk/results/{address}")
        assert barriers(page) == [], address
