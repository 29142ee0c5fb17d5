"""Q01, Q02: whole quizzes in which one question gives another away, or hangs on it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from quiz.choosing import composition
from quiz.questions.drafts import Draft
from quiz.questions.hints import Hints

LENGTH = 10  # questions of a quiz


@dataclass(frozen=True)
class Drawn:
    """A draft as a quiz holds it: all that the rules on quizzes look at."""

    key: str
    claim: str
    claims: tuple[str, ...]
    reveals: tuple[str, ...]
    stem: str
    family: str
    topic: str
    format: str
    options: tuple[dict[str, Any], ...]


def drawn(draft: Draft, hints: Hints) -> Drawn:
    return Drawn(
        key=draft.key,
        claim=draft.claim.key,
        claims=tuple(dict.fromkeys(claim.key for claim in draft.asked)),
        reveals=tuple(sorted(hints.of(draft))),
        stem=draft.stem,
        family=draft.family,
        topic=draft.claim.topic,
        format=draft.format,
        options=tuple({"text": option.text} for option in draft.options),
    )


Quiz = list[Drawn]
Mutator = Callable[[Quiz, Sequence[Drawn], Random], Quiz | None]


def fair(pool: Sequence[Drawn], seed: int) -> Quiz:
    candidates = [
        composition.Candidate(
            place,
            drawn.claim,
            drawn.topic,
            drawn.family,
            frozenset(drawn.reveals),
            frozenset(drawn.claims),
            drawn.format,
        )
        for place, drawn in enumerate(pool)
    ]
    chosen = composition.compose(candidates, length=LENGTH, seed=seed)
    return [pool[candidate.pk] for candidate in chosen]


def _a_teller_comes_first(
    quiz: Quiz, pool: Sequence[Drawn], dice: Random
) -> Quiz | None:
    """Something is asked before that tells the answer to a later one."""
    asked = {claim: place for place, one in enumerate(quiz) for claim in one.claims}
    tellers = [one for one in pool if not asked.keys().isdisjoint(one.reveals)]
    if not tellers:
        return None
    teller = dice.choice(tellers)
    place = max(asked[claim] for claim in teller.reveals if claim in asked)
    return [*quiz[:place], teller, *quiz[place:]]


def _the_order_is_lost(quiz: Quiz, pool: Sequence[Drawn], dice: Random) -> Quiz | None:
    """The quiz turned round, where one that may come late tells of an earlier one."""
    later = {claim for one in quiz for claim in one.reveals}
    if not any(later.intersection(one.claims) for one in quiz):
        return _a_teller_comes_first(quiz, pool, dice)
    return quiz[::-1]


BACK = (
    "Which state was it that signed the same treaty?",
    "In which year did that state join NATO?",
    "When did the state in question 2 break off relations?",
    "Who held this office in the previous question?",
    "What did the latter do next?",
    "In which year did this person sign it?",
)


def _one_refers_back(quiz: Quiz, pool: Sequence[Drawn], dice: Random) -> Quiz | None:
    place = dice.randrange(1, len(quiz))
    return [
        *quiz[:place],
        replace(quiz[place], stem=dice.choice(BACK)),
        *quiz[place + 1 :],
    ]


MUTATIONS: dict[str, tuple[Mutator, ...]] = {
    "Q01": (_a_teller_comes_first, _the_order_is_lost),
    "Q02": (_one_refers_back,),
}
