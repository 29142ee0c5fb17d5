"""A day at the desk: a teacher new to Besa, thirty pupils behind one address, and a fact
that turns out to be wrong.
"""

import re
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from playwright.sync_api import Page, expect

from classroom.models import Assignment, Sitting
from quiz.models import Answer, Question, QuestionSet
from tests.browser.answering import fill, send
from tests.browser.steps import PASSWORD, sign_in
from tests.browser.test_corrections import DRAFTING, FACT, GIVEN, correct_the_fact
from tests.factories import make_teacher, right

PUPILS = 30
LENGTH = 2  # questions
DATED = f"typed-date:{FACT}:when"


class Visitor:
    """A pupil at a browser without scripts, so that thirty can come at once."""

    def __init__(self, base: str, name: str) -> None:
        self.base, self.name = base, name
        self.cookies = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> str:
        with self.opener.open(f"{self.base}{path}") as page:
            self.at = page.url.removeprefix(self.base)
            return page.read().decode()

    def send(self, path: str, **fields: object) -> None:
        secret = next(c.value for c in self.cookies if c.name == "csrftoken")
        form = urlencode({"csrfmiddlewaretoken": secret} | fields).encode()
        with self.opener.open(Request(f"{self.base}{path}", form)) as page:
            self.at = page.url.removeprefix(self.base)

    def join_and_start(self, address: str) -> None:
        token = re.search(r'name="token" value="([^"]+)"', self.get(address)).group(1)
        self.send(f"{address}start/", token=token, name=self.name)

    def answer(self, fields: dict[int, dict[str, object]]) -> None:
        attempt = re.search(r"/attempts/[^/]+/", self.at).group()
        for position, given in fields.items():
            self.send(f"{attempt}{position}/answer/", **given)


@pytest.fixture
def desk(new_context, shipped_questions) -> Page:
    page = new_context().new_page()
    for name in ("mira", "nobody-elses"):
        teacher = make_teacher(username=name)
        teacher.set_password(PASSWORD)
        teacher.save()
    page.goto("/desk/")
    sign_in(page, "mira")
    return page


def make_a_class(desk: Page) -> None:
    desk.get_by_role("navigation", name="desk").get_by_role(
        "link", name="Classes"
    ).click()
    desk.get_by_role("link", name="Make a class").first.click()
    desk.get_by_label("Name").fill("9b")
    desk.get_by_role("button", name="Make the class").click()
    expect(desk.get_by_role("heading", name="9b", level=1)).to_be_visible()


def make_a_quiz(desk: Page) -> Assignment:
    """Two clicks from the desk, with its title, its number and whom it is for."""
    desk.goto("/desk/")
    desk.get_by_role("main").get_by_role("link", name="Make a quiz").click()
    desk.get_by_label("Title", exact=True).fill("Two dates")
    desk.get_by_label("Number of questions").fill(str(LENGTH))
    desk.get_by_label("For", exact=True).select_option("9b")
    desk.get_by_role("button", name="Make the quiz").click()
    expect(desk.get_by_alt_text("QR code that leads to the quiz")).to_be_visible()
    return Assignment.objects.get()


def ask_for_the_date(made: QuestionSet) -> None:
    """Everybody the same, the date among it that will turn out to be wrong."""
    other = Question.objects.active().filter(family="who", format="choice")
    made.pinned.set([Question.objects.get(key=DATED), other.exclude(claim=FACT)[0]])
    made.papers = QuestionSet.Papers.SAME
    made.shuffles_questions = made.shuffles_options = False
    made.save()


def limit_the_time(desk: Page) -> None:
    desk.get_by_role("link", name="Times and terms").click()
    desk.get_by_label("Time limit").fill("20")
    desk.get_by_role("button", name="Save the terms").click()
    expect(desk.get_by_text("20 minutes each")).to_be_visible()


