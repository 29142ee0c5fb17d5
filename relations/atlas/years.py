"""The atlas: on the map and in the table, with whom relations stood in a year.

Values only; which words and colours they get is the page's affair.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch

from relations import pages
from relations.atlas import eras, maps, wording
from relations.atlas.eras import Era
from relations.atlas.maps import Place
from relations.atlas.standing import State, Story
from relations.atlas.world import Sheet
from relations.claims import HOME
from relations.dates import PartialDate
from relations.models import Country, Milestone, OutsideDate, RollEntry, UnidentifiedRow

FIRST = 1912  # the earliest year in the article's tables
LAST = 2025  # the latest the article speaks of; from here on it is today
LANDMARKS = (1924, 1949, 1991)

# The list in the article's opening; it speaks of diplomatic relations of the present.
KEPT_TODAY = "strong-relations"
ORDERED = "order-2008"  # the list of those that relations were to be opened with

# What a state is painted as when no era tells it; all but one are patterns.
UNDATED, AHEAD, CUT, UNKNOWN = "undated", "ahead", "cut", "unknown"
PATTERNS = {UNDATED, CUT, UNKNOWN}
CUTS = {State.CUT, State.CUT_THEN}
GROUPS = ("standing", "cut", "ahead", "gone", "unknown")  # as the table has them


@dataclass(frozen=True)
class Row:
    """A state, what is told of relations with it, and what follows for the year."""

    country: Country
    story: Story
    state: State
    standing: str  # the same in words
    rolls: tuple[str, ...] = ()
    has_other_dates: bool = False

    @cached_property
    def group(self) -> str:
        if self.state is State.GONE:
            return "gone"
        return "standing" if self.state.stood else self.mark

    @cached_property
    def mark(self) -> str:
        """How the map shows it: by the era of its start, or as one of the rest."""
        if self.state.stood is None:
            return UNKNOWN
        if not self.state.stood:
            return CUT if self.state in CUTS else AHEAD
        return eras.of(self.story.began).mark if self.story.began else UNDATED

    @property
    def is_patterned(self) -> bool:
        return self.mark in PATTERNS

    @cached_property
    def since(self) -> str:
        return wording.since(self.story)

    @cached_property
    def title(self) -> str:
        return f"{self.country.name}: {self.since} ({self.standing})"

    @cached_property
    def url(self) -> str:
        return self.country.get_absolute_url()

    @property
    def rank(self) -> tuple[object, ...]:
        began = self.story.began
        return (
            GROUPS.index(self.group),
            began.iso if began else "9999",
            self.state is State.UNTOLD,
            self.country.name,
        )


@dataclass(frozen=True)
class Atlas:
    year: int | None
    rows: list[Row]
    home: Country | None
    unnamed: list[PartialDate]

    @cached_property
    def groups(self) -> list[tuple[str, list[Row]]]:
        """The rows by what is true of them; those of which nothing is told come after."""
        told = [row for row in self.rows if row.state is not State.UNTOLD]
        found = [(name, [row for row in told if row.group == name]) for name in GROUPS]
        return [(name, rows) for name, rows in found if rows]

    @cached_property
    def counts(self) -> Counter[str]:
        return Counter(row.group for row in self.rows)

    @cached_property
    def shared(self) -> list[tuple[Row, Row]]:
        """States with a former one of the same day: two names, as it may be, for one."""
        rows = [row for row in self.rows if row.group == "standing"]
        return [
            (row, former)
            for former in rows
            for row in rows
            if former.country.is_former and not row.country.is_former
            if row.story.began == former.story.began and _is_a_day(row.story.began)
        ]

    @property
    def begun(self) -> int:
        """With how many states relations had begun, one date counted once."""
        return self.counts["standing"] - len({former for _, former in self.shared})

    @property
    def undated_count(self) -> int:
        return sum(row.mark == UNDATED for row in self.rows)

    @property
    def former_count(self) -> int:
        return sum(row.country.is_former for row in self.off_map)

    @cached_property
    def marks(self) -> Counter[str]:
        """How many states the map shows in each way."""
        return Counter(row.mark for row in self.rows if maps.has_place(row.country))

    @property
    def eras(self) -> list[tuple[Era, int]]:
        return [(one, self.marks[one.mark]) for one in eras.ERAS]

    @property
    def off_map(self) -> list[Row]:
        return [row for row in self.rows if not maps.has_place(row.country)]

    @property
    def maps(self) -> list[tuple[Sheet, list[str], list[tuple[Place, Row | None]]]]:
        """Sheets, with the row of each place; home has none."""
        rows = {row.country: row for row in self.rows}
        shown = [*rows, self.home] if self.home else list(rows)
        return [
            (
                one.sheet,
                one.land,
                [(place, rows.get(place.country)) for place in one.places],
            )
            for one in maps.of(shown)
        ]

    @cached_property
    def untold(self) -> dict[str, list[Row]]:
        """The states named without relations, by the list that names them first."""
        shelves: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.state is State.UNTOLD:
                shelves.setdefault(row.rolls[0] if row.rolls else "", []).append(row)
        return dict(sorted(shelves.items(), key=lambda shelf: -len(shelf[1])))

    @property
    def untold_count(self) -> int:
        return sum(len(rows) for rows in self.untold.values())

    @property
    def unnamed_by_then(self) -> int:
        return sum(self.year is None or date.year <= self.year for date in self.unnamed)


def of_year(year: int | None) -> Atlas:
    countries = list(_countries())
    dates = UnidentifiedRow.objects.exclude(date="").values_list("date", flat=True)
    return Atlas(
        year=year,
        rows=sorted(
            (_row(country, year) for country in countries if country.name != HOME),
            key=lambda row: row.rank,
        ),
        home=next((one for one in countries if one.name == HOME), None),
        unnamed=list(dates),
    )


def _countries() -> Iterable[Country]:
    entries = RollEntry.objects.standing().select_related("roll")
    return pages.countries_told_of().prefetch_related(
        Prefetch("milestones", Milestone.objects.standing()),
        Prefetch("roll_entries", entries),
        "outside_dates",
    )


def _row(country: Country, year: int | None) -> Row:
    rolls = [entry.roll for entry in country.roll_entries.all()]
    on = {roll.slug for roll in rolls}
    story = Story.of(
        country.milestones.all(),
        is_listed=KEPT_TODAY in on,
        is_ordered=ORDERED in on,
        is_former=country.is_former,
    )
    state = story.state(year)
    return Row(
        country=country,
        story=story,
        state=state,
        standing=wording.standing(story, state, year),
        rolls=tuple(roll.title for roll in rolls),
        has_other_dates=any(
            _is_other(outside, story) for outside in country.outside_dates.all()
        ),
    )


def _is_a_day(date: PartialDate | None) -> bool:
    return date is not None and date.precision == "day"


def _is_other(outside: OutsideDate, story: Story) -> bool:
    """Whether a reference gives a date that none of the article's own can be."""
    return not any(outside.date.overlaps(step.date) for step in story.steps)
