import json

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from relations import fixtures
from relations.dates import PartialDate
from relations.models import Country, Figure, Organization, Treaty
from relations.models.base import Slugged

pytestmark = pytest.mark.django_db


@pytest.fixture
def export(small):
    def export(**options):
        call_command("export_facts", path=small.folder, verbosity=0, **options)

    return export


def test_what_was_loaded_is_written_back_byte_for_byte(small, load, export):
    load()
    before = small.texts()
    for name in before:
        (small.folder / name).write_text("")

    export()

    assert small.texts() == before


def test_check_is_content_with_files_that_tell_the_same(load, export):
    load()

    export(check=True)


def test_check_names_the_files_that_differ_and_writes_nothing(small, load, export):
    load()
    before = small.texts()
    Country.objects.update(note="By the river.")
    Treaty.objects.update(date="1924")

    with pytest.raises(
        CommandError, match=r"These files differ: countries\.jsonl, treaties\.jsonl\."
    ):
        export(check=True)

    assert small.texts() == before


def test_check_names_files_of_a_folder_that_is_not_there(tmp_path, load):
    load()

    with pytest.raises(CommandError, match=r"sources\.jsonl"):
        call_command("export_facts", path=tmp_path / "nowhere", check=True)

    assert not (tmp_path / "nowhere").exists()


def test_a_correction_changes_its_own_line_only(small, load, export):
    load()
    before = small.texts()
    Country.objects.update(note="Über den Fluss")

    export()

    after = small.texts()
    assert [name for name in after if after[name] != before[name]] == [
        "countries.jsonl"
    ]
    assert after["countries.jsonl"] == (
        '{"model": "relations.country", "fields": {"slug": "sylvania", '
        '"name": "Sylvania", "region": "europe", "note": "Über den Fluss"}}\n'
    )


def test_rows_are_sorted_by_slug_and_a_list_by_its_slugs(small, load, export):
    load()
    for slug in ("zz", "a-a", "a1"):
        body = Organization.objects.create(slug=slug, acronym=slug.upper())
        body.overlaps.set(Organization.objects.filter(slug__in=["wto", "ac"]))

    export()

    rows = [
        json.loads(line)["fields"]
        for line in small.texts()["organizations.jsonl"].splitlines()
    ]
    assert [row["slug"] for row in rows] == ["a-a", "a1", "ac", "cern", "wto", "zz"]
    assert rows[0]["overlaps"] == [["ac"], ["wto"]]
    assert rows[2]["overlaps"] == [["a-a"], ["a1"], ["wto"], ["zz"]]


def test_both_sides_of_a_mutual_link_are_written(small, load, export):
    small.change("organization", "wto", overlaps=[])
    load()

    export()

    assert (
        '"slug": "wto", "acronym": "WTO", "overlaps": [["ac"]]'
        in (small.texts()["organizations.jsonl"])
    )


def test_dates_and_amounts_are_written_as_the_source_gives_them(small, load, export):
    load()
    Treaty.objects.update(date=PartialDate(1924, 4))
    Figure.objects.update(amount="0.5", year=PartialDate(1924))

    export()

    assert '"date": "1924-04"' in small.texts()["treaties.jsonl"]
    assert (
        '"amount": "0.50", "unit": "states", "year": "1924"'
        in (small.texts()["figures.jsonl"])
    )


def test_an_amount_written_as_a_number_is_the_same_amount(small, load):
    load()
    small.change("figure", "one-treaty", amount=1)

    assert load() == "27 rows, nothing to load.\n"


def test_every_model_that_slugs_name_has_its_file():
    slugged = {
        model
        for model in apps.get_app_config("relations").get_models()
        if issubclass(model, Slugged)
    }

    assert set(fixtures.MODELS) == slugged


def test_a_slug_is_the_first_word_of_every_line():
    assert {fixtures.fields(model)[0].name for model in fixtures.MODELS} == {"slug"}
