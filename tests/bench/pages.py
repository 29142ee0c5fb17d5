"""The pages that are measured, and a quiz played by a guest so that there are some."""

from dataclasses import dataclass

from django.utils import timezone
from playwright.sync_api import Page

# Addresses by the name a reader would give the page.
OPEN = {
    "home": "/",
    "quizzes": "/quizzes/",
    "facts": "/facts/",
    "country": "/facts/countries/greece/",
    "organisation": "/facts/organisations/nato/",
    "person": "/facts/people/edi-rama/",
    "section": "/facts/sections/europe/",
    "atlas": "/facts/atlas/",
    "timeline": "/facts/timeline/",
    "search": "/facts/search/?q=greece",
    "fairness": "/fairness/",
    "flashcards": "/flashcards/",
    "scores": "/scores/",
    "review": "/review/",
    "ready": "/ready/",
    "progress": "/progress/",
    "calibration": "/progress/calibration/",
    "passport": "/passport/",
    "classes": "/classes/",
    "sign-up": "/accounts/signup/",
    "sign-in": "/accounts/login/",
    "offline": "/offline/",
}


@dataclass(frozen=True)
class Played:
    """What a guest has after two quizzes: their cookies, and where things stand."""

    cookies: list
    addresses: dict[str, str]


def open_pages() -> dict[str, str]:
    from relations.models import Theme, Treaty

    found = {
        "treaty": Treaty.objects.standing().first(),
        "theme": Theme.objects.first(),
    }
    return OPEN | {name: thing.get_absolute_url() for name, thing in found.items()}


def play(page: Page, site: str) -> Played:
    """One quiz with an answer and an open question, another one to its end."""
    begun, ended = (_start(page, site) for _ in range(2))
    _answer(begun, 1)
    _answer(ended, 10)
    addresses = {
        "question": f"{begun}2/",
        "answered": f"{begun}1/",
        "result": f"{ended}result/",
    }
    return Played(page.context.cookies(), addresses)


def _start(page: Page, site: str) -> str:
    """Start a quick ten, and say where it is."""
    page.goto(site)
    page.get_by_role("button", name="Start a quick ten").click()
    page.wait_for_url("**/attempts/*/1/")
    return page.url.removeprefix(site).removesuffix("1/")


def _answer(address: str, count: int) -> None:
    """Answer the first questions, every other one rightly."""
    from quiz import play as rules
    from quiz.models import Attempt
    from tests.factories import right, wrong

    attempt = Attempt.objects.get(pk=address.split("/")[2])
    for item in attempt.items.all()[:count]:
        given = right(item) if item.position % 2 else wrong(item)
        rules.answer(item, given, now=timezone.now())
