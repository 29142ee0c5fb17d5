from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from hypothesis import settings

from quiz.learners import SESSION_KEY
from quiz.models import Learner
from relations import reading
from relations.knowledge import Knowledge
from tests.factories import make_learner

# A busy machine is slow, which says nothing of the code; `make bench` measures.
settings.register_profile("besa", deadline=None)
settings.load_profile("besa")


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


class _Undo(Exception):
    """Leaves a transaction without keeping what it did."""


@pytest.fixture(scope="session")
def of_published(django_db_setup, django_db_blocker) -> Callable[[Callable], Any]:
    """Reads something of the shipped facts; the database is left as it was."""

    def of_published(read: Callable) -> Any:
        found = None
        with django_db_blocker.unblock():
            try:
                with transaction.atomic():
                    call_command("load_facts", verbosity=0)
                    found = read()
                    raise _Undo
            except _Undo:
                return found

    return of_published


@pytest.fixture(scope="session")
def published_knowledge(of_published) -> Knowledge:
    """What the shipped facts say, read once."""
    return of_published(reading.knowledge)
