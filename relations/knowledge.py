"""Knowledge: all claims at one moment, asked in three-valued logic.

The world is open: what is not in the base is unknown, not false. A False is always
somebody's proof, and `disproof` hands it over.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from relations.claims import (
    Claim,
    Closure,
    Layer,
    Predicate,
    ProofKind,
    Thing,
    Value,
    same,
)
from relations.dates import PartialDate

T = TypeVar("T")
V = TypeVar("V", bound=Value)
AnyClaim = Claim[Any]
AnyPredicate = Predicate[Any]

FEW = 8  # claims in a slot, which are looked through sooner than looked up


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a proposition is false, and the claims that show it."""

    kind: ProofKind
    claims: tuple[AnyClaim, ...]


class Slot:
    """The claims that fill one slot, and a short way to those close to a value."""

    def __init__(self) -> None:
        self.claims: list[AnyClaim] = []

    @cached_property
    def _places(self) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
        """Where the values of each kind stand, and of each slug."""
        by_kind: dict[str, list[int]] = defaultdict(list)
        by_slug: dict[str, list[int]] = defaultdict(list)
        for place, claim in enumerate(self.claims):
            value = claim.value
            by_kind[getattr(value, "kind", "")].append(place)
            if isinstance(value, Thing):
                for slug in (value.slug, *value.overlaps):
                    by_slug[slug].append(place)
        return by_kind, by_slug

    def near(self, value: Value) -> Sequence[AnyClaim]:
        """Those not certainly of another value, and perhaps more; in order."""
        if not isinstance(value, Thing) or len(self.claims) <= FEW:
            return self.claims
        by_kind, by_slug = self._places
        places = set().union(
            *(by_slug.get(slug, ()) for slug in (value.slug, *value.overlaps)),
            *(found for kind, found in by_kind.items() if kind != value.kind),
        )
        return [self.claims[place] for place in sorted(places)]

    @cached_property
    def affirmed(self) -> tuple[AnyClaim, ...]:
        return tuple(claim for claim in self.claims if not claim.is_negated)


NO_SLOT = Slot()


