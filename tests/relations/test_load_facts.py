import re

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations import fixtures
from relations.dates import PartialDate
from relations.models import (
    Country,
    LoadedRow,
    Membership,
    Milestone,
    Organization,
    Passage,
    Person,
    Section,
    Treaty,
)

pytestmark = pytest.mark.django_db


def test_rows_are_loaded_with_their_links(load):
    said = load()

    milestone = Milestone.objects.get()
    assert milestone.country.name == "Sylvania"
    assert milestone.date == PartialDate(1922)
    assert [passage.slug for passage in milestone.passages.all()] == ["partners-row-1"]
    assert said.endswith(
        "27 rows: 27 new, 0 changed, 0 as they were, 0 kept as here.\n"
    )
    assert "Passages: 10 new, 0 changed" in said


def test_loading_twice_writes_nothing_and_says_one_line(load):
    load()

    with CaptureQueriesContext(
        connection,
    ) as queries:
        said = load()

    written = [
        query["sql"]
        for query in queries
        if re.match("INSERT|UPDATE|DELETE", query["sql"])
    ]
    assert written == []
    assert said == "27 rows, nothing to load.\n"


def test_as_many_questions_to_the_database_however_many_rows(small, load):
    load()
    with CaptureQueriesContext(connection) as few:
        load()
    for n in range(20):
        small.add("country", slug=f"land-{n}", name=f"Land {n}", region="asia")
    load()

    with CaptureQueriesContext(connection) as many:
        load()

    assert len(many) == len(few)


def test_a_row_unchanged_here_follows_its_file(small, load):
    load()
    small.change("country", "sylvania", note="By the sea.")

    said = load()

    assert Country.objects.get().note == "By the sea."
    assert "27 rows: 0 new, 1 changed, 26 as they were" in said


def test_a_correction_made_here_is_kept_and_reported(small, load):
    load()
    Country.objects.update(note="By the river.")
    small.change("country", "sylvania", note="By the sea.")

    said = load()

    assert Country.objects.get().note == "By the river."
    assert "countries.jsonl:1 sylvania: kept as here." in said
    assert "note: here 'By the river.', in the file 'By the sea.'" in said


def test_a_correction_made_here_is_reported_again_until_it_is_settled(load):
    load()
    Country.objects.update(note="By the river.")
    load()

    said = load()

    assert Country.objects.get().note == "By the river."
    assert "kept as here" in said


def test_overwrite_takes_the_file_even_so(small, load):
    load()
    Country.objects.update(note="By the river.")

    said = load(overwrite=True)

    assert Country.objects.get().note == ""
    assert "kept" not in said.splitlines()[0]
    assert load() == "27 rows, nothing to load.\n"


def test_an_exported_correction_is_no_longer_one(small, load):
    load()
    Country.objects.update(note="By the river.")
    call_command("export_facts", path=small.folder, verbosity=0)
    load()
    small.change("country", "sylvania", note="By the sea.")

    load()

    assert Country.objects.get().note == "By the sea."


def test_a_link_changed_here_is_a_correction_too(load):
    load()
    Milestone.objects.get().passages.add(Passage.objects.get(slug="opening-1"))

    said = load()

    assert Milestone.objects.get().passages.count() == 2
    assert (
        "passages: here [['opening-1'], ['partners-row-1']], "
        "in the file [['partners-row-1']]"
    ) in said


def test_links_follow_their_file(small, load):
    load()
    small.change("milestone", "sylvania-established", passages=[["opening-1"]])

    load()

    passages = Milestone.objects.get().passages.all()
    assert [passage.slug for passage in passages] == ["opening-1"]


def test_one_side_of_a_mutual_link_is_enough(small, load):
    small.change("organization", "wto", overlaps=[])

    load()

    wto = Organization.objects.get(slug="wto")
    assert [body.slug for body in wto.overlaps.all()] == ["ac"]
    assert load() == "27 rows, nothing to load.\n"


def test_a_mutual_link_can_be_taken_back(small, load):
    load()
    small.change("organization", "wto", overlaps=[])
    small.change("organization", "ac", overlaps=[])

    load()

    assert Organization.overlaps.through.objects.count() == 0


def test_a_mutual_link_reaches_a_row_that_is_kept_as_here(small, load):
    load()
    Organization.objects.filter(slug="cern").update(kind="laboratory")
    small.change("organization", "ac", overlaps=[["cern"], ["wto"]])

    load()

    cern = Organization.objects.get(slug="cern")
    assert cern.kind == "laboratory"
    assert [body.slug for body in cern.overlaps.all()] == ["ac"]


def test_a_row_that_left_the_files_stays_and_is_reported(small, load):
    load()
    small.drop("office", "firefly-minister")

    said = load()

    assert "offices.jsonl no longer has firefly-minister; it stays here." in said
    assert Person.objects.get().offices.count() == 1


