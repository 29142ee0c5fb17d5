from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.db.models import Model
from hypothesis import settings

from quiz import pool
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


Rows = list[tuple[type[Model], list[Model]]]


@pytest.fixture(scope="session")
def kept_rows() -> dict[str, Rows]:
    """All rows of an app, by its name; filled by the first test that needs them."""
    return {}


def _laid_out(kept: dict[str, Rows], app: str, make: Callable[[], object]) -> None:
    """Make the rows of an app, or copy those made before: a tenth of the work."""
    if app not in kept:
        make()
        models = apps.get_app_config(app).get_models(include_auto_created=True)
        kept[app] = [(model, [*model._base_manager.all()]) for model in models]
        return
    with transaction.atomic():  # at whose end the rows have to fit together
        for model, rows in kept[app]:
            model._base_manager.bulk_create(rows)


@pytest.fixture
def shipped_facts(kept_rows) -> None:
    """The shipped facts stand in the database; wants a test that may use one."""
    _laid_out(kept_rows, "relations", lambda: call_command("load_facts", verbosity=0))


@pytest.fixture
def shipped_questions(kept_rows, shipped_facts, published_knowledge) -> None:
    """And every question on them. How fair they are is not counted."""
    _laid_out(kept_rows, "quiz", lambda: pool.sync(published_knowledge))
