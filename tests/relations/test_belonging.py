"""Which facts are a thing's: those its page shows, found for all things at once."""

import pytest
from django.core.management import call_command
from django.db.models import Q

from relations import pages
from relations.belonging import facts_by_thing
from relations.models import (
    Country,
    Event,
    Membership,
    Milestone,
    Organization,
    Roll,
    RollEntry,
    Signatory,
    Treaty,
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


def shown(told, lists) -> set[str]:
    entries = {entry.slug for roll in lists for entry in roll.entries.all()}
    return {f.slug for f in (*told.dated, *told.standing, *told.views)} | entries


def test_a_thing_has_just_the_facts_its_page_shows():
    call_command("load_facts", verbosity=0)

    found = facts_by_thing()

    for country in Country.objects.filter(slug__in=("greece", "pakistan", "kosovo")):
        lists = pages.lists(Q(countries=country))
        own = shown(pages.about_country(country), lists)
        assert found["country", country.slug] == own
    for body in Organization.objects.filter(slug__in=("nato", "eu", "cern")):
        own = shown(pages.about_organization(body), [])
        assert found["organization", body.slug] == own
    for treaty in Treaty.objects.all():
        own = {
            entry.slug
            for roll in pages.lists(Q(treaty=treaty))
            for entry in roll.entries.all()
        }
        assert found["treaty", treaty.slug] == own | {treaty.slug}


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
