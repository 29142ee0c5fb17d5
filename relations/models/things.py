"""What facts speak of: countries, organisations, people."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from relations.models.base import Slugged
from relations.models.sources import Source


class Country(Slugged):
    """A state, present or former, under the name the article uses today."""

    class Region(models.TextChoices):
        AFRICA = "africa", "Africa"
        AMERICAS = "americas", "Americas"
        ASIA = "asia", "Asia"
        EUROPE = "europe", "Europe"
        OCEANIA = "oceania", "Oceania"

    name = models.CharField(max_length=80, unique=True)
    takes_article = models.BooleanField(
        default=False, help_text="Whether a sentence says 'the' before the name."
    )
    iso2 = models.CharField("ISO 3166 alpha-2", max_length=2, blank=True)
    iso3 = models.CharField("ISO 3166 alpha-3", max_length=3, blank=True)
    region = models.CharField(max_length=10, choices=Region)
    is_former = models.BooleanField(default=False)
    aliases = models.JSONField(
        default=list, blank=True, help_text="Other names that mean the same state."
    )
    see_also = models.ManyToManyField(
        "self",
        blank=True,
        help_text="States whose relations the article gives by the same date.",
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta(Slugged.Meta):
        ordering = ["name"]
        verbose_name_plural = "countries"
        constraints = [
            models.UniqueConstraint(
                fields=["iso2"], condition=~Q(iso2=""), name="country_iso2_once"
            ),
            models.UniqueConstraint(
                fields=["iso3"], condition=~Q(iso3=""), name="country_iso3_once"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("relations:country", args=[self.slug])

    @property
    def in_sentence(self) -> str:
        return f"the {self.name}" if self.takes_article else self.name


class Organization(Slugged):
    """A body, by the acronym the article prints; its full name is reference layer."""

    acronym = models.CharField(max_length=40, unique=True)
    name = models.CharField(
        max_length=120, blank=True, help_text="Empty where it could not be identified."
    )
    name_source = models.ForeignKey(
        Source,
        models.PROTECT,
        related_name="named_organizations",
        null=True,
        blank=True,
        help_text="The reference for the full name; empty for the body's own name.",
    )
    everyday_name = models.CharField(
        max_length=60,
        blank=True,
        help_text="How a sentence calls it, with its article; empty for the acronym.",
    )
    kind = models.CharField(max_length=80, blank=True)
    aliases = models.JSONField(default=list, blank=True)
    overlaps = models.ManyToManyField(
        "self",
        blank=True,
        help_text="Bodies too close in name or kind to stand against this one.",
    )
    reference_status = models.CharField(
        max_length=120,
        blank=True,
        help_text="What a reference says of Albania's place in it.",
    )
    status_source = models.ForeignKey(
        Source, models.PROTECT, related_name="+", null=True, blank=True
    )
    closed_to_albania = models.CharField(
        max_length=200,
        blank=True,
        help_text="The rule of the body itself that shuts Albania out, if one does.",
    )
    note = models.CharField(max_length=200, blank=True)

    class Meta(Slugged.Meta):
        ordering = ["acronym"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_to_albania="") | Q(status_source__isnull=False),
                name="organization_closed_door_has_a_source",
            ),
            models.CheckConstraint(
                condition=Q(reference_status="") | Q(status_source__isnull=False),
                name="organization_status_has_a_source",
            ),
        ]

    def __str__(self):
        return self.acronym

    def get_absolute_url(self):
        return reverse("relations:organization", args=[self.slug])

    @property
    def in_sentence(self) -> str:
        return self.everyday_name or self.acronym


class Person(Slugged):
    """Somebody the article names."""

    name = models.CharField(max_length=80, unique=True)
    surname = models.CharField(max_length=40)
    setting = models.SlugField(
        max_length=40,
        blank=True,
        help_text="Time and place, so that people of one setting stand together.",
    )
    aliases = models.JSONField(default=list, blank=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta(Slugged.Meta):
        ordering = ["surname"]
        verbose_name_plural = "people"

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("relations:person", args=[self.slug])

    @property
    def in_sentence(self) -> str:
        return self.name
