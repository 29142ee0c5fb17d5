"""What keeps a model's former states, and who made each of them.

Only saves by people are kept. What is written in bulk, as `quiz.pool` does, is not: the
facts and their fixtures have a history of their own. Of whoever has left, the history
keeps the number of their account and nothing else.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.db import models
from simple_history.models import HistoricalRecords


def _by(record: Any) -> Any:
    """Whoever made the change, while they have an account."""
    if record.history_user_id is None:
        return None
    return get_user_model().objects.filter(pk=record.history_user_id).first()


def _made_by(record: Any, user: Any) -> None:
    record.history_user_id = user.pk if user else None


def kept_history(**how: Any) -> HistoricalRecords:
    """To be put into a model as its `history`."""
    return HistoricalRecords(
        history_user_id_field=models.PositiveBigIntegerField(null=True),
        history_user_getter=_by,
        history_user_setter=_made_by,
        **how,
    )
