"""All that can be found: dossiers by their names, facts by their words.

What depends on a text alone, such as its folded words, is kept from one reading of the
base to the next.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from relations import names, sentences
from relations.claims import Thing
from relations.models import Section, Theme
from relations.remembered import Remembered
from relations.sentences import Sentence
from relations.times import Time

WORD = re.compile(r"[^\W_]+")
REMEMBERED = 50_000

KINDS = {
    "country": "Country",
    "organization": "Organisation",
    "person": "Person",
    "treaty": "Treaty",
    "theme": "Theme",
    "roll": "List",
    "section": "Part of the article",
}


@dataclass(frozen=True)
class Token:
    """A word where it stands in a text, and how it is looked for."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True)
class Dossier:
    """A page with a name: a country, a body, a treaty, a list, a part of the article."""

    thing: Thing
    facts: int = 0
    itself: Sentence | None = None  # a treaty and a list are facts too

    @property
    def label(self) -> str:
        return KINDS[self.thing.kind]

    @property
    def time(self) -> Time | None:
        return self.itself.time if self.itself else None

    @property
    def names(self) -> tuple[str, ...]:
        one = self.thing
        return tuple(dict.fromkeys((one.name, *one.aliases, *one.also)))

    @cached_property
    def own(self) -> frozenset[str]:
        """The name it is shown by, folded in any way."""
        return folded(self.thing.name)

    @cached_property
    def forms(self) -> frozenset[str]:
        """All its names, folded in any way."""
        return _all(map(folded, self.names))

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for form in self.forms for word in form.split())


class Library:
    """What there is to find."""

    def __init__(self, facts: Iterable[Sentence], things: Iterable[Thing]) -> None:
        told = [*facts]
        self.facts = [fact for fact in told if fact.kind != "roll"]
        counts = Counter(thing for fact in self.facts for thing in fact.about)
        itself = {(fact.kind, fact.slug): fact for fact in told}
        self.dossiers = [
            Dossier(thing, counts[thing], itself.get((thing.kind, thing.slug)))
            for thing in things
        ]

    @cached_property
    def by_thing(self) -> dict[Thing, Dossier]:
        return {dossier.thing: dossier for dossier in self.dossiers}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        told = (words(fact.text) for fact in self.facts)
        return _all([*told, *(dossier.words for dossier in self.dossiers)])

    def words_about(self, fact: Sentence) -> frozenset[str]:
        """The words of all names of what a fact is about."""
        return _all(self.by_thing[thing].words for thing in fact.about)


def _read() -> Library:
    base = sentences.read()
    titled = [
        Thing(kind, one.slug, one.title, page=one.get_absolute_url())
        for kind, model in (("theme", Theme), ("section", Section))
        for one in model._default_manager.all()
    ]
    return Library(base.facts, [*base.things, *titled])


read = Remembered(_read, [*sentences.TABLES, Theme, Section])


@lru_cache(maxsize=REMEMBERED)
def tokens(text: str) -> tuple[Token, ...]:
    found = (Token(*one.span(), names.fold(one[0])) for one in WORD.finditer(text))
    return tuple(token for token in found if token.folded)


@lru_cache(maxsize=REMEMBERED)
def words(text: str) -> frozenset[str]:
    return frozenset(token.folded for token in tokens(text))


@lru_cache(maxsize=REMEMBERED)
def folded(name: str) -> frozenset[str]:
    return frozenset(names.readings(name))


def _all(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
