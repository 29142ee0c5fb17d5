"""What is found as a page shows it: so many at once, the words found in it marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from relations import sentences
from relations.search.finding import Found
from relations.search.library import Dossier, folded, tokens
from relations.search.query import Query
from relations.sentences import Sentence

SHOWN = 9, 30  # dossiers and facts, unless all are asked for


@dataclass(frozen=True)
class Name:
    """A dossier that was found, and the other name it was found by."""

    dossier: Dossier
    page: str
    also: str = ""


@dataclass(frozen=True)
class Piece:
    """A part of a sentence, all of it found or none of it."""

    text: str
    is_found: bool


@dataclass(frozen=True)
class Hit:
    """A fact that was found, in pieces."""

    fact: Sentence
    pieces: tuple[Piece, ...]
    is_vague: bool = False  # it may just as well be of another time


@dataclass(frozen=True)
class Answer:
    """What is shown of what was found."""

    found: Found
    names: list[Name]
    hits: list[Hit]
    near: list[Name]

    @property
    def query(self) -> Query:
        return self.found.query

    @property
    def has_more(self) -> bool:
        return len(self.names) + len(self.hits) < self.found.count


def shown(found: Found, *, show_all: bool = False) -> Answer:
    dossiers, facts = (None, None) if show_all else SHOWN
    return Answer(
        found,
        _names(found.dossiers[:dossiers], found.query),
        [_hit(fact, found) for fact in sentences.with_places(found.facts[:facts])],
        _names(found.near, found.query),
    )


def pieces(text: str, marked: frozenset[str]) -> tuple[Piece, ...]:
    """The text cut where a marked word begins or ends."""
    cut, done = [], 0
    for token in tokens(text):
        if token.folded in marked:
            cut += [(text[done : token.start], False)]
            cut += [(text[token.start : token.end], True)]
            done = token.end
    cut.append((text[done:], False))
    return tuple(Piece(part, is_found) for part, is_found in cut if part)


def _hit(fact: Sentence, found: Found) -> Hit:
    time = found.query.time
    is_vague = bool(time and fact.time and not fact.time.within(time))
    return Hit(fact, pieces(fact.text, found.marked), is_vague)


def _names(dossiers: Iterable[Dossier], query: Query) -> list[Name]:
    """With a page for each: a list has none of its own, so its place stands for it."""
    dossiers = [*dossiers]
    lists = [one.itself for one in dossiers if one.itself and not one.thing.page]
    pages = {
        told.slug: told.places[0].page
        for told in sentences.with_places(lists)
        if told.places
    }
    return [
        Name(one, one.thing.page or pages.get(one.thing.slug, ""), _also(one, query))
        for one in dossiers
    ]


def _also(one: Dossier, query: Query) -> str:
    """The full name of a body; of others the name that was typed, if it is another."""
    if one.thing.kind == "organization":
        return next((name for name in one.thing.also if name != one.thing.name), "")
    if one.thing.kind not in ("country", "person") or _has(one.thing.name, query):
        return ""
    return next((name for name in one.names if _has(name, query)), "")


def _has(name: str, query: Query) -> bool:
    forms = folded(name)
    return bool(forms & query.readings) or any(
        form.startswith(word) for form in forms for word in query.words
    )
