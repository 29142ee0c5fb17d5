"""What visitors do, told in the words of the pages they see."""

import re

from playwright.sync_api import Locator, Page, expect

from quiz.models import Item, Question
from tests.browser.answering import fill, send
from tests.factories import make_question_set, right, wrong

PASSWORD = "Skanderbeg crossed the Shkumbin"


def forgive(complaints: list[str], *expected: str) -> None:
    """Take out what a test brings about on purpose; anything else still fails it."""
    complaints[:] = [
        complaint
        for complaint in complaints
        if not any(words in complaint for words in expected)
    ]


def start_quick_ten(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Start a quick ten").click()
    expect_started(page)


def begin(page: Page, question: Question) -> Item:
    """Open a set of this one question and start it."""
    chosen = make_question_set(length=1)
    chosen.pinned.add(question)
    page.goto(chosen.get_absolute_url())
    page.get_by_role("button", name="Start").click()
    expect_started(page)
    return shown_item(page)


def expect_started(page: Page) -> None:
    """At the first question, with its scripts at work: before that a form is sent as
    without any, and keys go nowhere."""
    expect(page).to_have_url(re.compile(r"/attempts/[^/]+/1/$"))
    page.wait_for_load_state()


def shown_item(page: Page) -> Item:
    """The row behind the question whose page is open, once its scripts are at work."""
    page.wait_for_load_state()
    attempt, position = re.search(r"/attempts/([^/]+)/(\d+)/$", page.url).groups()
    return Item.objects.get(attempt=attempt, position=position)


def expect_question(page: Page, position: int, length: int = 10) -> None:
    name = f"Question {position} of {length}"
    expect(page.get_by_role("region", name=name, exact=True)).to_be_visible()


def answer(page: Page, *, rightly: bool) -> Item:
    """Answer whatever is asked, in whatever way it wants."""
    item = shown_item(page)
    fill(page, item, right(item) if rightly else wrong(item))
    send(page).click()
    expect(verdict(page, rightly=rightly)).to_be_visible()
    return item


def verdict(page: Page, *, rightly: bool) -> Locator:
    """Right or wrong, in words."""
    words = "Right" if rightly else "Not right"
    return page.locator(".verdict").filter(has_text=re.compile(rf"^\W*{words}"))


def sign_up(page: Page, username: str) -> None:
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign up").click()


def sign_in(page: Page, username: str) -> None:
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()


def sign_out(page: Page, username: str) -> None:
    page.locator("summary", has_text=username).click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in", exact=True)).to_be_visible()
