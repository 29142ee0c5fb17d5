"""What each page costs to load for the first time: `make weight`.

Every byte counts that comes over the wire until the page is quiet and the worker behind it
has what it keeps, headers included, with nothing there from before. Ends with status 1 if
a page is over its budget.
"""

import sys
from dataclasses import dataclass, field

from playwright.sync_api import Browser, Request, sync_playwright

from tests.bench import pages, site
from tests.chromium import CHROMIUM, SWITCHES

KB = 1000
BUDGETS = {"home": 40 * KB, "atlas": 90 * KB}
BUDGET = 60 * KB  # of any other page


@dataclass
class Load:
    """What came over the wire for one page."""

    name: str
    status: int = 0
    sizes: list[int] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(self.sizes)

    @property
    def budget(self) -> int:
        return BUDGETS.get(self.name, BUDGET)

    @property
    def is_there(self) -> bool:
        return self.status == 200

    @property
    def is_over(self) -> bool:
        return self.is_there and self.total > self.budget

    def __str__(self) -> str:
        told = f"{self.name:14}{len(self.sizes):>9}{self.total:>9,}{self.budget:>9,}"
        if not self.is_there:
            return f"{self.name:14}not there: status {self.status}"
        return told + ("  over its budget" if self.is_over else "")


def load(browser: Browser, name: str, address: str, cookies: list) -> Load:
    """Open one page in a browser that has never been here."""
    context = browser.new_context()
    context.add_cookies(cookies)
    found = Load(name)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on(
        "Network.loadingFinished",
        lambda event: found.sizes.append(int(event["encodedDataLength"])),
    )
    context.on("requestfinished", lambda request: _count_worker(request, found.sizes))
    response = page.goto(address, wait_until="networkidle")
    if response.ok:  # a page of errors brings no worker
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.wait_for_timeout(500)  # until all it loaded has been told
    found.status = response.status if response else 0
    context.close()
    return found


def _count_worker(request: Request, sizes: list[int]) -> None:
    """What the page's own list leaves out; a body below nothing came from the cache."""
    if request.service_worker and request.sizes()["responseBodySize"] >= 0:
        body = request.response().header_value("content-length")
        sizes.append(request.sizes()["responseHeadersSize"] + int(body or 0))


def loads(base: str) -> list[Load]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        played = pages.play(browser.new_page(), base)
        addresses = pages.open_pages() | played.addresses
        found = [
            load(browser, name, f"{base}{address}", played.cookies)
            for name, address in addresses.items()
        ]
        browser.close()
    return found


def main() -> None:
    with site.served() as base:
        found = loads(base)
    sys.stdout.write(f"{'page':14}{'requests':>9}{'bytes':>9}{'budget':>9}\n")
    for one in sorted(found, key=lambda one: -one.total):
        sys.stdout.write(f"{one}\n")
    sys.exit(any(one.is_over for one in found))


if __name__ == "__main__":
    main()
