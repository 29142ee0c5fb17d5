"""Dossiers: which facts they consist of, and what stands before and after them."""

import re

import pytest

from relations import sentences
from relations.claims import HOME, Layer, Thing
from relations.dossiers import shelves
from relations.dossiers.shelves import SHELVES, Dossier
from relations.models import (
    Event,
    Membership,
    Mention,
    Milestone,
    Office,
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
    make_person,
    make_report,
    make_theme,
    make_treaty,
)

pytestmark = pytest.mark.django_db


def claims(shelf: str, subject) -> frozenset[str]:
    return shelves.find(shelf, subject.slug).claims


def entry_of(roll: Roll, slug: str, **fields) -> RollEntry:
    return make_fact(RollEntry, roll=roll, slug=slug, **{"position": 1} | fields)


def roll(**fields) -> Roll:
    return make_fact(Roll, **{"title": "Issues", "sentence": "{entry}."} | fields)


def test_a_country_has_what_it_did_what_is_about_it_and_lists_it_stands_on():
    greece, other = make_country(), make_country()
    make_milestone(country=greece, slug="began")
    make_milestone(country=other, slug="not-ours")
    make_fact(Event, country=other, deed="met", slug="met").about.set([greece])
    treaty = make_treaty(slug="signed")
    Signatory.objects.create(slug="s", treaty=treaty, country=greece)
    entry_of(roll(title="Friends"), "friend", country=greece)
    talks = roll()
    talks.countries.set([greece])
    entry_of(talks, "refugees", text="refugees")

    found = claims("countries", greece)

    assert found == {"began", "met", "signed", "friend", "refugees"}


def test_a_body_has_its_membership_by_which_its_names_are_known():
    body = make_organization()
    make_fact(Membership, organization=body, position=1, slug="who")
    make_report(organization=body, slug="helps")

    assert claims("organisations", body) == {"who", "helps"}


def test_a_person_has_posts_deeds_and_what_was_signed():
    person, treaty = make_person(), make_treaty(slug="signed")
    Signatory.objects.create(slug="s", treaty=treaty, person=person)
    make_fact(Office, person=person, title="a minister", slug="post")

    assert claims("people", person) == {"signed", "post"}


def test_a_treaty_has_itself_and_what_it_covers():
    treaty = make_treaty(slug="pact")
    entry_of(roll(treaty=treaty), "exercises", text="exercises")
    make_treaty(slug="another")

    assert claims("treaties", treaty) == {"pact", "exercises"}


def test_a_theme_has_the_entries_of_its_lists_but_not_the_lists():
    issues = roll(slug="issues")
    entry_of(issues, "refugees", text="refugees")
    theme = make_theme(issues, make_milestone(slug="began"))

    assert claims("themes", theme) == {"began", "refugees"}


def test_what_was_taken_back_belongs_to_nothing():
    retracted = Milestone.Standing.RETRACTED
    country = make_milestone(standing=retracted).country
    treaty = make_treaty(standing=retracted)
    entry = entry_of(roll(standing=retracted), "refugees", text="refugees")
    entry.roll.countries.set([country])

    assert claims("countries", country) == frozenset()
    assert shelves.find("treaties", treaty.slug) is None


def test_the_claims_are_read_at_once(django_assert_num_queries):
    theme = make_theme(make_milestone(), make_milestone(), roll())

    with django_assert_num_queries(2):
        claims("themes", theme)


@pytest.mark.parametrize(
    ("shelf", "slug"), [("planets", "mars"), ("countries", "atlantis"), ("", "")]
)
def test_what_is_not_there_is_not_found(shelf, slug):
    assert shelves.find(shelf, slug) is None


# Previous and next


def neighbours(shelf: str, slug: str) -> list[str | None]:
    found = shelves.find(shelf, slug).neighbours
    return [one and one.title for one in (found.before, found.after)]


def test_countries_stand_in_the_order_of_their_names_whatever_the_letters():
    for slug, name in [("c", "Chile"), ("a", "albania"), ("b", "Belgium")]:
        make_milestone(country=make_country(slug=slug, name=name))
    make_country(name="Bolivia")  # no fact speaks of it, so no page lists it

    assert neighbours("countries", "b") == ["albania", "Chile"]
    assert neighbours("countries", "a") == [None, "Belgium"]
    assert neighbours("countries", "c") == ["Belgium", None]


