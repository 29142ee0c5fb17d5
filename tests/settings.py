"""The project's settings as tests need them: plain HTTP, nothing collected first."""

import os

os.environ.setdefault("SECRET_KEY", "known to every test")
os.environ["BESA_DEMO"] = "1"

from config import settings as published
from config.settings import *  # noqa: F403

published.VAR_DIR.mkdir(exist_ok=True)

# The manifest wants collectstatic first; tests/test_project.py proves it with that.
STORAGES = published.STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True

# A page that asks the database once per row fails its test.
INSTALLED_APPS = [*published.INSTALLED_APPS, "zeal"]
MIDDLEWARE = [*published.MIDDLEWARE, "zeal.middleware.zeal_middleware"]
ZEAL_NPLUSONE_THRESHOLD = 4  # reading an attempt again after a write is no loop
