"""A double click on Sign up: one account, and no error page for the other click."""

import pytest
from django.test import Client

from accounts.models import User
from tests.accounts.test_views import sign_up
from tests.quiz.test_play_races import AT_ONCE, at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_accounts_of_one_name_made_at_once_one_is_kept():
    responses = at_once(lambda _: sign_up(Client(), "drita"))

    codes = [response.status_code for response in responses]
    assert sorted(codes) == [200] * (AT_ONCE - 1) + [302]
    assert User.objects.get().username == "drita"


def test_accounts_that_differ_in_case_alone_are_one_account():
    names = ["drita", "Drita", "DRITA", "ｄｒｉｔａ"]

    at_once(lambda number: sign_up(Client(), names[number]))

    assert User.objects.get().username == "drita"
