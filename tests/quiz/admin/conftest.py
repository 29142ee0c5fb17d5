import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from tests.factories import make_user


@pytest.fixture
def teacher_user() -> User:
    user = make_user(username="teacher", is_staff=True)
    user.groups.add(Group.objects.get(name="Teachers"))
    return user


@pytest.fixture
def teacher(client, teacher_user):
    client.force_login(teacher_user)
    return client


@pytest.fixture
def queries():
    """Counts the queries of a page that is shown without trouble."""

    def count(client, url: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    return count