class Knowledge:
    """An immutable snapshot. Build it once, ask it often."""

    def __init__(
        self,
        claims: Iterable[AnyClaim],
        closures: Iterable[Closure] = (),
        states: Iterable[Thing] = (),
    ) -> None:
        self.claims = tuple(claims)
        self.states = tuple(states)
        self._open_to: dict[tuple[AnyPredicate, Thing], frozenset[Value]] = {}
        for closure in closures:  # several facts may share one slot
            slot = closure.predicate, closure.subject
            open_to = self._open_to.get(slot, frozenset())
            self._open_to[slot] = open_to | closure.open_to
        self._by_key: dict[str, AnyClaim] = {}
        self._read_as: dict[tuple[str, AnyPredicate], AnyClaim] = {}
        self._slots: dict[tuple[str, str, str], Slot] = defaultdict(Slot)
        self._by_predicate: dict[AnyPredicate, list[AnyClaim]] = defaultdict(list)
        self._by_year: dict[tuple[AnyPredicate, int], list[AnyClaim]] = defaultdict(
            list
        )
        self._by_thing: dict[Thing, list[AnyClaim]] = defaultdict(list)
        self._made: dict[Callable[..., Any], Any] = {}
        for claim in self.claims:
            self._file(claim)

    def _file(self, claim: AnyClaim) -> None:
        self._by_key.setdefault(claim.key, claim)
        self._read_as.setdefault((claim.key, claim.predicate), claim)
        self._slots[_address(claim.predicate, claim.subject)].claims.append(claim)
        self._by_predicate[claim.predicate].append(claim)
        if isinstance(claim.value, PartialDate):
            self._by_year[claim.predicate, claim.value.year].append(claim)
        for thing in (claim.subject, claim.value):
            if isinstance(thing, Thing):
                self._by_thing[thing].append(claim)

    def once(self, make: Callable[["Knowledge"], T]) -> T:
        """What a function makes of this knowledge, made the first time it is wanted."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def claims_of(self, *predicates: Predicate[V]) -> tuple[Claim[V], ...]:
        """Every claim under the predicates, of either layer, in order of reading."""
        return tuple(c for p in predicates for c in self._by_predicate.get(p, ()))

    def claim(self, key: str, predicate: AnyPredicate | None = None) -> AnyClaim | None:
        """The claim read from the row of this slug, if there is one.

        A row may be read as several: the one under the predicate is meant, else the first.
        """
        first = self._by_key.get(key)
        return self._read_as.get((key, predicate), first) if predicate else first

    def claims_about(self, thing: Thing) -> tuple[AnyClaim, ...]:
        return tuple(self._by_thing.get(thing, ()))

    def things(self, kind: str) -> tuple[Thing, ...]:
        """Every state, person … some claim speaks of, in order of reading."""
        return self._things.get(kind, ())

    @cached_property
    def _things(self) -> dict[str, tuple[Thing, ...]]:
        kinds: dict[str, list[Thing]] = defaultdict(list)
        for thing in self._by_thing:
            kinds[thing.kind].append(thing)
        return {kind: tuple(things) for kind, things in kinds.items()}

    def slot(self, predicate: Predicate[V], subject: Thing) -> tuple[Claim[V], ...]:
        """Every claim that fills the predicate's slot for the subject."""
        return tuple(self._slot(predicate, subject).claims)

    def near(
        self, predicate: AnyPredicate, subject: Thing, value: Value
    ) -> Sequence[AnyClaim]:
        """Those in the slot that are not certainly of another value, and maybe more."""
        return self._slot(predicate, subject).near(value)

    def asks(
        self, predicate: AnyPredicate, subject: Thing, value: Value
    ) -> bool | None:
        """Is it so? None means that the base can neither support nor refute it."""
        if self.support(predicate, subject, value):
            return True
        return False if self.disproof(predicate, subject, value) else None

    def support(
        self, predicate: AnyPredicate, subject: Thing, value: Value
    ) -> AnyClaim | None:
        """The undisputed claim that makes it true, if the base holds one."""
        for claim in self._slot(predicate, subject).near(value):
            if self._carries(claim) and same(claim.value, value):
                return claim
        return None

    def disproof(
        self, predicate: AnyPredicate, subject: Thing, value: Value
    ) -> Proof | None:
        """The proof that it is false, if there is one."""
        slot = self._slot(predicate, subject)
        near = slot.near(value)
        for claim in near:
            if not claim.is_negated and same(claim.value, value) is not False:
                return None  # said, disputed or merely possible: no proof either way
        for claim in near:
            if claim.is_negated and same(claim.value, value):
                return Proof(ProofKind.NEGATIVE, (claim,))
        if predicate.functional:
            return self._by_functional_slot(slot.claims, value)
        if predicate.closed:
            return self._by_closed_list(predicate, subject, value)
        return None

    def holders(self, predicate: AnyPredicate, value: Value) -> frozenset[Thing]:
        """Every subject for which the value is said or cannot be ruled out."""
        if isinstance(value, PartialDate):  # which lies within one year
            claims = self._by_year.get((predicate, value.year), [])
        else:
            claims = self._by_predicate.get(predicate, [])
        return frozenset(
            claim.subject
            for claim in claims
            if not claim.is_negated and same(claim.value, value) is not False
        )

    def is_closed(self, predicate: AnyPredicate, subject: Thing) -> bool:
        return (predicate, subject) in self._open_to

    def open_to(self, predicate: AnyPredicate, subject: Thing) -> frozenset[Value]:
        """What a closed list may take in without naming it."""
        return self._open_to.get((predicate, subject), frozenset())

    @property
    def closures(self) -> tuple[Closure, ...]:
        """The lists that are whole, one for each slot."""
        return tuple(
            Closure(predicate, subject, "", open_to)
            for (predicate, subject), open_to in self._open_to.items()
        )

    def _carries(self, claim: AnyClaim) -> bool:
        """Whether a right answer may rest on this claim."""
        layer_ok = claim.layer is Layer.DOCUMENT or claim.predicate.by_reference
        return layer_ok and not claim.is_negated and not claim.is_disputed

    def _by_functional_slot(self, claims: list[AnyClaim], value: Value) -> Proof | None:
        for claim in claims:
            if self._carries(claim) and same(claim.value, value) is False:
                return Proof(_kind_of_difference(claim.value, value), (claim,))
        return None

    def _by_closed_list(
        self, predicate: AnyPredicate, subject: Thing, value: Value
    ) -> Proof | None:
        open_to = self._open_to.get((predicate, subject))
        if open_to is None or value in open_to:
            return None
        listed = self._slot(predicate, subject)
        if any(same(claim.value, value) is None for claim in listed.near(value)):
            return None
        return Proof(ProofKind.CLOSED, listed.affirmed)

    def _slot(self, predicate: AnyPredicate, subject: Thing) -> Slot:
        return self._slots.get(_address(predicate, subject), NO_SLOT)


def _address(predicate: AnyPredicate, subject: Thing) -> tuple[str, str, str]:
    """Of a slot. Plain text is found much sooner than what it stands for."""
    return predicate.slug, subject.kind, subject.slug


def _kind_of_difference(known: Value, asked: Value) -> ProofKind:
    """Partial dates of unlike precision differ because their stretches share no day."""
    if (
        isinstance(known, PartialDate)
        and isinstance(asked, PartialDate)
        and known.precision != asked.precision
    ):
        return ProofKind.DISJOINT
    return ProofKind.FUNCTIONAL
