"""Where teachers see to classes, what is set to them, and who has more time."""

from classroom.admin import accommodations, assignments, classes

__all__ = ["accommodations", "assignments", "classes"]
