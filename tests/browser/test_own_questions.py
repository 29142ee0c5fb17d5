"""A teacher writes a question, pins it, and a pupil is told what the wrong one is."""

import pytest
from playwright.sync_api import Page, expect

from quiz.models import QuestionSet
from tests.browser.steps import PASSWORD, sign_in
from tests.factories import make_question_set, make_teacher


@pytest.fixture
def own_set() -> QuestionSet:
    teacher = make_teacher(username="drita")
    teacher.set_password(PASSWORD)
    teacher.save()
    return make_question_set(owner=teacher, title="Towns", length=1)


def write(page: Page) -> None:
    page.goto("/desk/questions/")
    sign_in(page, "drita")
    page.get_by_role("link", name="Write a question").first.click()
    page.get_by_role("link", name="Choose one", exact=True).click()
    page.get_by_label("The question").fill("In which town was the hat made?")
    page.get_by_label("Answer 1", exact=True).fill("Korça")
    page.get_by_label("Answer 2", exact=True).fill("Berat")
    page.get_by_label("What it really is 2", exact=True).fill("A town of windows")
    page.get_by_label("Explanation").fill("The hat was made in Korça.")
    page.get_by_label("Topic").select_option("People and events")
    page.get_by_label("Source", exact=True).fill("History 9, page 44")
    page.get_by_role("button", name="Keep the question").click()


def test_a_question_of_ones_own_is_written_pinned_and_played(
    phone, plain_page, own_set, barriers
):
    write(phone)
    expect(phone.get_by_text("Mark the one answer that is right.")).to_be_visible()
    assert barriers(phone) == []
    phone.get_by_role("radio", name="Answer 1 is right").check()
    phone.get_by_role("button", name="Keep the question").click()

    expect(phone.get_by_text("Your question is kept.")).to_be_visible()
    assert barriers(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth") == 320
    phone.get_by_role("button", name="Pin it").click()
    expect(phone.get_by_role("button", name="Unpin")).to_be_visible()

    plain_page.goto(own_set.get_absolute_url())
    plain_page.get_by_role("button", name="Start").click()
    plain_page.get_by_role("radio", name="Berat").check()
    plain_page.get_by_role("button", name="Answer").click()
    expect(plain_page.get_by_text("A town of windows.")).to_be_visible()
    expect(plain_page.get_by_text("Source given by the teacher:")).to_be_visible()


def test_the_desks_new_pages_meet_no_barrier(phone, own_set, barriers):
    phone.goto("/desk/transfer/")
    sign_in(phone, "drita")
    code = own_set.code
    for page in (
        "transfer/",
        "questions/",
        "questions/new/",
        "questions/new/match/",
        f"quizzes/{code}/share/",
        f"quizzes/{code}/shared/",
        f"quizzes/{code}/history/",
        f"quizzes/{code}/own/",
    ):
        phone.goto(f"/desk/{page}")
        assert barriers(phone) == [], page
        assert phone.evaluate("document.documentElement.scrollWidth") == 320, page
