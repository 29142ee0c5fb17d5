"""What the atlas shows for a year, from facts to groups, counts and shades."""

import pytest

from relations.atlas import years
from relations.dates import PartialDate
from relations.models import (
    OutsideDate,
    Passage,
    Roll,
    RollEntry,
    Source,
    UnidentifiedRow,
)
from tests.factories import (
    make_country,
    make_fact,
    make_milestone,
    make_organization,
    make_passage,
    make_report,
    make_source,
)

pytestmark = pytest.mark.django_db


def make_entry(country, slug: str, title: str = "A list") -> RollEntry:
    roll = Roll.objects.filter(slug=slug).first() or make_fact(
        Roll, slug=slug, title=title, sentence="{entry} is named."
    )
    return make_fact(
        RollEntry, roll=roll, country=country, position=roll.entries.count() + 1
    )


def make_outside_date(country, date: str) -> OutsideDate:
    return OutsideDate.objects.create(
        slug=f"outside-{country.slug}",
        country=country,
        kind="established",
        date=date,
        source=make_source(kind=Source.Kind.REFERENCE),
    )


def the_row(country, year: int | None = None) -> years.Row:
    [row] = [row for row in years.of_year(year).rows if row.country == country]
    return row


def test_states_are_grouped_by_what_is_true_in_the_year_and_told_in_order():
    canada = make_country(name="Canada", iso2="CA")
    china = make_country(name="China", iso2="CN")
    iran = make_country(name="Iran", iso2="IR")
    france = make_country(name="France", iso2="FR")
    make_milestone(country=canada, date="1987-09-10")
    make_milestone(country=china, date="1949-11-23")
    make_milestone(country=iran, date="1971")
    make_milestone(country=iran, kind="severed", date="2022-09-07")
    make_milestone(country=france, date="")

    def grouped(year):
        groups = years.of_year(year).groups
        return {name: [row.country for row in rows] for name, rows in groups}

    assert grouped(1960) == {
        "standing": [china],
        "ahead": [iran, canada],
        "unknown": [france],
    }
    assert grouped(None) == {"standing": [china, canada, france], "cut": [iran]}


def test_counts_take_in_every_state_and_marks_those_on_the_map():
    make_milestone(country=make_country(iso2="IT"), date="1912")
    former = make_country(is_former=True)
    make_milestone(country=former, date="1924")

    shown = years.of_year(1930)

    assert shown.counts == {"standing": 1, "unknown": 1}
    assert shown.marks == {"era-1": 1}
    assert [row.country for row in shown.off_map] == [former]
    assert shown.former_count == 1
    assert [count for _, count in shown.eras] == [1, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("date", "shared"), [("1924-04-07", 1), ("1924-04", 0), ("1924", 0)]
)
def test_a_state_and_a_former_one_of_the_same_day_count_once(date, shared):
    russia = make_milestone(date=date).country
    soviet_union = make_milestone(
        date=date, country=make_country(is_former=True)
    ).country
    make_milestone(date=date)

    shown = years.of_year(1924)

    assert shown.begun == 3 - shared
    pairs = [(row.country, former.country) for row, former in shown.shared]
    assert pairs.count((russia, soviet_union)) == shared
    assert years.of_year(1930).shared == []


@pytest.mark.parametrize(
    ("date", "mark"),
    [
        ("1912", "era-1"),
        ("1919-12-31", "era-1"),
        ("1920", "era-2"),
        ("1949-11-23", "era-3"),
        ("1970", "era-4"),
        ("1989", "era-4"),
        ("1999", "era-5"),
        ("2008-02-18", "era-6"),
    ],
)
def test_what_stands_is_shaded_by_the_era_of_its_start(date, mark):
    country = make_milestone(date=date).country

    assert the_row(country).mark == mark


def test_a_date_that_is_not_given_is_never_shaded_as_if_it_were():
    listed = make_milestone(date="").country

    assert the_row(listed, None).mark == "undated"
    assert the_row(listed, 1991).mark == "unknown"
    assert the_row(listed).is_patterned


def test_what_is_cut_or_ahead_has_no_shade():
    country = make_milestone(date="1971").country
    make_milestone(country=country, kind="severed", date="2022")

    assert the_row(country, 1970).mark == "ahead"
    assert the_row(country, 2022).mark == "cut"


