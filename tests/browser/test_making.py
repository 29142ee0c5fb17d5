"""A teacher makes a quiz, hands it out, swaps a question and prints it."""

import re

import pytest
from playwright.sync_api import Page, expect

from classroom.models import Assignment
from quiz.models import QuestionSet
from tests.browser.steps import PASSWORD, sign_in
from tests.factories import make_question, make_teacher


@pytest.fixture
def desk(new_context) -> Page:
    """The desk's first page; a few questions are enough to make a quiz of."""
    for topic in ("treaties", "people"):
        for _ in range(8):
            make_question(topic=topic)
    return at_the_desk(new_context().new_page())


def at_the_desk(page: Page) -> Page:
    teacher = make_teacher(username="drita")
    teacher.set_password(PASSWORD)
    teacher.save()
    page.goto("/desk/")
    sign_in(page, "drita")
    return page


def test_three_fields_lead_to_a_link_a_code_and_a_picture(desk, barriers):
    desk.get_by_role("main").get_by_role("link", name="Make a quiz").click()
    count = desk.locator("#count")
    expect(count).to_contain_text("16 possible, none asked before")
    desk.wait_for_load_state()
    desk.get_by_text("Treaties", exact=True).first.click()
    expect(count).to_contain_text("this set asks for 10")
    desk.get_by_label("Number of questions").fill("5")
    expect(count).to_contain_text("8 possible, none asked before")
    desk.get_by_label("Title").fill("Treaties before Friday")
    assert barriers(desk) == []
    desk.get_by_role("button", name="Make the quiz").click()

    expect(desk.get_by_role("heading", name="Treaties before Friday")).to_be_visible()
    made = Assignment.objects.get()
    expect(desk.get_by_role("textbox", name="Link")).to_have_value(
        re.compile(f"{made.page}$")
    )
    expect(desk.get_by_text(made.code, exact=True)).to_be_visible()
    picture = desk.get_by_alt_text("QR code that leads to the quiz")
    assert picture.evaluate("image => image.complete && image.naturalWidth") > 100
    assert barriers(desk) == []

    desk.get_by_role("link", name="Look at the questions").click()
    first = desk.get_by_role("heading", level=3).first
    before = first.inner_text()
    desk.get_by_role("button", name="Swap for another").first.click()
    expect(first).not_to_have_text(before)
    expect(desk.get_by_role("status").filter(has_text="New here")).to_be_visible()
    assert barriers(desk) == []
    desk.get_by_role("button", name="Undo").click()
    expect(first).to_have_text(before)

    desk.get_by_role("link", name="Print it on paper").click()
    desk.emulate_media(media="print")
    expect(desk.get_by_text("Paper A").last).to_be_visible()
    expect(desk.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(desk.get_by_text("Print this page")).to_be_hidden()


def test_without_scripts_the_count_is_a_button_and_the_quiz_is_made(plain_page):
    for _ in range(4):
        make_question()
    page = at_the_desk(plain_page)
    page.goto("/desk/quizzes/new/")

    page.get_by_label("Number of questions").fill("9")
    page.get_by_role("button", name="Count again").click()
    assert "csrf" not in page.url
    expect(page.locator("#count")).to_contain_text("Only 4 questions fit")
    page.wait_for_load_state()
    page.get_by_label("Number of questions").fill("3")
    page.get_by_label("Title").fill("Without scripts")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="Without scripts")).to_be_visible()
    expect(page.get_by_text("Copy the link")).to_be_hidden()  # it would do nothing
    assert QuestionSet.objects.get().length == 3


def test_on_the_smallest_screen_nothing_scrolls_sideways(phone):
    for _ in range(4):
        make_question()
    page = at_the_desk(phone)
    page.goto("/desk/quizzes/new/")
    page.locator("details.more summary").click()
    page.get_by_label("Number of questions").fill("3")
    page.get_by_label("Title").fill("Donaudampfschifffahrtsgesellschaftskapitänspatent")
    widths = [overflow(page)]
    page.get_by_role("button", name="Make the quiz").click()
    page.wait_for_url(re.compile("/desk/quizzes/[A-Z0-9]+/$"))
    base = page.url
    given = Assignment.objects.get().code
    for path in ("", "questions/", "edit/", "paper/A/", "paper/A/key/"):
        page.goto(f"{base}{path}")
        widths.append(overflow(page))
    for path in (f"to/{given}/", f"to/{given}/card/"):
        page.goto(f"{base}{path}")
        widths.append(overflow(page))
    page.goto("/desk/quizzes/")
    widths.append(overflow(page))

    assert widths == [0] * 9


def overflow(page: Page) -> int:
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
