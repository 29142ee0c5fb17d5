"""What learners remember: one memory for each side of a fact, and all that shaped it."""

import datetime as dt

from django.db import models
from django.db.models import F, Q

from quiz.models.attempts import Answer, Learner
from quiz.models.questions import Format, Topic


class Side(models.TextChoices):
    """What one remembers of a claim; with the learner and the claim, a memory.

    The aspects of questions, but that a year and the rest of a date are told apart:
    many know the year long before the day.
    """

    WHO = "who", "who"
    YEAR = "when.year", "which year"
    DAY = "when.day", "the exact date"
    WHAT = "what", "what"
    EXPAND = "expand", "what the letters stand for"
    ORDER = "order", "what came first"
    AMOUNT = "amount", "how much"


class MemoryQuerySet(models.QuerySet):
    def owned_by(self, learner):
        return self.filter(learner=learner) if learner else self.none()

    def due(self, on):
        """Those to be met again on that day or before it."""
        return self.filter(due_on__lte=on)

    def held(self):
        """Those recalled on two days or more since they were last forgotten."""
        return self.filter(streak__gte=Memory.DAYS_TO_HOLD)


class Memory(models.Model):
    """How well one learner holds one side of one claim: FSRS's two numbers, and when.

    Worked out from the reviews; `replay_memory` does it again. Stability is in days:
    after so many, recall has fallen to 90 %. Both numbers are empty where the side was
    only met among others, which is no review.
    """

    DAYS_TO_HOLD = 2

    learner = models.ForeignKey(Learner, models.CASCADE, related_name="memories")
    claim = models.CharField(max_length=80)
    side = models.CharField(max_length=10, choices=Side)
    stability = models.FloatField(null=True)
    difficulty = models.FloatField(null=True)
    reviewed_on = models.DateField(null=True)
    reviewed_at = models.DateTimeField(
        null=True, help_text="When the latest review was given, if that is known."
    )
    due_on = models.DateField()
    streak = models.PositiveSmallIntegerField(
        default=0, help_text="Days on which it was recalled since last forgotten."
    )
    lapses = models.PositiveSmallIntegerField(default=0)
    held_since = models.DateField(
        null=True, help_text="The day on which the second recall in a row came."
    )
    is_sure_and_wrong = models.BooleanField(
        default=False, help_text="The last answer was wrong, and given as sure."
    )
    last_format = models.CharField(max_length=10, choices=Format, blank=True)

    objects = MemoryQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name_plural = "memories"
        indexes = [models.Index(fields=["learner", "due_on"], name="memory_by_due_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "claim", "side"], name="memory_of_a_side_once"
            ),
            models.CheckConstraint(
                condition=Q(stability=None, difficulty=None, reviewed_on=None)
                | Q(
                    stability__gt=0,
                    difficulty__isnull=False,
                    reviewed_on__isnull=False,
                ),
                name="memory_reviewed_whole_or_not_at_all",
            ),
            models.CheckConstraint(
                condition=Q(held_since=None, streak__lt=2)
                | Q(held_since__isnull=False, streak__gte=2),
                name="memory_held_after_two_days",
            ),
        ]

    def __str__(self):
        return f"{self.claim}, {self.get_side_display()}"

    @property
    def is_held(self) -> bool:
        """Whether it was proved on two days; it may have begun to fade since."""
        return self.streak >= self.DAYS_TO_HOLD

    def is_known(self, on: dt.date) -> bool:
        """Whether it is held and not yet due: recall is expected at 90 % or more."""
        return self.is_held and on <= self.due_on


class ReviewQuerySet(models.QuerySet):
    def owned_by(self, learner):
        return self.filter(learner=learner) if learner else self.none()

    def told(self, untold):
        """Those of answers that are told, or gone."""
        return self.exclude(answer__item__attempt__in=untold)

    def that_moved(self):
        """Those that changed a memory, side by side, each side's in order."""
        moving = (Review.Effect.RATED, Review.Effect.PULLED)
        return self.filter(effect__in=moving).order_by(
            "claim", "side", "reviewed_at", "pk"
        )


