import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.factories import make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/accounts/user/"


def test_an_administrator_adds_somebody_who_can_sign_in(admin_client):
    admin_client.post(
        f"{LIST}add/",
        {
            "username": "arta",
            "usable_password": "true",
            "password1": "word-of-honour-1912",
            "password2": "word-of-honour-1912",
        },
    )

    added = User.objects.get(username="arta")
    assert added.check_password("word-of-honour-1912")
    assert not added.is_staff


def test_the_list_reads_the_same_however_many_accounts(admin_client):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert admin_client.get(LIST).status_code == 200
        return len(captured)

    make_user()
    queries()

    few = queries()
    for _ in range(8):
        make_user()

    assert queries() == few


def test_what_a_group_may_do_is_chosen_from_checkboxes(admin_client):
    view = Permission.objects.get(codename="view_attempt")

    admin_client.post(
        "/admin/auth/group/add/", {"name": "Readers", "permissions": [view.pk]}
    )

    assert Group.objects.get(name="Readers").permissions.get() == view


def test_the_teachers_group_holds_no_right_over_people():
    rights = Group.objects.get(name="Teachers").permissions.values_list(
        "content_type__app_label", "codename"
    )

    assert {label for label, _ in rights} == {"classroom", "quiz", "relations"}
    assert ("quiz", "view_learner") not in rights
    assert ("quiz", "delete_questionset") in rights
    assert ("relations", "change_milestone") in rights
    assert ("relations", "add_milestone") not in rights
