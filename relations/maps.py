"""The atlas as it is drawn: which state has which outline, and what lies on top."""

from collections.abc import Iterable
from dataclasses import dataclass

from relations import world
from relations.models import Country
from relations.world import Point, Sheet

TIGHT = 12  # units: a circle that may be touched no farther has others about it


@dataclass(frozen=True)
class Place:
    """A state on a sheet: an outline or a circle, and a point for a finger."""

    country: Country
    path: str
    circle: Point | None
    touch: Point | None

    @property
    def layer(self) -> int:
        """Room for a finger lies under all outlines; circles without room lie on top."""
        if self.circle:
            return 0 if self.circle.reach > TIGHT else 3
        return 1 if self.touch else 2


@dataclass(frozen=True)
class Map:
    """A sheet with the states that are asked for, and all other land."""

    sheet: Sheet
    places: list[Place]
    land: list[str]


def has_place(country: Country) -> bool:
    """Former states have none: no shape of today is theirs, and none is lent to them."""
    return not country.is_former and any(
        sheet.shows(country.iso2) for sheet in world.sheets()
    )


def of(countries: Iterable[Country]) -> list[Map]:
    shown = [country for country in countries if has_place(country)]
    return [_map(sheet, shown) for sheet in world.sheets()]


def _map(sheet: Sheet, countries: list[Country]) -> Map:
    shown = [country for country in countries if sheet.shows(country.iso2)]
    codes = {country.iso2 for country in shown}
    rest = [path for code, path in sheet.shapes.items() if code not in codes]
    places = [
        Place(
            country=country,
            path=sheet.shapes.get(country.iso2, ""),
            circle=sheet.circles.get(country.iso2),
            touch=sheet.touch.get(country.iso2),
        )
        for country in shown
    ]
    return Map(
        sheet, sorted(places, key=lambda place: place.layer), [sheet.land, *rest]
    )
