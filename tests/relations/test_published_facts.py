"""The facts that ship with the project, held to the rules of the fact base."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from relations import fixtures
from relations.models import (
    Event,
    Figure,
    LoadedRow,
    Office,
    Report,
    Roll,
    Theme,
    Treaty,
)
from relations.pages import KINDS

pytestmark = pytest.mark.django_db


@pytest.fixture
def published():
    call_command("load_facts", verbosity=0)


def test_they_load_and_every_row_is_valid(published):
    for model in fixtures.MODELS:
        for row in model.objects.all():
            row.full_clean()

    rows = sum(model.objects.count() for model in fixtures.MODELS)
    assert LoadedRow.objects.count() == rows


def test_loading_them_twice_changes_nothing(published):
    before = fixtures.stored()
    said = StringIO()

    call_command("load_facts", stdout=said)

    assert fixtures.stored() == before
    assert said.getvalue() == f"{LoadedRow.objects.count()} rows, nothing to load.\n"


def test_they_are_written_back_byte_for_byte(published):
    texts = fixtures.written()

    shipped = {path.name: path.read_text() for path in fixtures.FOLDER.glob("*.jsonl")}
    assert {name: text for name, text in texts.items() if text} == shipped


@pytest.mark.parametrize("model", fixtures.MODELS, ids=fixtures.file_name)
def test_a_file_is_sorted_by_slug(model):
    path = fixtures.FOLDER / fixtures.file_name(model)
    lines = path.read_text().splitlines() if path.exists() else []

    slugs = [json.loads(line)["fields"]["slug"] for line in lines]

    assert slugs == sorted(slugs)


@pytest.mark.parametrize("model", [Event, Figure, Office, Report, Roll, Treaty])
def test_what_is_told_in_prose_belongs_to_a_theme(published, model):
    assert list(model.objects.standing().filter(themes=None)) == []


def test_a_theme_has_three_facts_or_more(published):
    facts = {
        theme.slug: sum(
            model.objects.standing().filter(themes=theme).count() for model in KINDS
        )
        for theme in Theme.objects.all()
    }

    assert 10 <= len(facts) <= 16
    assert {slug: count for slug, count in facts.items() if count < 3} == {}
