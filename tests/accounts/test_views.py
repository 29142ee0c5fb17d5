import pytest
from django.db import IntegrityError
from django.urls import NoReverseMatch, reverse

from accounts.models import User

pytestmark = pytest.mark.django_db

PASSWORD = "tirana by the lana"


def sign_up(client, username, **extra):
    return client.post(
        "/accounts/signup/", {"username": username, "password1": PASSWORD}, **extra
    )


def sign_in(client, username, password=PASSWORD, **extra):
    return client.post(
        "/accounts/login/", {"login": username, "password": password}, **extra
    )


@pytest.mark.parametrize("name", ["account_login", "account_signup"])
def test_pages_for_newcomers_open(client, name):
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["account_logout", "account_change_password"])
def test_pages_for_those_signed_in_open(admin_client, name):
    assert admin_client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "email/",
        "confirm-email/",
        "password/reset/",
        "password/reset/done/",
        "login/code/confirm/",
        "reauthenticate/",
    ],
)
def test_pages_that_would_need_mail_are_not_there(client, path):
    assert client.get(f"/accounts/{path}").status_code == 404


def test_no_link_leads_to_a_page_that_is_not_there(client):
    with pytest.raises(NoReverseMatch):
        reverse("account_reset_password")

    assert "password/reset" not in client.get("/accounts/login/").content.decode()


def test_a_name_and_a_password_make_an_account(client):
    response = sign_up(client, "drita")

    assert response.url == reverse("quiz:scores")
    assert client.session["_auth_user_id"] == str(User.objects.get().pk)
    assert User.objects.get().email == ""


def test_a_taken_name_is_refused_whatever_its_letters_case(client):
    User.objects.create_user("drita")

    response = sign_up(client, "Drita")

    assert response.status_code == 200
    assert User.objects.count() == 1


def test_signing_in_looks_at_the_name_not_its_case(client):
    user = User.objects.create_user("Drita", password=PASSWORD)

    sign_in(client, "DRITA")

    assert client.session["_auth_user_id"] == str(user.pk)


def test_a_closed_account_is_told_so(client):
    User.objects.create_user("drita", password=PASSWORD, is_active=False)

    response = sign_in(client, "drita")

    assert response.url == reverse("account_inactive")
    assert client.get(response.url).status_code == 200


def test_signing_out_needs_a_click(admin_client):
    admin_client.get("/accounts/logout/")
    assert "_auth_user_id" in admin_client.session

    response = admin_client.post("/accounts/logout/")
    assert response.url == "/"
    assert "_auth_user_id" not in admin_client.session


def test_a_password_can_be_changed(client):
    user = User.objects.create_user("drita", password=PASSWORD)
    client.force_login(user)

    client.post(
        "/accounts/password/change/",
        {
            "oldpassword": PASSWORD,
            "password1": "the white drin",
            "password2": "the white drin",
        },
    )

    user.refresh_from_db()
    assert user.check_password("the white drin")
    assert client.get("/accounts/password/change/").status_code == 200


def test_the_admin_uses_the_same_way_in(client):
    response = client.get("/admin/", follow=True)

    assert response.redirect_chain[-1][0].startswith("/accounts/login/?next=")


def test_a_student_does_not_get_into_the_admin(client):
    client.force_login(User.objects.create_user("drita"))

    assert client.get("/admin/", follow=True).status_code == 403


def test_a_class_signs_up_and_in_from_one_address(client):
    names = [f"pupil{number}" for number in range(35)]

    for name in names:
        assert sign_up(client, name).status_code == 302
        client.post("/accounts/logout/")
    for name in names:
        assert sign_in(client, name).status_code == 302
        client.post("/accounts/logout/")


def test_guessing_one_name_s_password_is_slowed_down(client):
    User.objects.create_user("drita", password=PASSWORD)
    for guess in range(5):
        sign_in(client, "drita", f"guess {guess}")

    response = sign_in(client, "DRITA")

    assert "_auth_user_id" not in client.session
    assert "Too many failed login attempts" in response.content.decode()


def test_guessing_one_name_does_not_lock_out_another(client):
    User.objects.create_user("drita", password=PASSWORD)
    for guess in range(6):
        sign_in(client, "arta", f"guess {guess}")

    assert sign_in(client, "drita").status_code == 302


def test_behind_a_proxy_each_visitor_is_counted_apart(client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.ACCOUNT_RATE_LIMITS = {"signup": "1/m/ip"}

    first = sign_up(client, "drita", HTTP_X_FORWARDED_FOR="203.0.113.1")
    client.logout()
    second = sign_up(client, "arta", HTTP_X_FORWARDED_FOR="203.0.113.2")
    client.logout()
    third = sign_up(client, "besim", HTTP_X_FORWARDED_FOR="203.0.113.2")

    assert [first.status_code, second.status_code, third.status_code] == [302, 302, 429]
    assert third.templates[0].name == "429.html"


@pytest.mark.parametrize("name", ["Drita", "ｄｒｉｔａ", "DRITA"])
def test_what_looks_the_same_is_one_name(client, name):
    sign_up(client, name)

    assert User.objects.get().username == "drita"


def test_a_name_with_capitals_is_refused_by_the_database():
    with pytest.raises(IntegrityError, match="user_name_in_small_letters"):
        User.objects.create(username="Drita")


def test_guesses_are_counted_by_name_whatever_host_is_asked_for(client):
    User.objects.create_user("drita", password=PASSWORD)
    for port in range(5):
        sign_in(client, "drita", "a wrong guess", headers={"host": f"localhost:{port}"})

    response = sign_in(client, "Drita", headers={"host": "localhost:99"})

    assert "_auth_user_id" not in client.session
    assert "Too many failed login attempts" in response.text


def test_teachers_come_to_their_desk(client):
    User.objects.create_user("drita", password=PASSWORD, is_staff=True)

    assert sign_in(client, "drita").url == "/admin/"
