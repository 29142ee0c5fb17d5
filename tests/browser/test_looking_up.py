"""Looking something up: by typing, and along the timeline."""

import re

from playwright.sync_api import expect


def test_results_come_while_one_types_and_the_field_keeps_the_focus(
    page, shipped_questions
):
    page.goto("/facts/")
    page.get_by_role("searchbox").fill("nato")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile(r"/facts/search/\?q=nato$"))
    expect(page.get_by_role("link", name="NATO", exact=True).first).to_be_visible()

    page.wait_for_load_state()
    field = page.get_by_role("searchbox")
    field.fill("")
    field.press_sequentially("kosova", delay=20)

    expect(page.locator("#announcer")).to_contain_text("for “kosova”")
    expect(page.get_by_role("region", name="Dossiers")).to_contain_text("Kosovo")
    expect(page.get_by_role("region", name="Facts")).to_contain_text("18 February 2008")
    expect(field).to_be_focused()
    expect(page).to_have_url(re.compile(r"q=kosova$"))
    expect(page).to_have_title("“kosova” · Search · Besa")

    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("zxcvbnm")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing found for “zxcvbnm”.")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What we know")


def test_the_timeline_is_narrowed_by_choice_and_zoomed_by_decade(
    page, shipped_questions
):
    page.goto("/facts/timeline/")
    moments = page.locator(".moment")
    everything = moments.count()

    page.get_by_label("Country").focus()
    page.get_by_label("Country").select_option("Greece")
    expect(page.locator("#found")).to_contain_text("about Greece")
    expect(page.get_by_label("Country")).to_be_focused()
    assert moments.count() < everything

    page.get_by_role("navigation", name="Decades").get_by_text("1970s").click()
    expect(page).to_have_url(re.compile("decade=1970&kind=&country=greece$"))
    expect(moments).to_have_count(1)
    expect(moments).to_contain_text("Some time in 1971")
    expect(page.locator("#announcer")).to_have_text(
        "1 dated fact about Greece in the 1970s."
    )

    page.get_by_label("Kind").select_option("Treaties")
    expect(
        page.get_by_text("Nothing of what you asked for is dated in the")
    ).to_be_visible()
    page.get_by_role("link", name="All decades").click()
    expect(moments).to_have_count(1)
    expect(moments).to_contain_text("Treaty of Peace and Friendship")

    page.go_back()
    page.go_back()
    expect(page).to_have_url(re.compile("decade=1970&kind=&country=greece$"))
    expect(moments).to_contain_text("Some time in 1971")


def test_both_work_without_scripts(plain_page, shipped_questions):
    page = plain_page
    page.goto("/facts/search/")
    page.get_by_role("searchbox").fill("kosova")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("region", name="Dossiers")).to_contain_text("Kosovo")

    page.goto("/facts/timeline/")
    page.get_by_role("link", name="2000s").click()
    page.get_by_label("Kind").select_option("Events")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#found")).to_contain_text(
        "2 dated facts in the 2000s, events only."
    )
