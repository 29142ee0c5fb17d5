from io import StringIO

import pytest
from django.core.management import call_command

from relations import sentences
from relations.search import library
from relations.search.library import Library
from relations.sentences import Base
from tests.relations.small import SmallFacts


@pytest.fixture
def small(tmp_path):
    return SmallFacts(tmp_path)


@pytest.fixture
def load(small):
    """Loads the small fixtures and returns what the command said."""

    def load(**options):
        said = StringIO()
        call_command("load_facts", path=small.folder, stdout=said, **options)
        return said.getvalue()

    return load


@pytest.fixture(scope="session")
def published(of_published) -> tuple[Base, Library]:
    return of_published(lambda: (sentences.read(), library.read()))


@pytest.fixture(scope="session")
def published_base(published) -> Base:
    """The shipped facts as sentences."""
    return published[0]


@pytest.fixture(scope="session")
def published_library(published) -> Library:
    """Everything in the shipped facts that can be found."""
    return published[1]
