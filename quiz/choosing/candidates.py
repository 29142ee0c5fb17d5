"""A question, as far as choosing needs to know it; values only."""

from typing import NamedTuple


class Candidate(NamedTuple):
    """What choosing needs to know of a question."""

    pk: int
    claim: str
    topic: str
    family: str
    reveals: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()  # every one it asks; just `claim` if empty
    format: str = "choice"
    sides: tuple[tuple[str, str], ...] = ()  # what it shows to be known, if read

    @property
    def asks(self) -> frozenset[str]:
        return self.claims or frozenset({self.claim})
