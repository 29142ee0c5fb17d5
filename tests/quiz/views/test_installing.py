"""What makes the site an app, and what it keeps for when there is no connection."""

import re
import struct

import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from quiz.views import installing
from tests.factories import make_user

NAMES = ["manifest", "service_worker", "offline", "robots"]


@pytest.mark.parametrize("name", NAMES)
def test_they_are_read_by_anybody_and_asked_for_afresh(client, name):
    response = client.get(reverse(f"quiz:{name}"))

    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.cookies == {}
    assert client.post(reverse(f"quiz:{name}")).status_code == 405


def test_the_app_starts_on_the_first_page_and_has_its_icons(client):
    response = client.get(reverse("quiz:manifest"))

    app = response.json()
    assert response.headers["Content-Type"] == "application/manifest+json"
    assert app["start_url"] == app["scope"] == reverse("quiz:home")
    assert {icon["purpose"] for icon in app["icons"]} == {"any", "maskable"}
    for icon in app["icons"]:
        assert size_of(icon["src"].removeprefix("/static/")) == icon["sizes"]


def size_of(name: str) -> str:
    """Width and height, as a PNG file says them in its head."""
    with open(finders.find(name), "rb") as file:
        width, height = struct.unpack(">16x2I", file.read(24))
    return f"{width}x{height}"


@pytest.mark.django_db
def test_pages_name_the_manifest_and_an_icon_for_the_home_screen(client):
    page = client.get(reverse("quiz:home")).text

    assert f'<link rel="manifest" href="{reverse("quiz:manifest")}">' in page
    assert (
        '<link rel="apple-touch-icon" href="/static/quiz/icon-apple-180.png">' in page
    )


def worker(client) -> str:
    response = client.get(reverse("quiz:service_worker"))
    assert response.headers["Content-Type"] == "text/javascript"
    return response.text


def test_the_worker_keeps_the_offline_page_and_what_it_is_made_of(client):
    parts = re.search(r"const PARTS = \[(.*?)\]", worker(client))[1]
    page = client.get(reverse("quiz:offline")).text

    named = set(re.findall(r'"(/static/[^"]+)"', page))
    kept = re.findall(r'"([^"]+)"', parts)
    assert named <= set(kept)
    assert all(finders.find(path.removeprefix("/static/")) for path in kept)


def test_the_worker_has_another_shelf_when_something_it_keeps_has_changed(
    client, monkeypatch
):
    shelf = re.compile(r'const SHELF = "besa-\w{12}"')
    before = shelf.search(worker(client))[0]
    monkeypatch.setattr(installing, "OFFLINE_PARTS", ("quiz/app.css",))

    assert shelf.search(worker(client))[0] != before


@pytest.mark.django_db
def test_the_offline_page_says_what_is_safe_and_nothing_of_anybody(client):
    client.force_login(make_user(username="besarta"))

    response = client.get(reverse("quiz:offline"))

    assertContains(response, "What you sent is safe")
    assertContains(response, "Try again")
    assertNotContains(response, "besarta")
    assertNotContains(response, "csrf")


def test_robots_are_asked_to_leave_the_doors_alone(client):
    response = client.get(reverse("quiz:robots"))

    assert response.text.splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /accounts/login/",
        "Disallow: /accounts/signup/",
    ]
