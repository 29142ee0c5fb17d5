"""What the main pages cost to load; `make weight` measures the same in a real browser."""

import gzip
import re
from urllib.parse import urljoin

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.urls import reverse

from tests.factories import make_attempt, make_milestone, make_question

KB = 1000
HEADERS = 0.65 * KB  # of an answer, on average
WORKER = [reverse("quiz:service_worker"), reverse("quiz:offline")]
NAMED = re.compile(
    r"""(?:src="|<link rel="(?:icon|stylesheet)" href=")/static/([^"]+)"""
)
NAMED_IN_STYLES = re.compile(r"""url\(["']?([\w.-]+)["']?\)""")


def static_files(page: str) -> set[str]:
    """The files that a page names, and those that its styles name."""
    named = set(NAMED.findall(page))
    for name in [name for name in named if name.endswith(".css")]:
        styles = content(name).decode()
        named |= {urljoin(name, part) for part in NAMED_IN_STYLES.findall(styles)}
    return named


def content(name: str) -> bytes:
    with open(finders.find(name), "rb") as file:
        return file.read()


def weight(client, address: str) -> float:
    """Everything a first visitor loads, compressed as it is served."""
    pages = [client.get(path).content for path in (address, *WORKER)]
    files = static_files(pages[0].decode())
    assert len(files) >= 4
    sent = [len(gzip.compress(page, 6)) for page in pages]
    sent += [len(brotli.compress(content(name))) for name in files]
    return sum(sent) + HEADERS * len(sent)


@pytest.mark.django_db
def test_the_first_page_is_light(client):
    make_question(format="choice")

    assert weight(client, reverse("quiz:home")) < 40 * KB


@pytest.mark.django_db
def test_other_pages_may_weigh_half_as_much_again(client, learner):
    played = make_attempt(learner=learner, length=10, answers="-" * 10)
    country = make_milestone().country

    for address in (
        reverse("quiz:item", args=[played.pk, 10]),
        reverse("quiz:result", args=[played.pk]),
        reverse("relations:facts"),
        country.get_absolute_url(),
    ):
        assert weight(client, address) < 60 * KB, address
