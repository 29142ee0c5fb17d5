"""Questions as generated, quizzes as played: learners, attempts, items and answers."""

import datetime as dt
import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Count, F, Max, Q
from django.urls import reverse

from relations.models import Country

SHARE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like another


class Topic(models.TextChoices):
    TREATIES = "treaties", "Treaties"
    RELATIONS = "relations", "Relations and dates"
    MEMBERSHIPS = "memberships", "Memberships"
    PEOPLE = "people", "People and events"


class Aspect(models.TextChoices):
    """Which side of a claim is asked for; with the claim, the unit of memory."""

    WHO = "who"
    WHEN = "when"
    WHAT = "what"
    EXPAND = "expand"
    ORDER = "order"
    AMOUNT = "amount"


class QuestionQuerySet(models.QuerySet):
    def active(self):
        """Questions that may be drawn."""
        return self.filter(status=Question.Status.ACTIVE)

    def on(self, topics):
        """Questions on any of the topics; no topics means every topic."""
        return self.filter(topic__in=topics) if topics else self


class Question(models.Model):
    """A generated question, kept under a stable key so that its wording may change."""

    class Status(models.TextChoices):
        ACTIVE = "active", "in use"
        RETIRED = "retired", "retired by a teacher"
        WITHDRAWN = "withdrawn", "withdrawn: its fact no longer carries it"

    key = models.CharField(max_length=160, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    family = models.CharField(max_length=30, editable=False)
    topic = models.CharField(max_length=15, choices=Topic, editable=False)
    claim = models.CharField(max_length=80, editable=False, db_index=True)
    aspect = models.CharField(max_length=10, choices=Aspect, editable=False)
    generated_stem = models.CharField(max_length=300, editable=False)
    generated_explanation = models.CharField(max_length=500, editable=False)
    options = models.JSONField(
        editable=False,
        help_text="As drafted: text, proof, what it really is, the claim behind it.",
    )
    correct = models.PositiveSmallIntegerField(editable=False)
    is_ordered = models.BooleanField(
        default=False,
        editable=False,
        help_text="Options keep their order, as dates do.",
    )
    remark = models.CharField(
        max_length=300,
        blank=True,
        editable=False,
        help_text="What an outside reference says, labelled as such.",
    )
    sources = models.JSONField(
        editable=False, help_text="Places in the article: locator and page."
    )
    page = models.CharField(
        max_length=200, blank=True, editable=False, help_text="Where to read on."
    )
    page_title = models.CharField(max_length=120, blank=True, editable=False)
    reveals = models.JSONField(
        default=list,
        editable=False,
        help_text="Claims that the question or its feedback gives away.",
    )
    countries = models.ManyToManyField(
        Country, blank=True, related_name="+", editable=False
    )
    edited_stem = models.CharField(
        "wording of the question",
        max_length=300,
        blank=True,
        help_text="Leave empty to keep the generated wording.",
    )
    edited_explanation = models.CharField(
        "wording of the explanation",
        max_length=500,
        blank=True,
        help_text="Leave empty to keep the generated wording.",
    )
    edited_version = models.PositiveIntegerField(
        null=True,
        blank=True,
        editable=False,
        help_text="The version the wording was written for.",
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIVE)
    retired_because = models.CharField(max_length=200, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="retired") | ~Q(retired_because=""),
                name="question_retired_with_a_reason",
            ),
        ]

    def __str__(self):
        return self.stem

    @property
    def stem(self) -> str:
        return self.edited_stem or self.generated_stem

    @property
    def explanation(self) -> str:
        return self.edited_explanation or self.generated_explanation

    @property
    def is_edited(self) -> bool:
        return bool(self.edited_stem or self.edited_explanation)

    @property
    def edit_is_stale(self) -> bool:
        """Whether the facts changed after a teacher wrote this wording."""
        return self.is_edited and self.edited_version != self.version


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
        """Adds length, answered, score and finished_at, all counted from answers."""
        right = Q(items__answer__choice=F("items__correct"))
        return self.annotate(
            length=Count("items"),
            answered=Count("items__answer"),
            score=Count("items", filter=right),
            last_answer_at=Max("items__answer__answered_at"),
        )

    def finished(self):
        return self.with_score().filter(answered=F("length"))

    def unfinished(self):
        return self.with_score().filter(answered__lt=F("length"))

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
    title = models.CharField(max_length=120)
    topic = models.CharField(max_length=15, choices=Topic, blank=True)
    seed = models.PositiveBigIntegerField()
    started_at = models.DateTimeField()
    length: int  # this and the next three come with_score()
    answered: int
    score: int
    last_answer_at: dt.datetime  # of an attempt with an answer

    objects = AttemptQuerySet.as_manager()

    class Meta:
        ordering = ["-started_at"]

    def __str__(self):
        return f"{self.title}, {self.started_at:%d %B %Y}"

    def get_absolute_url(self):
        return reverse("quiz:attempt", args=[self.pk])

    @property
    def open_item(self):
        """The first item still unanswered, or None when the quiz is over."""
        return next((i for i in self.items.all() if not i.is_answered), None)

    @property
    def wrong_items(self):
        """The items answered, but not rightly."""
        return [i for i in self.items.all() if i.is_answered and not i.is_right]


class Item(models.Model):
    """A question exactly as it was asked; later edits and corrections don't touch it."""

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    question = models.ForeignKey(Question, models.PROTECT, related_name="items")
    version = models.PositiveIntegerField()
    family = models.CharField(max_length=30)
    topic = models.CharField(max_length=15, choices=Topic)
    claim = models.CharField(max_length=80)
    aspect = models.CharField(max_length=10, choices=Aspect)
    stem = models.CharField(max_length=300)
    explanation = models.CharField(max_length=500)
    options = models.JSONField(help_text="In the order shown.")
    correct = models.PositiveSmallIntegerField()
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
        return self.is_answered and self.answer.choice == self.correct


class Answer(models.Model):
    """A learner's one answer to one item. Written once, never changed."""

    item = models.OneToOneField(Item, models.CASCADE, related_name="answer")
    choice = models.PositiveSmallIntegerField()
    answered_at = models.DateTimeField()

    def __str__(self):
        return f"{self.item} -> {self.choice}"
