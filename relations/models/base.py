"""What every row of the fact base has: a name that never changes, and its support."""

from django.db import models


class SlugQuerySet(models.QuerySet):
    def get_by_natural_key(self, slug):
        return self.get(slug=slug)


class Slugged(models.Model):
    """A row that fixtures name by its slug. A correction never touches the slug."""

    slug = models.SlugField(max_length=80, unique=True)

    objects = SlugQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["slug"]

    def __str__(self):
        return self.slug

    def natural_key(self):
        return (self.slug,)


class FactQuerySet(SlugQuerySet):
    def standing(self):
        """Facts that have not been taken back."""
        return self.exclude(standing=Fact.Standing.RETRACTED)

    def with_passages(self):
        return self.prefetch_related("passages__section__source")


class Fact(Slugged):
    """One checkable statement: the places that say so, and the words to find there."""

    class Standing(models.TextChoices):
        STATED = "stated", "stated"
        DISPUTED = "disputed", "disputed: the source contradicts itself"
        RETRACTED = "retracted", "taken back"

    passages = models.ManyToManyField(
        "relations.Passage",
        related_name="%(class)ss",
        help_text="Every place that says so. The key words must stand at each.",
    )
    tokens = models.JSONField(
        "key words",
        default=list,
        help_text="Dates, names and numbers that must be found at each place.",
    )
    standing = models.CharField(
        max_length=10, choices=Standing, default=Standing.STATED
    )
    conflict = models.CharField(
        max_length=300,
        blank=True,
        help_text="What the source says elsewhere that does not agree with this.",
    )
    unasked_because = models.CharField(
        max_length=200,
        blank=True,
        help_text="Why no question may rest on this fact; empty when one may.",
    )

    objects = FactQuerySet.as_manager()  # type: ignore[misc]

    class Meta(Slugged.Meta):
        abstract = True

    def __str__(self):
        return self.statement

    @property
    def statement(self) -> str:
        """The fact as one sentence in our own words."""
        raise NotImplementedError
