"""The browser that pages are tested and measured in."""

import os
import shutil

# The shell starts sooner and takes about a third of the work of a whole browser.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, NAMES)), None
)
SWITCHES = ["--disable-gpu", "--disable-background-networking"]
if os.geteuid() == 0:
    SWITCHES.append("--no-sandbox")
