"""Which facts may have gone out of date, and what the last reading found."""

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from relations import checks, freshness, naming
from relations.knowledge import Knowledge
from relations.models import Check, Office, RowName, UnidentifiedRow
from relations.reading import knowledge
from tests.factories import (
    NOW,
    make_country,
    make_fact,
    make_passage,
    make_person,
    make_report,
    make_treaty,
    make_user,
)
from tests.relations.small import ARTICLE

pytestmark = pytest.mark.django_db


def test_offices_held_and_words_of_a_present_are_found_and_nothing_else():
    office = make_fact(Office, person=make_person(), title="premier", is_current=True)
    since = make_report(deed="has supported Albania since the 1990s")
    make_fact(Office, person=make_person(), title="first premier")
    make_treaty()

    found = {one.fact.slug: one.why for one in freshness.ageing()}

    assert found == {
        office.slug: freshness.IN_OFFICE,
        since.slug: "says “since”",
    }


def test_the_undated_come_first_and_then_the_oldest():
    newer = make_report(deed="currently chairs what it joined in 2019")
    older = make_report(deed="still holds what it won in the 1990s")
    undated = make_report(deed="is now a friend")

    found = freshness.ageing()

    assert [one.fact.slug for one in found] == [undated.slug, older.slug, newer.slug]
    assert [one.age(2026) for one in found] == [None, 36, 7]


@pytest.mark.parametrize("old", ["", "7 April 1924"])
def test_what_was_found_is_kept_with_its_lines(load, tmp_path, old):
    load()
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE.replace(old, "8 April 1924") if old else ARTICLE, "utf-8")

    try:
        call_command("check_document", path, verbosity=0)
    except CommandError:
        assert old

    check = Check.objects.get()
    assert check.is_clean is not bool(old)
    assert (check.facts, check.lost) == (7, 1 if old else 0)
    assert any("does not say '7 April 1924'" in line for line in check.lines) is bool(
        old
    )


def test_only_the_latest_readings_are_kept(load, tmp_path, monkeypatch):
    monkeypatch.setattr(checks, "KEPT", 2)
    load()
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    for _ in range(3):
        call_command("check_document", path, verbosity=0)

    assert Check.objects.count() == 2


# Rows without a name


@pytest.fixture
def row():
    return UnidentifiedRow.objects.create(
        slug="row-7", passage=make_passage(), date="1991-08-28"
    )


SOURCE = {"source_title": "Statesman’s Yearbook 1993", "source_locator": "page 62"}


def claims(held: Knowledge):
    return [(claim.key, claim.subject.slug, claim.layer) for claim in held.claims]


def test_a_name_from_elsewhere_changes_nothing_that_is_known(row):
    before = claims(knowledge())

    naming.name(row, country=make_country(), by=make_user(), now=NOW, **SOURCE)

    assert claims(knowledge()) == before


def test_a_better_source_takes_the_place_of_the_first(row):
    for country in (make_country(), make_country(name="Latvia")):
        naming.name(row, country=country, by=make_user(), now=NOW, **SOURCE)

    assert RowName.objects.get().country.name == "Latvia"
    naming.unname(row)
    assert not RowName.objects.exists()


def test_a_name_without_a_source_is_refused(row):
    with pytest.raises(IntegrityError, match="row_name_has_a_source"):
        RowName.objects.create(
            row=row,
            country=make_country(),
            source_title="",
            source_locator="page 62",
            named_at=NOW,
        )
