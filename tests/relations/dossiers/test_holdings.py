"""Which facts are a thing's: those its page shows, found for all things at once."""

import pytest

from relations.dossiers import shelves
from relations.dossiers.holdings import facts_by_thing
from relations.models import (
    Event,
    Membership,
    Milestone,
    Roll,
    RollEntry,
    Signatory,
)
from tests.factories import (
    make_country,
    make_fact,
    make_mention,
    make_milestone,
    make_organization,
    make_person,
    make_report,
    make_treaty,
)

pytestmark = pytest.mark.django_db
RETRACTED = Milestone.Standing.RETRACTED


SHELVES = {
    "country": "countries",
    "organization": "organisations",
    "treaty": "treaties",
}


def test_a_thing_has_just_the_facts_of_its_dossier(shipped_facts):
    found = facts_by_thing()

    assert {
        (kind, slug): shelves.find(SHELVES[kind], slug).claims for kind, slug in found
    } == found


def test_a_fact_may_belong_to_several():
    one, other = make_country(slug="one"), make_country(slug="other")
    treaty = make_treaty(slug="accord")
    Signatory.objects.create(slug="accord-one", treaty=treaty, country=one)
    event = make_fact(Event, country=other, deed="opened a border", date="1990")
    event.about.add(one)

    found = facts_by_thing()

    assert found == {
        ("treaty", "accord"): {"accord"},
        ("country", "one"): {"accord", event.slug},
        ("country", "other"): {event.slug},
    }


def test_what_was_taken_back_belongs_to_nobody():
    country = make_country()
    make_milestone(country=country, standing=RETRACTED)
    roll = make_fact(Roll, title="States", sentence="{entry}.", standing=RETRACTED)
    roll.countries.add(country)
    make_fact(RollEntry, roll=roll, position=1, text="an entry")

    assert facts_by_thing() == {}


def test_what_a_fact_speaks_of_besides_has_it_too():
    body, treaty = make_organization(slug="eu"), make_treaty(slug="accord")
    report = make_report(person=make_person())
    gone = make_report(person=make_person(), standing=RETRACTED)
    roll = make_fact(Roll, title="Aims", sentence="{entry}.")
    entry = make_fact(RollEntry, roll=roll, position=1, text="peace")
    for fact in (report, gone, roll):
        make_mention(fact, organization=body)
    make_mention(entry, treaty=treaty)

    found = facts_by_thing()

    assert found == {
        ("organization", "eu"): {report.slug, entry.slug},
        ("treaty", "accord"): {"accord", entry.slug},
    }
    assert shelves.find("organisations", "eu").claims == {report.slug, entry.slug}
    assert shelves.find("treaties", "accord").claims == {"accord", entry.slug}


@pytest.mark.parametrize("count", [2, 10])
def test_three_queries_read_them_all(count, django_assert_num_queries):
    for position in range(count):
        make_milestone()
        body = make_organization()
        make_fact(Membership, organization=body, position=position)
        make_mention(
            make_report(person=make_person()), organization=make_organization()
        )

    with django_assert_num_queries(3):
        assert len(facts_by_thing()) == 3 * count
