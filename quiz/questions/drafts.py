"""Questions as drafted: answers that may stand, options that do, and refusals."""

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from relations.claims import Claim, Predicate, Thing, Value
from relations.knowledge import Proof

V_co = TypeVar("V_co", bound=Value, covariant=True)


@dataclass(frozen=True)
class Candidate(Generic[V_co]):
    """An answer that might stand among the options, as a proposition about the base."""

    text: str
    predicate: Predicate[V_co]
    subject: Thing
    value: V_co
    truth: str = ""  # what this answer really is, as a sentence
    claim: str = ""  # the key of the claim that says so
    page: str = ""
    form: str = ""  # what it can stand beside, where that matters


@dataclass(frozen=True)
class Option(Generic[V_co]):
    """A candidate that was taken, with the proof that it is wrong; none for the key."""

    candidate: Candidate[V_co]
    proof: Proof | None

    @property
    def text(self) -> str:
        return self.candidate.text


@dataclass(frozen=True)
class Draft:
    """A question as it may be asked, before anybody has been asked it."""

    family: str
    aspect: str
    claim: Claim[Any]
    stem: str
    options: tuple[Option[Any], ...]
    correct: int
    is_ordered: bool = False
    variant: str = ""  # tells two questions on one claim apart

    @property
    def key(self) -> str:
        parts = [self.family, self.claim.key, self.aspect]
        return ":".join([*parts, self.variant] if self.variant else parts)

    @property
    def right(self) -> Option[Any]:
        return self.options[self.correct]

    @property
    def wrong(self) -> tuple[Option[Any], ...]:
        return tuple(o for i, o in enumerate(self.options) if i != self.correct)


@dataclass(frozen=True)
class Refusal:
    """Why a family asks nothing about a claim."""

    family: str
    claim: str
    reason: str
