"""From rows to claims: what each kind of row says, and what it leaves open."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from relations import reading
from relations.claims import (
    DONE_BY,
    ESTABLISHED,
    HAS_RELATIONS,
    LISTED,
    MEMBER,
    MEMBERSHIPS,
    PARTNERS,
    SIGNED_BY,
    STANDS_FOR,
    Layer,
    Thing,
    Words,
)
from relations.dates import PartialDate
from relations.models import (
    Country,
    Milestone,
    OutsideDate,
    Passage,
    Report,
    Roll,
    RollEntry,
    Section,
    Signatory,
    Source,
    Treaty,
)
from relations.models.base import Fact
from tests.factories import make_source, make_treaty

pytestmark = pytest.mark.django_db


@pytest.fixture
def published(shipped_facts):
    """A shorter name where most tests want them."""


def state(slug):
    return reading.thing(Country.objects.get(slug=slug))


def test_the_shipped_facts_read_as_claims_with_their_places(published):
    knowledge = reading.knowledge()

    kosovo = state("kosovo")
    (claim,) = [
        c for c in knowledge.slot(ESTABLISHED, kosovo) if c.layer is Layer.DOCUMENT
    ]
    assert claim.value == PartialDate(2008, 2, 18)
    assert [place.locator for place in claim.places] == ["Europe, row 20"]
    assert claim.source == "Foreign relations of Albania"
    assert "19 February 2008" in claim.remark


def test_a_state_in_two_tables_is_one_claim_with_two_places(published):
    (claim,) = reading.knowledge().slot(ESTABLISHED, state("egypt"))

    assert {place.locator for place in claim.places} == {"Africa, row 2", "Asia, row 5"}


def test_a_state_listed_without_a_date_gives_no_date_to_anyone(published):
    knowledge = reading.knowledge()
    france = state("france")

    assert knowledge.slot(ESTABLISHED, france) == ()
    assert knowledge.asks(HAS_RELATIONS, PARTNERS, france) is True
    assert knowledge.asks(ESTABLISHED, france, PartialDate(1922)) is None


def test_unnamed_rows_are_possible_and_nobodys(published):
    claims = [
        c for c in reading.knowledge().claims_of(ESTABLISHED) if c.subject.kind == "row"
    ]

    assert len(claims) == 20
    assert all(claim.unasked_because for claim in claims)


def test_the_list_of_memberships_holds_cern_as_a_negative(published):
    knowledge = reading.knowledge()
    cern = Thing("organization", "cern", "CERN")
    nato = Thing("organization", "nato", "NATO")
    asean = Thing("organization", "asean", "ASEAN")

    assert knowledge.asks(MEMBER, MEMBERSHIPS, cern) is False
    assert knowledge.asks(MEMBER, MEMBERSHIPS, nato) is True
    assert knowledge.asks(MEMBER, MEMBERSHIPS, asean) is False


def test_both_names_of_one_state_are_one_answer(published):
    north_macedonia = state("north-macedonia")

    assert "Republic of Macedonia" in north_macedonia.aliases
    assert not Country.objects.filter(name="Republic of Macedonia").exists()


def test_an_acronym_that_could_not_be_identified_has_no_name(published):
    named = {c.subject.slug for c in reading.knowledge().claims_of(STANDS_FOR)}

    assert named.isdisjoint({"cobx", "iao", "ac", "apf", "ec", "fius", "unw"})


def test_a_treaty_has_all_its_signatories_and_nobody_else(published):
    knowledge = reading.knowledge()
    accord = Thing("treaty", "military-accord-1992", "The accord")

    assert knowledge.asks(SIGNED_BY, accord, state("turkey")) is True
    assert knowledge.asks(SIGNED_BY, accord, state("greece")) is False


def test_training_the_army_is_said_of_two_states_and_refutes_neither(published):
    knowledge = reading.knowledge()
    training = Thing("deed", "training-army", "trains")

    assert knowledge.asks(DONE_BY, training, state("turkey")) is True
    assert knowledge.asks(DONE_BY, training, state("greece")) is True
    assert knowledge.asks(DONE_BY, training, state("pakistan")) is False


def test_the_states_help_is_told_in_general_and_refutes_nothing(published):
    """The article speaks of American assistance without saying what it leaves out."""
    knowledge = reading.knowledge()
    equipment = Thing("deed", "equipment", "has supplied radar")

    assert knowledge.asks(DONE_BY, equipment, state("united-states")) is None


def test_a_state_of_which_it_might_be_said_too_is_not_ruled_out(published):
    knowledge = reading.knowledge()
    excellent = Thing("deed", "excellent", "is on excellent terms")

    assert knowledge.asks(DONE_BY, excellent, state("greece")) is True
    assert knowledge.asks(DONE_BY, excellent, state("kosovo")) is None
    assert knowledge.asks(DONE_BY, excellent, state("pakistan")) is False


def test_a_list_of_strong_ties_does_not_rule_out_a_member_of_the_union(published):
    knowledge = reading.knowledge()
    roll = Thing("roll", "strong-relations", "Strong relations")

    assert knowledge.asks(LISTED, roll, state("croatia")) is True
    assert knowledge.asks(LISTED, roll, state("austria")) is None
    assert knowledge.asks(LISTED, roll, state("mexico")) is False
    assert (
        knowledge.asks(LISTED, roll, state("israel")) is None
    )  # told otherwise elsewhere


def test_words_keep_their_kin(published):
    values = {c.value for c in reading.knowledge().claims_of(LISTED)}
    by_text = {v.text: v.kin for v in values if isinstance(v, Words)}

    assert by_text["economic crisis"] == by_text["a market economy"] == "economy"


def test_a_retracted_fact_is_no_claim(published):
    Milestone.objects.filter(slug="kosovo-established").update(
        standing=Fact.Standing.RETRACTED
    )

    claims = reading.knowledge().slot(ESTABLISHED, state("kosovo"))

    assert {claim.layer for claim in claims} == {Layer.REFERENCE}


def test_a_reference_that_agrees_leaves_no_remark():
    country = Country.objects.create(slug="x", name="X", region="asia")
    source = Source.objects.create(slug="s", title="A source", kind="reference")
    Milestone.objects.create(
        slug="x-established", country=country, kind="established", date="1992"
    )
    OutsideDate.objects.create(
        slug="x", country=country, kind="established", date="1992-05-01", source=source
    )

    (claim, _) = reading.knowledge().slot(ESTABLISHED, reading.thing(country))

    assert claim.remark == ""


def test_reading_takes_no_more_queries_however_many_facts(
    django_assert_num_queries,
):
    def add(slug):
        country = Country.objects.create(slug=slug, name=slug, region="asia")
        Milestone.objects.create(
            slug=f"{slug}-since", country=country, kind="established", date="1992"
        )
        roll = Roll.objects.create(slug=slug, title=slug, is_complete=True)
        RollEntry.objects.create(slug=slug, roll=roll, position=1, country=country)
        Report.objects.create(slug=slug, country=country, deed="does it")
        Treaty.objects.create(slug=slug, name=slug, date="1992")

    add("one")
    with CaptureQueriesContext(connection) as queries:
        reading.knowledge()
    for slug in ("two", "three", "four"):
        add(slug)

    with django_assert_num_queries(len(queries)):
        reading.knowledge()


def test_more_than_a_thousand_places_and_signatories_are_read():
    """A database may refuse so many keys in one question."""
    many = range(1001)
    source, treaty = make_source(), make_treaty()
    sections = Section.objects.bulk_create(
        Section(slug=f"s-{n}", source=source, position=n, title=f"S {n}", path=f"S {n}")
        for n in many
    )
    passages = Passage.objects.bulk_create(
        Passage(slug=f"p-{n}", section=section, kind="paragraph", number=1)
        for n, section in enumerate(sections)
    )
    treaty.passages.set(passages)
    states = Country.objects.bulk_create(
        Country(slug=f"c-{n}", name=f"C {n}", region="europe") for n in many
    )
    Signatory.objects.bulk_create(
        Signatory(slug=f"x-{n}", treaty=treaty, country=state)
        for n, state in enumerate(states)
    )

    signed = [c for c in reading.read_claims() if c.predicate == SIGNED_BY]

    assert len(signed) == 1001
    assert {len(claim.places) for claim in signed} == {1001}
