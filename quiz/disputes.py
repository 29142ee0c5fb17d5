"""Objections: the only code that files them, answers them and notes them as read."""

import datetime as dt

from django.db import transaction

from accounts.models import User
from quiz import course, learners
from quiz.exceptions import (
    AlreadyDisputed,
    NotAnsweredYet,
    NotToldYet,
    TooManyDisputes,
)
from quiz.models import Attempt, Dispute, Item

MOST_AN_HOUR = 5  # of one learner; the view counts those of an address
HOUR = dt.timedelta(hours=1)


@transaction.atomic
def file(item: Item, reason: str, *, now: dt.datetime) -> Dispute:
    """Record what its learner finds wrong with an answered item, one thing at a time."""
    if not item.is_answered:
        raise NotAnsweredYet(str(item))
    attempt = Attempt.objects.for_page().get(pk=item.attempt_id)
    if not course.of(attempt, now).tells:
        raise NotToldYet(str(item))
    learner = learners.hold(item)  # two at once would each count without the other
    standing = item.disputes.open().first()
    if standing and standing.reason == reason:
        return standing  # sent twice
    if standing:
        raise AlreadyDisputed(str(item))
    recent = Dispute.objects.owned_by(learner).filter(made_at__gt=now - HOUR)
    if recent.count() >= MOST_AN_HOUR:
        raise TooManyDisputes(str(learner))
    return Dispute.objects.create(item=item, reason=reason, made_at=now)


def answer(
    dispute: Dispute,
    text: str,
    *,
    outcome: Dispute.Outcome,
    by: User,
    now: dt.datetime,
) -> None:
    """Record a teacher's answer. It may be put better later, and is news again."""
    dispute.answer = text
    dispute.outcome = outcome
    dispute.answered_by = by
    dispute.answered_at = now
    dispute.read_at = None
    dispute.save(
        update_fields=["answer", "outcome", "answered_by", "answered_at", "read_at"]
    )


def mark_read(dispute: Dispute, *, now: dt.datetime) -> None:
    """Note, once, that the learner has read the answer."""
    Dispute.objects.filter(pk=dispute.pk).news().update(read_at=now)
