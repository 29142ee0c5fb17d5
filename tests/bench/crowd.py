"""A class of any size that has sat a quiz: made up, in few statements."""

import datetime as dt
from collections.abc import Sequence
from random import Random

from classroom.models import Assignment, Enrolment, SchoolClass, Sitting
from quiz import asking
from quiz.formats import FORMATS
from quiz.models import Answer, Attempt, Item, Learner, Question
from tests.factories import wrong

NAMES = [
    "Agim",
    "Ana",
    "Arber",
    "Besa",
    "Blerim",
    "Dea",
    "Drita",
    "Dritan",
    "Edona",
    "Elira",
    "Era",
    "Fatos",
    "Flutura",
    "Genti",
    "Ilir",
    "Jeta",
    "Kaltrina",
    "Liri",
    "Luan",
    "Mira",
    "Nora",
    "Olsi",
    "Petrit",
    "Rina",
    "Shpend",
    "Teuta",
    "Vjosa",
    "Yll",
]
BATCH = 2000


def enrol(school_class: SchoolClass, count: int, now: dt.datetime) -> list[Enrolment]:
    learners = Learner.objects.bulk_create([Learner() for _ in range(count)])
    names = [_name(number) for number in range(count)]
    return Enrolment.objects.bulk_create(
        Enrolment(
            school_class=school_class,
            learner=learner,
            pseudonym=name,
            pseudonym_key=name.casefold(),
            joined_at=now,
        )
        for learner, name in zip(learners, names, strict=True)
    )


def _name(number: int) -> str:
    rounds, place = divmod(number, len(NAMES))
    return NAMES[place] + (f" {rounds + 1}" if rounds else "")


def sit(
    assignment: Assignment,
    enrolments: Sequence[Enrolment],
    questions: Sequence[Question],
    *,
    seed: int,
    now: dt.datetime,
    finished: float = 1.0,
) -> None:
    """Everybody begins; that share of them finishes. The abler are right more often."""
    dice = Random(seed)
    for enrolment in enrolments:
        attempt = Attempt.objects.create(
            learner_id=enrolment.learner_id,
            question_set=assignment.question_set,
            title=assignment.question_set.title,
            seed=dice.getrandbits(32),
            started_at=now + dt.timedelta(seconds=dice.randrange(120)),
        )
        Sitting.objects.create(
            attempt=attempt, assignment=assignment, enrolment=enrolment
        )
        is_done = dice.random() < finished
        count = len(questions) if is_done else dice.randrange(len(questions))
        _answer(attempt, questions, count, dice)


def _answer(
    attempt: Attempt, questions: Sequence[Question], count: int, dice: Random
) -> None:
    ability = dice.gauss(0, 0.2)
    items = Item.objects.bulk_create(asking.items_of(attempt, questions, attempt.seed))
    moment, answers = attempt.started_at, []
    for place, item in enumerate(items[:count]):
        moment += dt.timedelta(seconds=dice.randrange(8, 40))
        ease = 0.9 - 0.6 * place / len(items) + ability
        given = _given(item, dice, is_right=dice.random() < ease)
        grade = FORMATS[item.format].grade(item, given)
        answers.append(
            Answer(
                item=item,
                given=given,
                credit=grade.credit,
                told=grade.told,
                is_sure=dice.choice([True, False, None]),
                answered_at=moment,
            )
        )
    Answer.objects.bulk_create(answers)


def _given(item: Item, dice: Random, *, is_right: bool):
    if is_right:
        return FORMATS[item.format].right(item)
    if item.format == "choice":
        others = [n for n in range(len(item.options)) if n != item.solution]
        return dice.choice([*others, others[0]])
    return wrong(item)
