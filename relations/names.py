"""Names as people type them: folded, and looked up among everything that has one.

Nothing here guesses. A folded text either is a name or it is none; whether one that is
none may pass for a slip of the finger is for `is_slip_of` to say.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from anyascii import anyascii
from rapidfuzz.distance import OSA

from relations import territories
from relations.claims import Thing
from relations.knowledge import Knowledge
from relations.models import Country, Organization, Person
from relations.reading.things import thing
from relations.remembered import Remembered

Key = tuple[str, str]  # kind and slug

DROPPED = re.compile(r"[.'`\u2018\u2019\u02bc\u00b4]")  # full stops and apostrophes
WORD = re.compile(r"[a-z0-9]+")
SMALL_WORDS = {"a", "an", "and", "by", "for", "in", "of", "on", "the", "to", "with"}
SMALL_WORDS |= {"de", "des", "du", "et", "la", "le", "les"}
SPELLINGS = (  # British and American, and with a hyphen or without
    (re.compile(r"(?<=\w{3})iz(?=(ations?|e|es|ed|ing)\b)"), "is"),
    (re.compile(r"\bco operat"), "cooperat"),
    (re.compile(r"\blabor\b"), "labour"),
    (re.compile(r"\bcenter\b"), "centre"),
    (re.compile(r"\bdefense\b"), "defence"),
    (re.compile(r"\bprogram\b"), "programme"),
    (re.compile(r"^united nations (?=\w)"), "un "),
)
SHORT_NAME = re.compile(r"\S+( \(\w+\))?")

SLIPS = ((8, 2), (5, 1))  # so many slips in a name of at least so many letters


def fold(text: str) -> str:
    """Small plain letters, one space between words, no "the" in front."""
    plain = DROPPED.sub("", text).replace("&", " and ")
    plain = unicodedata.normalize("NFKD", plain).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    words = WORD.findall(anyascii(plain).casefold())
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if words and words[0] == "st":
        words[0] = "saint"
    return ("" if all(len(word) == 1 for word in words) else " ").join(words)


def fold_body(text: str) -> str:
    """The name of a body, whichever of its small words and spellings somebody uses."""
    words = fold(text)
    for spelling, ours in SPELLINGS:
        words = spelling.sub(ours, words)
    return " ".join(w for w in words.split() if w not in SMALL_WORDS) or words


def fold_acronym(text: str) -> str:
    """ "U.N.", "un" and "U N" are one."""
    return fold(text).replace(" ", "")


def readings(text: str) -> set[str]:
    """Every folded form that a typed text may be meant as."""
    return {fold(text), fold_body(text), fold_acronym(text)} - {""}


def acronyms(body: Thing) -> set[str]:
    """The short names of a body: the one it is listed under, and others."""
    others = (name for name in (*body.aliases, *body.also) if is_short(name))
    return {fold_acronym(name) for name in (body.name, *others)}


def full_names(body: Thing) -> set[str]:
    """The names of a body in words, with their small words and without."""
    names = [name for name in (*body.aliases, *body.also) if not is_short(name)]
    return {fold_name(name) for name in names for fold_name in (fold, fold_body)}


def is_short(name: str) -> bool:
    """Whether a body's name is an acronym, or one word as Interpol."""
    return SHORT_NAME.fullmatch(name) is not None


def forms(named: Thing) -> set[str]:
    """Every folded name of a thing."""
    if named.kind == "organization":
        return acronyms(named) | full_names(named)
    folded = {fold(name) for name in (named.name, *named.aliases, *named.also)}
    if named.kind == "person":
        folded |= {_surname_first(name) for name in folded}
    return folded - {""}


class Names:
    """An index of everything that has a name, by its folded forms."""

    def __init__(self, things: Iterable[Thing]) -> None:
        self.by_form: dict[str, set[Key]] = defaultdict(set)
        for named in things:
            for form in forms(named):
                self.by_form[form].add((named.kind, named.slug))

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Names":
        """All that the knowledge names, and every place it does not."""
        things = dict.fromkeys(knowledge.states)
        for kind in ("country", "organization", "person"):
            things |= dict.fromkeys(knowledge.things(kind))
        known = {form for named in things for form in forms(named)}
        everywhere = territories.elsewhere(frozenset())
        places = (place for place in everywhere if fold(place.name) not in known)
        return cls([*things, *places])

    def bearers(self, text: str) -> set[Key]:
        """Everything that the text, read in any way, is a name of."""
        return {key for form in readings(text) for key in self.by_form.get(form, ())}

    def only(self, named: Thing, among: Iterable[str]) -> list[str]:
        """Those of the forms that mean this thing and nothing else."""
        key = named.kind, named.slug
        return sorted(form for form in among if self.by_form.get(form, {key}) == {key})

    def others(self, accepted: Collection[str]) -> Iterator[str]:
        """Every form that is not a name of what the accepted ones name."""
        own = {key for form in accepted for key in self.by_form.get(form, ())}
        for form, keys in self.by_form.items():
            if form not in accepted and own.isdisjoint(keys):
                yield form


def is_slip_of(text: str, accepted: Collection[str], others: Iterable[str]) -> bool:
    """Whether the text is a misspelling of an accepted form, and nearest to it alone."""
    return any(
        _is_slip(typed, accepted, others) for typed in {fold(text), fold_body(text)}
    )


def everything() -> list[Thing]:
    """All that the base has a name for, and every place it does not."""
    rows = [*Country.objects.all(), *Person.objects.all()]
    bodies = Organization.objects.prefetch_related("overlaps")
    known = frozenset(row.iso2 for row in rows if isinstance(row, Country))
    return [*map(thing, rows), *map(thing, bodies), *territories.elsewhere(known)]


# All names there are; folding them takes a quarter of a second, so they are kept.
known = Remembered(
    lambda: Names(everything()),
    [Country, Person, Organization, Organization.overlaps.through],
)


def known_names() -> Mapping[str, set[Key]]:
    """Folded form -> the (kind, slug) of everything that bears it."""
    return known().by_form


def _surname_first(name: str) -> str:
    first, _, last = name.rpartition(" ")
    return f"{last} {first}".strip()


def _is_slip(typed: str, accepted: Collection[str], others: Iterable[str]) -> bool:
    slips = [
        distance
        for form in accepted
        for distance in [OSA.distance(typed, form)]
        if distance <= allowed_slips(form)
    ]
    if not slips:
        return False
    nearest = min(slips)
    return all(
        OSA.distance(typed, other, score_cutoff=nearest) > nearest for other in others
    )


def allowed_slips(form: str) -> int:
    letters = len(form.replace(" ", ""))
    return next((slips for length, slips in SLIPS if letters >= length), 0)
