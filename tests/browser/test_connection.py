"""A slow connection, and none at all."""

import re
import time

import pytest
from django.core.servers.basehttp import ServerHandler
from playwright.sync_api import Page, expect

from classroom.models import SchoolClass
from quiz.models import Answer
from tests.browser.steps import PASSWORD, begin, forgive, sign_in, start_quick_ten
from tests.factories import make_teacher
from tests.quiz.formats.in_time import order_question
from tests.quiz.formats.many import match_question

OFFLINE = "ERR_INTERNET_DISCONNECTED"
NOTE_WHAT_IS_SAID = """
new MutationObserver(([{ target }]) => {
  if (!target.hidden) sessionStorage.setItem("said", target.textContent.trim());
}).observe(document.getElementById("waiting"), { attributes: true })
"""


def answer_after(page: Page, milliseconds: int, address: str) -> None:
    page.route(
        address,
        lambda route: (page.wait_for_timeout(milliseconds), route.continue_()),
    )


def test_offline_a_page_says_so_and_is_tried_again(
    new_context, shipped_questions, barriers, complaints
):
    context = new_context(
        service_workers="allow",
        viewport={"width": 320, "height": 640},
    )
    page = context.new_page()
    start_quick_ten(page)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")

    context.set_offline(True)
    page.get_by_role("link", name="Leave, it is saved").click()
    expect(page).to_have_title("No connection · Besa")
    expect(page.get_by_role("heading", name="What you sent is safe")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert barriers(page) == []
    kept = page.evaluate(
        "caches.keys().then((names) => caches.open(names[0]))"
        ".then((shelf) => shelf.keys()).then((kept) => kept.map(({ url }) => url))"
    )
    assert [re.sub(r"^.*?//[^/]*", "", url) for url in kept] == [
        "/offline/",
        "/static/quiz/app.css",
        "/static/quiz/favicon.svg",
        "/static/quiz/guilloche.svg",
        "/static/quiz/connection.js",
    ]

    context.set_offline(False)
    expect(page.get_by_role("status")).to_contain_text(["", "The connection is back."])
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_role("link", name="Go on where you left")).to_be_visible()
    forgive(complaints, OFFLINE)


def test_what_was_pressed_offline_is_pressed_again(
    context, page, shipped_questions, complaints
):
    page.goto("/")
    trouble = page.get_by_role("alert")

    context.set_offline(True)
    page.get_by_role("group").get_by_role("button").nth(1).click()
    expect(trouble).to_contain_text("You are offline.")
    context.set_offline(False)
    trouble.get_by_role("button", name="Try again").click()

    expect(page.locator(".verdict")).to_be_visible()
    assert Answer.objects.get().given == 1
    forgive(complaints, OFFLINE, "htmx:sendError", "htmx:afterRequest")


def test_what_takes_longer_than_a_second_says_so_until_it_is_done(
    page, shipped_questions
):
    page.goto("/")
    waiting = page.get_by_text("Still working …")
    answer_after(page, 1500, "**/try/")

    page.get_by_role("group").get_by_role("button").first.click()
    expect(waiting.first).to_be_visible()
    expect(page.locator("#announcer")).to_have_text("Still working …")
    expect(page.locator(".verdict")).to_be_visible()
    expect(page.locator("#waiting")).to_be_hidden()


def test_a_form_that_takes_longer_says_so_until_its_page_comes(page, shipped_questions):
    page.goto("/")
    page.evaluate(NOTE_WHAT_IS_SAID)
    answer_after(page, 1500, "**/quizzes/start/")

    page.get_by_role("button", name="Start a quick ten").click()
    expect(page).to_have_url(re.compile("/attempts/"))
    assert page.evaluate("sessionStorage.getItem('said')") == "Still working …"
    page.go_back()

    expect(page.get_by_role("button", name="Start a quick ten")).to_be_visible()
    expect(page.locator("#waiting")).to_be_hidden()


def test_what_is_done_within_a_second_says_nothing(page, shipped_questions):
    page.goto("/")
    answer_after(page, 600, "**/try/")

    page.get_by_role("group").get_by_role("button").first.click()
    expect(page.locator(".verdict")).to_be_visible()
    page.wait_for_timeout(600)

    expect(page.locator("#waiting")).to_be_hidden()


def test_what_is_pressed_twice_is_sent_once(page, monkeypatch):
    teacher = make_teacher(username="drita")
    teacher.set_password(PASSWORD)
    teacher.save()
    page.goto("/desk/classes/new/")
    sign_in(page, "drita")
    page.get_by_label("Name").fill("9b")
    page.wait_for_load_state()
    finish = ServerHandler.finish_response
    monkeypatch.setattr(
        ServerHandler,
        "finish_response",
        lambda handler: (time.sleep(0.5), finish(handler)),
    )

    page.keyboard.press("Enter")
    page.wait_for_timeout(200)  # it has been received, and its answer is on the way
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name="9b", level=1)).to_be_visible()
    assert SchoolClass.objects.count() == 1


@pytest.mark.parametrize(
    ("question", "cut", "fields", "count"),
    [
        (order_question, "Move Borduria ", ".sequence__line", 5),
        (match_question, "<option", "select", 4),
    ],
)
def test_a_question_that_arrives_in_two_pieces_is_there_as_a_whole(
    new_context, monkeypatch, question, cut, fields, count
):
    write = ServerHandler.write

    def write_in_two(handler: ServerHandler, data: bytes) -> None:
        end = data.index(cut.encode()) + len(cut) if cut.encode() in data else 0
        write(handler, data[:end])
        time.sleep(0.3 if end else 0)
        write(handler, data[end:])

    plain = {"Accept-Encoding": "identity"}
    context = new_context(java_script_enabled=False, extra_http_headers=plain)
    page = context.new_page()
    begin(page, question())
    monkeypatch.setattr(ServerHandler, "write", write_in_two)
    page.reload()

    fields = page.locator(fields)
    expect(fields).to_have_count(count)
    expect(fields.filter(visible=True)).to_have_count(count)
