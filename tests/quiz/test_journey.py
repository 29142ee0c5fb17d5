"""The whole way by the forms and links of the pages alone, as without JavaScript."""

from html.parser import HTMLParser

import pytest
from django.test import Client

from quiz.models import Answer, Attempt, Learner
from tests.factories import make_question

pytestmark = pytest.mark.django_db


class Page(HTMLParser):
    """The links of a page and its forms, with what each would send."""

    def __init__(self, response) -> None:
        super().__init__()
        assert response.status_code == 200
        self.links: list[str] = []
        self.forms: dict[str, dict[str, str]] = {}
        self.choices: list[str] = []
        self._form: dict[str, str] | None = None
        self.feed(response.text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a":
            self.links.append(given["href"])
        elif tag == "form":
            self._form = self.forms.setdefault(given["action"], {})
        elif tag in {"input", "button"} and given.get("name"):
            if given["name"] == "choice":
                self.choices.append(given["value"])
            elif given.get("type") != "radio" or "checked" in given:
                self._form[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self._form = None


@pytest.fixture
def visitor() -> Client:
    """A browser without scripts, whose forms have to carry their own protection."""
    for _ in range(12):
        make_question(is_ordered=True)  # so that the first option is wrong
    return Client(enforce_csrf_checks=True)


def send(visitor: Client, page: Page, action: str, **fields) -> Page:
    return Page(visitor.post(action, page.forms[action] | fields, follow=True))


def play_on(visitor: Client, page: Page, count: int) -> Page:
    """Answer so many questions, each time going on by the page's own link."""
    for _ in range(count):
        action = next(a for a in page.forms if a.endswith("/answer/"))
        page = send(visitor, page, action, choice=page.choices[0])
        onward = next(a for a in page.links if a.startswith("/attempts/"))
        page = Page(visitor.get(onward))
    return page


def test_a_guest_plays_ten_signs_up_and_finds_the_score(visitor):
    home = Page(visitor.get("/"))
    page = send(visitor, home, "/quizzes/start/")

    result = play_on(visitor, page, 10)
    sign_up = Page(visitor.get("/accounts/signup/"))
    scores = send(
        visitor,
        sign_up,
        "/accounts/signup/",
        username="arta",
        password1="a long pass phrase",
    )

    attempt = Attempt.objects.finished().get()
    assert (attempt.length, attempt.learner.user.username) == (10, "arta")
    assert "/accounts/signup/" in result.links
    assert f"/attempts/{attempt.pk}/" in scores.links
    assert Learner.objects.count() == 1


def test_a_guest_leaves_comes_back_and_practises_what_was_missed(visitor):
    topics = Page(visitor.get("/quizzes/"))
    page = send(visitor, topics, "/quizzes/start/", length="5")
    play_on(visitor, page, 2)

    home = Page(visitor.get("/"))
    left = next(a for a in home.links if a.startswith("/attempts/"))
    result = play_on(visitor, Page(visitor.get(left, follow=True)), 3)

    attempt = Attempt.objects.finished().get()
    assert (attempt.score, attempt.length) == (0, 5)
    practice = send(visitor, result, f"/attempts/{attempt.pk}/practise/")
    play_on(visitor, practice, 5)
    assert Attempt.objects.finished().count() == 2


def test_a_guest_tries_the_question_on_the_home_page(visitor):
    home = Page(visitor.get("/"))

    told = send(visitor, home, "/try/", choice=home.choices[1])

    assert Answer.objects.get().given == 1
    assert "/quizzes/start/" in told.forms
