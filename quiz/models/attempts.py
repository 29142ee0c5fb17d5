"""Quizzes as played: learners, attempts, items and answers."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Max, Q, Sum
from django.db.models.functions import Coalesce, TruncDate
from django.urls import reverse

from quiz import scoring
from quiz.models.questions import Aspect, Format, Question, Topic
from quiz.models.sets import Paper, QuestionSet


class Learner(models.Model):
    """Whoever is playing; signing up later only fills in the user."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        related_name="learner",
        null=True,
        blank=True,
    )
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self):
        return str(self.user) if self.user else f"Guest {str(self.id)[:4]}"


class AttemptQuerySet(models.QuerySet):
    def owned_by(self, learner):
        return self.filter(learner=learner) if learner else self.none()

    def with_score(self):
        """Adds length, answered, score and last_answer_at, all from the answers."""
        return self.annotate(
            length=Count("items"),
            answered=Count("items__answer"),
            score=Coalesce(Sum("items__answer__credit"), 0.0),
            last_answer_at=Max("items__answer__answered_at"),
        )

    def finished(self, ran_out=()):
        """Those answered to the end, and those whose time was up before that."""
        return self.with_score().filter(Q(answered=F("length")) | Q(pk__in=ran_out))

    def unfinished(self, ran_out=()):
        return (
            self.with_score().filter(answered__lt=F("length")).exclude(pk__in=ran_out)
        )

    def for_page(self):
        """An attempt with all its page reads, in a fixed number of queries."""
        return (
            self.with_score()
            .select_related("question_set", "learner__user")
            .prefetch_related(
                models.Prefetch("items", Item.objects.select_related("answer"))
            )
        )


class Attempt(models.Model):
    """One run through a quiz. The seed explains the draw; the items decide it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(Learner, models.CASCADE, related_name="attempts")
    question_set = models.ForeignKey(
        QuestionSet, models.SET_NULL, related_name="attempts", null=True, blank=True
    )
    paper = models.ForeignKey(
        Paper, models.SET_NULL, related_name="attempts", null=True, blank=True
    )
    title = models.CharField(max_length=120)
    topic = models.CharField(max_length=15, choices=Topic, blank=True)
    seed = models.PositiveBigIntegerField()
    started_at = models.DateTimeField()
    length: int  # this and the next three come with_score()
    answered: int
    score: float
    last_answer_at: dt.datetime  # of an attempt with an answer

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]

    def __str__(self):
        return f"{self.title}, {self.started_at:%d %B %Y}"

    def get_absolute_url(self):
        return reverse("quiz:attempt", args=[self.pk])

    @property
    def points(self) -> str:
        """The score as it is read; wants `with_score`."""
        return scoring.points(self.score)

    @property
    def open_item(self):
        """The first item still unanswered, or None when the quiz is over."""
        return next((i for i in self.items.all() if not i.is_answered), None)

    @property
    def wrong_items(self):
        """The items answered, but not wholly rightly."""
        return [i for i in self.items.all() if i.is_answered and not i.is_right]


class Item(models.Model):
    """A question exactly as it was asked; later edits and corrections don't touch it."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, models.PROTECT, related_name="items")
    version = models.PositiveIntegerField()
    family = models.CharField(max_length=30)
    format = models.CharField(max_length=10, choices=Format, default=Format.CHOICE)
    topic = models.CharField(max_length=15, choices=Topic)
    claim = models.CharField(max_length=80)
    claims = models.JSONField(default=list)
    aspect = models.CharField(max_length=10, choices=Aspect)
    stem = models.CharField(max_length=300)
    explanation = models.CharField(max_length=500)
    prompts = models.JSONField(default=list, help_text="In the order shown.")
    options = models.JSONField(help_text="In the order shown.")
    solution = models.JSONField(help_text="For the order shown.")
    remark = models.CharField(max_length=300, blank=True)
    sources = models.JSONField()
    page = models.CharField(max_length=200, blank=True)
    page_title = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["attempt", "position"], name="item_position_taken_once"
            ),
            models.UniqueConstraint(
                fields=["attempt", "question"], name="item_question_asked_once"
            ),
        ]

    def __str__(self):
        return self.stem

    @property
    def is_answered(self) -> bool:
        return hasattr(self, "answer")

    @property
    def is_right(self) -> bool:
        return self.is_answered and self.answer.credit == 1

    @property
    def is_partly_right(self) -> bool:
        return self.is_answered and 0 < self.answer.credit < 1


class Entry(models.Model):
    """Something typed that did not end its item: a spelling to look at again, or one
    name of many.
    """

    item = models.ForeignKey(Item, models.CASCADE, related_name="entries")
    text = models.CharField(max_length=200)
    place = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="The option it names, if it names one."
    )
    told = models.JSONField(default=dict, help_text="What it really is, if known.")
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "place"], name="entry_names_an_option_once"
            ),
        ]

    def __str__(self):
        return self.text


class AnswerQuerySet(models.QuerySet):
    def owned_by(self, learner):
        return self.filter(item__attempt__learner=learner) if learner else self.none()

    def days(self, since):
        """The days from that one on, where the site is, on which one was given."""
        return (
            self.annotate(day=TruncDate("answered_at"))
            .filter(day__gte=since)
            .values_list("day", flat=True)
            .distinct()
        )


class Answer(models.Model):
    """A learner's one answer to one item. Written once.

    Only a correction changes what it earned, and keeps what it had earned before.
    """

    item = models.OneToOneField(Item, models.CASCADE, related_name="answer")
    given = models.JSONField(help_text="As the item's format writes it.")
    credit = models.FloatField(help_text="What it earned, from 0 to 1.")
    told = models.JSONField(
        default=dict, help_text="What a typed answer really is, if known."
    )
    is_sure = models.BooleanField(
        null=True, help_text="As the learner said; empty if nothing was said."
    )
    answered_at = models.DateTimeField()

    objects = AnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(credit__gte=0, credit__lte=1),
                name="answer_earns_0_to_1",
            ),
        ]

    def __str__(self):
        return f"{self.item} -> {self.given}"
