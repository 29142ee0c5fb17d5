"""Half a year of study by one population under one plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import prod
from random import Random

from tests.bench.memory.catalogue import Catalogue, Key
from tests.bench.memory.minds import Mind
from tests.bench.memory.plans import Plan, Planner, spaced
from tests.bench.memory.populations import Population, habits
from tests.bench.memory.rules import Rule, as_it_is
from tests.bench.memory.study import Ledger, Record, Student

DAYS = 180
LOOKS = (
    0,
    90,
    180,
    270,
)  # the mornings on which all is asked, to see; study ends at 180


@dataclass
class Outcome:
    """What came of it, over all learners."""

    records: list[Record] = field(default_factory=list)  # as they were made
    known: dict[int, float] = field(default_factory=dict)  # facts a learner, by day
    seconds: list[dict[int, float]] = field(default_factory=list)  # by learner and day

    def hours(self, before: int = DAYS) -> float:
        """What a learner spent on average."""
        spent = (s for days in self.seconds for d, s in days.items() if d < before)
        return sum(spent) / 3600 / len(self.seconds)


def run(
    population: Population,
    catalogue: Catalogue,
    *,
    learners: int,
    seed: int = 0,
    planner: Planner = spaced,
    rule: Rule = as_it_is,
    seconds: Sequence[Mapping[int, float]] | None = None,
) -> Outcome:
    """Let all of them study; `seconds` gives each as long as another plan took.

    They are the same learners for every plan and rule; only their luck is another.
    """
    things = population.things(catalogue.sides, seed)
    ledger = Ledger()
    students = []
    for number in range(learners):
        dice = Random(f"{seed}/{population.name}/{number}")
        student = Student(
            number,
            population.mind(dice, things),
            habits(dice, DAYS),
            ledger=ledger,
            dice=dice,
            rule=rule,
            is_noted=planner is spaced,
        )
        students.append(student)
    return study(students, catalogue, planner=planner, seconds=seconds)


def study(
    students: Sequence[Student],
    catalogue: Catalogue,
    *,
    planner: Planner = spaced,
    seconds: Sequence[Mapping[int, float]] | None = None,
) -> Outcome:
    plans = [planner(student, catalogue) for student in students]
    outcome = Outcome(seconds=[{} for _ in students])
    for day in range(max(LOOKS) + 1):
        if day in LOOKS:
            outcome.known[day] = _known(students, catalogue, day)
        for number, (student, plan) in enumerate(zip(students, plans, strict=True)):
            if day in student.habits.days:
                limit = seconds[number][day] if seconds else student.habits.seconds
                outcome.seconds[number][day] = _sit(student, plan, day, limit)
                outcome.records += student.records
                student.records.clear()
    return outcome


def _sit(student: Student, plan: Plan, day: int, limit: float) -> float:
    """One day’s study; says how many seconds it took."""
    spent = 0.0
    for asked in plan(day):
        if spent >= limit:
            break
        spent += student.answer(asked, day)
    return spent


def _known(students: Sequence[Student], catalogue: Catalogue, day: int) -> float:
    """How many facts a learner would recall with all their sides, on average."""
    return sum(
        _recalled(student.mind, sides, day)
        for student in students
        for sides in catalogue.facts.values()
    ) / len(students)


def _recalled(mind: Mind, sides: Sequence[Key], day: int) -> float:
    return prod(mind.recall(key, day) for key in sides)
