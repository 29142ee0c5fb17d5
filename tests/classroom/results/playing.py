"""Assignments that were sat, for tests of results."""

import datetime as dt

from classroom.models import Sitting
from quiz.models import Answer
from tests.classroom.factories import enrol, make_assignment, make_class, sit
from tests.factories import NOW, make_question, make_question_set, make_teacher

LATER = NOW + dt.timedelta(hours=1)


def make_paper(count: int = 3):
    """Questions whose options keep their order: the third is right."""
    return [make_question(is_ordered=True) for _ in range(count)]


def set_to_class(teacher=None, questions=(), **fields):
    """An assignment for a class of the teacher's."""
    teacher = teacher or make_teacher()
    made = make_question_set(owner=teacher, length=max(1, len(questions)))
    school_class = fields.pop("school_class", None) or make_class(teacher)
    return make_assignment(
        owner=teacher, question_set=made, school_class=school_class, **fields
    )


def play(assignment, name: str, answers: str, questions, **how) -> Sitting:
    """A pupil of that name sits it; "+-" is one right, one wrong, the rest open.

    The questions keep their order, so that the signs stand for them one by one.
    """
    school_class = assignment.school_class
    known = school_class.enrolments.filter(pseudonym=name).first()
    learner = known.learner if known else enrol(school_class, name)
    sitting = sit(assignment, learner, questions=questions, **how)
    _answer(sitting, answers, [question.pk for question in questions])
    return sitting


def _answer(sitting: Sitting, answers: str, order: list[int]) -> None:
    items = {item.question_id: item for item in sitting.attempt.items.all()}
    for sign, question in zip(answers, order, strict=False):
        item = items[question]
        is_right = sign == "+"
        given = item.solution if is_right else (item.solution + 1) % 4
        Answer.objects.create(
            item=item,
            given=given,
            credit=float(is_right),
            answered_at=sitting.attempt.started_at + dt.timedelta(minutes=1),
        )
