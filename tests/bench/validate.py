"""Every kind of page, read by the Nu Html Checker: `make validate`.

Wants java, and in VNU the place of vnu.jar, as the npm package vnu-jar brings it. Ends
with status 1 if the checker finds anything.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench import site

VNU = os.environ.get("VNU", "vnu.jar")
ERRORS = ("400", "403", "403_csrf", "404", "429", "500")
ALLOWED_HOST = "127.0.0.1"

Page = tuple[str, str]  # a name for it, and its HTML


def open_to_all() -> Iterator[Page]:
    from django.template.loader import render_to_string
    from django.test import Client

    from tests.bench import pages
    from tests.factories import make_question_set

    client = Client(SERVER_NAME=ALLOWED_HOST)
    made = {"set": make_question_set().get_absolute_url()}
    for name, address in (pages.open_pages() | made).items():
        response = client.get(address)
        if response.status_code == 200:  # else it has not been built yet
            yield name, response.text
    for code in ERRORS:
        yield f"error {code}", render_to_string(f"{code}.html")


def played() -> Iterator[Page]:
    """A question of every format, before the answer, after it, and refused; the result."""
    from django.test import Client

    from quiz.learners import SESSION_KEY
    from quiz.models import Format, Question
    from tests.factories import make_attempt, make_dispute, make_learner

    learner = make_learner()
    client = Client(SERVER_NAME=ALLOWED_HOST)
    session = client.session
    session[SESSION_KEY] = str(learner.pk)
    session.save()
    client.cookies["sessionid"] = session.session_key
    for format in Format.values:
        questions = list(Question.objects.active().filter(format=format)[:2])
        attempt = make_attempt(learner=learner, questions=questions)
        here = attempt.get_absolute_url()
        yield f"{format}, asked", client.get(f"{here}1/").text
        refused = client.post(f"{here}1/answer/")
        if refused.status_code == 200:  # naming none of them is an answer too
            yield f"{format}, refused", refused.text
        answer_both(attempt)
        for position in (1, 2):
            page = client.get(f"{here}{position}/")
            yield f"{format}, answered {position}", page.text
        yield f"{format}, result", client.get(f"{here}result/").text
    make_dispute(learner=learner)
    yield "objections", client.get("/objections/").text
    yield "scores", client.get("/scores/").text
    yield "home, a quiz left open", client.get("/").text


def answer_both(attempt) -> None:
    """The first question rightly, unless sending nothing has answered it, the second not."""
    from django.utils import timezone

    from quiz import play
    from tests.factories import right, wrong

    first, second = attempt.items.all()
    if not first.is_answered:
        play.answer(first, right(first), now=timezone.now())
    play.answer(second, wrong(second), now=timezone.now())


def signed_in() -> Iterator[Page]:
    from django.test import Client

    from tests.factories import make_user

    client = Client(SERVER_NAME=ALLOWED_HOST)
    yield "sign-up, refused", client.post("/accounts/signup/", {"username": "x"}).text
    yield "sign-in, refused", client.post("/accounts/login/", {"login": "x"}).text
    client.force_login(make_user(is_staff=True))
    for address in ("/", "/scores/", "/accounts/logout/", "/accounts/password/change/"):
        yield f"signed in {address}", client.get(address).text


def checked(found: list[Page], folder: Path) -> int:
    for number, (name, html) in enumerate(found):
        readable = "".join(c if c.isalnum() else "-" for c in name)
        (folder / f"{number:03}-{readable}.html").write_text(html, "utf-8")
    command = ["java", "-jar", VNU, *sorted(map(str, folder.glob("*.html")))]
    done = subprocess.run(command, capture_output=True, text=True)
    sys.stdout.write(done.stderr.replace(f"file:{folder}/", ""))
    return len([line for line in done.stderr.splitlines() if line])


def main() -> None:
    if not Path(VNU).is_file():
        raise SystemExit(
            "Install the npm package vnu-jar, and name its vnu.jar in VNU."
        )
    with tempfile.TemporaryDirectory(prefix="besa-pages-") as name:
        folder = Path(name)
        site.prepare(folder)
        site.fill()
        found = [*open_to_all(), *played(), *signed_in()]
        count = checked(found, folder)
    sys.stdout.write(f"{len(found)} pages, {count} findings\n")
    sys.exit(count > 0)


if __name__ == "__main__":
    main()
