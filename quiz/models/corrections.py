"""What was wrong with a question, and what that changed for those who were asked it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from quiz.models.attempts import Answer
from quiz.models.disputes import Dispute
from quiz.models.questions import Question


class CorrectionQuerySet(models.QuerySet):
    def standing(self):
        """Those not undone."""
        return self.filter(undone_at=None)


class Correction(models.Model):
    """One question put right for everybody who was asked it as it stood until then."""

    class Kind(models.TextChoices):
        REGRADED = "regraded", "graded anew by what is right"
        VOIDED = "voided", "counted as right for everybody"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    question = models.ForeignKey(Question, models.PROTECT, related_name="corrections")
    version = models.PositiveIntegerField(
        help_text="The last version of the question that was wrong."
    )
    kind = models.CharField(max_length=10, choices=Kind)
    reason = models.CharField(max_length=300, help_text="Pupils read it.")
    right_text = models.CharField(
        max_length=300,
        blank=True,
        help_text="What is right, in words, where it is known.",
    )
    truth = models.JSONField(
        null=True,
        editable=False,
        help_text="What is right, apart from any order of options; see regrading.",
    )
    takes_points = models.BooleanField(
        default=False, help_text="Whether it may lower a score as well as raise it."
    )
    dispute = models.ForeignKey(
        Dispute,
        models.SET_NULL,
        related_name="corrections",
        null=True,
        blank=True,
        help_text="The objection that led to it, if one did.",
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="corrections",
        null=True,
        blank=True,
    )
    made_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="+",
        null=True,
        blank=True,
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""), name="correction_gives_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.question}: {self.get_kind_display()}"

    @property
    def is_undone(self) -> bool:
        return self.undone_at is not None


class RegradeQuerySet(models.QuerySet):
    def owned_by(self, learner):
        own = self.filter(answer__item__attempt__learner=learner)
        return own if learner else self.none()

    def standing(self):
        """Those whose correction was not undone."""
        return self.filter(correction__undone_at=None)

    def told(self, untold):
        """Those in attempts that are told; what it changed would tell the others."""
        return self.exclude(answer__item__attempt__in=untold)

    def news(self):
        """Standing, and not yet known to have been read."""
        return self.standing().filter(read_at=None)


class Regrade(models.Model):
    """What a correction changed for one answer; both credits stay on record."""

    correction = models.ForeignKey(Correction, models.CASCADE, related_name="regrades")
    answer = models.ForeignKey(Answer, models.CASCADE, related_name="regrades")
    before = models.FloatField(help_text="What the answer had earned, from 0 to 1.")
    after = models.FloatField(help_text="What it earns since, from 0 to 1.")
    read_at = models.DateTimeField(
        null=True, blank=True, help_text="When the learner had read of it."
    )

    objects = RegradeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["correction", "answer"], name="regrade_once_a_correction"
            ),
            models.CheckConstraint(
                condition=Q(before__gte=0, before__lte=1, after__gte=0, after__lte=1),
                name="regrade_earns_0_to_1",
            ),
        ]

    def __str__(self):
        return f"{self.before:g} -> {self.after:g}"
