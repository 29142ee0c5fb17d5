"""Three days of a student: learning, forgetting, another form, a stamp that fades."""

import datetime as dt
import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from quiz.models import Item, Memory
from tests.browser.answering import fill, send
from tests.browser.steps import answer, shown_item, verdict
from tests.factories import right, wrong

FORGOTTEN, KEPT = "austria-established", "brazil-established"
HASTE = 60  # seconds of the moved clock in one of the real one: nobody answers rapidly


class Clock:
    """The site's clock, which can be moved on."""

    def __init__(self) -> None:
        self._real = dt.datetime.now(dt.UTC)
        self._noon = dt.datetime(2025, 6, 2, 10, tzinfo=dt.UTC)

    def now(self) -> dt.datetime:
        return self._noon + (dt.datetime.now(dt.UTC) - self._real) * HASTE

    def move_to(self, day: dt.date) -> None:
        self._real = dt.datetime.now(dt.UTC)
        self._noon = dt.datetime(day.year, day.month, day.day, 10, tzinfo=dt.UTC)


@pytest.fixture
def clock(monkeypatch) -> Clock:
    moved = Clock()
    monkeypatch.setattr(timezone, "now", moved.now)
    return moved


def memory(claim: str) -> Memory:
    return Memory.objects.get(claim=claim, side="when.year")


def learn(page: Page, country: str) -> Item:
    """Take the test on a country once it asks for the year alone, and know it."""
    while True:
        page.goto(f"/facts/countries/{country}/")
        page.get_by_role("button", name="Test me on this").click()
        item = shown_item(page)
        told = ({FORGOTTEN, KEPT} - {item.claim}) & {*item.question.reveals}
        if item.aspect == "when" and not told:
            page.get_by_label("Sure", exact=True).check()
            return answer(page, rightly=True)


def review(page: Page, wanted: dict[str, bool]) -> dict[str, Item]:
    """Play today's session until each of the claims was asked, and answered so."""
    page.goto("/review/")
    page.get_by_role("main").get_by_role("button", name="Start").click()
    met: dict[str, Item] = {}
    while set(met) != set(wanted):
        expect(page).to_have_url(re.compile(r"/attempts/[^/]+/\d+/$"))
        item = shown_item(page)
        named = wanted.keys() & {*item.claims}
        rightly = all(wanted[claim] for claim in named)
        fill(page, item, right(item) if rightly else wrong(item))
        send(page).click()
        expect(verdict(page, rightly=rightly)).to_be_visible()
        met |= dict.fromkeys(named, item)
        if set(met) != set(wanted):
            page.get_by_role("link", name="Next question").click()
            expect(page.locator(".verdict")).to_have_count(0)
    return met


def test_a_student_learns_forgets_is_asked_again_and_earns_a_stamp(
    page, shipped_questions, clock
):
    # The first day: two facts are met, and come back.
    first = {
        FORGOTTEN: learn(page, "austria"),
        KEPT: learn(page, "brazil"),
    }
    expect(page.get_by_text("You will meet this again")).to_be_visible()
    page.goto("/passport/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("0 of")

    # The second: both are asked in another form; one is forgotten, one earns its stamp.
    clock.move_to(max(memory(FORGOTTEN).due_on, memory(KEPT).due_on))
    second = review(page, {FORGOTTEN: False, KEPT: True})
    for claim, item in second.items():
        assert item.format != first[claim].format
    page.goto("/passport/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 of")
    stamp = page.get_by_role("listitem").filter(has_text="Brazil")
    expect(stamp).to_contain_text("since")

    # The third: what was forgotten is asked again, in yet another form than last time.
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    assert memory(FORGOTTEN).due_on <= tomorrow
    clock.move_to(tomorrow)
    third = review(page, {FORGOTTEN: True})
    assert third[FORGOTTEN].format != second[FORGOTTEN].format
    assert memory(FORGOTTEN).due_on > tomorrow

    # Days later the stamp has begun to fade.
    clock.move_to(memory(KEPT).due_on + dt.timedelta(days=1))
    page.goto("/passport/")
    expect(stamp).to_contain_text("fading since")
