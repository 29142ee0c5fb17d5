import runpy
import shutil

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import settings as module

PLAIN = (
    "BESA_DEMO",
    "BESA_HTTPS",
    "BESA_PROXIES",
    "DEBUG",
    "DATABASE_URL",
    "CACHE_URL",
)


@pytest.fixture
def read(monkeypatch):
    """Reads the settings again, with nothing set but a secret and what is given."""

    def read(**environment) -> dict:
        for name in PLAIN:
            monkeypatch.delenv(name, raising=False)
        for name, value in ({"SECRET_KEY": "secret"} | environment).items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(module.__file__)

    return read


@pytest.mark.parametrize("name", ["BESA_DEMO", "BESA_HTTPS", "DEBUG"])
@pytest.mark.parametrize("value", ["yes", "true", "", "2"])
def test_a_flag_is_0_or_1(read, name, value):
    with pytest.raises(ImproperlyConfigured, match=f"{name} must be 0 or 1"):
        read(**{name: value})


@pytest.mark.parametrize("value", ["one", "-1", ""])
def test_the_number_of_proxies_is_a_number(read, value):
    with pytest.raises(ImproperlyConfigured, match="BESA_PROXIES must be a number"):
        read(BESA_PROXIES=value)


@pytest.fixture
def elsewhere(monkeypatch, tmp_path):
    """A copy of the settings in a project whose var/ is its own."""
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "config").mkdir()
    (tmp_path / "var").mkdir()
    return shutil.copy(module.__file__, tmp_path / "config")


def test_without_a_secret_nothing_starts(elsewhere):
    with pytest.raises(ImproperlyConfigured, match="Set SECRET_KEY"):
        runpy.run_path(elsewhere)


def test_the_kept_secret_is_read_when_none_is_given(elsewhere, tmp_path):
    (tmp_path / "var" / "secret_key").write_text("kept\n")

    assert runpy.run_path(elsewhere)["SECRET_KEY"] == "kept"


def test_nothing_set_is_production(read):
    settings = read()

    assert not settings["DEBUG"]
    assert not settings["DEMO"]
    assert settings["SESSION_COOKIE_SECURE"]
    assert settings["CSRF_COOKIE_SECURE"]
    assert settings["SECURE_SSL_REDIRECT"]
    assert settings["SECURE_HSTS_SECONDS"] == 31_536_000


def test_demo_mode_serves_plain_http(read):
    settings = read(BESA_DEMO="1")

    assert not settings["SESSION_COOKIE_SECURE"]
    assert not settings["SECURE_SSL_REDIRECT"]
    assert settings["SECURE_HSTS_SECONDS"] == 0


def test_forwarded_headers_are_believed_only_behind_a_proxy(read):
    alone, behind = read(), read(BESA_PROXIES="2")

    assert "SECURE_PROXY_SSL_HEADER" not in alone
    assert "ALLAUTH_TRUSTED_PROXY_COUNT" not in alone
    assert behind["SECURE_PROXY_SSL_HEADER"] == ("HTTP_X_FORWARDED_PROTO", "https")
    assert behind["ALLAUTH_TRUSTED_PROXY_COUNT"] == 2


def test_sqlite_waits_for_its_turn_to_write(read):
    options = read()["DATABASES"]["default"]["OPTIONS"]

    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]


def test_postgresql_pools_connections_and_keeps_what_its_address_asks(read):
    url = "postgres://besa@database.example/besa?sslmode=require"

    database = read(DATABASE_URL=url)["DATABASES"]["default"]

    assert database["OPTIONS"] == {
        "sslmode": "require",
        "pool": {"min_size": 1, "max_size": 5},
    }


def test_a_shared_cache_is_used_when_named(read):
    cache = read(CACHE_URL="redis://cache.example/0")["CACHES"]["default"]

    assert cache["LOCATION"] == "redis://cache.example/0"
