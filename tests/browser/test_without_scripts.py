"""The whole way with JavaScript off."""

import re

from playwright.sync_api import expect

from tests.browser.steps import answer, expect_question, shown_item, sign_up, verdict


def test_from_the_first_question_to_the_result(plain_page, shipped_questions):
    page = plain_page
    page.goto("/")
    page.get_by_role("group").get_by_role("button").first.click()

    expect_question(page, 1, length=1)
    tried = shown_item(page)
    expect(verdict(page, rightly=tried.is_right)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text(tried.explanation)
    page.get_by_role("button", name="Start a quick ten").click()

    for position in range(1, 11):
        expect_question(page, position)
        answer(page, rightly=position > 1)
        page.get_by_role("link", name=re.compile("Next question|See your")).click()

    expect(page.get_by_role("heading", name="9 of 10 right")).to_be_visible()
    page.get_by_role("link", name="Sign up").click()
    sign_up(page, "besnik")
    expect(
        page.get_by_role("row", name=re.compile("Everything.*9 of 10"))
    ).to_be_visible()
