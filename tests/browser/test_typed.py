"""Dates and names are typed: with the keyboard alone, without scripts, on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from quiz.models import Answer, Entry
from tests.browser.steps import begin, verdict
from tests.factories import (
    make_country,
    make_milestone,
    make_question,
)

# What chance writes into a page: names of attempts and files, tokens.
CHANCE = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9A-Za-z]{64}\b|\.[0-9a-f]{12}\."
)

DATE = {
    "format": "date",
    "family": "typed-date",
    "generated_stem": "On what date did relations with Ruritania begin?",
    "options": [{"text": "25 August 1992", "proof": "", "truth": "", "page": ""}],
    "solution": "1992-08-25",
}
RURITANIA = {"text": "Ruritania", "proof": "", "truth": "", "page": ""}
NAME = {
    "format": "name",
    "family": "typed-partner",
    "aspect": "who",
    "generated_stem": "With which state did relations begin in 1992?",
    "options": [RURITANIA | {"kind": "country", "accepts": ["ruritania"]}],
    "solution": "Ruritania",
}


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_a_date_is_typed_with_the_keyboard_alone(page, barriers):
    begin(page, make_question(**DATE))

    press(page, "Tab")
    expect(page.get_by_label("Day")).to_be_focused()
    page.keyboard.type("24")
    press(page, "Tab")
    expect(page.get_by_label("Month")).to_be_focused()
    page.keyboard.type("Aug")
    press(page, "Tab")
    page.keyboard.type("1992")
    assert barriers(page) == []
    press(page, "Enter")

    expect(page.locator(".verdict")).to_contain_text("Partly right")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Month and year are right, the day is not.")
    expect(main).to_contain_text("25 August 1992")
    expect(page.locator("#announcer")).to_contain_text("Partly right: you wrote 24")
    assert barriers(page) == []
    assert Answer.objects.get().given == {"year": 1992, "month": 8, "day": 24}


def test_what_is_no_date_is_said_where_it_is_to_be_mended(page, barriers):
    begin(page, make_question(**DATE))

    page.get_by_label("Day").fill("31")
    page.get_by_label("Month").select_option("February")
    page.get_by_label("Year").fill("1992")
    press(page, "Enter")

    day = page.get_by_label("Day")
    expect(day).to_be_focused()
    expect(day).to_have_accessible_description(re.compile("no 31 February"))
    assert barriers(page) == []
    assert not Answer.objects.exists()


def test_a_slip_is_asked_about_once_with_the_keyboard_alone(page, barriers):
    make_country(name="Ruritania")
    begin(page, make_question(**NAME))

    press(page, "Tab")
    expect(page.get_by_label("Name of the state")).to_be_focused()
    page.keyboard.type("Ruritannia")
    press(page, "Enter")

    field = page.get_by_label("Name of the state")
    expect(field).to_be_focused()
    expect(field).to_have_value("Ruritannia")
    expect(field).to_have_accessible_description(re.compile("nothing by that name"))
    assert barriers(page) == []
    assert (Answer.objects.count(), Entry.objects.count()) == (0, 1)

    press(page, "Enter")
    expect(verdict(page, rightly=True)).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("It is spelt Ruritania.")
    assert barriers(page) == []


def test_another_state_is_told_as_what_it_is(page, barriers):
    milestone = make_milestone(country=make_country(name="Syldavia"), date="1949")
    begin(page, make_question(**NAME))

    page.get_by_label("Name of the state").fill("syldavia")
    press(page, "Enter")

    expect(verdict(page, rightly=False)).to_be_visible()
    told = page.locator(".option", has_text="syldavia")
    expect(told).to_contain_text("Albania and Syldavia established relations in 1949.")
    expect(told.get_by_role("link")).to_contain_text(milestone.passages.get().locator)
    assert barriers(page) == []


@pytest.mark.parametrize("question", [DATE, NAME], ids=["date", "name"])
def test_nothing_of_the_answer_is_sent_before_it_is_given(page, question):
    begin(page, make_question(**question))

    sent = page.request.get(page.url).text().casefold()
    sent = re.sub(CHANCE, "", sent)

    assert "25 august" not in sent
    assert "1992-08" not in sent
    assert question is DATE or "ruritania" not in sent
    assert question is NAME or "1992" not in sent


def test_both_are_answered_without_scripts(plain_page):
    page = plain_page
    begin(page, make_question(**DATE))
    page.get_by_label("Day").fill("25")
    page.get_by_label("Year").fill("1992")
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("main")).to_contain_text("choose the month as well")
    page.get_by_label("Day").fill("")
    page.get_by_role("button", name="Answer").click()
    expect(page.locator(".verdict")).to_contain_text("Partly right")

    begin(page, make_question(**NAME))
    page.get_by_label("Name of the state").fill("Ruritannia")
    page.get_by_role("button", name="Answer").click()
    expect(page.get_by_role("main")).to_contain_text("nothing by that name")
    page.get_by_label("Name of the state").fill("Ruritania")
    page.get_by_role("button", name="Answer").click()
    expect(verdict(page, rightly=True)).to_be_visible()


@pytest.mark.parametrize("question", [DATE, NAME], ids=["date", "name"])
def test_the_fields_fit_the_smallest_phone(phone, question):
    begin(phone, make_question(**question))

    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= 320
    for field in phone.locator(".typed :is(input, select)").all():
        assert field.bounding_box()["height"] >= 44


NUMBER = {
    "format": "number",
    "family": "typed-amount",
    "generated_stem": "How many soldiers did Ruritania send?",
    "options": [
        {"text": "800 soldiers", "proof": "", "truth": "", "page": ""}
        | {"unit": "soldiers", "kind": "troops", "is_approximate": False}
    ],
    "solution": "800",
}


def test_a_number_is_typed_with_the_keyboard_alone(page, barriers):
    begin(page, make_question(**NUMBER))

    press(page, "Tab")
    expect(page.get_by_label("Number (soldiers)")).to_be_focused()
    page.keyboard.type("750")
    assert barriers(page) == []
    press(page, "Enter")

    expect(page.locator(".verdict")).to_contain_text("Partly right")
    expect(page.get_by_role("main")).to_contain_text("800 soldiers")
    assert barriers(page) == []
    assert Answer.objects.get().given == "750"


def test_a_number_is_answered_without_scripts(plain_page):
    begin(plain_page, make_question(**NUMBER))

    plain_page.get_by_label("Number (soldiers)").fill("many")
    plain_page.get_by_role("button", name="Answer").click()
    main = plain_page.get_by_role("main")
    expect(main).to_contain_text("Please write the number in digits.")
    plain_page.get_by_label("Number (soldiers)").fill("800")
    plain_page.get_by_role("button", name="Answer").click()

    expect(verdict(plain_page, rightly=True)).to_be_visible()
