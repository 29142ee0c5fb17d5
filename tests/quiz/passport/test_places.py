"""The places of a passport: what each stamp stands for, and what it says."""

import pytest

from quiz.passport import places
from quiz.passport.stamps import Wording
from relations.claims import HOME
from relations.models import Membership, Milestone
from tests.factories import (
    make_country,
    make_fact,
    make_milestone,
    make_organization,
    make_report,
    make_treaty,
)
from tests.quiz.remembered import fact

pytestmark = pytest.mark.django_db


def found(*rows, **sides) -> dict[str, places.Place]:
    """By slug, where the rows can be asked; by default who it was."""
    facts = {row.slug: fact(row.slug, *sides.get("sides", ())) for row in rows}
    return {place.slug: place for place in places.places(facts)}


def test_a_place_is_what_can_be_asked_about():
    country, body = make_country(slug="chile"), make_organization(slug="nato")
    asked = [make_milestone(country=country), make_milestone(organization=body)]
    make_milestone()  # of which no question asks
    make_country()

    own = found(*asked)

    assert list(own) == ["chile", "nato"]
    assert [fact.claim for fact in own["chile"].facts] == [asked[0].slug]
    assert (own["chile"].group, own["nato"].group) == ("europe", "bodies")
    assert own["nato"].url == body.get_absolute_url()


def test_nobody_enters_home():
    home = make_country(name=HOME)

    assert found(make_report(country=home)) == {}


def test_all_facts_of_a_place_count_up_to_a_dozen():
    twelve = [fact(f"fact-{n}") for n in range(11)] + [fact("dated", "when.year")]

    assert places.stands_for(twelve) == tuple(twelve)


def test_of_more_than_a_dozen_the_dates_are_enough():
    dated = fact("dated", "when.year", "who")
    many = [fact(f"fact-{n}") for n in range(12)]

    assert places.stands_for([*many, dated]) == (dated,)
    assert places.stands_for([*many, fact("undated")]) == (*many, fact("undated"))


def test_a_stamp_shows_the_date_of_the_latest_kind_of_step():
    country = make_country(name="Japan")
    first = make_milestone(country=country, date="1922")
    again = make_milestone(
        country=country, kind=Milestone.Kind.REESTABLISHED, date="1981-03"
    )

    (place,) = found(first, again).values()

    assert place.wording == Wording(
        "Japan", ("March", "1981"), "March 1981", "re-established"
    )


def test_a_day_can_be_told_in_figures():
    row = make_milestone(country=make_country(name="Kosovo"), date="2008-02-18")

    (place,) = found(row).values()

    assert place.wording.middle == ("18 February", "2008")
    assert place.wording.figures == "18 · 2 · 2008"


def test_a_stamp_shows_no_date_that_is_disputed_or_not_asked():
    country = make_country(name="Chile")
    asked = make_report(country=country)
    disputed = make_milestone(
        country=country, standing=Milestone.Standing.DISPUTED, conflict="1993 too"
    )
    make_milestone(country=country, kind=Milestone.Kind.SEVERED)

    (place,) = found(asked, disputed).values()

    assert place.wording == Wording("Chile", foot="2 facts")


def test_a_body_stands_under_its_letters_and_its_name_if_it_has_one():
    named = make_organization(
        slug="who", acronym="WHO", name="World Health Organization"
    )
    plain = make_organization(slug="vc", acronym="VC")
    rows = [
        make_fact(Membership, organization=named, position=1),
        make_fact(Membership, organization=plain, position=2, status="non-member"),
    ]

    own = found(*rows)

    assert own["who"].wording == Wording(
        "World Health Organization", ("WHO",), foot="member"
    )
    assert own["vc"].wording == Wording("VC", foot="not a member")


def test_a_treaty_is_stamped_with_the_day_it_was_signed():
    treaty = make_treaty(name="Treaty of Peace", date="1996")

    (place,) = found(treaty).values()

    assert place.wording == Wording("Treaty of Peace", ("1996",), "1996", "signed")


@pytest.mark.parametrize("count", [2, 10])
def test_places_are_read_in_a_handful_of_queries(count, django_assert_num_queries):
    rows = []
    for position in range(count):
        body = make_organization()
        rows += [
            make_milestone(),
            make_milestone(organization=body),
            make_fact(Membership, organization=body, position=position),
            make_treaty(),
        ]

    # What belongs to what (in three), steps, states, bodies, treaties.
    with django_assert_num_queries(7):
        assert len(found(*rows)) == 3 * count
