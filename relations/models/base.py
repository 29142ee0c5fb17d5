"""What every row of the fact base has: a name that never changes, and its support."""

from django.core.exceptions import ValidationError
from django.db import models

from relations.dates import PartialDate
from relations.document import Block, Place


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
        """With what tells a place; joined, as SQLite takes no thousand keys one by one."""
        passages = self.model._meta.get_field("passages").related_model.objects
        return self.prefetch_related(
            models.Prefetch("passages", passages.select_related("section__source"))
        )


class Fact(Slugged):
    """One checkable statement: the places that say so, and the words to find there."""

    class Standing(models.TextChoices):
        STATED = "stated", "stated"
        DISPUTED = "disputed", "disputed: the source contradicts itself"
        DIFFERS = "differs", "differs: the source puts it otherwise elsewhere"
        RETRACTED = "retracted", "taken back"

    passages = models.ManyToManyField(
        "relations.Passage",
        related_name="%(class)ss",
        help_text="Every place that says so. The key words must stand at each.",
    )
    themes = models.ManyToManyField(
        "relations.Theme",
        blank=True,
        related_name="%(class)ss",
        help_text="What a reader would look for it under; rows of tables need none.",
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

    def clean(self):
        """A date that its key words do not give could be confirmed by nobody."""
        super().clean()
        if untold := self.untold_dates:
            said = ", ".join(map(str, untold))
            raise ValidationError(
                {"tokens": f"Change the key words too: they do not give {said}."}
            )

    @property
    def is_in_doubt(self) -> bool:
        """Whether the source says otherwise elsewhere, so that nobody is asked."""
        return self.standing in (self.Standing.DISPUTED, self.Standing.DIFFERS)

    @property
    def untold_dates(self) -> list[PartialDate]:
        """The fact's dates that do not stand in its key words."""
        values = (getattr(self, field.attname) for field in self._meta.concrete_fields)
        dates = [value for value in values if isinstance(value, PartialDate)]
        return [date for date in dates if not _is_told(date, self.tokens)]

    @property
    def statement(self) -> str:
        """The fact as one sentence in our own words."""
        raise NotImplementedError


def _is_told(date: PartialDate, tokens: list[str]) -> bool:
    """Whether day, month and year stand in the words; a span may end as "2022–23"."""
    words = Block(Place("", "paragraph", 1), " | ".join(tokens))
    *before, year = str(date).split()
    is_year_told = words.has(year) or any(
        words.has(f"{int(year) - 1}{dash}{year[2:]}") for dash in "–-"
    )
    return is_year_told and all(map(words.has, before))
