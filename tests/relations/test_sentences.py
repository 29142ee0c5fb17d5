"""All facts at once: what each says, whom it is about, and at what cost."""

import pytest

from relations import sentences
from relations.models import Event, Office, Report, Roll, RollEntry, Signatory
from tests.factories import (
    make_country,
    make_fact,
    make_milestone,
    make_organization,
    make_passage,
    make_person,
    make_report,
    make_section,
    make_treaty,
)

pytestmark = pytest.mark.django_db


def read(kind: str) -> sentences.Sentence:
    (one,) = (fact for fact in sentences.read().facts if fact.kind == kind)
    return one


def names(kind: str) -> list[str]:
    return [thing.name for thing in read(kind).about]


def roll_of(*entries: dict, **fields) -> Roll:
    roll = make_fact(Roll, title="The list", sentence="{entry} is listed.", **fields)
    for position, entry in enumerate(entries, start=1):
        make_fact(RollEntry, roll=roll, position=position, **entry)
    return roll


def test_a_fact_is_about_who_acts_and_whom_it_concerns():
    event = make_fact(Event, person=make_person(name="Anton"), deed="paid a visit")
    event.about.add(make_country(name="Pakistan"))

    assert names("event") == ["Anton", "Pakistan"]


def test_a_step_is_about_its_partner_whatever_that_is():
    make_milestone(organization=make_organization(acronym="EU"))

    assert names("milestone") == ["EU"]


def test_an_office_is_about_its_holder():
    make_fact(Office, person=make_person(name="Suela"), title="ambassador")

    assert names("office") == ["Suela"]


def test_a_treaty_is_about_itself_and_those_who_signed():
    treaty = make_treaty(name="The Pact")
    for n, signer in enumerate([{"country": make_country(name="Turkey")}]):
        Signatory.objects.create(slug=f"signed-{n}", treaty=treaty, **signer)

    assert names("treaty") == ["The Pact", "Turkey"]


def test_a_list_names_all_its_states_and_an_entry_its_own():
    one, other, home = (make_country(name=name) for name in ("Chad", "Fiji", "Greece"))
    roll_of({"country": one}, {"country": other}).countries.add(home)

    by_kind = {}
    for fact in sentences.read().facts:
        by_kind.setdefault(fact.kind, []).append([one.name for one in fact.about])

    assert by_kind["roll"] == [["Greece", "Chad", "Fiji"]]
    assert sorted(by_kind["rollentry"]) == [["Chad", "Greece"], ["Fiji", "Greece"]]


def test_a_list_tells_what_it_names_in_words():
    roll_of({"text": "visits"}, {"text": "agreements"})

    assert read("roll").text == "The list: visits; agreements."


def test_what_was_taken_back_is_left_out():
    retracted = {"standing": Report.Standing.RETRACTED}
    make_report(**retracted)
    make_treaty(**retracted)
    make_milestone(**retracted)
    roll_of({"text": "visits"} | retracted, **retracted)

    assert sentences.read().facts == []
    assert {one.kind for one in sentences.read().things} == {"country"}


def test_a_dispute_and_a_view_are_told_as_such():
    make_report(
        kind=Report.Kind.VIEW, standing=Report.Standing.DISPUTED, conflict="Not so."
    )

    report = read("report")

    assert report.is_view
    assert (report.standing, report.conflict) == ("disputed", "Not so.")


def test_places_come_with_those_asked_for():
    section = make_section(title="Asia", slug="asia")
    passages = [make_passage(section=section, number=n, kind="row") for n in (8, 9)]
    make_milestone(*passages)

    (one,) = sentences.with_places([read("milestone")])

    assert [place.locator for place in one.places] == ["Asia, row 8", "Asia, row 9"]
    assert one.places[0].page == passages[0].get_absolute_url()


@pytest.mark.parametrize("size", [2, 10])
def test_it_costs_the_same_however_much_there_is(size, django_assert_num_queries):
    for n in range(size):
        make_milestone()
        make_report().about.add(make_country())
        treaty = make_treaty()
        signer = make_person()
        Signatory.objects.create(slug=f"s-{n}", treaty=treaty, person=signer)
        organization = make_organization()
        organization.overlaps.add(make_organization())
        roll = roll_of({"country": make_country()}, treaty=treaty, slug=f"roll-{n}")
        Roll.objects.filter(pk=roll.pk).update(title=f"List {n}")

    # Eighteen tables are looked at; then the rows that facts point to, the overlaps of
    # bodies, three kinds of links, who signed, what is mentioned, and seven kinds of
    # fact are read.
    with django_assert_num_queries(18 + 18):
        base = sentences.read()
    with django_assert_num_queries(18):
        assert sentences.read() is base
    # The links of four kinds of fact, and the passages.
    with django_assert_num_queries(6):
        sentences.with_places(base.facts)
