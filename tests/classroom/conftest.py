import pytest

from tests.factories import make_teacher


@pytest.fixture
def teacher():
    return make_teacher(username="drita")


@pytest.fixture
def desk(client, teacher):
    """The client, as the teacher uses it."""
    client.force_login(teacher)
    return client
