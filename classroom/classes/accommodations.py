"""How much longer a pupil may take: said once, read whenever a deadline is worked out."""

from classroom.models import Accommodation
from quiz.models import Learner

UNLIMITED = Accommodation.Extra.UNLIMITED


def allow(learner: Learner, extra: int | None) -> None:
    """That much of the time others have; None takes it back."""
    if extra is None:
        Accommodation.objects.filter(learner=learner).delete()
        return
    Accommodation.objects.update_or_create(learner=learner, defaults={"extra": extra})


def merge(guest: Learner, own: Learner) -> None:
    """The more generous of the two is the account's."""
    allowed = Accommodation.objects.filter(learner__in=[guest, own])
    extras = [one.extra for one in allowed]
    if extras:
        allow(own, UNLIMITED if UNLIMITED in extras else max(extras))
