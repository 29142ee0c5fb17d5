"""The desk's page on what may be out of date, and the naming of blank rows."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from relations.models import Check, RowName, UnidentifiedRow
from tests.factories import (
    NOW,
    make_country,
    make_passage,
    make_report,
    make_teacher,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client):
    teacher = make_teacher()
    client.force_login(teacher)
    return teacher


@pytest.fixture
def row():
    return UnidentifiedRow.objects.create(
        slug="row-7", passage=make_passage(), date="1991-08-28"
    )


def name(client, row, **fields):
    sent = {
        "country": make_country(name="Latvia").pk,
        "source_title": "Yearbook 1993",
        "source_url": "",
        "source_locator": "page 62",
    }
    address = reverse("desk:name_row", args=[row.slug])
    return client.post(address, sent | fields, follow=True)


def test_the_page_shows_facts_of_a_present_rows_and_the_last_check(
    client, teacher, row
):
    make_report(deed="has been a friend since 1998")
    Check.objects.create(
        checked_at=NOW,
        title="The article",
        facts=12,
        lost=1,
        changed=0,
        gaps=0,
        lines=["Treaty of 1924: it is gone."],
    )

    response = client.get(reverse("desk:freshness"))

    assertContains(response, "says “since”")
    assertContains(response, "Treaty of 1924: it is gone.")
    assertContains(response, "Something needs a look.")
    assertContains(response, str(row.passage))


def test_a_row_is_named_as_known_from_its_source_alone(client, teacher, row):
    response = name(client, row)

    assertContains(
        response, "Latvia, known only from <cite>Yearbook 1993</cite>, page 62"
    )
    assert RowName.objects.get().named_by == teacher


@pytest.mark.parametrize("field", ["country", "source_title", "source_locator"])
def test_no_name_is_taken_without_its_source(client, teacher, row, field):
    response = name(client, row, **{field: ""})

    assert response.context["form"].errors.keys() == {field}
    assert not RowName.objects.exists()


def test_an_address_that_would_run_a_script_is_refused(client, teacher, row):
    response = name(client, row, source_url="javascript:alert(1)")

    assert "source_url" in response.context["form"].errors


def test_a_name_is_taken_back(client, teacher, row):
    name(client, row)

    response = client.post(reverse("desk:unname_row", args=[row.slug]), follow=True)

    assertNotContains(response, "known only from")


def test_pupils_name_nothing(client, row):
    client.force_login(make_user())

    assert name(client, row).status_code == 403
    assert client.get(reverse("desk:row", args=[row.slug])).status_code == 403


@pytest.mark.parametrize("count", [1, 8])
def test_the_page_reads_the_same_however_much_there_is(
    client, teacher, count, django_assert_max_num_queries
):
    for n in range(count):
        make_report(deed=f"has been a friend since {1990 + n}")
        UnidentifiedRow.objects.create(slug=f"row-{n}", passage=make_passage())

    with django_assert_max_num_queries(20):
        client.get(reverse("desk:freshness"))
