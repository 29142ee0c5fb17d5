"""Sentences as values, for what needs no database."""

from itertools import count

from relations import times
from relations.claims import Thing
from relations.sentences import Sentence

_serial = count(1)


def state(name: str, **fields) -> Thing:
    slug = name.lower().replace(" ", "-")
    return Thing("country", slug, name, name, f"/countries/{slug}/", **fields)


def told(text: str = "It happened in 1992.", **fields) -> Sentence:
    """A fact whose time is what its words say."""
    defaults = {
        "kind": "event",
        "slug": f"fact-{next(_serial)}",
        "time": times.read(text),
    }
    return Sentence(**defaults | {"text": text} | fields)
