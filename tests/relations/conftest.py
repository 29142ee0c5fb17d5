from io import StringIO

import pytest
from django.core.management import call_command

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
