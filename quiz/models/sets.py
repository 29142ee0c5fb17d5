"""What a teacher puts together for others to play."""

import secrets

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from quiz.models.changes import kept_history
from quiz.models.questions import Question
from relations.models import Country

SHARE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like another


def share_code() -> str:
    """A code a pupil can type: eight letters and digits, about 39 bits."""
    return "".join(secrets.choice(SHARE_ALPHABET) for _ in range(8))


class QuestionSetQuerySet(models.QuerySet):
    def made_by(self, user):
        """A teacher's own, to change; administrators may change every set."""
        return self if user.is_superuser else self.filter(owner=user)

    def visible_to(self, user):
        """Their own, and what colleagues share with them to read and copy."""
        if user.is_superuser:
            return self
        shared = QuestionSet.shared_with.through.objects.filter(user=user)
        return self.filter(Q(owner=user) | Q(pk__in=shared.values("questionset")))


class QuestionSet(models.Model):
    """A quiz a teacher puts together: what it draws on, and how much of it."""

    class Status(models.TextChoices):
        DRAFT = "draft"
        PUBLISHED = "published"

    class Difficulty(models.TextChoices):
        """By how many of those asked are expected to know it; see quiz/recall/elo.py."""

        EASY = "easy", "easier ones"
        MIDDLE = "middle", "neither easy nor hard"
        HARD = "hard", "harder ones"

    class Papers(models.TextChoices):
        """Whether everybody is asked the same."""

        DRAWN = "drawn", "each attempt draws its own questions"
        SAME = "same", "one paper, the same for everybody"
        PARALLEL = "parallel", "parallel papers, alike in topics and difficulty"

    # What it asks, apart from single questions and countries; what a copy takes along.
    RECIPE = (
        "topics",
        "families",
        "formats",
        "decades",
        "difficulty",
        "shares",
        "length",
        "papers",
        "paper_count",
        "shuffles_questions",
        "shuffles_options",
    )

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
    formats = models.JSONField(
        "ways of answering",
        default=list,
        blank=True,
        help_text="None chosen means all of them.",
    )
    decades = models.JSONField(
        default=list,
        blank=True,
        help_text="By their first years, as 1990. None chosen means all of them.",
    )
    difficulty = models.CharField(max_length=10, choices=Difficulty, blank=True)
    shares = models.JSONField(
        default=dict,
        blank=True,
        help_text="How many questions of each topic; empty leaves it to chance.",
    )
    length = models.PositiveSmallIntegerField("number of questions", default=10)
    papers = models.CharField(max_length=10, choices=Papers, default=Papers.DRAWN)
    paper_count = models.PositiveSmallIntegerField(
        default=2, help_text="How many parallel papers there are."
    )
    shuffles_questions = models.BooleanField(default=True)
    shuffles_options = models.BooleanField(default=True)
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
    shared_with = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="shared_sets",
        help_text="Colleagues who may read and copy it.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = QuestionSetQuerySet.as_manager()
    history = kept_history(m2m_fields=[countries, pinned, excluded, shared_with])

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(length__gte=1, length__lte=100),
                name="question_set_of_1_to_100",
            ),
            models.CheckConstraint(
                condition=Q(paper_count__gte=1, paper_count__lte=8),
                name="question_set_has_1_to_8_papers",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("quiz:question_set", args=[self.code])


class Paper(models.Model):
    """Questions chosen once for a set, in their order, so that many can be asked them."""

    question_set = models.ForeignKey(
        QuestionSet, models.CASCADE, related_name="made_papers"
    )
    letter = models.CharField(max_length=1)
    seed = models.PositiveBigIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["question_set", "letter"]
        constraints = [
            models.UniqueConstraint(
                fields=["question_set", "letter"], name="paper_letter_taken_once"
            ),
        ]

    def __str__(self):
        return f"Paper {self.letter}"


class PaperPlace(models.Model):
    """Where a question stands on a paper."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="places")
    position = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "position"], name="paper_place_taken_once"
            ),
            models.UniqueConstraint(
                fields=["paper", "question"], name="paper_question_asked_once"
            ),
        ]

    def __str__(self):
        return f"{self.paper}, {self.position}"
