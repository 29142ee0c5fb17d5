"""What learners hold to be wrong, and what teachers answer."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Coalesce

from quiz.models.attempts import Item, Learner

LONGEST_TEXT = 1000  # characters, of an objection as of its answer


class DisputeQuerySet(models.QuerySet):
    def owned_by(self, learner):
        return self.filter(item__attempt__learner=learner) if learner else self.none()

    def open(self):
        return self.filter(outcome=Dispute.Outcome.OPEN)

    def news(self):
        """Answered, and not yet known to have been read."""
        return self.exclude(outcome=Dispute.Outcome.OPEN).filter(read_at=None)

    def latest_first(self):
        """By what happened last to each: its answer, else its filing."""
        return self.order_by(Coalesce("answered_at", "made_at").desc(), "pk")

    def positions_in(self, attempt):
        """Where in the attempt something was objected to."""
        own = self.filter(item__attempt=attempt)
        return set(own.values_list("item__position", flat=True))

    def counts(self):
        """How many there are, and how many of them are news."""
        is_news = ~Q(outcome=Dispute.Outcome.OPEN) & Q(read_at=None)
        return self.aggregate(filed=Count("pk"), news=Count("pk", filter=is_news))


class Dispute(models.Model):
    """A learner's objection to a question as it was asked; a teacher's answer to it.

    Whose it is, the item says: it goes along when a guest becomes an account.
    """

    class Outcome(models.TextChoices):
        OPEN = "open", "waiting for an answer"
        UPHELD = "upheld", "upheld: the learner has a point"
        DECLINED = "declined", "declined: the question stands"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(Item, models.CASCADE, related_name="disputes")
    reason = models.CharField(max_length=LONGEST_TEXT)
    made_at = models.DateTimeField()
    outcome = models.CharField(
        max_length=10, choices=Outcome, default=Outcome.OPEN, db_index=True
    )
    answer = models.CharField(max_length=LONGEST_TEXT, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="answered_disputes",
        null=True,
        blank=True,
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(
        null=True, blank=True, help_text="When the learner had read the answer."
    )

    objects = DisputeQuerySet.as_manager()

    class Meta:
        ordering = ["made_at"]
        verbose_name = "objection"
        constraints = [
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(outcome="open"),
                name="dispute_open_once_an_item",
            ),
            models.CheckConstraint(
                condition=~Q(reason=""), name="dispute_gives_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(outcome="open", answer="", answered_at=None)
                | (~Q(outcome="open") & ~Q(answer="") & Q(answered_at__isnull=False)),
                name="dispute_answered_whole_or_not_at_all",
            ),
            models.CheckConstraint(
                condition=Q(read_at=None) | ~Q(outcome="open"),
                name="dispute_read_once_answered",
            ),
        ]

    def __str__(self):
        return f"“{self.item}”"

    @property
    def learner(self) -> Learner:
        return self.item.attempt.learner

    @property
    def is_open(self) -> bool:
        return self.outcome == self.Outcome.OPEN

    @property
    def is_upheld(self) -> bool:
        return self.outcome == self.Outcome.UPHELD

    @property
    def is_news(self) -> bool:
        return not self.is_open and self.read_at is None
