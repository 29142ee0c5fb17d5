"""What evens things out for one pupil, said once and true everywhere."""

from django.db import models

from quiz.models import Learner


class Accommodation(models.Model):
    """How much longer one learner may take, in every quiz with a time limit.

    It is read whenever a deadline is worked out, so it holds for attempts under way too.
    """

    class Extra(models.IntegerChoices):
        """In hundredths of the time that others have; 0 lifts the limit."""

        QUARTER = 125, "a quarter more (× 1.25)"
        HALF = 150, "half as much again (× 1.5)"
        DOUBLE = 200, "twice the time (× 2)"
        UNLIMITED = 0, "no time limit"

    learner = models.OneToOneField(
        Learner, models.CASCADE, related_name="accommodation"
    )
    extra = models.PositiveSmallIntegerField("time", choices=Extra)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(extra__in=[0, 125, 150, 200]),
                name="accommodation_of_a_kind_there_is",
            ),
        ]

    def __str__(self):
        return self.get_extra_display()
