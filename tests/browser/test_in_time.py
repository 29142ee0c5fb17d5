"""Order in time: by keyboard alone, by mouse and finger, without scripts, on a phone."""

import re

import pytest
from playwright.sync_api import CDPSession, Page, expect

from quiz.models import Answer
from tests.browser.answering import put_in_order
from tests.browser.steps import begin
from tests.quiz.formats.in_time import (
    STATES,
    order_question,
    pair_question,
    texts,
    timeline_question,
)

LINES = ".sequence__text"


def lines(page: Page) -> list[str]:
    return page.locator(LINES).all_inner_texts()


def arrow(page: Page, name: str, way: str):
    return page.get_by_role("button", name=f"Move {name} {way}", exact=True)


def expect_all_right(page: Page) -> None:
    expect(page.locator(".verdict")).to_contain_text("Right")
    expect(page.locator(".option__mark")).to_have_text(["✓ you had it here"] * 5)


def test_a_list_is_put_in_order_with_the_keyboard_alone(page, barriers):
    item = begin(page, order_question())
    first, second, *_ = texts(item, [0, 1, 2, 3, 4])

    page.keyboard.press("Tab")  # the first arrow up is dead
    expect(arrow(page, first, "down")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(LINES)).to_have_text(
        [second, first, *texts(item, [2, 3, 4])], use_inner_text=True
    )
    expect(arrow(page, first, "down")).to_be_focused()
    expect(page.locator("#announcer")).to_have_text(f"{first}, now second of 5")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(arrow(page, first, "down")).to_be_focused()  # its arrow up is dead again
    expect(page.locator("#announcer")).to_have_text(f"{first}, now first of 5")
    assert barriers(page) == []

    def press(button):
        button.focus()
        page.keyboard.press("Enter")

    put_in_order(page, STATES, press)
    assert not Answer.objects.exists()
    page.get_by_role("button", name="Answer").focus()
    page.keyboard.press("Enter")

    expect_all_right(page)
    expect(page.locator("#announcer")).to_contain_text("Right: 5 of 5 in their place.")
    assert Answer.objects.get().given == item.solution
    assert barriers(page) == []


def test_a_list_is_put_in_order_without_scripts(plain_page):
    page = plain_page
    item = begin(page, order_question())
    names = texts(item, [0, 1, 2, 3, 4])
    expect(page.get_by_text("drag it")).to_be_hidden()

    arrow(page, names[2], "up").click()

    expect(page.locator(LINES)).to_have_text([names[n] for n in (0, 2, 1, 3, 4)])
    expect(arrow(page, names[2], "up")).to_be_focused()
    expect(arrow(page, names[2], "up")).to_have_accessible_description(
        f"{names[2]}, now second of 5"
    )
    put_in_order(page, STATES, lambda button: button.click())
    page.get_by_role("button", name="Answer").click()

    expect_all_right(page)


def test_should_the_script_not_arrive_the_server_moves_the_lines(page):
    page.route(re.compile(r"/order\.[^/]*js$"), lambda route: route.fulfill(body=""))
    item = begin(page, order_question())
    name = item.options[1]["text"]

    arrow(page, name, "down").click()

    expect(page.locator("#announcer")).to_have_text(f"{name}, now third of 5")
    expect(page.locator(LINES).nth(2)).to_have_text(name)
    expect(arrow(page, name, "down")).to_be_focused()
    put_in_order(page, STATES, lambda button: move_and_wait(page, button))
    page.get_by_role("button", name="Answer").click()
    expect_all_right(page)


def move_and_wait(page: Page, button) -> None:
    with page.expect_response(re.compile("/answer/$")):
        button.click()
    expect(page.locator(".htmx-request, .htmx-settling")).to_have_count(0)


def middle(page: Page, locator) -> tuple[float, float]:
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def grip(page: Page, place: int):
    return page.locator("[data-grip]").nth(place)


