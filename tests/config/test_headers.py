import re
from uuid import uuid4

import pytest
from django.contrib.messages import INFO
from django.contrib.messages.storage import default_storage
from django.http import HttpResponse

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
PATHS = ["/", "/accounts/login/", "/accounts/signup/", "/admin/", "/no/such/page/"]


def policy(response) -> dict[str, str]:
    header = response.headers["Content-Security-Policy"]
    return dict(part.strip().split(" ", 1) for part in header.split(";"))


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_the_strict_policy(client, path):
    assert policy(client.get(path)) == STRICT


@pytest.mark.django_db
def test_every_admin_page_has_the_strict_policy(admin_client):
    assert policy(admin_client.get("/admin/")) == STRICT


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_pages_carry_the_other_protective_headers(client, path):
    headers = client.get(path).headers

    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
def test_over_https_cookies_and_transport_are_held_to_it(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_HSTS_SECONDS = 60
    settings.CSRF_COOKIE_SECURE = True

    plain = client.get("/accounts/login/")
    secure = client.get("/accounts/login/", secure=True)

    assert plain.status_code == 301
    assert plain.url == "https://testserver/accounts/login/"
    assert secure.headers["Strict-Transport-Security"].startswith("max-age=60")
    cookie = secure.cookies["csrftoken"]
    assert (cookie["secure"], cookie["httponly"], cookie["samesite"]) == (
        True,
        True,
        "Lax",
    )


@pytest.mark.django_db
def test_the_session_cookie_cannot_be_read_by_scripts(client, django_user_model):
    django_user_model.objects.create_user("arta", password="a good pass phrase")

    response = client.post(
        "/accounts/login/", {"login": "arta", "password": "a good pass phrase"}
    )

    cookie = response.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


@pytest.mark.parametrize("charset", ["utf-16", "utf-7", "latin-1"])
def test_a_form_in_another_encoding_is_a_bad_request(client, charset):
    response = client.post(
        "/quizzes/start/",
        b"length=5",
        content_type=f"application/x-www-form-urlencoded; charset={charset}",
    )

    assert response.status_code == 400


@pytest.mark.django_db
def test_a_page_is_compressed_for_a_browser_that_can_read_it(client):
    plain = client.get("/")
    small = client.get("/", headers={"accept-encoding": "gzip, br"})

    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert len(small.content) < len(plain.content) / 2
    assert "Accept-Encoding" in small.headers["Vary"]


def test_the_length_of_what_is_compressed_says_nothing_of_its_content(client):
    lengths = {
        len(client.get("/offline/", headers={"accept-encoding": "gzip"}).content)
        for _ in range(20)
    }

    assert len(lengths) > 1


@pytest.mark.django_db
def test_a_token_against_forgery_never_looks_the_same_twice(client):
    client.get("/")  # brings the cookie that tokens are checked against

    tokens = [
        re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]
        for page in (client.get("/").text, client.get("/").text)
    ]

    assert tokens[0] != tokens[1]


@pytest.mark.django_db
def test_a_missing_page_is_kept_nowhere(client):
    response = client.get("/attempts/00000000-0000-4000-8000-000000000000/")

    assert response.status_code == 404
    assert "no-store" in response.headers["Cache-Control"]


def test_unread_messages_fill_no_session_and_no_more_than_a_cookie(rf):
    request, response = rf.get("/"), HttpResponse()
    request.session = {}
    messages = default_storage(request)
    for _ in range(100):
        messages.add(INFO, f"Nobody reads {uuid4()}.")

    messages.update(response)

    assert request.session == {}
    assert 1000 < len(response.cookies["messages"].value) < 4000
