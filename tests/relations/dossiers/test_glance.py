"""The essentials of a dossier, and whose word they are."""

import pytest

from relations.dossiers import glance, shelves, telling
from relations.models import Event, Membership, Milestone, Office, Source
from tests.factories import (
    make_country,
    make_fact,
    make_mention,
    make_milestone,
    make_organization,
    make_passage,
    make_person,
    make_report,
    make_section,
    make_source,
    make_theme,
    make_treaty,
)

pytestmark = pytest.mark.django_db


def seen(shelf: str, subject) -> dict[str, str]:
    told = telling.tell(shelves.find(shelf, subject.slug))
    return {one.label: one.text for one in glance.essentials(subject, told)}


@pytest.mark.parametrize(
    ("steps", "standing"),
    [
        ({"established": "1912"}, "No break mentioned"),
        ({"established": "1971", "severed": "2022-09-07"}, "Broken off"),
        (
            {"established": "1922-04", "re-established": "1981-03"},
            "Taken up again after a break",
        ),
    ],
)
def test_a_country_says_since_when_and_how_relations_stand(steps, standing):
    country = make_country()
    for kind, date in steps.items():
        make_milestone(country=country, kind=kind, date=date)

    told = seen("countries", country)

    assert told["How they stand"] == standing
    assert told["Relations since"].endswith(steps["established"][:4])
    assert told["Facts here"] == str(len(steps))


def test_a_country_without_a_date_says_so():
    undated, unlisted = make_milestone(date="").country, make_report().country

    assert seen("countries", undated)["Relations since"] == glance.NO_DATE
    told = seen("countries", unlisted)
    assert told["Relations since"] == "The article does not say"
    assert "How they stand" not in told


def test_a_country_in_two_regional_tables_says_which():
    tables = [
        make_section(title=one, path=f"Diplomatic relations > {one}")
        for one in ("Asia", "Europe")
    ]
    asia, europe = (make_passage(section=table, kind="row") for table in tables)
    elsewhere = make_passage()
    both = make_milestone(europe, asia, elsewhere).country
    one = make_milestone(europe, elsewhere).country

    assert seen("countries", both)["Listed under"] == "Asia and Europe"
    assert "Part of the world" not in seen("countries", both)
    assert seen("countries", one)["Part of the world"] == "Europe"
    assert "Listed under" not in seen("countries", one)


def test_a_state_that_is_no_more_says_so():
    country = make_milestone(country=make_country(is_former=True)).country

    assert seen("countries", country)["How they stand"] == "The state is no more"


def test_the_country_of_all_of_it_has_no_relations_with_itself():
    albania = make_report(country=make_country(name="Albania")).country

    assert [*seen("countries", albania)] == ["Here", "Facts here"]


def test_a_body_says_who_gives_its_name_and_its_place_on_the_list():
    reference = make_source(title="A handbook", kind=Source.Kind.REFERENCE)
    body = make_organization(name="Nuclear Research", name_source=reference)
    non_member = Membership.Status.NON_MEMBER
    make_fact(Membership, organization=body, position=8, status=non_member)

    told = telling.tell(shelves.find("organisations", body.slug))
    lines = {one.label: one for one in glance.essentials(body, told)}

    assert lines["On the article’s list"].text == "no. 8, but as no member"
    assert lines["On the article’s list"].whose == ""
    assert (lines["Full name"].text, lines["Full name"].whose) == (
        "Nuclear Research",
        "A handbook",
    )


def test_a_body_off_the_list_says_so_and_when_it_was_joined():
    body = make_organization()
    make_milestone(organization=body, kind=Milestone.Kind.JOINED, date="2009-05")

    told = seen("organisations", body)

    assert told["Joined"] == "May 2009"
    assert told["On the article’s list"] == "not named there"
    assert "Full name" not in told


def test_a_person_says_the_office_and_whether_it_is_held_now():
    person = make_person()
    make_fact(Office, person=person, title="a minister", is_current=True)
    make_treaty(name="A pact").signatories.create(slug="s", person=person)

    assert seen("people", person) == {
        "Office now": "a minister",
        "Signed": "A pact",
        "Facts here": "2",
    }


def test_a_treaty_says_when_and_by_whom():
    treaty, country = make_treaty(date=""), make_country()
    treaty.signatories.create(slug="s", country=country)

    assert seen("treaties", treaty) == {
        "Signed": glance.NO_DATE,
        "By": country.name,
        "Facts here": "1",
    }


def test_a_theme_says_which_years_it_spans():
    events = [
        make_fact(Event, others="They", deed="met", date=date, until=until)
        for date, until in [("1994-08", ""), ("2022", "2023")]
    ]
    theme = make_theme(*events)

    assert seen("themes", theme)["Dated facts"] == "1994 to 2023"
    assert "Dated facts" not in seen("themes", make_theme())


def test_steps_with_others_that_a_fact_mentions_are_not_its_own():
    greece, turkey = make_country(name="Greece"), make_country(name="Turkey")
    make_milestone(country=turkey, date="1981")
    make_mention(make_milestone(country=greece, date="1971"), country=turkey)

    assert seen("countries", turkey)["Relations since"] == "1981"
