"""Classes and who is in them, under which name."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from quiz.models import Learner, share_code
from quiz.models.changes import kept_history


class SchoolClassQuerySet(models.QuerySet):
    def taught_by(self, user):
        """A teacher's own; administrators see every class."""
        return self if user.is_superuser else self.filter(teachers=user)

    def current(self):
        """Not archived."""
        return self.filter(archived_at=None)

    def joined_by(self, learner):
        return self.filter(enrolments__learner=learner) if learner else self.none()


class SchoolClass(models.Model):
    """Pupils who learn together, and the teachers who see to it."""

    name = models.CharField(max_length=80)
    code = models.CharField(
        max_length=8, unique=True, default=share_code, editable=False
    )
    teachers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="school_classes", blank=True
    )
    shows_board = models.BooleanField(
        "board",
        default=False,
        help_text=(
            "Pupils see one another’s chosen names and how many facts each knows. "
            "Never how fast anybody is."
        ),
    )
    archived_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="From then on nobody joins it and nothing new is set to it.",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SchoolClassQuerySet.as_manager()
    history = kept_history(m2m_fields=[teachers])

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = "class"
        verbose_name_plural = "classes"

    def __str__(self):
        return self.name

    @property
    def page(self) -> str:
        """Not `get_absolute_url`, by which the admin leads its users to any row."""
        return reverse("classroom:school_class", args=[self.code])


class EnrolmentQuerySet(models.QuerySet):
    def with_record(self):
        """Adds what was done of what this class was set: how often, and when last."""
        return self.annotate(
            attempt_count=models.Count("sittings", distinct=True),
            last_seen=models.Max("sittings__attempt__items__answer__answered_at"),
        )


class Enrolment(models.Model):
    """One learner in one class, under a name that need not be their own."""

    school_class = models.ForeignKey(
        SchoolClass, models.CASCADE, related_name="enrolments"
    )
    learner = models.ForeignKey(Learner, models.CASCADE, related_name="enrolments")
    pseudonym = models.CharField("chosen name", max_length=24)
    pseudonym_key = models.CharField(
        max_length=255, editable=False, help_text="The name as it is compared."
    )
    joined_at = models.DateTimeField()
    is_listed = models.BooleanField(
        default=False,
        editable=False,
        help_text="From a teacher’s list; then the teacher may give a new slip.",
    )

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["pseudonym_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["school_class", "learner"], name="enrolment_once_in_a_class"
            ),
            models.UniqueConstraint(
                fields=["school_class", "pseudonym_key"],
                name="enrolment_name_taken_once_in_a_class",
            ),
        ]

    def __str__(self):
        return self.pseudonym
