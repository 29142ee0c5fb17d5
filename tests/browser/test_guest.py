"""A guest with a phone and no mouse: ten questions, practice, and an account to keep it."""

from playwright.sync_api import Locator, Page, expect

from quiz.models import Attempt
from tests.browser.steps import (
    expect_question,
    shown_item,
    sign_in,
    sign_out,
    sign_up,
    verdict,
)
from tests.factories import right, wrong

MISSED = {3, 7}


def reach(page: Page, target: Locator) -> None:
    """Go on by the Tab key until the target has the focus."""
    expect(target).to_be_visible()
    for _ in range(40):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    expect(target).to_be_focused()


def answer_by_keys(page: Page, *, rightly: bool, onward: str) -> str:
    item = shown_item(page)
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    choice = right(item) if rightly else wrong(item)

    page.keyboard.press(str(choice + 1))
    expect(page.get_by_role("radio").nth(choice)).to_be_checked()
    page.keyboard.press("Enter")

    key, chosen = item.options[item.correct]["text"], item.options[choice]["text"]
    expect(verdict(page, rightly=rightly)).to_be_visible()
    expect(page.locator("#announcer")).to_have_text(
        f"Right: {key}."
        if rightly
        else f"Not quite: you chose {chosen}. The answer is {key}."
    )
    expect(page.get_by_role("region", name=key, exact=True)).to_contain_text(
        item.explanation
    )
    expect(page.get_by_role("link", name=onward)).to_be_focused()
    page.keyboard.press("Enter")
    return item.claim


def scores(page: Page) -> list[str]:
    """Title and score of each row of the history."""
    expect(page.get_by_role("heading", name="How it has been going")).to_be_visible()
    return [
        f"{row.get_by_role('link').inner_text()}: {row.get_by_role('cell').nth(1).inner_text()}"
        for row in page.locator("tbody").get_by_role("row").all()
    ]


def test_ten_questions_by_keys_are_kept_by_signing_up(phone, questions):
    phone.goto("/")
    reach(phone, phone.get_by_role("button", name="Start a quick ten"))
    phone.keyboard.press("Enter")

    claims = {}
    for position in range(1, 11):
        expect_question(phone, position)
        onward = "See your result" if position == 10 else "Next question"
        rightly = position not in MISSED
        claims[position] = answer_by_keys(phone, rightly=rightly, onward=onward)

    expect(phone.get_by_role("heading", name="8 of 10 right")).to_be_focused()
    missed = phone.get_by_role("region", name="What you missed")
    expect(missed.get_by_role("article")).to_have_count(len(MISSED))
    reach(phone, phone.get_by_role("button", name="Practise what I missed"))
    phone.keyboard.press("Enter")

    expect_question(phone, 1, length=2)
    practised = {answer_by_keys(phone, rightly=True, onward="Next question")}
    expect_question(phone, 2, length=2)
    practised.add(answer_by_keys(phone, rightly=True, onward="See your result"))
    expect(phone.get_by_role("heading", name="2 of 2 right")).to_be_visible()
    assert practised == {claims[position] for position in MISSED}

    reach(phone, phone.get_by_role("link", name="Sign up"))
    phone.keyboard.press("Enter")
    sign_up(phone, "ana")
    assert scores(phone) == ["Practice: Everything: 2 of 2", "Everything: 8 of 10"]

    sign_out(phone, "ana")
    phone.goto("/scores/")
    assert scores(phone) == []
    phone.get_by_role("main").get_by_role("link", name="Sign in").click()
    sign_in(phone, "ana")
    assert scores(phone) == ["Practice: Everything: 2 of 2", "Everything: 8 of 10"]
    assert Attempt.objects.count() == 2


def test_the_question_on_the_first_page_is_answered_by_a_key(phone, questions):
    phone.goto("/")
    expect(phone.get_by_role("group").get_by_role("button").first).to_be_visible()

    phone.keyboard.press("1")
    phone.keyboard.press("Enter")

    onward = phone.get_by_role("region", name="Question 1 of 1").get_by_role(
        "button", name="Start a quick ten"
    )
    expect(onward).to_be_focused()
    expect(phone.locator("#announcer")).not_to_be_empty()
    phone.keyboard.press("Enter")
    expect_question(phone, 1)
