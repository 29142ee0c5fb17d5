"""Under what terms an attempt is played; whoever sets quizzes says so.

`quiz` knows no classes. The setting ATTEMPT_TERMS names the function that tells the
terms of an attempt; what nobody has set is played without a clock, each answer told.
"""

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from django.conf import settings
from django.utils.module_loading import import_string

from quiz.models import Attempt


class Tells(Enum):
    """When a learner is told what was right."""

    EACH = "each"
    END = "end"
    LATER = "later"  # from `told_from` on


@dataclass(frozen=True)
class Terms:
    """What holds for one attempt. Times are aware; None means never or at once."""

    deadline: dt.datetime | None = None  # nothing is taken after it, but for GRACE
    tells: Tells = Tells.EACH
    told_from: dt.datetime | None = None
    wants_certainty: bool = False


FREE = Terms()
GRACE = dt.timedelta(seconds=10)  # for an answer that was on its way at the deadline


def of(attempt: Attempt) -> Terms:
    """Worked out anew whenever asked, so that what changes holds for those under way."""
    terms: Terms = import_string(settings.ATTEMPT_TERMS)(attempt)
    return terms
