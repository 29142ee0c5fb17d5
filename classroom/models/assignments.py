"""A quiz set to a class or to whoever has the link, and the attempts made at it."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from classroom.models.classes import Enrolment, SchoolClass
from quiz.models import Attempt, QuestionSet, share_code
from quiz.models.changes import kept_history


class AssignmentQuerySet(models.QuerySet):
    def set_by(self, user):
        """Those of classes they teach, whoever set them; of no class, a teacher's own.

        Who leaves a class leaves what they had set to it. Administrators see all.
        """
        if user.is_superuser:
            return self
        taught = SchoolClass.objects.taught_by(user)
        of_no_class = Q(owner=user, school_class=None)
        return self.filter(of_no_class | Q(school_class__in=taught))

    def open_at(self, now):
        """Those that may be started at that moment."""
        return self.filter(
            Q(opens_at=None) | Q(opens_at__lte=now),
            Q(closes_at=None) | Q(closes_at__gt=now),
        )

    def holding_back(self, now):
        """Those to come or to be sat still that playing the set freely would get round."""
        return self.on_terms(now).exclude(school_class__archived_at__isnull=False)

    def on_terms(self, now):
        """Those not over yet that are not played as anybody may play the set."""
        is_free = Q(
            tells=Assignment.Tells.EACH,
            attempts_allowed=None,
            minutes=None,
            marks_certainty=False,
        )
        to_come = Q(opens_at__gt=now)
        standing = self.filter(Q(closes_at=None) | Q(closes_at__gt=now))
        return standing.filter(~is_free | to_come)

    def needed(self, now):
        """Those whose terms hold for attempts at present, which lose them without it.

        Such an attempt would be told its answers, while others are still at the same.
        """
        sat = Sitting.objects.filter(assignment=models.OuterRef("pk"))
        return self.on_terms(now).filter(models.Exists(sat))


class Assignment(models.Model):
    """A question set given to somebody, and on what terms it is played."""

    class Tells(models.TextChoices):
        """When a pupil is told what was right, with its proof."""

        EACH = "each", "after each answer"
        END = "end", "at the end of the quiz"
        CLOSED = "closed", "once the quiz has closed"

    class Counts(models.TextChoices):
        """Which of several attempts is the result."""

        FIRST = "first", "the first"
        BEST = "best", "the best"
        LAST = "last", "the last"
        AVERAGE = "average", "the average of all"

    TERMS = (
        "opens_at",
        "closes_at",
        "minutes",
        "tells",
        "attempts_allowed",
        "counts",
        "marks_certainty",
    )

    question_set = models.ForeignKey(
        QuestionSet, models.CASCADE, related_name="assignments"
    )
    school_class = models.ForeignKey(
        SchoolClass,
        models.CASCADE,
        related_name="assignments",
        null=True,
        blank=True,
        verbose_name="class",
        help_text="None means whoever has the link or the code.",
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="assignments",
        null=True,
        editable=False,
    )
    code = models.CharField(
        max_length=8, unique=True, default=share_code, editable=False
    )
    opens_at = models.DateTimeField("opens", null=True, blank=True)
    closes_at = models.DateTimeField("closes", null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        "time limit",
        null=True,
        blank=True,
        help_text="In minutes, from the start; empty means none.",
    )
    tells = models.CharField(max_length=10, choices=Tells, default=Tells.EACH)
    attempts_allowed = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Empty means as many as one likes."
    )
    counts = models.CharField(max_length=10, choices=Counts, default=Counts.FIRST)
    marks_certainty = models.BooleanField(
        "certainty marking",
        default=False,
        help_text="Pupils say how sure they are, and it counts beside the score.",
    )
    token = models.UUIDField(
        unique=True,
        null=True,
        editable=False,
        help_text="Of the form that made it, so that the same form makes it once.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AssignmentQuerySet.as_manager()
    history = kept_history(excluded_fields=["token"])

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(opens_at=None)
                | Q(closes_at=None)
                | Q(opens_at__lt=F("closes_at")),
                name="assignment_opens_before_it_closes",
            ),
            models.CheckConstraint(
                condition=~Q(tells="closed") | Q(closes_at__isnull=False),
                name="assignment_tells_once_closed_if_it_closes",
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1),
                name="assignment_lasts_a_minute",
            ),
            models.CheckConstraint(
                condition=Q(attempts_allowed=None) | Q(attempts_allowed__gte=1),
                name="assignment_allows_an_attempt",
            ),
        ]

    def __str__(self):
        return self.question_set.title

    @property
    def page(self) -> str:
        """Where pupils start it."""
        return reverse("classroom:assignment", args=[self.code])

    def is_open(self, now: dt.datetime) -> bool:
        """Whether it may be started at that moment."""
        has_opened = self.opens_at is None or self.opens_at <= now
        return has_opened and not self.is_closed(now)

    def is_closed(self, now: dt.datetime) -> bool:
        return self.closes_at is not None and self.closes_at <= now


class SittingQuerySet(models.QuerySet):
    def made_by(self, learner):
        return self.filter(attempt__learner=learner) if learner else self.none()

    def with_scores(self):
        """Each with its attempt, and that with its score."""
        return self.prefetch_related(
            models.Prefetch("attempt", Attempt.objects.with_score())
        )


class Sitting(models.Model):
    """One attempt at an assignment: whose it is in the class, or the name they gave."""

    attempt = models.OneToOneField(Attempt, models.CASCADE, related_name="sitting")
    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="sittings")
    enrolment = models.ForeignKey(
        Enrolment, models.SET_NULL, related_name="sittings", null=True, blank=True
    )
    name = models.CharField(max_length=24, blank=True)

    objects = SittingQuerySet.as_manager()

    class Meta:
        ordering = ["attempt__started_at", "pk"]

    def __str__(self):
        if self.enrolment:
            return self.enrolment.pseudonym
        return self.name or str(self.attempt.learner)
