"""What is asked next: what is due, everything in a circle, or anything at random."""

from collections.abc import Callable, Iterator
from itertools import count, cycle

from quiz.recall import elo
from tests.bench.memory.catalogue import TYPED, Asked, Catalogue, Key
from tests.bench.memory.study import Student

AMONG_OTHERS = 0.1  # of what is asked where it can be
NEW_EACH = 5  # as many questions, one is on something new

Day = Iterator[Asked]
Plan = Callable[[int], Day]  # the questions of one day, as many as are wanted
Planner = Callable[[Student, Catalogue], Plan]


def spaced(student: Student, catalogue: Catalogue) -> Plan:
    """What is due, most forgotten first, each fifth time something new; no claim twice."""
    order = sorted(catalogue.alone)
    student.dice.shuffle(order)

    def day(number: int) -> Day:
        claims: set[str] = set()
        new = (key for key in order if student.is_new(key))
        for key in _mixed(iter(student.due(number)), new):
            if key[0] not in claims and not student.is_done(key, number):
                claims.add(key[0])
                yield _best(student, catalogue, key, number)

    return day


def _mixed(due: Iterator[Key], new: Iterator[Key]) -> Iterator[Key]:
    """By turns, and what is left of either once the other is used up."""
    for turn in count(1):
        first, second = (new, due) if turn % NEW_EACH == 0 else (due, new)
        key = next(first, None) or next(second, None)
        if key is None:
            return
        yield key


def circle(student: Student, catalogue: Catalogue) -> Plan:
    """All sides in one order, over and over, in any form that asks each by itself."""
    order = sorted(catalogue.alone)
    student.dice.shuffle(order)
    around = cycle(order)
    return lambda number: (student.dice.choice(catalogue.alone[key]) for key in around)


def at_random(student: Student, catalogue: Catalogue) -> Plan:
    """Any of the questions, as a quiz on everything draws them."""

    def day(number: int) -> Day:
        while True:
            yield student.dice.choice(catalogue.questions)

    return day


def _best(student: Student, catalogue: Catalogue, key: Key, day: int) -> Asked:
    """Another form than last time; typed where it is held, else about as hard as wanted."""
    dice, memory = student.dice, student.memories.get(key)
    together = catalogue.together.get(key, [])
    alone = catalogue.alone.get(key, [])
    if together and (not alone or dice.random() < AMONG_OTHERS):
        return dice.choice(together)

    is_held = memory is not None and memory.is_held
    last = memory.last_format if memory else ""

    def fitness(asked: Asked) -> tuple[bool, bool, float, float]:
        known = student.foreseen(asked, key, day)
        hoped = known + (1 - known) * asked.chance
        return (
            is_held and asked.format not in TYPED,
            asked.format == last,
            abs(hoped - elo.AIM),
            dice.random(),
        )

    return min(alone, key=fitness)
