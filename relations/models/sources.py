"""Where facts come from: sources, their sections, and places that can be looked up."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from relations.models.base import Slugged


class Source(Slugged):
    """The article everything rests on, or a reference that stands beside it."""

    class Kind(models.TextChoices):
        DOCUMENT = "document", "the article"
        REFERENCE = "reference", "outside reference"

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind)
    licence = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=300, blank=True)

    class Meta(Slugged.Meta):
        constraints = [
            models.UniqueConstraint(fields=["title"], name="source_title_once"),
        ]

    def __str__(self):
        return self.title


class Section(Slugged):
    """A part of the article under one heading."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="sections")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=100)
    path = models.CharField(
        max_length=200,
        help_text="The headings from the top, joined by ' > '; empty for the opening.",
        blank=True,
    )

    class Meta(Slugged.Meta):
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "path"], name="section_path_once_in_a_source"
            ),
            models.UniqueConstraint(
                fields=["source", "position"], name="section_position_taken_once"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("relations:section", args=[self.slug])


class Passage(Slugged):
    """A place in a section: its n-th paragraph, row or item, or an entry of a list."""

    class Kind(models.TextChoices):
        PARAGRAPH = "paragraph"
        ENTRY = "entry"
        ITEM = "item"
        ROW = "row"
        TABLE = "table"

    section = models.ForeignKey(Section, models.PROTECT, related_name="passages")
    kind = models.CharField(max_length=10, choices=Kind)
    number = models.PositiveSmallIntegerField(
        help_text="Counted from 1 within the section; for a table, which table."
    )
    entry = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Which entry of the paragraph's list."
    )
    fingerprint = models.CharField(
        max_length=16,
        blank=True,
        help_text="Of the text last checked, so that a new revision shows its changes.",
    )
    unused_because = models.CharField(
        max_length=200, blank=True, help_text="Why no fact was taken from here."
    )

    class Meta(Slugged.Meta):
        ordering = ["section__position", "kind", "number", "entry"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "kind", "number"],
                condition=Q(entry__isnull=True),
                name="passage_place_once",
            ),
            models.UniqueConstraint(
                fields=["section", "kind", "number", "entry"],
                condition=Q(entry__isnull=False),
                name="passage_entry_once",
            ),
            models.CheckConstraint(
                condition=Q(kind="entry", entry__isnull=False)
                | (~Q(kind="entry") & Q(entry__isnull=True)),
                name="passage_entry_number_goes_with_entries",
            ),
        ]

    def __str__(self):
        return self.locator

    @property
    def locator(self) -> str:
        """The place as a reader would look it up: "Greece, paragraph 2"."""
        if self.kind == self.Kind.ENTRY:
            return f"{self.section.title}, paragraph {self.number}, entry {self.entry}"
        if self.kind == self.Kind.TABLE:
            return f"{self.section.title}, the table"
        return f"{self.section.title}, {self.kind} {self.number}"

    def get_absolute_url(self):
        return f"{self.section.get_absolute_url()}#{self.slug}"


class LoadedRow(models.Model):
    """What a fixture row looked like when it was last loaded.

    A row that differs from it was corrected here, and loading must not undo that.
    """

    model = models.CharField(max_length=40)
    slug = models.SlugField(max_length=80)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["model", "slug"], name="loaded_row_remembered_once"
            ),
        ]

    def __str__(self):
        return f"{self.model} {self.slug}"
