"""Classes, what is set them, and what was played under which terms."""

from classroom.models.accommodations import Accommodation
from classroom.models.assignments import Assignment, AssignmentQuerySet, Sitting
from classroom.models.classes import Enrolment, SchoolClass, SchoolClassQuerySet

__all__ = [
    "Accommodation",
    "Assignment",
    "AssignmentQuerySet",
    "Enrolment",
    "SchoolClass",
    "SchoolClassQuerySet",
    "Sitting",
]
