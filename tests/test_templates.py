"""What every page owes its reader, whatever it shows."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from tests.factories import (
    make_attempt,
    make_question,
    make_teacher,
    make_user,
    right,
    wrong,
)

TEMPLATES = sorted(
    path
    for path in (settings.BASE_DIR / "templates").rglob("*.html")
    if "admin" not in path.parts
)
STATIC = settings.BASE_DIR / "quiz/static/quiz"
TAG = re.compile(r"<[a-z](?:[^<>{]|{%.*?%}|{{.*?}})*>", re.DOTALL)


def by_name(path: Path) -> str:
    return str(path.relative_to(settings.BASE_DIR / "templates"))


def tags(path: Path) -> list[str]:
    return TAG.findall(path.read_text("utf-8"))


# The markup, file by file


@pytest.mark.parametrize("path", TEMPLATES, ids=by_name)
def test_nothing_is_written_inline_that_the_content_policy_forbids(path):
    inline = [
        tag
        for tag in tags(path)
        if re.search(r"\s(style|on\w+)\s*=", tag)
        or tag.startswith("<style")
        or (tag.startswith("<script") and " src=" not in tag)
    ]

    assert inline == []


@pytest.mark.parametrize("path", TEMPLATES, ids=by_name)
def test_no_text_is_trusted_to_be_markup(path):
    assert not re.search(r"\|\s*safe\b|autoescape off", path.read_text("utf-8"))


@pytest.mark.parametrize("path", TEMPLATES, ids=by_name)
def test_every_form_works_without_scripts_and_against_forgery(path):
    text = path.read_text("utf-8")

    for form in re.findall(r"<form.*?</form>", text, re.DOTALL):
        assert re.search(r'\saction="', form)
        assert re.search(r'\smethod="(get|post)"', form)
        assert ('method="post"' in form) == ("{% csrf_token %}" in form)


@pytest.mark.parametrize("path", TEMPLATES, ids=by_name)
def test_what_htmx_does_stands_whole_on_the_element_that_acts(path):
    for tag in tags(path):
        assert not re.search(r"\shx-", tag)
        if re.search(r"\sdata-hx-(get|post)=", tag):
            for attribute in ("target", "select", "swap"):
                assert f"data-hx-{attribute}=" in tag
            assert re.search(r"^<form|\shref=", tag)


def test_nothing_static_comes_from_another_host():
    for path in STATIC.iterdir():
        text = path.read_text("utf-8", errors="ignore").replace(
            "http://www.w3.org/2000/svg", ""
        )
        assert not re.search(r"https?:|url\(\s*[\"']?//", text)


# The colours


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def themes() -> dict[str, dict[str, str]]:
    css = (STATIC / "app.css").read_text("utf-8")
    light, dark = re.findall(r":root \{(.*?)\}", css, re.DOTALL)[:2]
    return {"light": colours(light), "dark": colours(light) | colours(dark)}


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


TEXT = [
    *product(["ink", "soft", "red"], ["paper", "card", "tint"]),
    *product(["ink", "soft"], ["red-wash", "green-wash"]),
    *product(["green"], ["paper", "card", "green-wash"]),
    ("red", "red-wash"),
    ("stamp", "paper"),
    ("paper", "ink"),
    ("on-button", "button"),
    ("on-button", "button-deep"),
]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_stands_out_from_its_ground(theme, text, ground):
    palette = themes()[theme]

    assert contrast(palette[text], palette[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("mark", "ground"),
    [*product(["edge", "stamp", "green", "red"], ["paper", "card"])],
)
def test_edges_of_controls_and_marks_stand_out(theme, mark, ground):
    palette = themes()[theme]

    assert contrast(palette[mark], palette[ground]) >= 3


# The frame


@pytest.mark.django_db
def test_every_page_credits_the_article_and_its_licence(client):
    response = client.get(reverse("quiz:home"))

    assertContains(response, "Foreign relations of Albania")
    assertContains(response, "https://creativecommons.org/licenses/by-sa/4.0/")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        "quiz:topics",
        "quiz:review",
        "relations:facts",
        "relations:atlas",
        "relations:timeline",
        "relations:search",
        "quiz:passport",
        "quiz:progress",
        "classroom:classes",
    ],
)
def test_the_page_one_is_on_is_marked_in_the_menu(client, name):
    url = reverse(name)

    assertContains(client.get(url), f'<a href="{url}" aria-current="page">')


@pytest.mark.django_db
def test_a_guest_is_offered_to_sign_in_and_a_pupil_to_sign_out(client):
    home = reverse("quiz:home")

    assertContains(client.get(home), "Sign in")
    client.force_login(make_user(username="besarta"))
    response = client.get(home)

    assertContains(response, "besarta")
    assertContains(response, f'action="{reverse("account_logout")}" method="post"')
    assertNotContains(response, "Teacher’s desk")


@pytest.mark.django_db
def test_a_teacher_is_shown_the_way_to_the_desk(client):
    client.force_login(make_teacher())

    assertContains(client.get(reverse("quiz:home")), reverse("desk:doors"))


@pytest.mark.django_db
def test_staff_who_make_no_quizzes_are_shown_the_way_to_the_admin(client):
    client.force_login(make_user(is_staff=True))

    response = client.get(reverse("quiz:home"))
    assertContains(response, "Administration")
    assertNotContains(response, reverse("desk:doors"))


@pytest.mark.django_db
def test_a_hostile_name_is_shown_as_text(client):
    client.force_login(make_user(username="<b>x</b>"))

    assertContains(client.get(reverse("quiz:home")), "&lt;b&gt;x&lt;/b&gt;")


# A question, before the answer and after it


@pytest.mark.django_db
def test_a_question_is_asked_by_a_group_of_radio_buttons_with_its_words(
    client, learner
):
    attempt = make_attempt(learner=learner)
    item = attempt.items.get(position=1)

    response = client.get(reverse("quiz:item", args=[attempt.pk, 1]))

    page = response.text
    legend = re.search(r"<legend>(.*?)</legend>", page, re.DOTALL)[1]
    assert item.stem.replace("'", "&#x27;") in legend
    assert page.count("data-option") == len(item.options)
    assert "checked" not in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("choose", "words"),
    [
        (right, ["Right", "your answer, and right"]),
        (wrong, ["Not right", "your answer", "the answer"]),
    ],
)
def test_right_and_wrong_are_said_in_words(client, learner, choose, words):
    attempt = make_attempt(learner=learner)
    item = attempt.items.get(position=1)

    client.post(
        reverse("quiz:answer_item", args=[attempt.pk, 1]), {"choice": choose(item)}
    )
    response = client.get(reverse("quiz:item", args=[attempt.pk, 1]))

    for said in words:
        assertContains(response, said)


@pytest.mark.django_db
def test_what_does_not_come_from_the_article_is_labelled(client, learner):
    questions = [make_question(remark="A ministry says 1994."), make_question()]
    attempt = make_attempt(learner=learner, questions=questions, answers="++")
    position = attempt.items.get(question=questions[0]).position

    response = client.get(reverse("quiz:item", args=[attempt.pk, position]))

    label = '<span class="outside__label">Not from the article</span>'
    assertContains(response, f"{label} A ministry says 1994.")


@pytest.mark.django_db
def test_the_way_on_has_the_focus_after_an_answer(client, learner):
    attempt = make_attempt(learner=learner, answers="++")

    first, last = (
        client.get(reverse("quiz:item", args=[attempt.pk, position])).text
        for position in (1, 2)
    )

    for page in (first, last):
        assert page.count("autofocus") == 1
    assert "Next question" in first
    assert "See your result" in last


@pytest.mark.django_db
def test_the_answer_is_announced_from_outside_the_part_that_is_swapped(client, learner):
    attempt = make_attempt(learner=learner, answers="+")

    page = client.get(reverse("quiz:item", args=[attempt.pk, 1])).text

    before, board = page.split('id="board"')
    assert 'id="announcer"' in before
    assert 'data-announcement="Right' in board


# Pages that something else makes


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["account_login", "account_signup", "account_inactive"]
)
def test_account_pages_have_the_frame(client, name):
    assertContains(client.get(reverse(name)), 'class="masthead"')


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["account_logout", "account_change_password"])
def test_account_pages_behind_the_door_have_the_frame(client, name):
    client.force_login(make_user())

    assertContains(client.get(reverse(name)), 'class="masthead"')


@pytest.mark.django_db
def test_a_field_in_error_says_so_to_those_who_cannot_see_it(client):
    page = client.post(reverse("account_signup"), {"username": "x"}).text

    field = re.search(r'<input[^>]*name="username"[^>]*>', page)[0]
    assert 'aria-invalid="true"' in field
    described_by = re.search(r'aria-describedby="([^"]+)"', field)[1].split()
    assert all(f'id="{part}"' in page for part in described_by)


@pytest.mark.parametrize("code", ["400", "403", "403_csrf", "404", "500"])
def test_error_pages_need_neither_context_nor_database(code):
    page = render_to_string(f"{code}.html")

    assert page.count("<h1>") == 1
    assert 'href="/"' in page


@pytest.mark.django_db
def test_a_missing_page_is_a_404_in_our_own_words(client):
    response = client.get("/nowhere/")

    assertContains(response, "No such page in our records", status_code=404)