def test_people_stand_by_their_surnames_and_treaties_by_their_dates():
    for slug, name, surname in [("x", "Ana Berisha", "Berisha"), ("y", "Zef A", "A")]:
        make_person(slug=slug, name=name, surname=surname)
    make_treaty(slug="later", name="B", date="1996")
    make_treaty(slug="first", name="C", date="1907")

    assert neighbours("people", "x") == ["Zef A", None]
    assert neighbours("treaties", "later") == ["C", None]


def test_themes_stand_as_their_makers_put_them():
    make_theme(slug="second", title="A", position=2)
    make_theme(slug="first", title="B", position=1)

    assert neighbours("themes", "second") == ["B", None]


def test_what_the_index_leaves_out_has_no_neighbours():
    make_milestone(country=make_country())
    silent = make_country()

    assert neighbours("countries", silent.slug) == [None, None]


# The facts that ship with the project


@pytest.fixture
def published(shipped_facts):
    """A shorter name where most tests want them."""


def all_of(shelf: str) -> list[Dossier]:
    return [Dossier(SHELVES[shelf], subject) for subject in SHELVES[shelf].listed()]


def with_mentions(read: dict[str, set[str]], kind: str) -> dict[str, set[str]]:
    """With what facts on others say of them as well; of a list, each entry."""
    for mention in Mention.objects.exclude(**{kind: None}):
        entries = RollEntry.objects.filter(roll__slug=mention.fact)
        slugs = {*entries.values_list("slug", flat=True)} or {mention.fact}
        read.setdefault(mention.thing.slug, set()).update(slugs)
    return read


def names_of(one: Thing) -> list[str]:
    return [] if one.kind == "roll" else [one.name, *one.aliases]


def named_in(text: str, name: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def test_a_country_has_exactly_the_claims_that_are_read_as_about_it(
    published, published_knowledge
):
    read: dict[str, set[str]] = {}
    for claim in published_knowledge.claims:
        if claim.layer is Layer.DOCUMENT:
            for country in claim.countries:
                read.setdefault(country, set()).add(claim.key)

    countries = [one for one in all_of("countries") if one.title != HOME]

    assert len(countries) > 80
    assert {one.slug: one.claims for one in countries} == with_mentions(read, "country")


@pytest.mark.parametrize(
    ("shelf", "kind"), [("organisations", "organization"), ("people", "person")]
)
def test_a_body_or_person_has_exactly_the_claims_that_name_it(
    published, published_knowledge, shelf, kind
):
    read = {
        thing.slug: {
            claim.key
            for claim in published_knowledge.claims_about(thing)
            if claim.places  # which a reference's own claims have none of
        }
        for thing in published_knowledge.things(kind)
    }

    read = with_mentions(read, kind)
    for one in all_of(shelf):
        assert one.claims == read.get(one.slug, set()), one.slug


def test_a_treaty_has_exactly_its_claims_and_those_of_its_lists(
    published, published_knowledge
):
    page = Treaty.objects.get(slug="military-accord-1992").get_absolute_url()

    [treaty] = [one for one in all_of("treaties") if one.page == page]

    own = {claim.key for claim in published_knowledge.claims if claim.page == page}
    assert treaty.claims == with_mentions({treaty.slug: own}, "treaty")[treaty.slug]


def test_a_fact_belongs_to_whatever_its_sentence_names(published):
    missing = [
        (fact.slug, one.slug)
        for fact in sentences.read().facts
        if fact.kind != "roll"  # whose entries are facts of their own
        for one in sentences.read().things
        if one.name != HOME
        and any(named_in(fact.text, name) for name in names_of(one))
        and not fact.speaks_of(one.kind, one.slug)
    ]

    assert missing == [
        ("order-2008-dr-congo", "congo"),  # whose name is part of another's
    ]


def test_every_mention_is_of_a_fact_that_stands(published):
    facts = {fact.slug for fact in sentences.read().facts}

    assert {mention.fact for mention in Mention.objects.all()} <= facts
