"""Settings: one module, read from the environment, safe when nothing is set."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"  # ignored by git: database, secret, collected static files


def env_flag(name: str, *, default: bool) -> bool:
    """A yes-or-no setting; anything but 0 and 1 stops the start."""
    value = os.environ.get(name, str(int(default)))
    if value not in {"0", "1"}:
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}.")
    return value == "1"


def env_count(name: str, *, default: int) -> int:
    """A number of things; anything but digits stops the start."""
    value = os.environ.get(name, str(default))
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a number, not {value!r}.")
    return int(value)


def secret_key() -> str:
    """The secret from the environment, or from the file `make run` creates once."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    kept = VAR_DIR / "secret_key"
    if kept.exists():
        return kept.read_text().strip()
    raise ImproperlyConfigured("Set SECRET_KEY, or let `make run` create one.")


DEMO = env_flag("BESA_DEMO", default=False)
HTTPS = env_flag("BESA_HTTPS", default=not DEMO)
DEBUG = env_flag("DEBUG", default=False)
PROXIES = env_count("BESA_PROXIES", default=0)  # that stand between here and a browser
SECRET_KEY = secret_key()
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost 127.0.0.1 [::1]").split()
CSRF_TRUSTED_ORIGINS = os.environ.get("CSRF_TRUSTED_ORIGINS", "").split()

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

INSTALLED_APPS = [
    "config.apps.BesaAdminConfig",
    "config",
    "accounts",
    "relations",
    "quiz",
    "classroom",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "import_export",
    "simple_history",
    "template_partials",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",  # its files are compressed already
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.middleware.permissions_policy",
    "config.middleware.unicode_forms_only",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.OneTimePasswordMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",  # who changed what
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "PRAGMA cache_size=-20000; PRAGMA mmap_size=134217728;"
    ),
}
DATABASES = {
    "default": dj_database_url.config(default=f"sqlite:///{VAR_DIR / 'besa.sqlite3'}")
}
DATABASES["default"].setdefault("OPTIONS", {})  # what stands in the address is kept
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] |= SQLITE_OPTIONS
    # WAL needs a file: an in-memory test database would not behave as the real one.
    DATABASES["default"]["TEST"] = {
        "NAME": os.environ.get("TEST_DATABASE_NAME", VAR_DIR / "test.sqlite3")
    }
else:
    # A worker keeps one connection and takes as many as it has threads, and one more.
    DATABASES["default"]["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 5}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

CACHES: dict[str, dict[str, Any]]
if cache_url := os.environ.get("CACHE_URL"):
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": cache_url,
        }
    }
else:
    CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.db.DatabaseCache",
            "LOCATION": "cache",
            # The default of 300 would push out the counts that slow down guessing.
            "OPTIONS": {"MAX_ENTRIES": 20_000},
        }
    }

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Django's own handler is silent without DEBUG; an error must be found in the log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["console"], "level": "ERROR"}},
}

LANGUAGE_CODE = "en-gb"
FORMAT_MODULE_PATH = "config.formats"
TIME_ZONE = os.environ.get("TIME_ZONE", "Europe/Tirane")
USE_TZ = True

AUTH_USER_MODEL = "accounts.User"
# It extends Django's own; both together would hash every wrong password twice.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# Django's argon2 default takes 100 MiB a hash, too much for a class signing in at once.
PASSWORD_HASHERS = ["accounts.hashers.ClassroomArgon2Hasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
ACCOUNT_ADAPTER = "quiz.learners.AccountAdapter"
# What else becomes the account's when a guest signs up or in, each called (guest, own).
LEARNER_MERGERS = ["quiz.memory.merge", "classroom.classes.enrolment.merge"]
ATTEMPT_TERMS = (
    "classroom.sitting.terms.of"  # what tells the terms an attempt is played on
)
LEARNER_TERMS = (
    "classroom.sitting.terms.of_learner"  # and those of all a learner was set
)
SET_IS_FREE = (
    "classroom.sitting.terms.is_free"  # and whether a set may be played without any
)
KEPT_ATTEMPTS = (
    "classroom.sitting.terms.kept"  # which a learner cannot delete for the time being
)
FACT_FOLLOW_UP = "classroom.corrections.follow_up.of"  # where a corrected fact leads
OVERSIGHT = "classroom.oversight"  # what tells which attempts a teacher may see
# What somebody who has a password to choose still may call; none of it is theirs.
OPEN_TO_ONE_TIME_PASSWORDS = [
    "choose_password",
    "account_logout",
    "quiz:manifest",
    "quiz:service_worker",
    "quiz:offline",
    "quiz:robots",
    "quiz:fairness",
    "quiz:fairness_figures",
]
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_USERNAME_MIN_LENGTH = 3
ACCOUNT_PRESERVE_USERNAME_CASING = False  # one name, however it is capitalised
# A whole class signs up from one address in one minute; per-name limits stay tight.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "300/m/ip,5/5m/key",
    "signup": "200/m/ip",
    "dispute": "120/h/ip",
}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "quiz:scores"
LOGOUT_REDIRECT_URL = "quiz:home"

# Unread messages would swell a session; a cookie has room for the latest only.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

SESSION_COOKIE_AGE = 60 * 60 * 24 * 400  # the longest a browser keeps a cookie
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES  # else every visitor has the proxy's address

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
