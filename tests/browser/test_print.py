"""What comes out of a printer."""

from playwright.sync_api import expect

from tests.browser.steps import answer, start_quick_ten


def test_on_paper_stand_the_words_and_nothing_to_press(page, shipped_questions):
    start_quick_ten(page)
    page.emulate_media(media="print", color_scheme="dark")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("button").locator("visible=true")).to_have_count(0)
    expect(page.get_by_role("link", name="Leave, it is saved")).to_be_hidden()
    page.emulate_media(media="screen")
    item = answer(page, rightly=False)
    page.emulate_media(media="print", color_scheme="dark")

    expect(page.locator(".proof__told")).to_have_text(item.explanation)
    expect(page.get_by_role("link", name="Next question")).to_be_hidden()
    assert page.locator("body").evaluate("(body) => getComputedStyle(body).color") == (
        "rgb(0, 0, 0)"
    )
