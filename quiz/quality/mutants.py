"""Puts flaws into sound questions, to see whether the lint finds them.

Every error-level rule has flaws of its own (`mutations`, and for whole quizzes and the
whole bank below), and counts one as caught only if it finds it itself. Sound questions
that it holds something against are its false alarms.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from quiz import composition
from quiz.quality import bank, quizzes, rules
from quiz.quality.base import ERROR
from quiz.quality.mutations import MUTATIONS, Mutant, Mutator
from quiz.questions.drafts import Draft
from quiz.questions.hints import Hints
from relations.knowledge import Knowledge

LENGTH = 10  # questions of a quiz
BANKS = 10  # at most, as each is a whole bank


@dataclass(frozen=True)
class Tally:
    """One rule's mutants. `missed` names flaws that went through, with their question."""

    rule: str
    mutants: int
    caught: int
    missed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Report:
    rules: tuple[Tally, ...]
    clean: int
    flagged: int

    @property
    def mutants(self) -> int:
        return sum(tally.mutants for tally in self.rules)

    @property
    def caught(self) -> int:
        return sum(tally.caught for tally in self.rules)

    @property
    def recall(self) -> float:
        return self.caught / self.mutants if self.mutants else 0.0

    @property
    def false_alarms(self) -> float:
        return self.flagged / self.clean if self.clean else 0.0


def run(
    drafts: Iterable[Draft], knowledge: Knowledge, *, seed: int = 0, per_rule: int = 50
) -> Report:
    """So many mutants for each rule, if so many can be made. The same seed, the same."""
    drafts = list(drafts)
    sound = [d for d in drafts if not rules.errors(rules.findings(d, knowledge))]
    tallies = [
        _tally(rule, sound, knowledge, Random(f"{seed}/{rule.slug}"), per_rule)
        for rule in rules.RULES
        if rule.severity == ERROR
    ]
    tallies += _tallies_of_quizzes(sound, knowledge, seed, per_rule)
    tallies += _tallies_of_banks(sound, seed, min(per_rule, BANKS))
    return Report(_joined(tallies), len(drafts), len(drafts) - len(sound))


def _tally(
    rule: rules.Rule,
    sound: Sequence[Draft],
    knowledge: Knowledge,
    dice: Random,
    count: int,
) -> Tally:
    made = caught = 0
    missed = []
    for name, (draft, known) in _mutants(rule.slug, sound, knowledge, dice, count):
        made += 1
        if rule.applies(draft) and rule.check(draft, known):
            caught += 1
        else:
            missed.append(f"{name}: {draft.key}")
    return Tally(rule.slug, made, caught, tuple(missed))


def _mutants(
    slug: str, sound: Sequence[Draft], knowledge: Knowledge, dice: Random, count: int
) -> Iterator[tuple[str, Mutant]]:
    """Way by way in turn, each over the questions in an order of its own."""
    ways = [
        _made(mutator, sound, knowledge, dice) for mutator in MUTATIONS.get(slug, ())
    ]
    while ways and count:
        for way in list(ways):
            mutant = next(way, None)
            if mutant is None:
                ways.remove(way)
            elif count:
                count -= 1
                yield mutant


def _made(
    mutator: Mutator, sound: Sequence[Draft], knowledge: Knowledge, dice: Random
) -> Iterator[tuple[str, Mutant]]:
    for draft in dice.sample(sound, len(sound)):
        mutant = mutator(draft, knowledge, dice)
        if isinstance(mutant, Draft):
            yield mutator.__name__, (mutant, knowledge)
        elif mutant:
            yield mutator.__name__, mutant


# Whole quizzes


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


def _drawn(draft: Draft, hints: Hints) -> Drawn:
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
QuizMutator = Callable[[Quiz, Sequence[Drawn], Random], Quiz | None]


