"""The search: over all names and all facts, forgiving of spelling, honest about it.

A typed text is read as words and a time (query), held against all there is (library),
and answered by what has it as a name or has all its words (meaning, finding). What is
found is then cut to what a page shows (showing).
"""

from relations.search import library
from relations.search.finding import Found, find
from relations.search.query import read
from relations.search.showing import Answer, shown

__all__ = ["Answer", "search"]


def search(typed: str, *, show_all: bool = False) -> Answer:
    query = read(typed)
    found = Found(query) if query.is_empty else find(query, library.read())
    return shown(found, show_all=show_all)