def print_it(desk: Page) -> None:
    desk.get_by_role("link", name="Print it on paper").click()
    desk.emulate_media(media="print")
    expect(desk.get_by_text("Paper A").last).to_be_visible()
    expect(desk.get_by_role("navigation", name="Main")).to_be_hidden()
    desk.emulate_media(media="screen")


def give_more_time(desk: Page, school_class, name: str) -> None:
    desk.goto(f"/desk/classes/{school_class.code}/")
    desk.get_by_role("link", name=name).click()
    desk.get_by_text("twice the time").click()
    desk.get_by_role("button", name="Keep").click()
    expect(desk.get_by_label("twice the time")).to_be_checked()


def payloads(items) -> dict[int, dict[str, object]]:
    """The right answers as forms send them, but for the date."""
    return {
        item.position: GIVEN if item.format == "date" else {"choice": right(item)}
        for item in items
    }


def everybody(visitors: list[Visitor], do) -> None:
    with ThreadPoolExecutor(len(visitors)) as crowd:
        list(crowd.map(do, visitors))  # raises what one of them met


def test_a_teacher_new_to_besa_and_a_class_of_thirty(
    desk, phone, new_context, base_url
):
    make_a_class(desk)
    given = make_a_quiz(desk)
    ask_for_the_date(given.question_set)
    limit_the_time(desk)
    print_it(desk)

    phone.goto(given.page)
    phone.get_by_label("Your name in this class").fill("Slow and sure")
    phone.get_by_role("button", name="Join and start").click()
    expect(phone.get_by_text("20 minutes left")).to_be_visible()
    give_more_time(desk, given.school_class, "Slow and sure")
    phone.reload()
    expect(phone.get_by_text("40 minutes left")).to_be_visible()

    visitors = [Visitor(base_url, f"Pupil {n + 2}") for n in range(PUPILS - 1)]
    everybody(visitors, lambda one: one.join_and_start(given.page))
    assert Sitting.objects.exclude(enrolment=None).count() == PUPILS
    fields = payloads(Sitting.objects.last().attempt.items.all())
    everybody(visitors, lambda one: one.answer(fields))
    assert Answer.objects.count() == (PUPILS - 1) * LENGTH
    own = Sitting.objects.get(enrolment__pseudonym="Slow and sure").attempt
    for item in own.items.all():
        fill(phone, item, GIVEN if item.format == "date" else right(item))
        send(phone).click()
        expect(phone.locator(".verdict")).to_be_visible()
        phone.locator(".verdict ~ * a, a.button").filter(
            has_text=re.compile("Next|result")
        ).first.click()

    desk.goto("/desk/results/")
    desk.get_by_role("link", name="Two dates").click()
    finished = desk.get_by_text(f"{PUPILS} of {PUPILS}")
    expect(finished.first).to_be_visible()
    expect(desk.get_by_role("row", name="Pupil 7")).to_contain_text("80%")

    correct_the_fact(desk)
    expect(desk.get_by_role("row", name="Pupil 7")).to_contain_text("2")
    desk.get_by_label("What was wrong").fill("It was a day later.")
    desk.get_by_role("button", name="Correct it for everybody").click(timeout=DRAFTING)
    heading = desk.get_by_role("heading", name="Corrections")
    expect(heading).to_be_visible(timeout=DRAFTING)
    desk.goto(f"/desk/results/{given.code}/")
    expect(desk.get_by_role("row", name="Pupil 7")).to_contain_text("100%")
    phone.goto("/")
    phone.get_by_role("link", name="See what changed").click()
    expect(phone.get_by_role("main")).to_contain_text("Two dates")

    other = new_context().new_page()
    other.goto("/desk/")
    sign_in(other, "nobody-elses")
    for address in ("/desk/results/", "/desk/quizzes/", "/desk/classes/"):
        other.goto(address)
        expect(other.get_by_role("heading", level=1)).to_be_visible()
        expect(other.get_by_text(re.compile("Two dates|9b"))).to_have_count(0)
    for address in (
        f"/desk/results/{given.code}/",
        f"/desk/classes/{given.school_class.code}/",
    ):
        assert other.request.get(address).status == 404
