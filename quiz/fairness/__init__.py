"""What the page on fairness shows: the audit's figures, shaped for a reader."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from quiz.fairness.words import BOTS, PROOFS, SUBJECTS
from quiz.models import Format
from quiz.quality.base import ERROR
from quiz.quality.figures import Figures

LIMIT = 3.0  # points of a hundred by which guessing may beat chance
SHOWN = 6  # bots, before the rest is folded away
OF_ITS_OWN = "Each for a reason of its own."
NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five", 6: "Six"}
FORMATS = dict(Format.choices)


@dataclass(frozen=True)
class Proof:
    """One way of proving an option wrong, with one that is proved so."""

    title: str
    about: str
    count: int
    percent: int
    specimen: dict[str, str] | None


@dataclass(frozen=True)
class Subject:
    """Rules on one subject, and what they found together."""

    title: str
    about: str
    rules: list[dict[str, Any]]

    @property
    def checked(self) -> int:
        return sum(rule["checked"] for rule in self.rules)

    @property
    def errors(self) -> int:
        return sum(rule["found"] for rule in self.rules if rule["severity"] == ERROR)

    @property
    def warnings(self) -> int:
        return sum(rule["found"] for rule in self.rules) - self.errors


@dataclass(frozen=True)
class Guesser:
    """A bot as a bar, in points of a hundred."""

    name: str
    earned: int
    chance: int
    excess: float
    items: int
    heard: int  # on how many of a hundred questions it has a cue

    @property
    def is_above(self) -> bool:
        return self.excess > LIMIT


@dataclass(frozen=True)
class Bar:
    """One place for the right answer, and how often it stands there."""

    name: str
    count: int
    percent: int


@dataclass(frozen=True)
class Places:
    """How evenly right answers lie; `odds` in 100 that chance alone is as uneven."""

    title: str
    bars: list[Bar]
    odds: int


@dataclass(frozen=True)
class Reason:
    """Facts never asked for one reason, or each for one of its own."""

    text: str
    is_askable: bool
    facts: list[dict[str, Any]]
    is_mixed: bool = False


def page(told: Figures) -> dict[str, Any]:
    """Everything the template needs, once the figures are counted."""
    about = subjects(told["rules"])
    return {
        "figures": told,
        "trials": trials(told["trials"]) if told["trials"] else None,
        "subjects": about,
        "checks": sum(subject.checked for subject in about),
        "errors": sum(subject.errors for subject in about),
        "proofs": proofs(told["pool"]["by_proof"], told["specimens"]),
        "reasons": reasons(told["coverage"]["unasked"]),
        "shares": shares(told["coverage"]),
        "witnessed": sum(told["witnessed"].values()),
        "formats": formats(told["pool"]["by_format"]),
    }


def trials(told: Figures) -> dict[str, Any]:
    """What was drawn and played, of which the page may know nothing yet."""
    guessers = guessers_of(told["bots"])
    return {
        "subjects": subjects(told["rules"]),
        "quizzes": max((rule["checked"] for rule in told["rules"]), default=0),
        "mutants": told["mutants"],
        "played": max((guesser.items for guesser in guessers), default=0),
        "bots": len(guessers),
        "guessers": guessers[:SHOWN],
        "more_guessers": guessers[SHOWN:],
        "above": sum(guesser.is_above for guesser in guessers),
        "limit": round(LIMIT),
        "places": [places(row) for row in told["positions"] if sum(row["counts"])],
    }


def formats(counts: dict[str, int]) -> list[tuple[str, int]]:
    """How many questions are answered in which way, by the way's own name."""
    return [(FORMATS.get(slug, slug), count) for slug, count in counts.items()]


def proofs(counts: dict[str, int], specimens: dict[str, dict[str, str]]) -> list[Proof]:
    whole = sum(counts.values())
    return [
        Proof(*PROOFS[kind], count, _percent(count, whole), specimens.get(kind))
        for kind, count in counts.items()
    ]


def subjects(rules: list[dict[str, Any]]) -> list[Subject]:
    """The rules by what they are about, as their first letter says."""
    by_letter: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for rule in sorted(rules, key=lambda rule: rule["rule"]):
        by_letter[rule["rule"][0]].append(rule)
    return [
        Subject(title, about, by_letter[letter])
        for letter, (title, about) in SUBJECTS.items()
        if by_letter[letter]
    ]


def guessers_of(bots: list[dict[str, Any]]) -> list[Guesser]:
    """The most successful first."""
    told = [
        Guesser(
            name=BOTS.get(bot["bot"], bot["bot"]),
            earned=round(100 * bot["score"]),
            chance=round(100 * bot["chance"]),
            excess=bot["excess"],
            items=bot["items"],
            heard=round(100 * bot["heard"]),
        )
        for bot in bots
    ]
    return sorted(told, key=lambda guesser: -guesser.excess)


def places(row: dict[str, Any]) -> Places:
    is_ordered = row["what"].startswith("rank")
    counts = row["counts"]
    size = len(counts)
    what = "options, in order" if is_ordered else "options, mixed"
    return Places(
        title=f"{NUMBERS.get(size, size)} {what}",
        bars=[
            Bar(str(place), count, _percent(count, sum(counts)))
            for place, count in enumerate(counts, start=1)
        ],
        odds=round(100 * row["p"]),
    )


def shares(coverage: dict[str, Any]) -> list[Bar]:
    """Askable facts: asked in two ways or more, in one, in none."""
    askable, one, two = (coverage[name] for name in ("askable", "by_one", "by_two"))
    counts = {
        "in two ways or more": two,
        "in one way": one - two,
        "not at all": askable - one,
    }
    return [
        Bar(name, count, _percent(count, askable)) for name, count in counts.items()
    ]


def reasons(unasked: list[dict[str, Any]]) -> list[Reason]:
    """Facts by the first reason for not asking them; what is missed comes first."""
    facts: dict[tuple[bool, str], list[dict[str, Any]]] = defaultdict(list)
    for fact in unasked:
        facts[fact["is_askable"], fact["reasons"][0]].append(fact)
    found = [Reason(text, askable, group) for (askable, text), group in facts.items()]
    found.sort(key=lambda r: (not r.is_askable, -len(r.facts), r.text))
    shared = [reason for reason in found if reason.is_askable or len(reason.facts) > 1]
    alone = [reason.facts[0] for reason in found if reason not in shared]
    if alone:
        shared.append(Reason(OF_ITS_OWN, is_askable=False, facts=alone, is_mixed=True))
    return shared


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0