def test_a_former_state_is_no_more_today_and_never_on_the_map():
    former = make_country(is_former=True, name="Soviet Union")
    make_milestone(country=former, date="1924-04-07")

    assert the_row(former).group == "gone"
    assert the_row(former, 1960).group == "unknown"
    assert all(places == [] for _, _, places in years.of_year(None).maps)


def test_an_order_to_open_relations_is_no_start_of_them():
    tonga = make_country(name="Tonga", iso2="TO")
    make_entry(tonga, "order-2008", "The 29 states of the order")

    for year in (2008, 2009, None):
        shown = years.of_year(year)
        [row] = shown.untold["The 29 states of the order"]
        assert row.country == tonga
        assert row.mark == "unknown"
        assert row.since == "no date given"
        assert shown.groups == []


def test_the_opening_names_states_with_which_relations_stand_today():
    switzerland = make_country(name="Switzerland", iso2="CH")
    make_entry(switzerland, "strong-relations")

    assert the_row(switzerland).group == "standing"
    assert the_row(switzerland).mark == "undated"
    assert years.of_year(None).undated_count == 1
    assert years.of_year(2008).undated_count == 0
    assert the_row(switzerland, 2008).group == "unknown"


def test_the_longest_list_of_states_named_without_relations_comes_first():
    make_report(country=make_country(name="Iraq"))
    for name in ("Fiji", "Tonga"):
        make_entry(make_country(name=name), "order-2008", "The order")

    untold = years.of_year(1949).untold

    assert [(title, len(rows)) for title, rows in untold.items()] == [
        ("The order", 2),
        ("", 1),
    ]


def test_a_fact_that_was_taken_back_is_not_shown():
    country = make_milestone(date="1922", standing="retracted").country

    assert the_row(country).since == "no date given"
    assert the_row(country).mark == "unknown"


@pytest.mark.parametrize(
    ("own", "outside", "differs"),
    [
        ("1912", "1912-12-02", False),
        ("1992-09-23", "1992-09-23", False),
        ("1912", "1922-02-18", True),
        ("", "1937", True),
    ],
)
def test_another_sources_date_is_pointed_at_where_it_is_another_and_never_shades(
    own, outside, differs
):
    country = make_milestone(date=own).country
    before = the_row(country, 1930).mark
    make_outside_date(country, outside)

    row = the_row(country, 1930)

    assert row.has_other_dates is differs
    assert row.mark == before


def test_rows_without_a_name_are_counted_and_lent_to_nobody():
    argentina = make_country(name="Argentina", iso2="AR")
    make_report(country=argentina)
    for number, date in enumerate(["1922-03-01", "1973", ""], start=1):
        UnidentifiedRow.objects.create(
            slug=f"row-{number}",
            passage=make_passage(kind=Passage.Kind.ROW),
            date=date,
            candidate="Argentina",
            candidate_source=make_source(kind=Source.Kind.REFERENCE),
        )

    assert years.of_year(None).unnamed == [PartialDate(1922, 3, 1), PartialDate(1973)]
    assert years.of_year(1950).unnamed_by_then == 1
    assert years.of_year(None).unnamed_by_then == 2
    assert the_row(argentina).since == "no date given"


def test_the_country_at_home_is_on_the_map_but_in_no_group():
    albania = make_country(name="Albania", iso2="AL")
    make_report(country=albania)

    shown = years.of_year(None)

    assert shown.home == albania
    assert shown.rows == []
    assert [
        (place.country, row) for _, _, places in shown.maps for place, row in places
    ] == [(albania, None)] * 2


def test_bodies_are_no_states():
    make_milestone(organization=make_organization(), date="1955-12-14")

    assert years.of_year(None).rows == []


@pytest.mark.parametrize("size", [2, 10])
def test_costs_the_same_however_many_states_there_are(size, django_assert_num_queries):
    for _ in range(size):
        country = make_milestone().country
        make_entry(country, "strong-relations")
        make_outside_date(country, "1937")

    # States, their steps, the lists they are on, other sources' dates, unnamed rows.
    with django_assert_num_queries(5):
        shown = years.of_year(1949)
        assert shown.maps
        assert len(shown.rows) == size
