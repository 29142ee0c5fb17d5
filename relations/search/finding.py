"""What is found, the nearest first: names, then sentences, then what is only close."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import TypeVar

from rapidfuzz import fuzz, process

from relations import territories
from relations.search import meaning
from relations.search.library import Dossier, Library, folded
from relations.search.meaning import Meaning, Rank
from relations.search.query import Query
from relations.sentences import Sentence

ALIKE = 66  # per cent of a name, for it to be offered where nothing is found
OFFERED = 5
AT_ONCE = 10  # words among which names are looked for

Item = TypeVar("Item")


@dataclass(frozen=True)
class Found:
    """What answers a query."""

    query: Query
    dossiers: list[Dossier] = field(default_factory=list)
    facts: list[Sentence] = field(default_factory=list)
    marked: frozenset[str] = frozenset()
    close: tuple[str, ...] = ()  # typed words that were read as others
    is_partial: bool = False  # facts have some of the words, none has all
    near: list[Dossier] = field(default_factory=list)
    unmentioned: str = ""  # a place with this name, of which nothing is told

    @property
    def count(self) -> int:
        return len(self.dossiers) + len(self.facts)


def find(query: Query, library: Library) -> Found:
    """What answers just so; only where nothing does, what is close."""
    if query.is_empty:
        return Found(query)
    named = [one for one in library.dossiers if one.forms & query.readings]
    terms = tuple(meaning.term(word, library) for word in query.words)
    meant = Meaning(query, terms, frozenset(one.thing for one in named))
    unmentioned = "" if named else _elsewhere(query)
    attempts = [_exactly] if unmentioned else [_exactly, _closely, _partly]
    for attempt in attempts:
        found = attempt(meant, library)
        if found.count:
            mentioned = _mentioned(query, library, but=found.dossiers)
            return replace(found, dossiers=found.dossiers + mentioned)
    if unmentioned:
        return Found(query, unmentioned=unmentioned)
    return Found(query, near=_alike(query, library))


def _mentioned(
    query: Query, library: Library, *, but: Collection[Dossier]
) -> list[Dossier]:
    """What some of several words are a name of: Turkey and Greece in "turkey greece"."""
    words = query.words[:AT_ONCE]
    ends = combinations(range(len(words) + 1), 2)
    phrases = {" ".join(words[start:end]) for start, end in ends}
    return [one for one in library.dossiers if one.forms & phrases if one not in but]


def _exactly(meant: Meaning, library: Library) -> Found:
    return Found(
        meant.query,
        _ranked(library.dossiers, meant.fit),
        _ranked(library.facts, lambda fact: meant.tell(fact, library)),
        meant.marked,
    )


def _closely(meant: Meaning, library: Library) -> Found:
    terms = tuple(meaning.corrected(term, library) for term in meant.terms)
    close = tuple(term.typed for term in terms if term.is_corrected)
    if not close:
        return Found(meant.query)
    return replace(_exactly(replace(meant, terms=terms), library), close=close)


def _partly(meant: Meaning, library: Library) -> Found:
    """The facts with the most of the words, if that is at least half of them."""
    terms = tuple(meaning.corrected(term, library) for term in meant.terms)
    meant = replace(meant, terms=terms)
    shares = {fact: meant.share(fact) for fact in library.facts}
    most = max(shares.values(), default=0)
    if len(terms) < 2 or 2 * most < len(terms):
        return Found(meant.query)
    facts = [fact for fact, share in shares.items() if share == most]
    return Found(meant.query, facts=facts, marked=meant.marked, is_partial=True)


def _ranked(items: Iterable[Item], rank: Callable[[Item], Rank | None]) -> list[Item]:
    ranked = [(rank(item), item) for item in items]
    fitting = [(found, item) for found, item in ranked if found is not None]
    return [item for _, item in sorted(fitting, key=lambda pair: pair[0])]


def _alike(query: Query, library: Library) -> list[Dossier]:
    """Those whose names look most like what was typed."""
    bearers = {form: one for one in library.dossiers for form in one.forms}
    typed = " ".join(query.words)
    alike = process.extract(
        typed, [*bearers], scorer=fuzz.ratio, score_cutoff=ALIKE, limit=3 * OFFERED
    )
    return [*dict.fromkeys(bearers[form] for form, *_ in alike)][:OFFERED]


def _elsewhere(query: Query) -> str:
    """The name of a place of the world that the text is, though the base has none."""
    for place in territories.elsewhere(frozenset()):
        if any(folded(name) & query.readings for name in (place.name, *place.also)):
            return place.in_sentence
    return ""
