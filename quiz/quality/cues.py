"""What a test-wise solver looks at who knows nothing: one small function for each cue.

A cue gives every option of an item a height; the solver takes the highest. Where all
are equal, the cue says nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from zlib import crc32

from quiz.models import Item, Question
from relations.claims import HOME
from relations.models import Country

Heights = Sequence[float]
Cue = Callable[["View"], Heights]

WORD = re.compile(r"[^\W_]+")
CONTENT = re.compile(r"[^\W\d_]{4,}")
CAPITALS = re.compile(r"\b[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
NUMBER = re.compile(r"\d[\d,]*")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def half_of(claim: str) -> int:
    """In which half of the bank a question stands, by the claim it is named for."""
    return crc32(claim.encode()) % 2


@dataclass
class Bank:
    """What can be counted over all questions without knowing which options are right.

    A question tells its own answer, so what the questions on an item's options tell is
    not counted, neither for the right one nor for the others.
    """

    questions: Sequence[Question]
    _counted: dict[str, Counter[str]] = field(default_factory=dict)

    @cached_property
    def frequency(self) -> Counter[str]:
        return Counter(o["text"] for q in self.questions for o in q.options)

    @cached_property
    def regions(self) -> dict[str, str]:
        return dict(Country.objects.values_list("name", "region"))

    @cached_property
    def home_region(self) -> str:
        return self.regions.get(HOME, "")

    @cached_property
    def told(self) -> dict[str, str]:
        """Everything asked and told, by the claims it is about."""
        texts: dict[str, list[str]] = defaultdict(list)
        for question in self.questions:
            about = [question.stem, question.explanation]
            texts["/".join(question.claims)] += dict.fromkeys(about)
        return {claims: "\n".join(told).casefold() for claims, told in texts.items()}

    def fame(self, text: str, but: set[str]) -> int:
        """How often the bank speaks of it, but for what is about some claims."""
        if text not in self._counted:
            self._counted[text] = Counter(
                {claims: mentions(text, told) for claims, told in self.told.items()}
            )
        counted = self._counted[text]
        return sum(
            count
            for claims, count in counted.items()
            if count and but.isdisjoint(claims.split("/"))
        )


@dataclass(frozen=True)
class View:
    """An item as it is seen by somebody who has read the quiz so far."""

    item: Item
    bank: Bank
    earlier: str = ""  # what the quiz has told before, in small letters

    @property
    def stem(self) -> str:
        return self.item.stem

    @cached_property
    def texts(self) -> list[str]:
        return [option["text"] for option in self.item.options]

    @cached_property
    def numbers(self) -> list[float]:
        return [number_in(text) for text in self.texts]


def mentions(text: str, told: str) -> int:
    if text.casefold() not in told:
        return 0
    return len(re.findall(rf"\b{re.escape(text.casefold())}\b", told))


def number_in(text: str) -> float:
    """A date as a fraction of its century, or the number an option gives; else 0."""
    found = NUMBER.findall(text)
    if not found:
        return 0.0
    months = [place for place, name in enumerate(MONTHS) if name in text]
    day = float(found[0]) / 31 if months and len(found) > 1 else 0.0
    return float(found[-1].replace(",", "")) + (months[0] + day if months else 0) / 12


def tell(item: Item) -> str:
    """What a learner has read once the item is answered."""
    told = [item.stem, item.explanation]
    told += [option.get("truth", "") for option in item.options]
    return "\n".join(told).casefold()


def _initials(text: str) -> str:
    return "".join(word[0] for word in WORD.findall(text) if word[0].isupper())


def _shared_letters(one: str, other: str) -> float:
    """The longest run of letters, gaps allowed, that both have in order."""
    row = [0] * (len(other) + 1)
    for letter in one:
        before = 0
        for place, match in enumerate(other, start=1):
            before, row[place] = (
                row[place],
                before + 1 if letter == match else max(row[place], row[place - 1]),
            )
    return row[-1] / max(len(one), len(other), 1)


def _letters(view: View) -> Heights:
    """How well capitals in the stem fit the option's initials, or the other way."""
    short = CAPITALS.findall(view.stem)
    long = _initials(view.stem)
    return [
        max(
            [_shared_letters(_initials(text), name.upper()) for name in short]
            + [_shared_letters(name.upper(), long) for name in CAPITALS.findall(text)],
            default=0,
        )
        for text in view.texts
    ]


