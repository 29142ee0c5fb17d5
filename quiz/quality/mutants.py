"""Puts flaws into sound questions, to see whether the lint finds them.

Every error-level rule has flaws of its own (`mutations`), and counts one as caught only
if it finds it itself. Sound questions that it holds something against are its false
alarms.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

from quiz.quality import bank, quizzes, rules
from quiz.quality.base import ERROR
from quiz.quality.mutations import MUTATIONS, Mutant, Mutator
from quiz.quality.mutations import bank as spoilt_banks
from quiz.quality.mutations import quizzes as spoilt_quizzes
from quiz.questions.drafts import Draft
from quiz.questions.hints import Hints
from relations.knowledge import Knowledge

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


def _tallies_of_quizzes(
    sound: Sequence[Draft], knowledge: Knowledge, seed: int, count: int
) -> Iterator[Tally]:
    hints = Hints(knowledge)
    pool = [spoilt_quizzes.drawn(draft, hints) for draft in sound]
    drawn = [
        spoilt_quizzes.fair(pool, seed + turn) for turn in range(count if pool else 0)
    ]
    for rule in quizzes.QUIZ_RULES:
        if rule.severity != ERROR:
            continue
        dice = Random(f"{seed}/{rule.slug}")
        ways = spoilt_quizzes.MUTATIONS[rule.slug]
        spoilt = [
            ways[turn % len(ways)](quiz, pool, dice) for turn, quiz in enumerate(drawn)
        ]
        spoilt = [quiz for quiz in spoilt if quiz]
        caught = sum(any(rule.check(quiz)) for quiz in spoilt if quiz)
        yield Tally(rule.slug, len(spoilt), caught)


def _tallies_of_banks(sound: Sequence[Draft], seed: int, count: int) -> Iterator[Tally]:
    for rule in bank.BANK_RULES:
        if rule.severity != ERROR or not sound:
            continue
        dice = Random(f"{seed}/bank/{rule.slug}")
        ways = spoilt_banks.MUTATIONS[rule.slug]
        banks = [ways[turn % len(ways)](sound, dice) for turn in range(count)]
        yield Tally(rule.slug, len(banks), sum(bool(rule.check(one)) for one in banks))


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
