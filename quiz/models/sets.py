"""What a teacher puts together for others to play."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from quiz.models.questions import Question
from relations.models import Country

SHARE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like another


def share_code() -> str:
    """A code a pupil can type: eight letters and digits, about 39 bits."""
    return "".join(secrets.choice(SHARE_ALPHABET) for _ in range(8))


class QuestionSet(models.Model):
    """A quiz a teacher puts together: what it draws on, and how much of it."""

    class Status(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"

    title = models.CharField(max_length=120)
    code = models.CharField(
        max_length=8, unique=True, default=share_code, editable=False
    )
    topics = models.JSONField(
        default=list, blank=True, help_text="None chosen means all of them."
    )
    families = models.JSONField(
        default=list, blank=True, help_text="None chosen means all of them."
    )
    countries = models.ManyToManyField(
        Country, blank=True, related_name="+", help_text="None chosen means all."
    )
    length = models.PositiveSmallIntegerField("number of questions", default=10)
    pinned = models.ManyToManyField(
        Question, blank=True, related_name="pinned_in", help_text="Always asked."
    )
    excluded = models.ManyToManyField(
        Question, blank=True, related_name="excluded_from", help_text="Never asked."
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="question_sets",
        null=True,
        editable=False,
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(length__gte=1, length__lte=100),
                name="question_set_of_1_to_100",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("quiz:question_set", args=[self.code])
