"""What is read is kept while the tables stay as they are, and not a moment longer."""

import pytest

from relations.models import Country, Event
from relations.remembered import Remembered
from tests.factories import make_country, make_fact

pytestmark = pytest.mark.django_db


@pytest.fixture
def made() -> list[list[str]]:
    return []


@pytest.fixture
def names(made):
    def make():
        made.append([country.name for country in Country.objects.all()])
        return made[-1]

    return Remembered(make, [Country, Event.about.through])


def test_nothing_is_made_twice_of_the_same_rows(names, made):
    make_country(name="Chad")

    assert names() is names()
    assert made == [["Chad"]]


def add():
    make_country(name="Fiji")


def correct():
    Country.objects.update(note="It was told otherwise.")


def remove():
    Country.objects.all().delete()


def connect():
    make_fact(Event, others="somebody", deed="came").about.add(Country.objects.get())


@pytest.mark.parametrize("change", [add, correct, remove, connect])
def test_any_change_is_seen_however_it_was_made(names, made, change):
    make_country(name="Chad")
    names()

    change()

    assert names() == [*Country.objects.values_list("name", flat=True)]
    assert len(made) == 2


def test_other_tables_do_not_matter(names, made):
    names()

    make_fact(Event, others="somebody", deed="came")
    names()

    assert len(made) == 1


def test_looking_costs_one_query_for_each_table(names, django_assert_num_queries):
    names()

    with django_assert_num_queries(2):
        names()
