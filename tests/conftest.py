from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Model
from hypothesis import settings
from pytest_django.plugin import blocking_manager_key

from quiz import pool
from quiz.learners import SESSION_KEY
from quiz.models import Learner
from relations import reading
from relations.knowledge import Knowledge
from tests.factories import make_learner

# A busy machine is slow, which says nothing of the code; `make bench` measures.
settings.register_profile("besa", deadline=None)
settings.load_profile("besa")

Rows = list[tuple[type[Model], list[Model]]]
MIGRATED = pytest.StashKey[Rows]()


@pytest.fixture
def learner(client) -> Learner:
    """A guest, remembered in the client's session."""
    guest = make_learner()
    session = client.session
    session[SESSION_KEY] = str(guest.pk)
    session.save()
    return guest


def _empties_tables(item: pytest.Item) -> bool:
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Have Django send no signal as after migrating: the rows are given back below."""
    for item in filter(_empties_tables, items):
        kept = item.get_closest_marker("django_db").kwargs
        kept = kept | {"serialized_rollback": True}
        item.add_marker(pytest.mark.django_db(**kept), append=False)


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup, django_db_blocker, request: pytest.FixtureRequest
) -> None:
    """Keeps the rows that migrations made."""
    with django_db_blocker.unblock():
        request.config.stash[MIGRATED] = _read(
            apps.get_models(include_auto_created=True)
        )
    connection._test_serialized_contents = "[]"  # or Django would give them back too


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(
    item: pytest.Item, nextitem: pytest.Item | None
) -> Iterator[None]:
    """A test that empties the tables gives back what stood in them: when worker
    processes share the tests out among them, any other may be next.
    """
    yield
    if nextitem and _empties_tables(item) and MIGRATED in item.config.stash:
        with item.config.stash[blocking_manager_key].unblock():
            _write(item.config.stash[MIGRATED])


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


@pytest.fixture(scope="session")
def kept_rows() -> dict[str, Rows]:
    """All rows of an app, by its name; filled by the first test that needs them."""
    return {}


def _read(models: Iterable[type[Model]]) -> Rows:
    return [
        (model, [*model._base_manager.all()])
        for model in models
        if model._meta.managed and not model._meta.proxy
    ]


def _write(kept: Rows) -> None:
    with transaction.atomic():  # at whose end the rows have to fit together
        for model, rows in kept:
            model._base_manager.bulk_create(rows)


def _laid_out(kept: dict[str, Rows], app: str, make: Callable[[], object]) -> None:
    """Make the rows of an app, or copy those made before: a tenth of the work."""
    if app not in kept:
        make()
        models = apps.get_app_config(app).get_models(include_auto_created=True)
        kept[app] = _read(models)
    else:
        _write(kept[app])


@pytest.fixture
def shipped_facts(kept_rows) -> None:
    """The shipped facts stand in the database; wants a test that may use one."""
    _laid_out(kept_rows, "relations", lambda: call_command("load_facts", verbosity=0))


@pytest.fixture
def shipped_questions(kept_rows, shipped_facts, published_knowledge) -> None:
    """And every question on them. How fair they are is not counted."""
    _laid_out(kept_rows, "quiz", lambda: pool.sync(published_knowledge))
