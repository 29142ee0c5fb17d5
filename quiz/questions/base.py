"""What a question family is given, what it promises, and what it hands over.

A family reads the Knowledge and yields drafts: questions whose right answer the base
supports and whose every wrong answer it refutes. Where that cannot be had it yields a
Refusal with the reason. Chance comes in as a seed; the same seed drafts the same.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Generic, Protocol, TypeVar

from relations.claims import Claim, Predicate, Thing, Value
from relations.knowledge import Knowledge, Proof

MOST_OPTIONS = 4
FEWEST_OPTIONS = 3
NEAR = 6  # how many neighbours on either side options are drawn from


V_co = TypeVar("V_co", bound=Value, covariant=True)
V = TypeVar("V", bound=Value)


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


class Kind(Protocol):
    """A question family. Its slug is stored with questions and must never change."""

    slug: str
    label: str

    def drafts(self, knowledge: Knowledge, seed: int) -> Iterator[Draft | Refusal]:
        """Every question of this family the knowledge allows, in a fixed order."""
        ...


def chance(seed: int, family: str, claim: Claim[Any]) -> Random:
    """The dice for one question, so that one more fact does not reshuffle the rest."""
    return Random(f"{seed}/{family}/{claim.key}")


def proved_wrong(
    knowledge: Knowledge, candidates: Iterable[Candidate[V]]
) -> list[Option[V]]:
    """The candidates that the base refutes, each with its proof; the rest fall out."""
    options = []
    for candidate in candidates:
        proof = knowledge.disproof(
            candidate.predicate, candidate.subject, candidate.value
        )
        if proof:
            options.append(Option(candidate, proof))
    return options


def among(
    rng: Random, wrong: Sequence[Option[V]], right: Option[V]
) -> tuple[Option[V], ...]:
    """The right option among up to three wrong ones, in any order, none in another."""
    options = [right]
    for option in rng.sample(wrong, len(wrong)):
        if len(options) < MOST_OPTIONS and not any(
            _within(option.text, taken.text) for taken in options
        ):
            options.append(option)
    rng.shuffle(options)
    return tuple(options)


def _within(one: str, other: str) -> bool:
    """Whether one name stands within the other, as the Council of Europe may."""
    one, other = f" {one.casefold()} ", f" {other.casefold()} "
    return one in other or other in one


def in_order(
    rng: Random,
    wrong: Sequence[Option[V]],
    right: Option[V],
    rank_by: Callable[[Option[V]], Any],
) -> tuple[Option[V], ...]:
    """Options in ascending order, the right one's rank drawn before the others.

    Taking the nearest neighbours instead would put the right one in the middle. A rank
    for which there are too few options on one side is not drawn.
    """
    key = rank_by(right)
    earlier = sorted((o for o in wrong if rank_by(o) < key), key=rank_by)
    later = sorted((o for o in wrong if rank_by(o) > key), key=rank_by)
    size = min(MOST_OPTIONS, len(wrong) + 1)
    ranks = [
        rank
        for rank in range(size)
        if rank <= len(earlier) and size - 1 - rank <= len(later)
    ]
    rank = rng.choice(ranks)
    before = rng.sample(earlier[-NEAR:], rank)
    after = rng.sample(later[:NEAR], size - 1 - rank)
    return tuple(sorted([*before, right, *after], key=rank_by))


def named_in(stem: str, thing: Thing) -> bool:
    """Whether the stem names the thing, by any of its names."""
    folded = stem.casefold()
    return any(
        name.casefold() in folded for name in (thing.name, *thing.aliases) if name
    )


TELLING = ("signed-by", "established", "done-by", "listed", "holds", "has-relations")


def told_of(
    knowledge: Knowledge, thing: Thing, *, first: str = "signed-by"
) -> Claim[Any] | None:
    """A claim that says what this thing is in the base, one of kind `first` if it can."""
    order = sorted(TELLING, key=lambda slug: (slug != first, TELLING.index(slug)))
    claims = [
        claim
        for claim in knowledge.claims_about(thing)
        if claim.predicate.slug in order
        and claim.layer == "document"
        and not claim.is_disputed
        and not (claim.unasked_because and claim.predicate.slug == "done-by")
    ]
    return min(
        claims, key=lambda c: (order.index(c.predicate.slug), c.key), default=None
    )


def as_article_has_it(stem: str, claim: Claim[Any]) -> str:
    """The stem, marked as the article's word where a reference gives another date."""
    if "another date" not in claim.remark:
        return stem
    return f"According to the article, {stem[0].lower()}{stem[1:]}"
