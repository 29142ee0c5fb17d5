"""Lays things in a row so that neighbours differ where they can; values only."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

T = TypeVar("T")
Key = Callable[[T], Hashable]


def parted(things: Iterable[T], key: Key) -> list[T]:
    """In the order given, but that what is like the one before it waits for a gap."""
    row: list[T] = []
    waiting: list[T] = []  # all like the last of the row
    for thing in things:
        if row and key(row[-1]) == key(thing):
            waiting.append(thing)
            continue
        row.append(thing)
        if waiting:
            row.append(waiting.pop(0))
    return _filled(row, waiting, key)


def _filled(row: list[T], waiting: list[T], key: Key) -> list[T]:
    """With what still waits put into earlier gaps, the latest first; else at the end."""
    for place in range(len(row), -1, -1):
        around = row[max(place - 1, 0) : place + 1]
        if waiting and all(key(one) != key(waiting[-1]) for one in around):
            row.insert(place, waiting.pop())
    return row + waiting