def test_a_row_made_here_is_reported(load):
    load()
    Country.objects.create(slug="ruritania", name="Ruritania", region="europe")

    assert "countries.jsonl does not have ruritania, which was made here." in load()


def test_a_row_deleted_here_comes_back_and_is_reported(load):
    load()
    Treaty.objects.get().delete()

    assert "treaties.jsonl:1 treaty-1924: was deleted here, and is back." in load()
    assert Treaty.objects.get().passages.count() == 1


def test_a_row_made_here_under_a_slug_of_the_files_is_kept(load):
    Country.objects.create(slug="sylvania", name="Sylvania", region="asia")

    said = load()

    assert Country.objects.get().region == "asia"
    assert "region: here 'asia', in the file 'europe'" in said


def test_places_in_a_list_can_be_handed_on(small, load):
    load()
    small.change("membership", "ac-listed", position=2)
    small.change("membership", "cern-listed", position=3)
    small.change("membership", "wto-listed", position=1)
    small.change("section", "opening", position=2)
    small.change("section", "sylvania", position=1)

    load()

    assert list(Membership.objects.values_list("slug", "position")) == [
        ("wto-listed", 1),
        ("ac-listed", 2),
        ("cern-listed", 3),
    ]
    assert Section.objects.first().slug == "sylvania"


@pytest.mark.parametrize(
    ("model", "slug", "change", "message"),
    [
        ("country", "sylvania", {"region": "moon"}, "countries.jsonl:1 sylvania: region"),
        ("country", "sylvania", {"name": ""}, "countries.jsonl:1 sylvania: name"),
        ("country", "sylvania", {"size": 3}, "sylvania: there is no field size."),
        ("milestone", "sylvania-established", {"date": "199"}, "date: Write a year"),
        ("milestone", "sylvania-established", {"passages": []}, "must not be empty"),
        ("milestone", "sylvania-established", {"tokens": []}, "tokens: This field"),
        ("milestone", "sylvania-established", {"country": ["ruritania"]},
         "milestones.jsonl:1 sylvania-established: country: there is no ruritania."),
        ("milestone", "sylvania-established", {"country": None},
         "milestone_with_one_state_or_body"),
        ("milestone", "sylvania-established", {"country": "sylvania"},
         'country is not ["slug"]'),
        ("milestone", "sylvania-established", {"passages": "partners-row-1"},
         'passages is not a list of ["slug"]'),
        ("milestone", "sylvania-established", {"passages": [["moon"]]},
         "passages: there is no moon."),
        ("membership", "wto-listed", {"position": 1},
         "memberships.jsonl:3 wto-listed: position"),
        ("figure", "one-treaty", {"amount": "many"}, "figures.jsonl:1 one-treaty: amount"),
    ],
)  # fmt: skip
def test_a_faulty_row_is_named_and_nothing_is_loaded(
    small, load, model, slug, change, message
):
    small.change(model, slug, **change)

    with pytest.raises(CommandError, match=re.escape(message)) as refusal:
        load()

    assert str(refusal.value).startswith("Nothing was loaded.")
    assert fixtures.stored() == {model: {} for model in fixtures.MODELS}
    assert LoadedRow.objects.count() == 0


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "countries.jsonl:2 this is not JSON"),
        ('{"model": "relations.country"}', 'countries.jsonl:2 a row needs "model"'),
        (
            '{"model": "relations.person", "fields": {"slug": "x"}}',
            "countries.jsonl:2 x: relations.person does not belong in this file.",
        ),
        (
            '{"model": "relations.country", "fields": {"slug": "sylvania"}}',
            "countries.jsonl:2 sylvania: this slug stands here twice.",
        ),
    ],
)
def test_a_faulty_line_is_named(small, load, line, message):
    with (small.folder / "countries.jsonl").open("a") as file:
        file.write(line)

    with pytest.raises(CommandError, match=re.escape(message)):
        load()


def test_every_fault_is_named_at_once(small, load):
    small.change("country", "sylvania", size=3)
    small.change("person", "rufus-firefly", size=3)

    with pytest.raises(CommandError, match=r"(?s)countries\.jsonl:1.*people\.jsonl:1"):
        load()


def test_a_folder_that_is_not_there_is_a_clear_error(tmp_path):
    with pytest.raises(CommandError, match="There is no folder"):
        call_command("load_facts", path=tmp_path / "nowhere")


def test_a_fact_put_under_a_theme_is_no_correction_by_hand(small, load):
    load()
    small.add("theme", slug="hats", title="Hats", lead="Who wears one.", position=1)
    small.change("treaty", "treaty-1924", themes=[["hats"]])

    said = load()

    assert Treaty.objects.get(themes__slug="hats").slug == "treaty-1924"
    assert "0 kept as here" in said


def test_a_theme_that_does_not_exist_is_refused(small, load):
    small.change("treaty", "treaty-1924", themes=[["hats"]])

    with pytest.raises(CommandError, match="themes: there is no hats"):
        load()
