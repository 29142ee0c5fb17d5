"""Who else is in a question: drawn by lot, at the same cost however many there are."""

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import islice
from typing import Generic, TypeVar

from quiz.questions.drafts import Draft, Refusal

T = TypeVar("T")

TURNS = ("", "2")  # the company a claim is asked in, and another; part of the key
PLACES = 40  # on the ring for each thing, which evens out the gaps
THROWS = 24
STEPS = 600  # from the last throw on, where the throws did not give enough


class Lots(Generic[T]):
    """Draws things for a question. One more thing changes only the draws that hit it.

    Everything has places on a ring; a throw names a point of the ring, and the next
    thing after it is drawn. So the questions on file hardly move when facts are added.
    """

    def __init__(self, things: Sequence[tuple[str, T]], seed: str) -> None:
        places = sorted(
            (
                (_point(f"{seed}/{key}/{n}"), key, thing)
                for key, thing in things
                for n in range(PLACES)
            ),
            key=lambda place: place[:2],
        )
        self._points = [point for point, _, _ in places]
        self._places = [(key, thing) for _, key, thing in places]

    def drawn(self, salt: str) -> Iterator[T]:
        """Things in an order of their own for each salt, each once, then no more."""
        seen: set[str] = set()
        for place in islice(self._landings(salt), THROWS + STEPS):
            key, thing = self._places[place]
            if key not in seen:
                seen.add(key)
                yield thing

    def _landings(self, salt: str) -> Iterator[int]:
        count = len(self._places)
        place = 0
        if not count:
            return
        for throw in range(THROWS):
            place = bisect(self._points, _point(f"{salt}/{throw}")) % count
            yield place
        for step in range(1, count):
            yield (place + step) % count


def in_other_company(drafts: Iterable[Draft | Refusal]) -> Iterator[Draft]:
    """What was drafted of one claim, each company only once, under a variant each."""
    seen: set[tuple[frozenset[str], frozenset[str]]] = set()
    for turn, draft in zip(TURNS, drafts, strict=False):
        if isinstance(draft, Refusal):
            continue
        company = (
            frozenset(prompt.text for prompt in draft.prompts),
            frozenset(option.text for option in draft.options),
        )
        if company not in seen:
            seen.add(company)
            yield replace(draft, variant=turn)


def some(things: Sequence[T], salt: str, most: int) -> Iterator[T]:
    """A few of them, by lot."""
    start = _point(salt)
    for place in range(min(most, len(things))):
        yield things[(start + place) % len(things)]


def _point(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())
