"""A real browser against the running site; whatever it complains of fails the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.servers.basehttp import WSGIServer
from django.db import connection
from playwright.sync_api import BrowserContext, Page

from tests.chromium import CHROMIUM, SWITCHES

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BLOCKED_WORKER = "Service Worker registration blocked by Playwright"
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`blocked by policy: ${event.violatedDirective} ${event.blockedURI}`));
"""


def is_browser_test(item: pytest.Item) -> bool:
    return Path(__file__).parent in item.path.parents


@pytest.hookimpl(trylast=True)  # after pytest has put its parameters together
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=is_browser_test)  # last: see `database_beside_playwright`
    for item in filter(is_browser_test, items):
        item.add_marker(pytest.mark.browser)
        item.add_marker(
            pytest.mark.django_db(transaction=True, serialized_rollback=True)
        )
        if CHROMIUM is None:
            reason = "No Chromium found: install one, or name it in CHROMIUM."
            item.add_marker(pytest.mark.skip(reason))


@pytest.fixture(scope="session", autouse=True)
def database_beside_playwright(
    django_db_setup, request: pytest.FixtureRequest
) -> Iterator[None]:
    """Playwright leaves an event loop running in the thread of the tests.

    There Django refuses queries unless told otherwise, and uses a connection of its
    own, which has to be told that it restores nothing, and has to be closed.
    """
    rows = connection._test_serialized_contents
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        request.getfixturevalue("playwright")
        connection._test_serialized_contents = rows
        yield
        connection.close()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    return browser_type_launch_args | {"executable_path": CHROMIUM, "args": SWITCHES}


@pytest.fixture(scope="session")
def long_queue() -> Iterator[None]:
    """Django's own server turns away a class that knocks all at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WSGIServer, "request_queue_size", 100)
        yield


@pytest.fixture(scope="session")
def base_url(long_queue, live_server) -> str:
    return live_server.url


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    """What the browser reported; a test that expects something clears it."""
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def new_context(
    new_context, base_url: str, complaints: list[str]
) -> Callable[..., BrowserContext]:
    """Makes browser contexts, each of them watched.

    There is no worker behind the pages, and nothing moves, unless a test asks for it.
    """
    calm = {"service_workers": "block", "reduced_motion": "reduce"}

    def new_watched_context(**options) -> BrowserContext:
        context = new_context(**calm | options)
        context.set_default_timeout(10_000)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on(
            "console",
            lambda message: (
                message.type in {"error", "warning"}
                and message.text != BLOCKED_WORKER
                and complaints.append(f"{message.type}: {message.text}")
            ),
        )
        context.on(
            "weberror", lambda error: complaints.append(f"thrown: {error.error}")
        )
        context.on(
            "request",
            lambda request: (
                request.url.startswith((f"{base_url}/", "data:"))
                or complaints.append(f"asked another host: {request.url}")
            ),
        )
        return context

    return new_watched_context


@pytest.fixture
def phone(new_context) -> Page:
    """A page on the smallest screen there is."""
    return new_context(viewport={"width": 320, "height": 640}).new_page()


@pytest.fixture
def plain_page(new_context) -> Page:
    """A page in a browser that runs no scripts."""
    return new_context(java_script_enabled=False).new_page()


@pytest.fixture
def barriers() -> Callable[[Page], list[str]]:
    """Tells what WCAG 2.2 A and AA find wrong with a page, once it is there."""

    def barriers(page: Page, rule: str = "") -> list[str]:
        wanted = {"type": "tag", "values": WCAG}
        options = {
            "runOnly": {"type": "rule", "values": [rule]} if rule else wanted,
            "resultTypes": ["violations"],  # spares the describing of what is well
        }
        page.wait_for_load_state()
        violations = Axe().run(page, options=options).response["violations"]
        return [
            f"{violation['id']}: {violation['help']} ({node['html']})"
            for violation in violations
            for node in violation["nodes"]
        ]

    return barriers
