"""A teacher makes a set, a guest plays it by its link, the teacher sees the score."""

import csv
import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from accounts.models import User
from quiz.models import QuestionSet
from tests.browser.steps import PASSWORD, answer, expect_question, sign_in


@pytest.fixture
def desk(new_context, shipped_questions) -> Page:
    """The first page of the admin, with a teacher signed in."""
    teacher = User.objects.create_user("drita", password=PASSWORD, is_staff=True)
    teacher.groups.add(Group.objects.get(name="Teachers"))
    page = new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.goto("/admin/")
    sign_in(page, "drita")
    expect(
        page.get_by_role("heading", name="What would you like to do?")
    ).to_be_visible()
    return page


def fill_in_set(desk: Page, *, length: int) -> None:
    desk.get_by_role("main").get_by_role("link", name="Make a quiz").click()
    desk.get_by_label("Title").fill("Seats and members")
    desk.get_by_label("Number of questions").fill(str(length))
    desk.get_by_label("Status").select_option("published")
    desk.get_by_label("Memberships", exact=True).check()
    desk.get_by_role("button", name="Save", exact=True).first.click()


def test_a_set_goes_from_the_desk_to_a_guest_and_back_as_a_score(desk, new_context):
    fill_in_set(desk, length=5)
    desk.get_by_role("button", name="Copy the link").click()
    expect(desk.get_by_role("button", name="Copied")).to_be_visible()
    link = desk.evaluate("navigator.clipboard.readText()")

    guest = new_context().new_page()
    guest.goto(link)
    expect(guest.get_by_role("heading", name="Seats and members")).to_be_visible()
    expect(guest.get_by_text("5 questions")).to_be_visible()
    guest.get_by_role("button", name="Start").click()
    for position in range(1, 6):
        expect_question(guest, position, length=5)
        expect(guest.locator(".kicker")).to_have_text("Memberships")
        answer(guest, rightly=position != 2)
        guest.get_by_role("link", name=re.compile("Next question|See your")).click()
    expect(guest.get_by_role("heading", name="4 of 5 right")).to_be_visible()

    desk.get_by_role("link", name="See results").first.click()
    row = desk.get_by_role("row", name=re.compile("Seats and members"))
    expect(row).to_contain_text("4 of 5")
    row.get_by_role("checkbox").check()
    desk.get_by_role("combobox", name="Action").select_option("Download scores as CSV")
    with desk.expect_download() as download:
        desk.get_by_role("button", name=re.compile("^(Go|Run)")).click()
    text = Path(download.value.path()).read_text("utf-8-sig")

    played = QuestionSet.objects.get().attempts.get()
    [line] = csv.DictReader(text.splitlines())
    assert download.value.suggested_filename.endswith(".csv")
    assert link.endswith(f"/sets/{line['set']}/")
    assert line["attempt"] == str(played.pk)
    assert line["learner"] == str(played.learner)
    told = {name: line[name] for name in ("title", "topic", "account")}
    assert told == {
        "title": "Seats and members",
        "topic": "Memberships",
        "account": "no",
    }
    counted = [line[name] for name in ("answered", "right", "questions", "percent")]
    assert counted == ["5", "4", "5", "80"]


def test_a_set_of_more_than_there_is_is_refused_with_a_sentence(desk):
    fill_in_set(desk, length=100)

    sentence = re.compile(r"^(Only )?\d+ questions fit .*; this set asks for 100\.$")
    expect(desk.get_by_text(sentence)).to_be_visible()
    assert not QuestionSet.objects.exists()
