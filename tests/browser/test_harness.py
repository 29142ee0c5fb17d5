"""The home page opens, and the harness notices what it is there to notice."""

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import expect


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_home_opens_without_a_complaint(page, shipped_questions, barriers, width):
    page.set_viewport_size({"width": width, "height": 800})

    page.goto("/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert barriers(page) == []


def test_home_opens_without_scripts(plain_page, shipped_questions):
    plain_page.goto("/")

    expect(plain_page.get_by_role("heading", level=1)).to_be_visible()


def test_home_opens_before_there_are_questions(page):
    page.goto("/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_what_the_policy_blocks_is_noticed(page, complaints):
    page.goto("/")
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.body.append(document.createElement('style'))")
    page.evaluate("document.querySelector('style').textContent = 'p { color: red }'")
    page.wait_for_timeout(100)

    assert any("style-src" in complaint for complaint in complaints)
    complaints.clear()


def test_errors_of_scripts_are_noticed(page, complaints):
    page.goto("/")
    page.evaluate("setTimeout(() => { throw new Error('dropped') })")
    page.wait_for_timeout(100)

    assert any("dropped" in complaint for complaint in complaints)
    complaints.clear()


def test_requests_to_other_hosts_are_noticed(page, complaints):
    page.goto("/")
    page.evaluate("new Image().src = 'http://elsewhere.invalid/pixel.png'")
    page.wait_for_timeout(100)

    assert any("elsewhere" in complaint for complaint in complaints)
    complaints.clear()


def test_barriers_are_noticed(page, barriers):
    page.goto("/")
    page.evaluate("document.body.append(document.createElement('button'))")

    assert any("button-name" in barrier for barrier in barriers(page))


@pytest.mark.parametrize("time", ["first", "second"])
def test_the_group_of_teachers_outlives_each_test(page, time):
    page.goto("/")

    assert Group.objects.filter(name="Teachers").exists()
