"""Where somebody who has corrected a fact is led."""

from django.urls import reverse

from classroom.access import is_teacher
from relations.models import Roll
from relations.models.base import Fact


def of(user, fact: Fact) -> str:
    """To what it changes; a list is asked about by its entries, which have their own."""
    may_correct = is_teacher(user) and user.has_perm("quiz.add_correction")
    if not may_correct or isinstance(fact, Roll):
        return ""
    return f"{reverse('desk:new_correction')}?fact={fact.slug}"
