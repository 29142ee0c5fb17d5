"""Lighthouse's marks, medians of five runs as on a slow phone: `make lighthouse`.

Wants the npm package lighthouse, version 12: either its command on the path, or the
command's place in LIGHTHOUSE. Ends with status 1 if a median is below 100.
"""

import argparse
import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from statistics import median
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.bench import pages, site
from tests.chromium import CHROMIUM, SWITCHES

COMMAND = shlex.split(os.environ.get("LIGHTHOUSE", "lighthouse"))
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ATTEMPTS = 3  # now and then it misses the start of a page
PAGES = ("home", "question", "result", "atlas", "country")

Report = dict[str, Any]


def audited(address: str, cookies: list) -> Report:
    """One run of Lighthouse in a browser of its own, with a guest's cookies."""
    told = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in cookies)
    command = [
        *COMMAND,
        address,
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags=--headless {' '.join(SWITCHES)}",
        f"--extra-headers={json.dumps({'Cookie': told})}",
        "--output=json",
        "--quiet",
    ]
    environment = os.environ | {"CHROME_PATH": CHROMIUM or ""}
    for _ in range(ATTEMPTS):
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE)
        if done.returncode == 0:
            found: Report = json.loads(done.stdout)
            return found
    raise SystemExit(f"Lighthouse could not read {address}.")


def medians(reports: list[Report]) -> list[int]:
    return [
        round(100 * median(report["categories"][name]["score"] for report in reports))
        for name in CATEGORIES
    ]


def shortfalls(report: Report) -> Iterator[str]:
    """What cost points, or would if it counted."""
    for audit in report["audits"].values():
        if audit["score"] is not None and audit["score"] < 0.9:
            yield f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="make lighthouse", description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--pages", nargs="+", default=PAGES)
    parser.add_argument("--why", action="store_true", help="list what cost points")
    options = parser.parse_args()
    if not shutil.which(COMMAND[0]):
        parser.error("Install the npm package lighthouse, and name it in LIGHTHOUSE.")
    falls_short = False
    with site.served() as base:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=SWITCHES
            )
            page = browser.new_context(base_url=base).new_page()
            played = pages.play(page, base)
            addresses = pages.open_pages() | played.addresses
            there = [name for name in options.pages if is_there(page, addresses[name])]
            browser.close()
        heads = [*CATEGORIES, "machine"]  # Lighthouse warns of one below 1000
        say(f"{'page':14}" + "".join(f"{head:>16}" for head in heads))
        for name in there:
            runs = range(options.runs)
            reports = [audited(base + addresses[name], played.cookies) for _ in runs]
            marks = medians(reports)
            falls_short |= min(marks) < 100
            speed = median(run["environment"]["benchmarkIndex"] for run in reports)
            cells = [*marks, round(speed)]
            say(f"{name:14}" + "".join(f"{cell:>16}" for cell in cells))
            for shortfall in shortfalls(reports[0]) if options.why else ():
                say(f"    {shortfall}")
    sys.exit(falls_short)


def is_there(page: Page, address: str) -> bool:
    return page.request.get(address).ok


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
