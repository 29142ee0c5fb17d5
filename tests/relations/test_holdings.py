"""Which facts are a thing's: those its page shows, found for all things at once."""

import pytest
from django.core.management import call_command

from relations import dossiers
from relations.holdings import facts_by_thing
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
    make_milestone,
    make_organization,
    make_treaty,
)

pytestmark = pytest.mark.django_db
RETRACTED = Milestone.Standing.RETRACTED


SHELVES = {
    "country": "countries",
    "organization": "organisations",
    "treaty": "treaties",
}


def test_a_thing_has_just_the_facts_of_its_dossier():
    call_command("load_facts", verbosity=0)

    found = facts_by_thing()

    assert {
        (kind, slug): dossiers.find(SHELVES[kind], slug).claims for kind, slug in found
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


@pytest.mark.parametrize("count", [2, 10])
def test_one_query_reads_them_all(count, django_assert_num_queries):
    for position in range(count):
        make_milestone()
        body = make_organization()
        make_fact(Membership, organization=body, position=position)

    with django_assert_num_queries(1):
        assert len(facts_by_thing()) == 2 * count
