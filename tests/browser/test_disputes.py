"""A guest objects to a question, a teacher answers, the guest sees the answer."""

import re

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from accounts.models import User
from quiz.models import Dispute, Question, QuestionSet
from tests.browser.steps import PASSWORD, answer, expect_question, sign_in
from tests.factories import make_dispute, make_question_set

REASON = "My book gives another year."


def start_choices(page: Page) -> None:
    """A quiz answered by choosing, whatever else there is."""
    chosen = make_question_set(families=["listed"])
    page.goto(chosen.get_absolute_url())
    page.get_by_role("button", name="Start").click()
    expect_question(page, 1, length=chosen.length)


def object_with_keys(page: Page, reason: str) -> None:
    """From the link that has the focus, back to the objection and into its field."""
    summary = page.locator(".disputes summary")
    page.keyboard.press("Shift+Tab")
    expect(summary).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("This is wrong because")).to_be_focused()
    page.keyboard.type(reason)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def sign_in_as_teacher(page: Page) -> None:
    teacher = User.objects.create_user("drita", password=PASSWORD, is_staff=True)
    teacher.groups.add(Group.objects.get(name="Teachers"))
    QuestionSet.objects.update(owner=teacher)  # whose learners' objections they see
    page.goto("/admin/")
    sign_in(page, "drita")
    expect(page.get_by_role("heading", name="What would you like")).to_be_visible()


@pytest.fixture
def answered(new_context, shipped_questions) -> Page:
    page = new_context().new_page()
    start_choices(page)
    answer(page, rightly=False)
    expect(page.get_by_role("link", name="Next question")).to_be_focused()
    return page


def test_an_objection_is_filed_with_the_keyboard_alone_and_announced(answered):
    object_with_keys(answered, REASON)

    part = answered.get_by_role("region", name="Your objection")
    expect(part).to_be_focused()
    expect(part).to_contain_text(REASON)
    expect(answered.locator("#announcer")).to_contain_text("Sent.")
    assert Dispute.objects.get().reason == REASON

    answered.get_by_role("link", name="Next question").click()
    expect(answered.locator("#announcer")).to_be_empty()
    answer(answered, rightly=True)
    expect(answered.locator("#announcer")).to_contain_text("Right")


def test_digits_and_lines_in_the_field_are_text(answered):
    answered.get_by_text("Something wrong here?").click()
    field = answered.get_by_label("This is wrong because")
    field.press_sequentially("1 and 2\nand 3")

    expect(field).to_have_value("1 and 2\nand 3")
    expect(field).to_be_focused()


def test_an_empty_objection_comes_back_with_the_cursor_in_it(answered):
    object_with_keys(answered, "…")

    field = answered.get_by_label("This is wrong because")
    expect(field).to_be_focused()
    expect(field).to_have_value("…")
    expect(answered.get_by_text("Please say in a few words")).to_be_visible()
    expect(answered.locator("#announcer")).to_be_empty()


def test_a_guest_is_answered_by_a_teacher_without_scripts(
    plain_page, new_context, shipped_questions
):
    guest = plain_page
    start_choices(guest)
    item = answer(guest, rightly=False)
    guest.get_by_text("Something wrong here?").click()
    guest.get_by_label("This is wrong because").fill(REASON)
    guest.get_by_role("button", name="Send to a teacher").click()
    expect(guest).to_have_url(re.compile("#dispute$"))
    expect(guest.get_by_text("A teacher will read it")).to_be_visible()

    desk = new_context(java_script_enabled=False).new_page()
    sign_in_as_teacher(desk)
    desk.get_by_role("link", name="1 objection waits for an answer").click()
    desk.get_by_role("link", name=item.stem).click()
    expect(desk.get_by_text(REASON)).to_be_visible()
    facts = desk.get_by_role("region", name=re.compile("^The facts? it asks"))
    expect(facts.get_by_role("link", name=item.claim)).to_be_visible()
    desk.get_by_label("Declined: the question stands").check()
    desk.get_by_label("Your answer").fill("The table has it so.")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.get_by_text("was changed successfully")).to_be_visible()

    guest.goto("/")
    expect(guest.get_by_text("A teacher answered your objection.")).to_be_visible()
    guest.get_by_role("link", name="Read the answer").click()
    expect(guest.get_by_text("The table has it so.")).to_be_visible()
    guest.get_by_role("button", name="I have read it").click()
    expect(guest.get_by_role("heading", name="My objections")).to_be_visible()
    expect(guest.get_by_text("The table has it so.")).to_be_visible()
    guest.goto("/")
    expect(guest.get_by_text("A teacher answered your objection.")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_of_it_bars_anybody_or_is_cut_off(
    new_context, shipped_questions, barriers, scheme, width
):
    page = new_context(
        viewport={"width": width, "height": 700}, color_scheme=scheme
    ).new_page()
    start_choices(page)
    answer(page, rightly=False)
    page.get_by_text("Something wrong here?").click()
    expect(page.get_by_label("This is wrong because")).to_be_visible()
    assert barriers(page) == []

    page.get_by_label("This is wrong because").fill("x" * 300)
    page.get_by_role("button", name="Send to a teacher").click()
    expect(page.locator(".dispute")).to_contain_text("A teacher will read it")
    for address in (page.url, "/objections/", "/scores/"):
        page.goto(address)
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_teachers_pages_bar_nobody(
    new_context, shipped_questions, barriers, complaints, scheme
):
    question = Question.objects.active().filter(family="listed").first()
    dispute = make_dispute(questions=[question], reason=REASON)
    desk = new_context(color_scheme=scheme).new_page()
    sign_in_as_teacher(desk)

    for address in ("", "quiz/dispute/", f"quiz/dispute/{dispute.pk}/change/"):
        desk.goto(f"/admin/{address}")
        assert complaints == []
        assert barriers(desk) == []
        complaints.clear()  # axe itself adds styles where a sheet imports another
