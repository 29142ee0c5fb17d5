"""Attempts and whose they are, as the teacher who looks knows them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from quiz import oversight
from quiz.models import Attempt


@dataclass(frozen=True)
class Named:
    name: str
    attempt: Attempt  # with its score


def named(user: Any, **of: Any) -> dict[UUID, Named]:
    """Those the user may see of the attempts that fit, in one query."""
    # By key: a score counts every answer, not those alone by which it was found.
    found = oversight.attempts(user).filter(
        pk__in=Attempt.objects.filter(**of).order_by().values("pk")
    )
    return {
        attempt.pk: Named(oversight.name_of(attempt), attempt)
        for attempt in found.with_score().select_related("learner")
    }
