from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts import demo
from accounts.models import User

pytestmark = pytest.mark.django_db


def demo_accounts() -> str:
    output = StringIO()
    call_command("demo_accounts", stdout=output)
    return output.getvalue()


def test_three_people_can_sign_in_with_what_is_printed(client):
    lines = [line.split() for line in demo_accounts().splitlines()]

    assert [name for name, _ in lines] == ["student", "teacher", "administrator"]
    for name, password in lines:
        client.post("/accounts/login/", {"login": name, "password": password})
        assert client.session["_auth_user_id"] == str(
            User.objects.get(username=name).pk
        )
        client.logout()


def test_each_may_do_what_the_name_says():
    demo_accounts()
    student, teacher, administrator = (
        User.objects.get(username=account.username) for account in demo.ACCOUNTS
    )

    assert (student.is_staff, student.is_superuser) == (False, False)
    assert (teacher.is_staff, teacher.is_superuser) == (True, False)
    assert teacher.has_perm("quiz.add_questionset")
    assert not teacher.has_perm("accounts.change_user")
    assert (administrator.is_staff, administrator.is_superuser) == (True, True)


def test_asking_again_changes_nothing():
    first = demo_accounts()
    before = list(User.objects.order_by("pk").values())

    assert demo_accounts() == first
    assert list(User.objects.order_by("pk").values()) == before


def test_a_changed_password_is_kept_and_not_shown():
    demo_accounts()
    student = User.objects.get(username="student")
    student.set_password("something of my own")
    student.save()

    output = demo_accounts()

    student.refresh_from_db()
    assert student.check_password("something of my own")
    assert output.splitlines()[0].split() == [
        "student",
        "(a",
        "password",
        "of",
        "your",
        "own)",
    ]


def test_passwords_differ_between_installations(settings):
    before = demo.ACCOUNTS[0].password
    settings.SECRET_KEY = "another installation"

    assert demo.ACCOUNTS[0].password != before


def test_outside_demo_mode_it_is_refused(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="only made in demo mode"):
        demo_accounts()

    assert not User.objects.exists()
