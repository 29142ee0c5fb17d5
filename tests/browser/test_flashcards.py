"""Flashcards: turned by key, tap or button; a plain list to open without scripts."""

from playwright.sync_api import Page, expect

from tests.factories import make_milestone, make_question, make_report

SHOWN = "[data-card]:visible"


def make_cards(count: int) -> None:
    for n in range(1, count + 1):
        make_question(key=f"{n:02}", claim=f"{n:02}", generated_stem=f"When was {n}?")


def expect_card(page: Page, front: str, *, turned: bool) -> None:
    turner = page.get_by_role("button", name="Turn")
    expect(turner).to_be_visible()  # the scripts are at work
    expect(page.locator(SHOWN)).to_have_count(1)
    expect(page.locator(SHOWN).locator("summary")).to_contain_text(front)
    expect(page.locator(".flash__back:visible")).to_have_count(int(turned))
    expect(turner).to_have_attribute("aria-expanded", str(turned).lower())


def test_cards_are_turned_and_passed_by_keys_taps_and_buttons(phone):
    make_cards(42)
    phone.goto("/flashcards/")
    expect_card(phone, "When was 1?", turned=False)
    expect(phone.get_by_role("button", name="Previous")).to_be_disabled()

    phone.keyboard.press("Space")
    expect_card(phone, "When was 1?", turned=True)
    phone.keyboard.press("ArrowRight")
    expect_card(phone, "When was 2?", turned=False)
    expect(phone.locator("#announcer")).to_have_text("Card 2 of 42: When was 2?")

    phone.locator(SHOWN).locator("summary").click()
    expect_card(phone, "When was 2?", turned=True)
    phone.locator(".flash__answer:visible").click()
    expect_card(phone, "When was 2?", turned=False)
    phone.locator(SHOWN).locator("summary").focus()
    phone.keyboard.press("Enter")
    expect_card(phone, "When was 2?", turned=True)
    phone.keyboard.press("ArrowLeft")
    expect(phone.locator(SHOWN).locator("summary")).to_be_focused()

    phone.get_by_role("button", name="Turn").click()
    expect_card(phone, "When was 1?", turned=True)
    for _ in range(39):
        phone.get_by_role("button", name="Next card").click()
    expect(phone.get_by_text("40 of 42", exact=True)).to_be_visible()
    phone.get_by_role("button", name="Next card").click()
    expect_card(phone, "When was 41?", turned=False)
    expect(phone.get_by_text("41 of 42", exact=True)).to_be_visible()


def test_without_scripts_a_dossier_leads_to_cards_and_into_its_test(plain_page):
    make_cards(2)
    country = make_milestone(slug="01").country
    make_report(country=country, slug="02")
    plain_page.goto(country.get_absolute_url())
    plain_page.get_by_role("link", name="Flashcards").click()

    second = plain_page.locator("details.flash").nth(1)
    second.locator("summary").click()

    expect(second.locator(".flash__answer")).to_be_visible()
    expect(plain_page.locator(".flash__answer:visible")).to_have_count(1)
    expect(plain_page.get_by_role("button", name="Turn")).to_be_hidden()

    plain_page.get_by_role("link", name="take the test").click()
    plain_page.get_by_role("button", name="Test me on this").click()
    expect(plain_page.get_by_text("Question 1 of 2")).to_be_visible()
