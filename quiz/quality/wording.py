"""Texts as a test-wise reader compares them: folded, in words, by stems and letters."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
ACRONYM = re.compile(r"\b(?:[A-Za-z]*[A-Z]){2}[A-Za-z]*(?:-[A-Z]+)?\b")
CONTENT_LENGTH = 4
STEM_LENGTH = 5  # words that begin with the same five letters have one root, as a rule
PREFIXES = ("inter", "trans", "multi")  # that are none

# What stands in stems of every kind, and says nothing about an answer.
COMMON = frozenset(
    {
        *("albania", "albanian", "albanians", "albania’s", "according", "article"),
        *("articles", "which", "what", "when", "where", "whom", "whose", "with"),
        *("from", "into", "this", "that", "these", "those", "their", "there", "have"),
        *("been", "being", "state", "states", "country", "countries"),
        *(
            "organisation",
            "organisations",
            "people",
            "name",
            "names",
            "named",
            "list",
            "listed",
            "lists",
        ),
        *("does", "first", "following", "under", "between", "while", "after"),
        *("before", "during", "than", "them", "they", "were", "will", "would"),
        *("about", "other", "others", "order", "match", "each", "write", "give"),
        *("year", "years", "date", "month", "much", "many"),
    }
)
# Adjectives that do not begin as their country does for as long as STEM_LENGTH.
DEMONYMS = {
    "british": "kingdom",
    "american": "united",
    "chinese": "china",
    "danish": "denmark",
    "dutch": "netherlands",
    "french": "france",
    "greek": "greece",
    "greeks": "greece",
    "indian": "india",
    "iranian": "iran",
    "iraqi": "iraq",
    "polish": "poland",
    "spanish": "spain",
    "soviets": "soviet",
    "turkish": "turkey",
    "turks": "turkey",
    "swiss": "switzerland",
}


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Without case, marks and punctuation, single-spaced."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(WORD.findall(plain))


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """The words that could give something away: long ones, numbers, short names."""
    found = {word.strip("'’") for word in WORD.findall(text.casefold())}
    kept = {
        word.removesuffix("’s").removesuffix("'s")
        for word in found - COMMON
        if len(word) >= CONTENT_LENGTH or word.isdigit()
    }
    return frozenset((kept | {a.casefold() for a in acronyms(text)}) - COMMON)


def acronyms(text: str) -> list[str]:
    return ACRONYM.findall(text)


def is_acronym(text: str) -> bool:
    return ACRONYM.fullmatch(text) is not None


def shared(words: Iterable[str], others: Iterable[str]) -> set[str]:
    """Those of the words that have their like among the others."""
    others = set(others)
    return {word for word in words if any(_alike(word, other) for other in others)}


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if one.isdigit() or other.isdigit():
        return False
    if DEMONYMS.get(one, one) == DEMONYMS.get(other, other):
        return True
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < STEM_LENGTH:
        return False
    alike = STEM_LENGTH + 3 * longer.startswith(PREFIXES)
    return longer[:alike] == shorter[:alike] or longer.endswith(shorter)


def initials(name: str) -> str:
    """The first letters of a name's words, those of small words among them."""
    return "".join(word[0] for word in WORD.findall(name)).casefold()


@lru_cache(maxsize=8192)
def fit(acronym: str, name: str) -> float:
    """How much of an acronym, from 0 to 1, a name's initials spell in its order."""
    letters, first = acronym.replace("-", "").casefold(), initials(name)
    row = [0] * (len(first) + 1)
    for letter in letters:
        above = row
        row = [0]
        for place, other in enumerate(first):
            longest = above[place] + 1 if letter == other else 0
            row.append(max(longest, above[place + 1], row[place]))
    return row[-1] / len(letters)
