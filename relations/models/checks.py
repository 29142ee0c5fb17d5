"""What a reading of the article found, and what teachers know from elsewhere."""

from django.conf import settings
from django.db import models

from relations.models.facts import UnidentifiedRow
from relations.models.things import Country


class Check(models.Model):
    """What `check_document` said when it last read a copy of the article."""

    checked_at = models.DateTimeField()
    title = models.CharField(max_length=200, help_text="Of the copy.")
    facts = models.PositiveIntegerField()
    lost = models.PositiveIntegerField(help_text="Facts without their support.")
    changed = models.PositiveIntegerField(help_text="Places that read otherwise.")
    gaps = models.PositiveIntegerField(help_text="Places from which nothing was taken.")
    lines = models.JSONField(default=list)

    class Meta:
        ordering = ["-checked_at", "-pk"]

    def __str__(self):
        return f"{self.title}, {self.checked_at:%d %B %Y}"

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.changed or self.gaps)


class RowName(models.Model):
    """Whom an outside source names for a row that the article leaves blank.

    Never the article's word: no claim is read from it, so no question rests on it.
    """

    row = models.OneToOneField(
        UnidentifiedRow, models.CASCADE, related_name="outside_name"
    )
    country = models.ForeignKey(Country, models.PROTECT, related_name="+")
    source_title = models.CharField("source", max_length=200)
    source_url = models.URLField("address", blank=True)
    source_locator = models.CharField("place in the source", max_length=120)
    named_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, related_name="+", null=True
    )
    named_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(source_title="") & ~models.Q(source_locator=""),
                name="row_name_has_a_source",
            ),
        ]

    def __str__(self):
        return f"{self.row}: {self.country}, says {self.source_title}"
