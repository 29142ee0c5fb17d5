"""Claims: the facts seen as logic. A predicate, a subject, a value, and who says so.

The vocabulary below is closed. Each predicate declares which proofs of falsity it
allows; one that allows none can never make a wrong option.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

from relations.dates import PartialDate

TWO_VOICES = "The article is not of one voice here."  # begins a remark on a conflict
HOME = "Albania"  # whose relations the base is about


class ProofKind(StrEnum):
    """Why something is false. Not being in the base is none of these."""

    FUNCTIONAL = "functional slot"
    DISJOINT = "disjoint intervals"
    CLOSED = "closed list"
    NEGATIVE = "explicit negative"


class Layer(StrEnum):
    DOCUMENT = "document"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Thing:
    """A state, body, person, treaty, list … The same thing under all its names."""

    kind: str
    slug: str
    name: str = field(compare=False)
    in_sentence: str = field(compare=False, default="")
    page: str = field(compare=False, default="")
    region: str = field(compare=False, default="")
    aliases: tuple[str, ...] = field(compare=False, default=())
    also: tuple[str, ...] = field(compare=False, default=())  # typed so, never shown
    overlaps: frozenset[str] = field(compare=False, default=frozenset())
    is_former: bool = field(compare=False, default=False)

    def same(self, other: object) -> bool | None:
        """Whether both are one thing; None where they are too close to be sure."""
        if not isinstance(other, Thing) or self.kind != other.kind:
            return None
        if self.slug == other.slug:
            return True
        if other.slug in self.overlaps or self.slug in other.overlaps:
            return None
        return False


@dataclass(frozen=True, slots=True)
class Words:
    """An answer in words. Two of one kin may mean the same, and exclude nothing."""

    text: str
    kin: str = field(compare=False, default="")

    def same(self, other: object) -> bool | None:
        if not isinstance(other, Words):
            return None
        if self.text.casefold() == other.text.casefold():
            return True
        return None if self.kin and self.kin == other.kin else False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit. "About 250" leaves room for a quarter either way."""

    number: Decimal
    unit: str
    is_approximate: bool = False

    def same(self, other: object) -> bool | None:
        if not isinstance(other, Amount) or self.unit != other.unit:
            return None
        if self.number == other.number:
            return True
        if not (self.is_approximate or other.is_approximate):
            return False
        larger, smaller = max(self.number, other.number), min(self.number, other.number)
        return None if smaller * Decimal("1.25") >= larger else False


Value: TypeAlias = PartialDate | Thing | Words | Amount
V_co = TypeVar("V_co", bound=Value, covariant=True)


def same(known: Value, asked: Value) -> bool | None:
    """Does the known value make the asked one true, false, or neither?"""
    if isinstance(known, PartialDate):
        return known.within(asked) if isinstance(asked, PartialDate) else None
    return known.same(asked)


@dataclass(frozen=True)
class Predicate(Generic[V_co]):
    """What can be claimed, of which kind of value, and how its contrary can be proved.

    functional: a subject has one value at most, so a known one excludes all others.
    closed: a list of a subject's values may be declared complete (see Closure).
    by_reference: a reference alone is enough for a right answer, and says so.
    """

    slug: str
    functional: bool = False
    closed: bool = False
    by_reference: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A locator in a source, and Besa's page that shows it."""

    locator: str
    page: str


@dataclass(frozen=True, slots=True)
class Claim(Generic[V_co]):
    """One fact as logic. `key` is the slug of the row it was read from."""

    key: str
    predicate: Predicate[V_co]
    subject: Thing
    value: V_co
    statement: str
    source: str = ""
    places: tuple[Place, ...] = ()
    layer: Layer = Layer.DOCUMENT
    is_negated: bool = False
    is_disputed: bool = False
    unasked_because: str = ""
    remark: str = ""
    page: str = ""
    page_title: str = ""
    countries: tuple[str, ...] = ()
    topic: str = ""

    @property
    def as_told(self) -> str:
        """The statement, marked as the article's word where references differ."""
        if "another date" not in self.remark:
            return self.statement
        return f"{self.statement.removesuffix('.')}, according to the article."


@dataclass(frozen=True, slots=True)
class Closure:
    """Says that a subject's values for a predicate are all in the base.

    open_to: values the list may take in without naming them; nothing is proved of them.
    """

    predicate: Predicate[Value]
    subject: Thing
    because: str
    open_to: frozenset[Value] = frozenset()


Dated = Predicate[PartialDate]
Named = Predicate[Thing]

ESTABLISHED = Dated("established", functional=True)
DE_FACTO = Dated("de-facto", functional=True)
DE_JURE = Dated("de-jure", functional=True)
REESTABLISHED = Dated("re-established", functional=True)
SEVERED = Dated("severed", functional=True)
JOINED = Dated("joined", functional=True)
STEPS = (ESTABLISHED, DE_FACTO, DE_JURE, REESTABLISHED, SEVERED, JOINED)
MILESTONES = {predicate.slug: predicate for predicate in STEPS}
HAS_RELATIONS = Named("has-relations")  # a table names the state without a date
SIGNED_ON = Dated("signed-on", functional=True)
SIGNED_BY = Named("signed-by", closed=True)
LISTED = Predicate[Thing | Words]("listed", closed=True)
MEMBER = Named("member")  # proved false only by an explicit negative
STANDS_FOR = Predicate[Words]("stands-for", functional=True, by_reference=True)
ACRONYM = Named("acronym", functional=True, by_reference=True)
HELD_BY = Named("held-by", functional=True)
HOLDS = Named("holds", closed=True)
HAPPENED = Dated("happened", functional=True)
DONE_BY = Named("done-by", closed=True)
AMOUNTS_TO = Predicate[Amount]("amounts-to", functional=True)

_ALL: tuple[Predicate[Value], ...] = (
    *STEPS,
    HAS_RELATIONS,
    SIGNED_ON,
    SIGNED_BY,
    LISTED,
    MEMBER,
    STANDS_FOR,
    ACRONYM,
    HELD_BY,
    HOLDS,
    HAPPENED,
    DONE_BY,
    AMOUNTS_TO,
)
VOCABULARY = {predicate.slug: predicate for predicate in _ALL}

PARTNERS = Thing("list", "partners", "the states with which relations are listed")
MEMBERSHIPS = Thing("list", "organizations", "the article's list of memberships")
