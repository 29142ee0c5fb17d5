"""A dossier as its page tells it: what has a date, what stands, what is only thought."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from django.db.models import Model

from relations import beside
from relations.beside import Beside
from relations.dossiers import Dossier
from relations.models import Event, Membership, OutsideDate, Report, RollEntry, Theme
from relations.pages import lists, standing, with_places
from relations.related import Related, Themes, key, related, themes_of

FEW = 6  # facts, which need no headings between them


@dataclass(frozen=True)
class Line:
    """A fact, and what references say of its date."""

    fact: Any
    beside: tuple[Beside, ...] = ()

    @property
    def contrary(self) -> list[Beside]:
        """What stands against it, to be shown side by side."""
        return [one for one in self.beside if one.is_contrary]

    @property
    def agreeing(self) -> list[Beside]:
        return [one for one in self.beside if not one.is_contrary]


@dataclass(frozen=True)
class Chapter:
    """What stands under one heading; the theme is None for what is left over."""

    theme: Theme | None
    lines: list[Line]


@dataclass(frozen=True)
class Told:
    dated: list[Line]
    chapters: list[Chapter]
    listed: list[Line]  # entries of lists
    views: list[Line]
    lists: list[Any]
    outside: list[OutsideDate]  # beside no fact of the article's
    related: list[Related]

    @property
    def standing(self) -> list[Line]:
        return [line for chapter in self.chapters for line in chapter.lines]

    @property
    def lines(self) -> list[Line]:
        return [*self.dated, *self.standing, *self.listed, *self.views]

    @property
    def count(self) -> int:
        """How many facts there are; a list counts by its entries."""
        entries = {entry.pk for roll in self.lists for entry in roll.entries.all()}
        own = {line.fact.pk for line in self.listed if _is_entry(line.fact)}
        return len(self.lines) + len(entries - own)

    @property
    def is_long(self) -> bool:
        return len(self.lines) > FEW

    def __bool__(self) -> bool:
        return bool(self.lines or self.lists)


def tell(dossier: Dossier) -> Told:
    facts = _facts(dossier)
    rolls = [*lists(dossier.belonging.lists)] if dossier.belonging.lists else []
    themes = themes_of([*facts, *rolls])
    outside = beside.outside_dates(dossier.subject)
    lines = [Line(fact, beside.of(fact, outside)) for fact in facts]
    taken = {one.outside.pk for line in lines for one in line.beside}
    plain = [line for line in lines if not _date(line.fact)]
    told = [line for line in plain if not _is_listed(line.fact)]
    stands = [line for line in told if not _is_view(line.fact)]
    return Told(
        dated=sorted(
            (line for line in lines if _date(line.fact)),
            key=lambda line: _date(line.fact).iso,
        ),
        chapters=_chapters(stands, themes, dossier),
        listed=[line for line in plain if _is_listed(line.fact)],
        views=[line for line in told if _is_view(line.fact)],
        lists=rolls,
        outside=[row for row in outside if row.pk not in taken],
        related=related(facts, themes, dossier.subject),
    )


def _facts(dossier: Dossier) -> list[Any]:
    found: list[Any] = []
    for model, condition in dossier.belonging.facts.items():
        facts = with_places(standing(model).filter(condition).distinct())
        if model in (Event, Report):
            facts = facts.prefetch_related("about")
        found += facts
    return found


def _chapters(lines: list[Line], themes: Themes, dossier: Dossier) -> list[Chapter]:
    """Where there is much to tell, what belongs together comes under its theme."""
    if len(lines) <= FEW or isinstance(dossier.subject, Theme):
        return [Chapter(None, lines)] if lines else []
    weight = Counter(
        theme for line in lines for theme in themes.get(key(line.fact), [])
    )
    shelves: dict[Theme | None, list[Line]] = defaultdict(list)
    for line in lines:
        own = sorted(themes.get(key(line.fact), []), key=attrgetter("position"))
        shelves[max(own, key=lambda theme: weight[theme], default=None)].append(line)
    rest = [
        line
        for theme, few in shelves.items()
        if len(few) == 1 or not theme
        for line in few
    ]
    chapters = [
        Chapter(theme, found)
        for theme, found in shelves.items()
        if theme and len(found) > 1
    ]
    chapters.sort(key=lambda chapter: -len(chapter.lines))
    return [*chapters, Chapter(None, rest)] if rest else chapters


def _date(fact: Model) -> Any:
    return getattr(fact, "date", None)


def _is_view(fact: Model) -> bool:
    return isinstance(fact, Report) and fact.kind == Report.Kind.VIEW


def _is_entry(fact: Model) -> bool:
    return isinstance(fact, RollEntry)


def _is_listed(fact: Model) -> bool:
    return isinstance(fact, RollEntry | Membership)
