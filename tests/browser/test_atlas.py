"""The atlas through the years: by the keyboard, and with JavaScript off."""

import re

from playwright.sync_api import Page, expect

ATLAS = "/facts/atlas/"


def kosovo(page: Page):
    return page.locator(".atlas__sheet--europe .place", has_text="Kosovo")


def test_the_slider_is_moved_by_keys_and_brings_the_year(page, shipped_facts):
    page.goto(ATLAS)
    expect(kosovo(page)).to_have_class(re.compile("place--era-6"))
    slider = page.get_by_role("slider", name="Year")
    slider.focus()

    page.keyboard.press("Home")
    expect(page.locator("#year-shown")).to_have_text("1912")
    expect(page).to_have_url(re.compile(r"year=1912$"))
    expect(
        page.get_by_text("In 1912, as far as the article says").first
    ).to_be_visible()
    expect(kosovo(page)).to_have_class(re.compile("place--ahead"))
    expect(page.locator("#announcer")).to_contain_text("In 1912")
    expect(slider).to_be_focused()

    page.get_by_role("link", name="1949", exact=True).click()
    expect(page.get_by_role("link", name="1949", exact=True)).to_be_focused()
    expect(slider).to_have_value("1949")
    slider.press("End")
    expect(page.locator("#year-shown")).to_have_text("today")
    expect(page.get_by_text("Today, as the article has it").first).to_be_visible()
    expect(page.get_by_role("link", name="Today")).to_have_attribute(
        "aria-current", "true"
    )

    kosovo(page).hover()
    expect(page.locator("[data-caption]")).to_have_text(
        "Kosovo: 18 February 2008 (stand)"
    )
    page.go_back()
    expect(page.locator("#year-shown")).to_have_text("1949")


def test_years_are_links_and_a_button_without_scripts(plain_page, shipped_facts):
    page = plain_page
    page.goto(ATLAS)
    page.get_by_role("link", name="1924", exact=True).click()
    expect(
        page.get_by_text("In 1924, as far as the article says").first
    ).to_be_visible()

    page.get_by_role("slider", name="Year").press("ArrowRight")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"year=1925$"))
    expect(
        page.get_by_text("In 1925, as far as the article says").first
    ).to_be_visible()

    page.get_by_role("row", name=re.compile("^Italy")).get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Italy")
