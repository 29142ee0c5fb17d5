"""Draws the icons of the installed app from favicon.svg: `python -m tests.bench.icons`."""

from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.chromium import CHROMIUM, SWITCHES

FOLDER = Path(__file__).parents[2] / "quiz" / "static" / "quiz"
PAPER = "#faf6ee"
# name, side, how much of it the seal takes, and what lies under the seal; of a maskable
# icon only the middle four fifths are sure to be seen
ICONS = [
    ("icon-192.png", 192, 1.0, "transparent"),
    ("icon-512.png", 512, 1.0, "transparent"),
    ("icon-maskable-512.png", 512, 0.76, PAPER),
    ("icon-apple-180.png", 180, 0.84, PAPER),
]


def draw(page: Page, name: str, side: int, share: float, ground: str) -> None:
    seal = (FOLDER / "favicon.svg").read_text("utf-8")
    page.set_viewport_size({"width": side, "height": side})
    page.set_content(
        "<style>body { display: grid; margin: 0; height: 100vh; place-items: center;"
        f" background: {ground} }} svg {{ width: {share:.0%} }}</style>{seal}"
    )
    page.screenshot(path=FOLDER / name, omit_background=True)


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        page = browser.new_page()
        for icon in ICONS:
            draw(page, *icon)
        browser.close()


if __name__ == "__main__":
    main()
