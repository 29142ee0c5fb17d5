"""Questions as drafted: answers that may stand, options that do, and refusals."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from relations.claims import Claim, Predicate, Thing, Value
from relations.knowledge import Proof

# Formats whose options are all true by themselves; what is right is how they lie in time.
IN_TIME = {"pair", "order", "timeline"}

V_co = TypeVar("V_co", bound=Value, covariant=True)


@dataclass(frozen=True, slots=True)
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
    extra: dict[str, Any] = field(default_factory=dict)  # what its format needs beside


@dataclass(frozen=True, slots=True)
class Option(Generic[V_co]):
    """A candidate that was taken, with the proof that it is wrong; none for the key."""

    candidate: Candidate[V_co]
    proof: Proof | None

    @property
    def text(self) -> str:
        return self.candidate.text


@dataclass(frozen=True, slots=True)
class Prompt:
    """What stands on the left of a match, or marks a timeline: a claim in few words."""

    text: str
    claim: Claim[Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """One thing an answer could say: a proposition, and whether it is to be right."""

    text: str
    predicate: Predicate[Any]
    subject: Thing
    value: Value
    is_right: bool
    proof: Proof | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A question as it may be asked, before anybody has been asked it.

    `solution` is what the format (`quiz/formats/`) takes as right: the place of an
    option, places, a date. `claims` are all it asks, `claim` the one it is named for.
    """

    family: str
    aspect: str
    claim: Claim[Any]
    stem: str
    options: tuple[Option[Any], ...]
    solution: Any
    format: str = "choice"
    claims: tuple[Claim[Any], ...] = ()
    prompts: tuple[Prompt, ...] = ()
    is_ordered: bool = False
    variant: str = ""  # tells two questions on one claim apart
    explanation: str = ""  # empty where the claim's statement explains it
    remark: str = ""  # the claim's own, if empty

    @property
    def key(self) -> str:
        parts = [self.family, self.claim.key, self.aspect]
        return ":".join([*parts, self.variant] if self.variant else parts)

    @property
    def asked(self) -> tuple[Claim[Any], ...]:
        return self.claims or (self.claim,)

    @property
    def rights(self) -> frozenset[int]:
        """The places of the options that can be right by themselves."""
        if self.format in {"choice", "pair", "timeline"}:
            return frozenset({self.solution})
        if self.format in {"several", "match"}:
            return frozenset(self.solution)
        return frozenset(range(len(self.options)))

    @property
    def right(self) -> Option[Any]:
        """The one right option of a choice."""
        return self.options[self.solution]

    @property
    def wrong(self) -> tuple[Option[Any], ...]:
        return tuple(o for i, o in enumerate(self.options) if i not in self.rights)

    def cells(self) -> Iterator[Cell]:
        """Every proposition an answer could make true or false, whatever the format."""
        for place, option in enumerate(self.options):
            candidate = option.candidate
            if self.format != "match":
                yield Cell(
                    option.text,
                    candidate.predicate,
                    candidate.subject,
                    candidate.value,
                    place in self.rights or self.format in IN_TIME,
                    option.proof,
                )
                continue
            for row, prompt in enumerate(self.prompts):
                yield Cell(
                    f"{prompt.text}: {option.text}",
                    prompt.claim.predicate,
                    prompt.claim.subject,
                    candidate.value,
                    self.solution[row] == place,
                )


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a family asks nothing about a claim."""

    family: str
    claim: str
    reason: str
