"""The browser that measurements are taken in."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(
    filter(None, map(shutil.which, NAMES)), None
)
SWITCHES = ["--disable-gpu", "--disable-background-networking"]
if os.geteuid() == 0:
    SWITCHES.append("--no-sandbox")