def test_a_line_is_dragged_by_its_dots(page):
    item = begin(page, order_question())
    names = texts(item, [0, 1, 2, 3, 4])
    start, end = middle(page, grip(page, 0)), middle(page, grip(page, 3))

    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*end, steps=8)
    expect(page.locator("[data-dragged]")).to_have_count(1)
    page.mouse.up()

    assert lines(page) == [names[n] for n in (1, 2, 3, 0, 4)]
    expect(page.locator("[data-dragged]")).to_have_count(0)
    expect(page.locator("#announcer")).to_have_text(f"{names[0]}, now fourth of 5")
    expect(arrow(page, names[1], "up")).to_be_disabled()
    expect(arrow(page, names[0], "up")).to_be_enabled()
    page.get_by_role("button", name="Answer").click()
    expect(page.locator(".verdict")).to_be_visible()
    assert Answer.objects.get().given == [1, 2, 3, 0, 4]


@pytest.fixture
def touch(new_context) -> tuple[Page, CDPSession]:
    """A phone, and a finger on it."""
    context = new_context(viewport={"width": 320, "height": 640}, has_touch=True)
    page = context.new_page()
    return page, context.new_cdp_session(page)


def finger(session: CDPSession, kind: str, *at: tuple[float, float]) -> None:
    points = [{"x": x, "y": y} for x, y in at]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_finger_drags_a_line_and_does_not_scroll_the_page(touch):
    page, session = touch
    item = begin(page, order_question())
    names = texts(item, [0, 1, 2, 3, 4])
    (x, start), (_, end) = middle(page, grip(page, 2)), middle(page, grip(page, 0))
    scrolled = page.evaluate("scrollY")

    finger(session, "touchStart", (x, start))
    for step in range(1, 9):
        finger(session, "touchMove", (x, start + (end - start) * step / 8))
    finger(session, "touchEnd")

    assert lines(page) == [names[n] for n in (2, 0, 1, 3, 4)]
    assert page.evaluate("scrollY") == scrolled
    expect(page.locator("#announcer")).to_have_text(f"{names[2]}, now first of 5")


def test_which_came_first_is_answered_with_two_keys(page, barriers):
    item = begin(page, pair_question())
    assert barriers(page) == []

    page.keyboard.press(str(item.solution + 1))
    expect(page.get_by_role("radio").nth(item.solution)).to_be_checked()
    page.keyboard.press("Enter")

    expect(page.locator(".verdict")).to_contain_text("Right")
    expect(page.get_by_role("main")).to_contain_text(
        "Relations with Borduria began in 23 November 1949."
    )
    assert barriers(page) == []


def test_a_gap_on_the_timeline_is_chosen_with_the_keyboard(page, barriers):
    begin(page, timeline_question())
    assert barriers(page) == []

    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    chosen = page.get_by_role("radio", name="between 1912 and 23 November 1949")
    expect(chosen).to_be_checked()
    expect(chosen).to_have_accessible_description(
        "1912 Relations with Alba 23 November 1949 Relations with Borduria"
    )
    page.keyboard.press("Enter")

    expect(page.locator(".verdict")).to_contain_text("Partly right")
    expect(page.locator(".verdict")).to_contain_text("0.3 of 1 point")
    expect(page.get_by_role("heading", level=2).first).to_contain_text(
        "Between 23 November 1949 and 25 August 1992"
    )
    assert barriers(page) == []


@pytest.mark.parametrize("question", [pair_question, timeline_question])
def test_without_scripts_the_others_are_answered_too(plain_page, question):
    page = plain_page
    item = begin(page, question())

    page.locator("label.option").nth(item.solution).click()
    page.get_by_role("button", name="Answer").click()

    expect(page.locator(".verdict")).to_contain_text("Right")


@pytest.mark.parametrize("question", [pair_question, order_question, timeline_question])
def test_on_the_smallest_screen_nothing_runs_over(phone, question):
    begin(phone, question())

    assert phone.evaluate("document.documentElement.scrollWidth") == 320
    phone.evaluate("scrollTo(0, document.body.scrollHeight)")
    expect(phone.get_by_role("button", name="Answer")).to_be_in_viewport()
