"""Themes: what facts from all over the article are about together."""

from django.db import models
from django.urls import reverse

from relations.models.base import Slugged


class Theme(Slugged):
    """A subject that several facts tell of; its lead says no more than they do."""

    title = models.CharField(max_length=80, unique=True)
    lead = models.CharField(
        max_length=400, help_text="One or two sentences; nothing the facts do not say."
    )
    position = models.PositiveSmallIntegerField(unique=True)

    class Meta(Slugged.Meta):
        ordering = ["position"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("relations:theme", args=[self.slug])
