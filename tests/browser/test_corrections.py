"""A teacher corrects a fact, the pupil sees the old score and the new; and undoes it."""

from playwright.sync_api import Page, expect

from accounts.models import User
from quiz.models import Item, Question
from relations.models import Milestone
from tests.browser.answering import fill, send
from tests.browser.steps import verdict
from tests.browser.test_disputes import sign_in_as_teacher
from tests.factories import make_question_set

FACT = "croatia-established"
GIVEN = {"year": 1992, "month": 8, "day": 26}
WORDS = "It was a day later."
DRAFTING = 60_000  # milliseconds, on a busy machine; as a rule a few seconds


def play(page: Page) -> Item:
    """One question, answered as the fact will turn out to be."""
    chosen = make_question_set(length=1, title="One date", owner=User.objects.get())
    chosen.pinned.add(Question.objects.get(key=f"typed-date:{FACT}:when"))
    page.goto(chosen.get_absolute_url())
    page.get_by_role("button", name="Start").click()
    item = Item.objects.get()
    fill(page, item, GIVEN)
    send(page).click()
    expect(page.locator(".verdict")).to_contain_text("Partly right")
    return item


def correct_the_fact(desk: Page) -> None:
    """In the admin, which leads to what it changes."""
    fact = Milestone.objects.get(slug=FACT)
    desk.goto(f"/admin/relations/milestone/{fact.pk}/change/")
    desk.get_by_label("Date:").fill("1992-08-26")
    desk.get_by_label("Key words").fill("26 August 1992")
    desk.get_by_role("button", name="Save", exact=True).first.click()
    link = desk.get_by_role("link", name="see what this correction changes")
    link.click(timeout=DRAFTING)
    heading = desk.get_by_role("heading", name="What this correction")
    expect(heading).to_be_visible(timeout=DRAFTING)


def test_a_fact_corrected_once_puts_scores_right_and_can_be_undone(
    new_context, shipped_questions, barriers
):
    desk = new_context().new_page()
    sign_in_as_teacher(desk)
    pupil = new_context(
        viewport={"width": 320, "height": 700}, color_scheme="dark"
    ).new_page()
    item = play(pupil)

    correct_the_fact(desk)
    row = desk.get_by_role("row", name="One date")
    expect(row.get_by_role("cell")).to_have_text(["0.6", "1", "1"])
    assert barriers(desk) == []
    desk.get_by_label("What was wrong").fill(WORDS)
    desk.get_by_role("button", name="Correct it for everybody").click(timeout=DRAFTING)
    heading = desk.get_by_role("heading", name="Corrections")
    expect(heading).to_be_visible(timeout=DRAFTING)

    pupil.goto("/")
    pupil.get_by_role("link", name="See what changed").click()
    assert barriers(pupil) == []
    pupil.get_by_role("link", name=item.stem).click()
    note = pupil.get_by_role("region", name="A correction")
    expect(note).to_contain_text(WORDS)
    expect(note).to_contain_text("The right answer is 26 August 1992.")
    expect(note).to_contain_text("Your score went from 0.6 to 1.")
    expect(verdict(pupil, rightly=True)).to_be_visible()
    assert barriers(pupil) == []
    assert pupil.evaluate("document.documentElement.scrollWidth") <= 320

    desk.get_by_role("button", name="Undo").click()
    expect(desk.get_by_text("Undone by drita")).to_be_visible()
    pupil.reload()
    expect(pupil.get_by_text("We were wrong")).to_have_count(0)
    expect(pupil.locator(".verdict")).to_contain_text("Partly right")
