"""Matching, choosing several and naming them all: by keyboard, without scripts, small."""

import re

import pytest
from playwright.sync_api import Page, expect

from quiz.models import Answer, Entry
from tests.browser.steps import begin, forgive, shown_item, verdict
from tests.quiz.formats.many import match_question, roll_question, several_question

LONG = (
    "… was the state against which the military alliance of two others was also aimed"
)
OFFLINE = ("net::ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest")


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def enter(page: Page, name: str) -> None:
    """Type a name and send it, as quickly as keys go."""
    page.keyboard.type(name)
    press(page, "Enter")


def choose_all(page: Page) -> None:
    """The right answer to every line of a match."""
    item = shown_item(page)
    for prompt, place in zip(item.prompts, item.solution, strict=True):
        page.get_by_label(prompt["text"]).select_option(item.options[place]["text"])


def announced(page: Page, words: str) -> None:
    expect(page.locator("#announcer")).to_have_text(words)


def is_too_wide(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth > innerWidth")


# With the keyboard alone


def test_pairs_are_matched_with_the_keyboard_alone(page, barriers):
    begin(page, match_question())
    item = shown_item(page)

    assert barriers(page) == []
    for place in item.solution:
        press(page, "Tab", *["ArrowDown"] * (place + 1))
    press(page, "Tab", "Enter")

    expect(verdict(page, rightly=True)).to_be_visible()
    announced(page, "Right: 4 of 4 pairs.")
    assert Answer.objects.get().given == item.solution
    assert barriers(page) == []


def test_an_answer_given_twice_is_asked_for_again_with_all_that_was_chosen(page):
    begin(page, match_question())
    for number in (0, 1):
        page.get_by_label(f"State {number}").select_option("1992")

    page.get_by_role("button", name="Answer").click()

    expect(page.get_by_text("You chose “1992” more than once.")).to_be_visible()
    assert page.get_by_label("State 0").input_value() == "2"
    assert page.get_by_label("State 2").input_value() == ""
    assert not Answer.objects.exists()


def test_several_are_chosen_with_the_number_keys_and_taken_back(page, barriers):
    begin(page, several_question(is_ordered=True))
    boxes = page.get_by_role("checkbox")
    expect(boxes).to_have_count(6)
    assert barriers(page) == []

    press(page, "1", "2", "6")
    expect(boxes.nth(5)).to_be_checked()
    press(page, "6", "3")
    expect(boxes.nth(5)).not_to_be_checked()
    press(page, "Enter")

    expect(verdict(page, rightly=True)).to_be_visible()
    announced(page, "Right: 3 of 3 found.")
    assert Answer.objects.get().given == [0, 1, 2]
    assert barriers(page) == []


def test_one_too_many_is_said_kindly_and_nothing_is_lost(page):
    begin(page, several_question(is_ordered=True))

    press(page, "1", "2", "4", "5", "Enter")

    expect(page.get_by_text("Please leave no more than three.")).to_be_visible()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(4)
    assert not Answer.objects.exists()


def test_names_come_in_one_by_one_with_the_keyboard_alone(page, barriers):
    begin(page, roll_question())
    field = page.get_by_label("The next name")

    press(page, "Tab")
    expect(field).to_be_focused()
    enter(page, "fiji")
    announced(page, "Fiji: right, 1 of 4.")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    enter(page, "Atlantis")
    announced(
        page,
        "We know nothing by the name “Atlantis”. Look at the spelling, or go on with "
        "another.",
    )
    enter(page, "Fiji")
    announced(page, "You have written “Fiji” already.")
    assert barriers(page) == []
    press(page, "Tab", "Tab", "Enter")

    expect(page.locator(".verdict")).to_contain_text("Partly right")
    announced(page, "Partly right: 1 of 4 found.")
    assert Answer.objects.get().given == [0]
    assert barriers(page) == []


def test_the_next_name_may_be_typed_before_the_last_has_been_answered(page):
    begin(page, roll_question())
    page.get_by_label("The next name").focus()
    page.route(
        "**/enter/", lambda route: (page.wait_for_timeout(400), route.continue_())
    )

    enter(page, "Fiji")
    page.keyboard.type("Samo")

    announced(page, "Fiji: right, 1 of 4.")
    expect(page.get_by_label("The next name")).to_have_value("Samo")
    enter(page, "a")
    announced(page, "Samoa: right, 2 of 4.")


def test_a_name_that_did_not_get_through_comes_back(context, page, complaints):
    begin(page, roll_question())
    field = page.get_by_label("The next name")
    field.focus()

    context.set_offline(True)
    enter(page, "Fiji")
    expect(page.get_by_role("alert")).to_contain_text("You are offline.")
    expect(field).to_have_value("Fiji")

    context.set_offline(False)
    page.get_by_role("button", name="Add").click()
    announced(page, "Fiji: right, 1 of 4.")
    assert Entry.objects.count() == 1
    forgive(complaints, *OFFLINE)


def test_coming_back_finds_what_was_found(context, page):
    begin(page, roll_question())
    page.get_by_label("The next name").focus()
    enter(page, "Fiji")
    announced(page, "Fiji: right, 1 of 4.")
    page.get_by_label("The next name").fill("half a na")

    again = context.new_page()
    again.goto(page.url)

    expect(again.get_by_role("list", name="Found so far")).to_have_text(["✓ Fiji"])
    expect(again.get_by_label("The next name")).to_be_focused()
    assert [
        name for name in ("Samoa", "Tonga", "Palau") if name in again.content()
    ] == []


# Without scripts


def test_pairs_are_matched_without_scripts(plain_page):
    begin(plain_page, match_question())

    choose_all(plain_page)
    plain_page.get_by_role("button", name="Answer").click()

    expect(verdict(plain_page, rightly=True)).to_be_visible()


def test_several_are_chosen_without_scripts(plain_page):
    begin(plain_page, several_question(is_ordered=True))

    for number in (0, 1):
        plain_page.locator(".option").nth(number).click()
    plain_page.get_by_role("button", name="Answer").click()

    expect(plain_page.locator(".verdict")).to_contain_text("Partly right")
    expect(plain_page.get_by_text("right, but not chosen")).to_be_visible()


def test_names_come_in_one_by_one_without_scripts(plain_page):
    page = plain_page
    begin(page, roll_question())

    page.get_by_label("The next name").fill("Fiji")
    page.get_by_label("The next name").press("Enter")
    expect(
        page.get_by_role("status").get_by_text("Fiji: right, 1 of 4.")
    ).to_be_visible()
    expect(page.get_by_label("The next name")).to_be_focused()
    page.get_by_label("The next name").fill("Samoa")
    page.get_by_role("button", name="That is all I know").click()

    expect(page.locator(".verdict")).to_contain_text("Partly right")
    assert Answer.objects.get().given == [0, 1]


# On the smallest screen


@pytest.mark.parametrize(
    "question",
    [
        lambda: match_question(
            prompts=[{"text": f"{LONG} {n}", "claim": f"fact-{n}"} for n in range(4)]
        ),
        lambda: several_question(
            options=[
                {
                    "text": f"{LONG} {n}",
                    "proof": "",
                    "truth": LONG,
                    "claim": f"fact-{n}",
                }
                for n in range(6)
            ]
        ),
        lambda: roll_question([f"{LONG} {n}" for n in range(12)]),
    ],
    ids=["match", "several", "roll"],
)
def test_long_texts_fit_a_small_screen_before_and_after(phone, question):
    begin(phone, question())
    assert not is_too_wide(phone)

    if phone.get_by_role("combobox").count():
        choose_all(phone)
    elif phone.get_by_role("checkbox").count():
        phone.locator(".option").first.click()
    else:
        phone.get_by_label("The next name").fill("Supercalifragilistic" * 5)
        phone.get_by_role("button", name="Add").click()
        expect(
            phone.locator(".named__said", has_text="We know nothing")
        ).to_be_visible()
        assert not is_too_wide(phone)
    phone.get_by_role("button", name=re.compile("Answer|That is all")).click()

    expect(phone.locator(".verdict")).to_be_visible()
    assert not is_too_wide(phone)
