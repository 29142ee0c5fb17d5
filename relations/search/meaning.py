"""What a query may mean: which words of the library it has, and what answers to them."""

import datetime as dt
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from relations import names
from relations.claims import Thing
from relations.search.library import KINDS, Dossier, Library, tokens, words
from relations.search.query import Query
from relations.sentences import Sentence

PREFIX = 3  # letters from which the beginning of a word in a sentence will do
EXACT, BEGINS, WORDS, BEGINNINGS, CLOSE = range(5)  # how well a name fits
PHRASE, SAME, NAMED, BEGUN, BY_NAME = range(5)  # how well a sentence does
IN_LISTS = {"membership", "rollentry"}  # of two that do as well, told later

Rank = tuple[int | str | dt.date, ...]


@dataclass(frozen=True)
class Term:
    """A typed word, and the words of the library that it may stand for."""

    typed: str
    same: frozenset[str]
    begun: frozenset[str] = frozenset()
    is_corrected: bool = False

    @property
    def in_names(self) -> frozenset[str]:
        return self.same | self.begun

    @property
    def in_text(self) -> frozenset[str]:
        return self.in_names if len(self.typed) >= PREFIX else self.same


def term(typed: str, library: Library) -> Term:
    begun = {word for word in library.vocabulary if word.startswith(typed)}
    return Term(typed, frozenset(begun & {typed}), frozenset(begun - {typed}))


def corrected(missed: Term, library: Library) -> Term:
    """The term read as a slip of the words nearest to it; a number is never one."""
    if missed.in_names or not missed.typed.isalpha():
        return missed
    slips = {
        word: distance
        for word in library.vocabulary
        if (allowed := names.allowed_slips(word))
        if (distance := OSA.distance(missed.typed, word, score_cutoff=2)) <= allowed
    }
    nearest = min(slips.values(), default=0)
    same = (word for word, distance in slips.items() if distance == nearest)
    return Term(missed.typed, frozenset(same), is_corrected=bool(slips))


@dataclass(frozen=True)
class Meaning:
    """A query as read with one library."""

    query: Query
    terms: tuple[Term, ...]
    named: frozenset[Thing]  # what it is, as a whole, a name of

    @property
    def marked(self) -> frozenset[str]:
        """The words to mark in a sentence."""
        typed = words(self.query.text) - names.SMALL_WORDS
        return typed.union(*(one.in_text for one in self.terms))

    def fit(self, dossier: Dossier) -> Rank | None:
        """How well a dossier fits, the lower the better; None if it does not."""
        if not self._is_answered_by(dossier):
            return None
        kind = [*KINDS].index(dossier.thing.kind)
        return self._fit(dossier), kind, -dossier.facts, dossier.thing.name

    def _is_answered_by(self, dossier: Dossier) -> bool:
        if dossier.thing in self.named:
            return True
        time = self.query.time
        if time and not (dossier.time and dossier.time.within(time)):
            return False
        return all(one.in_names & dossier.words for one in self.terms)

    def _fit(self, dossier: Dossier) -> int:
        if dossier.thing in self.named:
            return EXACT
        if any(one.is_corrected for one in self.terms):
            return CLOSE
        typed = " ".join(self.query.words)
        if any(form.startswith(typed) for form in dossier.own):
            return BEGINS
        is_whole = all(one.same & dossier.words for one in self.terms)
        return WORDS if is_whole else BEGINNINGS

    def tell(self, fact: Sentence, library: Library) -> Rank | None:
        """How well a fact answers, the lower the better; None if it does not."""
        time = self.query.time
        if time and not (fact.time and fact.time.overlaps(time.first, time.last)):
            return None
        if (fit := self._tell(fact, library)) is None:
            return None
        first = fact.time.first if fact.time else dt.date.max
        return self.is_vague(fact), fit, fact.kind in IN_LISTS, first, fact.slug

    def is_vague(self, fact: Sentence) -> bool:
        """Whether a fact may just as well be of another time than the one asked for."""
        time = self.query.time
        return bool(time and fact.time and not fact.time.within(time))

    def _tell(self, fact: Sentence, library: Library) -> int | None:
        told = words(fact.text)
        if all(one.same & told for one in self.terms):
            return PHRASE if self._is_phrase_of(fact) else SAME
        if not self.named.isdisjoint(fact.about):
            return NAMED
        if all(one.in_text & told for one in self.terms):
            return BEGUN
        known = told | library.words_about(fact)
        is_known = all(one.in_text & told or one.same & known for one in self.terms)
        return BY_NAME if is_known else None

    def _is_phrase_of(self, fact: Sentence) -> bool:
        spoken = " ".join(token.folded for token in tokens(fact.text))
        return f" {names.fold(self.query.text)} " in f" {spoken} "

    def share(self, fact: Sentence) -> int:
        """How many of the words stand in a fact."""
        told = words(fact.text)
        return sum(bool(one.in_text & told) for one in self.terms)
