"""Classes and those in them, for tests."""

from classroom.classes import enrolment
from classroom.models import Assignment, SchoolClass, Sitting
from quiz.models import Learner, Memory
from tests.factories import (
    NOW,
    make_attempt,
    make_learner,
    make_question,
    make_question_set,
)


def make_class(*teachers, **fields) -> SchoolClass:
    made = SchoolClass.objects.create(**{"name": "Class 9b"} | fields)
    made.teachers.set(teachers)
    return made


def enrol(school_class, name, learner=None) -> Learner:
    learner = learner or make_learner()
    enrolment.join(school_class, learner, name, now=NOW)
    return learner


def make_assignment(**fields) -> Assignment:
    """A published set given to whoever has the link, on the gentlest terms."""
    if "question_set" not in fields:
        fields["question_set"] = make_question_set(owner=fields.get("owner"))
    return Assignment.objects.create(**fields)


def sit(assignment, learner=None, **attempt) -> Sitting:
    """An attempt at the assignment by a learner, in the class if they are in it."""
    learner = learner or make_learner()
    made = make_attempt(
        learner=learner, question_set=assignment.question_set, **attempt
    )
    enrolled = learner.enrolments.filter(school_class=assignment.school_class).first()
    return Sitting.objects.create(
        attempt=made, assignment=assignment, enrolment=enrolled
    )


def make_fact(claim: str) -> str:
    """A question that asks who, so that there is something to know."""
    make_question(claim=claim, format="name", sides=[[claim, "who"]])
    return claim


def know(learner, claim, *, on, due_on) -> Memory:
    """A memory that was proved on two days."""
    return Memory.objects.create(
        learner=learner,
        claim=claim,
        side="who",
        stability=9.0,
        difficulty=5.0,
        reviewed_on=on,
        due_on=due_on,
        streak=2,
        held_since=on,
    )
