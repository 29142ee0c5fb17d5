"""The shapes that ship with Besa, and which states get one."""

import gzip

import pytest

from relations import pages
from relations.atlas import maps, world
from tests.factories import make_country

KILOBYTE = 1024


def places(*countries) -> list[dict]:
    """The places of each sheet by the code of their state."""
    return [
        {place.country.iso2: place for place in one.places}
        for one in maps.of(countries)
    ]


def test_the_shapes_stay_small():
    shapes = world.SHAPES.read_bytes()

    assert len(shapes) < 35 * KILOBYTE
    assert len(gzip.compress(shapes)) < 14 * KILOBYTE


def test_every_shape_is_a_path_of_whole_numbers_and_every_point_on_its_sheet():
    for sheet in world.sheets():
        for path in [sheet.land, *sheet.shapes.values()]:
            assert path.startswith("M")
            assert path.endswith("z")
            assert set(path) <= set("Mlz -0123456789")
        for point in sheet.circles.values():
            assert 0 <= point.x <= sheet.width
            assert 0 <= point.y <= sheet.height
            assert point.reach > 0


def test_the_middles_of_circles_are_nobody_elses():
    [sheet, _] = world.sheets()
    points = [*sheet.circles.values()]

    for one in points:
        for other in points:
            distance = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert one == other or distance >= one.reach + other.reach - 1


@pytest.mark.django_db
def test_every_state_with_a_fact_has_a_place_or_is_no_more(shipped_facts):
    missing = [
        country.name
        for country in pages.countries_told_of()
        if not maps.has_place(country)
    ]

    assert missing == ["Soviet Union", "Yugoslavia"]


def test_kosovo_has_a_shape_though_it_has_no_number():
    assert all("XK" in sheet.shapes for sheet in world.sheets())


@pytest.mark.django_db
def test_a_large_state_has_an_outline_and_a_small_one_a_circle_above_the_others():
    italy, vatican = make_country(iso2="IT"), make_country(iso2="VA")

    [drawn, _] = places(vatican, italy)

    assert drawn["IT"].path
    assert drawn["IT"].circle is None
    assert drawn["VA"].circle
    assert not drawn["VA"].path
    assert [*drawn] == ["IT", "VA"]


@pytest.mark.django_db
def test_a_finger_finds_a_small_outline_from_beside_it_under_the_others():
    serbia, kosovo = make_country(iso2="RS"), make_country(iso2="XK")

    [_, europe] = places(serbia, kosovo)

    assert europe["XK"].touch
    assert europe["RS"].touch is None
    assert [*europe] == ["XK", "RS"]


@pytest.mark.django_db
def test_an_island_far_from_others_has_room_for_a_finger_that_takes_none_from_land():
    tonga, fiji = make_country(iso2="TO"), make_country(iso2="FJ")

    [drawn, _] = places(fiji, tonga)

    assert drawn["TO"].circle.reach > maps.TIGHT
    assert [*drawn] == ["TO", "FJ"]


@pytest.mark.django_db
def test_no_shape_is_lent_to_a_former_state():
    former = make_country(name="West Germany", iso2="DE", is_former=True)

    assert not maps.has_place(former)
    assert places(former) == [{}, {}]


@pytest.mark.django_db
def test_states_without_a_fact_are_land_like_any_other():
    [plain, _] = maps.of([])
    [marked, _] = maps.of([make_country(iso2="IT")])

    italy = plain.sheet.shapes["IT"]
    assert italy in plain.land
    assert italy not in marked.land
    assert len(plain.land) == len(marked.land) + 1
