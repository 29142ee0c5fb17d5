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
