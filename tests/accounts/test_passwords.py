"""A password from a slip: good for one sign-in, then for nothing."""

import re

import pytest
from pytest_django.asserts import assertContains, assertRedirects

from accounts import passwords
from tests.factories import make_user

pytestmark = pytest.mark.django_db
CHOOSE = "/accounts/password/choose/"
OWN = "mali i korabit"


@pytest.fixture
def slip():
    return passwords.give_one_time(make_user(username="agon"))


def sign_in(client, password):
    return client.post("/accounts/login/", {"login": "agon", "password": password})


def test_it_is_easily_typed_and_never_the_same():
    made = {passwords.one_time() for _ in range(50)}

    assert len(made) == 50
    assert all(re.fullmatch(r"[a-z]{4}-[a-z]{4}-[2-9]{2}", one) for one in made)


@pytest.mark.parametrize("address", ["/", "/scores/", "/classes/", "/quizzes/"])
def test_until_another_is_chosen_every_page_leads_to_choosing(client, slip, address):
    sign_in(client, slip)

    response = client.get(address)

    assertRedirects(response, f"{CHOOSE}?next={address.replace('/', '%2F')}")


def test_nothing_can_be_sent_either(client, slip):
    sign_in(client, slip)

    assertRedirects(client.post("/quizzes/start/"), CHOOSE)


def test_who_has_chosen_goes_on_and_the_slip_is_spent(client, slip):
    sign_in(client, slip)

    chosen = client.post(f"{CHOOSE}?next=/classes/", {"password": OWN})

    assertRedirects(chosen, "/classes/")
    client.post("/accounts/logout/")
    assertContains(sign_in(client, slip), "not correct")
    assert sign_in(client, OWN).status_code == 302


@pytest.mark.parametrize(
    ("password", "said"),
    [("", "Please choose a password"), ("short", "too short"), (None, "on the slip")],
)
def test_a_password_that_will_not_do_is_refused(client, slip, password, said):
    sign_in(client, slip)

    refused = client.post(CHOOSE, {"password": slip if password is None else password})

    assertContains(refused, said)
    assertRedirects(client.get("/classes/"), f"{CHOOSE}?next=%2Fclasses%2F")


def test_it_leads_to_no_other_site(client, slip):
    sign_in(client, slip)

    chosen = client.post(f"{CHOOSE}?next=//evil.example/", {"password": OWN})

    assertRedirects(chosen, "/scores/")


def test_others_have_nothing_to_choose(client):
    client.force_login(make_user())

    assertRedirects(client.get(CHOOSE), "/scores/")
    client.logout()
    assert client.get(CHOOSE).status_code == 302


def test_signing_out_works_before_choosing(client, slip):
    sign_in(client, slip)

    assertRedirects(client.post("/accounts/logout/"), "/")