def _tallies_of_quizzes(
    sound: Sequence[Draft], knowledge: Knowledge, seed: int, count: int
) -> Iterator[Tally]:
    hints = Hints(knowledge)
    pool = [_drawn(draft, hints) for draft in sound]
    drawn = [_quiz(pool, seed + turn) for turn in range(count if pool else 0)]
    for rule in quizzes.QUIZ_RULES:
        if rule.severity != ERROR:
            continue
        dice = Random(f"{seed}/{rule.slug}")
        ways = QUIZ_MUTATIONS[rule.slug]
        spoilt = [
            ways[turn % len(ways)](quiz, pool, dice) for turn, quiz in enumerate(drawn)
        ]
        spoilt = [quiz for quiz in spoilt if quiz]
        caught = sum(any(rule.check(quiz)) for quiz in spoilt if quiz)
        yield Tally(rule.slug, len(spoilt), caught)


def _quiz(pool: Sequence[Drawn], seed: int) -> Quiz:
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


QUIZ_MUTATIONS: dict[str, tuple[QuizMutator, ...]] = {
    "Q01": (_a_teller_comes_first, _the_order_is_lost),
    "Q02": (_one_refers_back,),
}


# The whole bank

BankMutator = Callable[[Sequence[Draft], Random], Sequence[Draft]]


def _tallies_of_banks(sound: Sequence[Draft], seed: int, count: int) -> Iterator[Tally]:
    for rule in bank.BANK_RULES:
        if rule.severity != ERROR or not sound:
            continue
        dice = Random(f"{seed}/bank/{rule.slug}")
        ways = BANK_MUTATIONS[rule.slug]
        banks = [ways[turn % len(ways)](sound, dice) for turn in range(count)]
        yield Tally(rule.slug, len(banks), sum(bool(rule.check(one)) for one in banks))


def _keys_come_early(drafts: Sequence[Draft], dice: Random) -> Sequence[Draft]:
    """As if a key were put in before the others had all been drawn."""
    return [
        _moved(draft, min(draft.solution, dice.randrange(len(draft.options))))
        if draft.format == "choice" and not draft.is_ordered
        else draft
        for draft in drafts
    ]


def _keys_stay_first(drafts: Sequence[Draft], dice: Random) -> Sequence[Draft]:
    return [
        _moved(draft, 0) if draft.format == "choice" and not draft.is_ordered else draft
        for draft in drafts
    ]


def _moved(draft: Draft, place: int) -> Draft:
    options = [option for option in draft.options if option is not draft.right]
    options.insert(place, draft.right)
    return replace(draft, options=tuple(options), solution=place)


def _nearest_neighbours(drafts: Sequence[Draft], dice: Random) -> Sequence[Draft]:
    """The three nearest others put a key in the middle, as no rank was drawn."""
    shares = {3: (0.2, 0.6, 0.2), 4: (0.08, 0.37, 0.45, 0.1)}
    return [
        replace(draft, solution=dice.choices(range(size), shares[size])[0])
        if draft.format == "choice"
        and draft.is_ordered
        and (size := len(draft.options)) in shares
        else draft
        for draft in drafts
    ]


def _ranks_in_the_middle(drafts: Sequence[Draft], dice: Random) -> Sequence[Draft]:
    return [
        replace(draft, solution=len(draft.options) // 2)
        if draft.format == "choice" and draft.is_ordered
        else draft
        for draft in drafts
    ]


BANK_MUTATIONS: dict[str, tuple[BankMutator, ...]] = {
    "C06": (_keys_stay_first, _keys_come_early),
    "C07": (_ranks_in_the_middle, _nearest_neighbours),
}


def _joined(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """One tally a rule: C06 and C07 have mutants of drafts and of banks."""
    found: dict[str, Tally] = {}
    for tally in tallies:
        known = found.get(tally.rule, Tally(tally.rule, 0, 0))
        found[tally.rule] = Tally(
            tally.rule,
            known.mutants + tally.mutants,
            known.caught + tally.caught,
            known.missed + tally.missed,
        )
    return tuple(found.values())
