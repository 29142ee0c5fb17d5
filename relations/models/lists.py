"""The lists the article gives, and how far each is complete."""

from django.db import models
from django.db.models import Q

from relations.claims import HOME
from relations.models.base import Fact
from relations.models.facts import Treaty, exactly_one
from relations.models.things import Country, Organization


class Membership(Fact):
    """An entry of the article’s list of international organisations."""

    class Status(models.TextChoices):
        MEMBER = "member"
        NON_MEMBER = "non-member", "listed, but as not a member"

    organization = models.OneToOneField(
        Organization, models.PROTECT, related_name="membership"
    )
    position = models.PositiveSmallIntegerField(unique=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.MEMBER)

    class Meta(Fact.Meta):
        ordering = ["position"]

    @property
    def statement(self) -> str:
        if self.status == self.Status.NON_MEMBER:
            return (
                f"{self.organization.acronym} stands in the article’s list of "
                f"organisations with the remark that {HOME} is not a member state."
            )
        return (
            f"The article lists {self.organization.acronym} among {HOME}’s memberships."
        )


class Roll(Fact):
    """A list in the article: what it lists, how it is asked, whether it is complete."""

    class Topic(models.TextChoices):
        TREATIES = "treaties"
        RELATIONS = "relations"
        PEOPLE = "people"

    class Form(models.TextChoices):
        AIM = "aim", "aims and factors"
        CONTENT = "content", "contents of agreements and talks"
        FIELD = "field", "fields of life and learning"
        STATE = "state", "states"

    title = models.CharField(max_length=120, unique=True)
    form = models.CharField(
        max_length=10,
        choices=Form,
        default=Form.STATE,
        help_text="Entries of one form can stand together as options.",
    )
    sentence = models.CharField(
        max_length=200, help_text="Says of one entry that it is listed: '{entry} is …'."
    )
    question = models.CharField(
        max_length=200, blank=True, help_text="Asks which option is on the list."
    )
    topic = models.CharField(max_length=10, choices=Topic, default=Topic.PEOPLE)
    is_complete = models.BooleanField(
        default=False,
        help_text="Whether the article gives the whole list, so that others are not on it.",
    )
    treaty = models.ForeignKey(
        Treaty, models.PROTECT, related_name="rolls", null=True, blank=True
    )
    countries = models.ManyToManyField(
        Country,
        blank=True,
        related_name="rolls_about",
        help_text="States on whose page the list belongs.",
    )

    covers = models.ManyToManyField(
        Country,
        blank=True,
        related_name="+",
        help_text="States the list may take in without naming them: no wrong options.",
    )

    class Meta(Fact.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(question="") | Q(is_complete=True),
                name="roll_asked_only_where_complete",
            ),
        ]

    @property
    def statement(self) -> str:
        return f"{self.title}."


class RollEntry(Fact):
    """One entry of a list: a state, or something in words."""

    roll = models.ForeignKey(Roll, models.CASCADE, related_name="entries")
    position = models.PositiveSmallIntegerField()
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="roll_entries", null=True, blank=True
    )
    text = models.CharField(max_length=120, null=True, blank=True)  # noqa: DJ001
    kin = models.SlugField(
        max_length=40,
        blank=True,
        help_text="Entries of one kin may mean the same thing: never set against each other.",
    )

    class Meta(Fact.Meta):
        ordering = ["roll", "position"]
        verbose_name_plural = "roll entries"
        constraints = [
            models.UniqueConstraint(
                fields=["roll", "position"], name="roll_position_taken_once"
            ),
            models.CheckConstraint(
                condition=exactly_one("country", "text"),
                name="roll_entry_is_a_state_or_words",
            ),
        ]

    @property
    def label(self) -> str:
        return self.country.name if self.country else str(self.text)

    @property
    def statement(self) -> str:
        entry = self.country.in_sentence if self.country else str(self.text)
        sentence = self.roll.sentence.format(entry=entry)
        return f"{sentence[:1].upper()}{sentence[1:]}"
