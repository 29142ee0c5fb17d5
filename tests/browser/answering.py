"""Any format answered as a visitor would: with a pointer, or with keys alone."""

import calendar
from collections.abc import Iterable

from playwright.sync_api import Locator, Page, expect

from quiz.models import Item

TYPED = {"name": "name", "number": "number"}


def fill(page: Page, item: Item, given) -> None:
    """Put an answer in by pointing, and not send it."""
    match item.format:
        case "choice" | "pair" | "timeline":
            page.locator(".option").nth(given).click()
            expect(page.get_by_role("radio").nth(given)).to_be_checked()
        case "several":
            for place in given:
                page.get_by_role("checkbox").nth(place).check()
        case "order":
            wanted = [item.options[place]["text"] for place in given]
            put_in_order(page, wanted, lambda button: button.click())
        case "match":
            for row, place in enumerate(given):
                page.locator("#board select").nth(row).select_option(str(place))
        case "date":
            _date(page, given)
        case "name" | "number":
            page.locator(f"#board [name={TYPED[item.format]}]").fill(given)
        case "roll":
            for place in given:
                _name_one(page, item.options[place]["text"])


def fill_by_keys(page: Page, item: Item, given) -> None:
    """The same with nothing but a keyboard."""
    match item.format:
        case "choice" | "pair" | "timeline":
            page.keyboard.press(str(given + 1))
            expect(page.get_by_role("radio").nth(given)).to_be_checked()
        case "several":
            for place in given:
                page.keyboard.press(str(place + 1))
                expect(page.get_by_role("checkbox").nth(place)).to_be_checked()
        case "order":
            wanted = [item.options[place]["text"] for place in given]
            put_in_order(page, wanted, lambda button: _press(page, button))
        case "match":
            for row, place in enumerate(given):
                reach(page, page.locator("#board select").nth(row))
                for _ in range(place + 1):
                    page.keyboard.press("ArrowDown")
        case "date":
            for part in (part for part in ("day", "month", "year") if part in given):
                reach(page, page.locator(f"#board [name={part}]"))
                is_month = part == "month"
                text = calendar.month_name[given[part]] if is_month else given[part]
                page.keyboard.type(str(text))
        case "name" | "number":
            reach(page, page.locator(f"#board [name={TYPED[item.format]}]"))
            page.keyboard.type(given)
        case "roll":
            reach(page, page.get_by_label("The next name"))
            for place in given:
                page.keyboard.type(item.options[place]["text"])
                page.keyboard.press("Enter")


def send(page: Page) -> Locator:
    """The button that gives the answer."""
    return (
        page.locator("#board")
        .get_by_role("button", name="Answer")
        .or_(page.get_by_role("button", name="That is all I know"))
    )


def reach(page: Page, target: Locator) -> None:
    """Go on by the Tab key until the target has the focus."""
    expect(target).to_be_visible()
    for _ in range(60):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(target).to_be_focused()


def _press(page: Page, button: Locator) -> None:
    reach(page, button)
    page.keyboard.press("Enter")


def put_in_order(page: Page, texts: Iterable[str], press) -> None:
    """Bring each line up to its place, the first of `texts` first.

    `press` is given an arrow. Without scripts it sends a form, and the page that comes
    back has to be there as a whole before the next arrow sends its own.
    """
    lines = page.locator(".sequence__text")
    page.wait_for_load_state()
    for rank, text in enumerate(texts):
        at = lines.all_inner_texts().index(text)
        for step in range(at, rank, -1):
            press(page.get_by_role("button", name=f"Move {text} up", exact=True))
            expect(lines.nth(step - 1)).to_have_text(text, use_inner_text=True)
            page.wait_for_load_state()


def _date(page: Page, given: dict[str, int]) -> None:
    for part, value in given.items():
        field = page.locator(f"#board [name={part}]")
        if part == "month":
            field.select_option(str(value))
        else:
            field.fill(str(value))


def _name_one(page: Page, name: str) -> None:
    page.get_by_label("The next name").fill(name)
    page.get_by_role("button", name="Add").click()
    expect(page.locator(".named__list [data-mark=right]").first).to_contain_text(name)
