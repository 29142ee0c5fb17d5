"""A guest with a phone and no mouse: ten questions, practice, and an account to keep it."""

from playwright.sync_api import Page, expect

from quiz import grading
from quiz.models import Attempt, Item
from tests.browser.answering import fill_by_keys, reach, send
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


def answer_by_keys(page: Page, *, rightly: bool, onward: str) -> set[str]:
    """Answer what is asked, and go on; says which claims it asked."""
    item = shown_item(page)
    expect(page.get_by_role("heading", level=1)).to_be_focused()

    fill_by_keys(page, item, right(item) if rightly else wrong(item))
    reach(page, send(page))
    page.keyboard.press("Enter")

    expect(verdict(page, rightly=rightly)).to_be_visible()
    told = grading.feedback(Item.objects.get(pk=item.pk))
    expect(page.locator("#announcer")).to_have_text(told.announcement)
    expect(page.get_by_role("region", name=told.heading, exact=True)).to_contain_text(
        item.explanation
    )
    expect(page.get_by_role("link", name=onward)).to_be_focused()
    page.keyboard.press("Enter")
    return set(item.claims)


def scores(page: Page) -> list[str]:
    """Title and score of each row of the history."""
    expect(page.get_by_role("heading", name="How it has been going")).to_be_visible()
    page.wait_for_load_state()
    return [
        f"{row.get_by_role('link').inner_text()}: {row.get_by_role('cell').nth(1).inner_text()}"
        for row in page.locator("tbody").get_by_role("row").all()
    ]


def test_ten_questions_by_keys_are_kept_by_signing_up(phone, shipped_questions):
    phone.goto("/")
    reach(phone, phone.get_by_role("button", name="Start a quick ten"))
    phone.keyboard.press("Enter")

    missed_claims = set()
    for position in range(1, 11):
        expect_question(phone, position)
        onward = "See your result" if position == 10 else "Next question"
        rightly = position not in MISSED
        claims = answer_by_keys(phone, rightly=rightly, onward=onward)
        missed_claims |= set() if rightly else claims

    expect(phone.get_by_role("heading", name="8 of 10 right")).to_be_focused()
    missed = phone.get_by_role("region", name="What you missed")
    expect(missed.get_by_role("article")).to_have_count(len(MISSED))
    reach(phone, phone.get_by_role("button", name="Practise what I missed"))
    phone.keyboard.press("Enter")

    expect(phone.get_by_role("region", name="Question 1 of")).to_be_visible()
    count = shown_item(phone).attempt.items.count()
    practised = set()
    for position in range(1, count + 1):
        expect_question(phone, position, length=count)
        onward = "See your result" if position == count else "Next question"
        practised |= answer_by_keys(phone, rightly=True, onward=onward)
    expect(
        phone.get_by_role("heading", name=f"{count} of {count} right")
    ).to_be_visible()
    assert practised & missed_claims

    reach(phone, phone.get_by_role("link", name="Sign up"))
    phone.keyboard.press("Enter")
    sign_up(phone, "ana")
    assert scores(phone) == [
        f"Practice: Everything: {count} of {count}",
        "Everything: 8 of 10",
    ]

    sign_out(phone, "ana")
    phone.goto("/scores/")
    assert scores(phone) == []
    phone.get_by_role("main").get_by_role("link", name="Sign in").click()
    sign_in(phone, "ana")
    assert scores(phone) == [
        f"Practice: Everything: {count} of {count}",
        "Everything: 8 of 10",
    ]
    assert Attempt.objects.count() == 2


def test_the_question_on_the_first_page_is_answered_by_a_key(phone, shipped_questions):
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
