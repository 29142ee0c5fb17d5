import pytest
from django.core.management import call_command
from django.db import transaction

from relations import reading
from relations.knowledge import Knowledge


class _Undo(Exception):
    """Leaves a transaction without keeping what it did."""


@pytest.fixture(scope="session")
def published_knowledge(django_db_setup, django_db_blocker) -> Knowledge:
    """What the shipped facts say, read once; the database is left as it was."""
    found = None
    with django_db_blocker.unblock():
        try:
            with transaction.atomic():
                call_command("load_facts", verbosity=0)
                found = reading.knowledge()
                raise _Undo
        except _Undo:
            return found