class Review(models.Model):
    """One thing an answer showed about one side. Written once, never changed.

    Everything a memory was worked out from is here, so that parameters can be fitted
    and histories replayed.
    """

    class Effect(models.TextChoices):
        RATED = "rated", "rated"
        SAME_DAY = "same-day", "the second on that day: nothing changes"
        RAPID = "rapid", "too quick to have been read: nothing changes"
        AMONG = "among", "right among others: nothing changes"
        PULLED = "pulled", "wrong among others: due tomorrow"

    learner = models.ForeignKey(Learner, models.CASCADE, related_name="reviews")
    answer = models.ForeignKey(
        Answer, models.SET_NULL, related_name="reviews", null=True
    )
    claim = models.CharField(max_length=80)
    side = models.CharField(max_length=10, choices=Side)
    topic = models.CharField(max_length=15, choices=Topic)
    format = models.CharField(max_length=10, choices=Format)
    reviewed_at = models.DateTimeField()
    reviewed_on = models.DateField(help_text="The day, where the site is.")
    is_right = models.BooleanField()
    is_sure = models.BooleanField(null=True)
    chance = models.FloatField(help_text="Of being right blindly, from 0 to 1.")
    seconds = models.FloatField(
        null=True, help_text="Since the answer before it, or the start; if known."
    )
    effect = models.CharField(max_length=10, choices=Effect)
    rating = models.PositiveSmallIntegerField(
        null=True, help_text="FSRS's: 1 again, 2 hard, 3 good."
    )
    recall = models.FloatField(
        null=True, help_text="What was predicted just before, from 0 to 1."
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ["reviewed_at", "pk"]
        indexes = [
            models.Index(
                fields=["learner", "claim", "side", "reviewed_at"],
                name="review_by_side",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(effect="rated", rating__isnull=False)
                | (~Q(effect="rated") & Q(rating=None)),
                name="review_rated_if_it_has_a_rating",
            ),
            models.CheckConstraint(
                condition=Q(chance__gte=0, chance__lt=1),
                name="review_chance_from_0_to_1",
            ),
            models.UniqueConstraint(
                fields=["answer", "claim", "side"], name="review_of_a_side_once"
            ),
        ]

    def __str__(self):
        return f"{self.claim}, {self.side}: {self.effect}"


class Skill(models.Model):
    """How able a learner is on a topic, on the logistic scale of Elo ratings."""

    learner = models.ForeignKey(Learner, models.CASCADE, related_name="skills")
    topic = models.CharField(max_length=15, choices=Topic)
    value = models.FloatField(default=0.0)
    count = models.PositiveIntegerField(default=0, help_text="Answers it rests on.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "topic"], name="skill_on_a_topic_once"
            ),
        ]

    def __str__(self):
        return f"{self.topic}: {self.value:.2f}"


class DifficultyQuerySet(models.QuerySet):
    def shift(self, shifts):
        """Add to the ratings of parts, whatever else is being added at the same time.

        In the order of their keys, so that two who do it never wait for each other.
        """
        self.bulk_create(
            [self.model(key=key) for key in sorted(shifts)], ignore_conflicts=True
        )
        for key, by in sorted(shifts.items()):
            self.filter(key=key).update(value=F("value") + by, count=F("count") + 1)


class Difficulty(models.Model):
    """How hard one part of questions is: a side of a claim, a format, a family.

    A question is as hard as its parts together, so a new one starts sensibly.
    """

    key = models.CharField(max_length=120, unique=True)
    value = models.FloatField(default=0.0)
    count = models.PositiveIntegerField(default=0, help_text="Answers it rests on.")

    objects = DifficultyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "difficulties"

    def __str__(self):
        return f"{self.key}: {self.value:.2f}"
