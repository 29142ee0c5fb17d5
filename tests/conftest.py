import pytest

from quiz.learners import SESSION_KEY
from quiz.models import Learner
from tests.factories import make_learner


@pytest.fixture
def learner(client) -> Learner:
    """A guest, remembered in the client's session."""
    guest = make_learner()
    session = client.session
    session[SESSION_KEY] = str(guest.pk)
    session.save()
    return guest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that empties the tables gives back the rows migrations made."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker and marker.kwargs.get("transaction"):
            kept = marker.kwargs | {"serialized_rollback": True}
            item.add_marker(pytest.mark.django_db(**kept), append=False)
