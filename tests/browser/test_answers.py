"""An answer is given once and kept; before it is in, nothing gives it away."""

import html
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from quiz.models import Answer, Item, Question
from tests.browser.answering import fill
from tests.browser.steps import (
    answer,
    expect_question,
    forgive,
    shown_item,
    start_quick_ten,
    verdict,
)
from tests.factories import right, wrong

OFFLINE = ("net::ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest")


@pytest.fixture
def tab(page, shipped_questions) -> Page:
    """At the first of ten questions."""
    start_quick_ten(page)
    return page


def test_leaving_and_coming_back_finds_the_same_question(context, tab, new_context):
    answer(tab, rightly=True)
    tab.get_by_role("link", name="Next question").click()
    expect_question(tab, 2)
    left_at, stem, offered = (
        tab.url,
        shown_item(tab).stem,
        tab.locator("#board").inner_text(),
    )
    tab.close()

    reopened = new_context(storage_state=context.storage_state())
    for page in (context.new_page(), reopened.new_page()):
        page.goto("/")
        page.get_by_role("link", name="Go on where you left").click()

        expect(page.get_by_role("heading", level=1)).to_have_text(stem)
        expect(page).to_have_url(left_at)
        page.wait_for_load_state()
        assert page.locator("#board").inner_text() == offered


def test_the_back_button_shows_the_stored_answer(tab):
    answer(tab, rightly=False)
    tab.get_by_role("link", name="Next question").click()
    expect_question(tab, 2)

    tab.go_back()

    expect_question(tab, 1)
    expect(verdict(tab, rightly=False)).to_be_visible()
    expect(tab.get_by_role("button", name="Answer")).to_have_count(0)
    tab.wait_for_load_state()
    tab.go_forward()
    expect_question(tab, 2)
    expect(tab.get_by_role("button", name="Answer")).to_be_visible()


def test_going_back_before_the_quiz_and_forward_shows_the_stored_answer(tab):
    answer(tab, rightly=False)

    tab.go_back()
    expect(tab.get_by_role("link", name="Go on where you left")).to_be_visible()
    tab.go_forward()

    expect(verdict(tab, rightly=False)).to_be_visible()


def test_a_double_click_answers_once_and_stays_at_the_feedback(tab):
    item = shown_item(tab)
    fill(tab, item, right(item))

    tab.get_by_role("button", name="Answer").dblclick()

    expect(verdict(tab, rightly=True)).to_be_visible()
    expect_question(tab, 1)
    expect(tab.get_by_role("link", name="Next question")).to_be_focused()
    assert Answer.objects.count() == 1


def test_the_late_half_of_a_double_click_does_not_go_on(tab):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    answer(tab, rightly=True)
    onward = tab.get_by_role("link", name="Next question")
    onward.hover()

    tab.mouse.down(click_count=2)
    tab.mouse.up(click_count=2)

    expect_question(tab, 1)
    onward.click()
    expect_question(tab, 2)
    assert [url.endswith("/2/") for url in asked].count(True) == 1


def test_a_second_tab_cannot_change_the_answer(context, tab):
    second = context.new_page()
    second.goto(tab.url)
    item = answer(tab, rightly=False)

    fill(second, item, right(item))
    second.get_by_role("button", name="Answer").click()

    expect(verdict(second, rightly=False)).to_be_visible()
    expect(second.get_by_text("Your first answer stands.")).to_be_visible()
    assert Answer.objects.get().given == wrong(item)


def test_an_answer_given_offline_can_be_given_again(context, tab, complaints):
    item = shown_item(tab)
    fill(tab, item, right(item))
    trouble = tab.get_by_role("alert")

    context.set_offline(True)
    tab.get_by_role("button", name="Answer").click()
    expect(trouble).to_contain_text("You are offline. Nothing is lost")
    assert not Answer.objects.exists()

    context.set_offline(False)
    expect(trouble).to_contain_text("You are online again.")
    trouble.get_by_role("button", name="Try again").click()
    expect(verdict(tab, rightly=True)).to_be_visible()
    expect(trouble).to_be_hidden()
    assert Answer.objects.get().item == item
    forgive(complaints, *OFFLINE)


def test_the_way_on_can_be_taken_again_after_being_offline(context, tab, complaints):
    answer(tab, rightly=True)

    context.set_offline(True)
    tab.get_by_role("link", name="Next question").click()
    expect(tab.get_by_role("alert")).to_be_visible()
    expect_question(tab, 1)

    context.set_offline(False)
    tab.get_by_role("button", name="Try again").click()
    expect_question(tab, 2)
    forgive(complaints, *OFFLINE)


WITHOUT_OPTIONS = {"date", "name", "number"}
SHORT = 3  # letters, which may stand anywhere on a page


def secrets(asked: Item | Question) -> set[str]:
    """What only an answer may bring to light."""
    hidden = {asked.explanation, asked.remark}
    for option in asked.options:
        hidden |= {option["proof"], option["truth"]}
        if asked.format in WITHOUT_OPTIONS:
            names = {option["text"], *option.get("accepts", ())}
            hidden |= {name for name in names if len(name) > SHORT}
    hidden |= {place["locator"] for place in asked.sources}
    return hidden - {""}


def told(text: str, asked: Item | Question) -> list[str]:
    text = html.unescape(text)
    return sorted(secret for secret in secrets(asked) if secret in text)


def shapes(locator: Locator) -> set[str]:
    """The options' HTML without their numbers and wording: one, if none is marked."""
    return {
        re.sub(r"\d+", "n", option.replace(f">{wording}<", "><"))
        for option, wording in locator.evaluate_all(
            "found => found.map(option => [option.outerHTML,"
            " option.querySelector('.option__text').innerHTML])"
        )
    }


def test_no_question_tells_its_answer_beforehand(page, shipped_questions):
    responses = []
    page.on("response", lambda response: responses.append(response))
    start_quick_ten(page)

    for position in range(1, 11):
        expect_question(page, position)
        item = shown_item(page)
        received = [
            response.text()
            for response in responses
            if response.url == page.url and response.status == 200
        ]
        assert received
        assert [told(text, item) for text in received] == [[]]
        assert told(page.content(), item) == []
        is_chosen = item.format in {"choice", "pair", "several"}
        assert len(shapes(page.locator(".option"))) == 1 or not is_chosen
        answer(page, rightly=True)
        assert told(page.content(), item) != []
        page.get_by_role("link", name=re.compile("Next question|See your")).click()


def test_the_question_on_the_first_page_tells_nothing_beforehand(
    page, shipped_questions
):
    response = page.goto("/")

    named = page.locator("input[name=question]").get_attribute("value")
    asked = Question.objects.get(pk=named)
    assert told(response.text(), asked) == []
    assert asked.key not in response.text()
    assert len(shapes(page.locator(".option"))) == 1