def _words_of_stem(view: View) -> Heights:
    stem = set(CONTENT.findall(view.stem.casefold()))
    return [len(stem & set(CONTENT.findall(t.casefold()))) for t in view.texts]


def _elements(view: View, place: int) -> set[str]:
    """What an option could have in common with another."""
    text, number = view.texts[place], view.numbers[place]
    found = set(CONTENT.findall(text.casefold()))
    found |= {f"begins with {word}" for word in WORD.findall(text.casefold())[:1]}
    if number:
        found |= {f"decade {number // 10}", f"round {number % 5 == 0}"}
    if text in view.bank.regions:
        found.add(f"region {view.bank.regions[text]}")
    return found


def _convergent(view: View) -> Heights:
    every = [_elements(view, place) for place in range(len(view.texts))]
    counts = Counter(element for elements in every for element in elements)
    return [sum(counts[element] - 1 for element in elements) for elements in every]


def _odd(view: View) -> Heights:
    return _less(_convergent(view))


def _middle(view: View) -> Heights:
    """Nearest to the mean of dates or numbers."""
    if not all(view.numbers):
        return _nothing(view)
    mean = sum(view.numbers) / len(view.numbers)
    return [-abs(number - mean) for number in view.numbers]


def _edge(view: View) -> Heights:
    return _less(_middle(view))


def _frequent(view: View) -> Heights:
    return [view.bank.frequency[text] for text in view.texts]


def _famous(view: View) -> Heights:
    own = {option.get("claim", "") for option in view.item.options}
    own |= {view.item.claim}
    return [view.bank.fame(text, own) for text in view.texts]


def _precise(view: View) -> Heights:
    """Numbers, words, brackets and hyphens: what only the truth seems to need."""
    return [
        len(NUMBER.findall(text)) + len(re.findall(r"[ (’–,-]", text))
        for text in view.texts
    ]


def _not_round(view: View) -> Heights:
    """The only number that does not end in 0 or 5."""
    odd = [bool(number and int(number) % 5) for number in view.numbers]
    return odd if sum(odd) == 1 else _nothing(view)


def _alphabetical(view: View) -> Heights:
    order = sorted(view.texts, key=str.casefold)
    return [-order.index(text) for text in view.texts]


def _grammar(view: View) -> Heights:
    """Agrees in number with a noun after “a” or “an” in the stem, starts as others do."""
    is_singular = re.search(r"\bas an? \w+|\ba \w+ of\b", view.stem) is not None
    plurals = [WORD.findall(text)[0].endswith("s") for text in view.texts]
    articles = [text.split()[0] in {"A", "An", "The"} for text in view.texts]
    return [
        (plural != is_singular) + (article == is_singular)
        for plural, article in zip(plurals, articles, strict=True)
    ]


def _seen(view: View) -> Heights:
    return [mentions(text, view.earlier) for text in view.texts]


def _near_home(view: View) -> Heights:
    """States of the home region, if there are states of others."""
    regions = view.bank.regions
    return [regions.get(text) == view.bank.home_region for text in view.texts]


def _less(heights: Heights) -> Heights:
    return [-height for height in heights]


def _nothing(view: View) -> Heights:
    return [0.0] * len(view.texts)


def _opposite(cue: Cue) -> Cue:
    return lambda view: _less(cue(view))


def _at(place: int) -> Cue:
    return lambda view: [here == place for here in range(len(view.texts))]


def _length(view: View) -> Heights:
    return [len(text) for text in view.texts]


CUES: dict[str, Cue] = {
    "longest": _length,
    "shortest": _opposite(_length),
    "words of the stem": _words_of_stem,
    "letters of the stem": _letters,
    "most convergent": _convergent,
    "odd one out": _odd,
    "middle": _middle,
    "edge": _edge,
    "most frequent": _frequent,
    "rarest": _opposite(_frequent),
    "most famous": _famous,
    "least famous": _opposite(_famous),
    "most precise": _precise,
    "only one not round": _not_round,
    "alphabetically first": _alphabetical,
    "alphabetically last": _opposite(_alphabetical),
    "grammar": _grammar,
    "seen earlier": _seen,
    "not seen earlier": _opposite(_seen),
    "home region": _near_home,
    **{f"place {place + 1}": _at(place) for place in range(4)},
}


def says_something(heights: Iterable[float]) -> bool:
    return len(set(heights)) > 1
