"""Facts with somebody in them: what happened, and what is done, said or thought."""

from django.db import models
from django.db.models import F, Q

from relations.dates import PartialDateField, when
from relations.models.base import Fact
from relations.models.facts import exactly_one
from relations.models.things import Country, Organization, Person


class ActedFact(Fact):
    """A fact with somebody in it: who, and the rest of the sentence."""

    country = models.ForeignKey(
        Country, models.PROTECT, related_name="%(class)ss", null=True, blank=True
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="%(class)ss", null=True, blank=True
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="%(class)ss", null=True, blank=True
    )
    others = models.CharField(
        max_length=120,
        blank=True,
        help_text="Who, where it is no state, body or person with a row of its own.",
    )
    about = models.ManyToManyField(
        Country,
        blank=True,
        related_name="%(class)ss_about",
        help_text="States on whose page this belongs as well.",
    )
    deed = models.CharField(
        max_length=300, help_text="The rest of the sentence; never names the one who."
    )
    asks = models.CharField(
        max_length=200,
        blank=True,
        help_text="Asks who, where 'which state' before the deed would read badly.",
    )
    covers = models.ManyToManyField(
        Country,
        blank=True,
        related_name="+",
        help_text="States of which it might be said as well: never wrong options.",
    )
    kin = models.SlugField(
        max_length=40,
        blank=True,
        help_text="Facts of one kin may be true of one another's states: no proof.",
    )

    class Meta(Fact.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=(
                    Q(others="") & exactly_one("country", "organization", "person")
                )
                | (~Q(others="") & Q(country=None, organization=None, person=None)),
                name="%(class)s_says_who_once",
            ),
        ]

    @property
    def actor(self) -> Country | Organization | Person | None:
        return self.country or self.organization or self.person

    @property
    def statement(self) -> str:
        name = self.actor.in_sentence if self.actor else self.others
        return f"{name[:1].upper()}{name[1:]} {self.deed}."


class Event(ActedFact):
    """Something that happened once: who did it, and when, as far as the article says."""

    name = models.CharField(
        max_length=160,
        blank=True,
        help_text="The event as a noun, without a date: 'the entry of … into …'.",
    )
    asks_when = models.CharField(
        max_length=200,
        blank=True,
        help_text="Asks for the date, with {when} for 'On what date' or 'In which year'.",
    )
    date = PartialDateField(blank=True)
    until = PartialDateField(blank=True)

    class Meta(ActedFact.Meta):
        constraints = [
            *ActedFact.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until="") | (~Q(date="") & Q(until__gte=F("date"))),
                name="event_ends_after_it_starts",
            ),
        ]

    @property
    def statement(self) -> str:
        if not self.date or str(self.date.year) in self.deed:
            return super().statement
        return f"{super().statement[:-1]} {when(self.date, self.until)}."


class Report(ActedFact):
    """What the article says stands, is done or is thought; a view names its holder."""

    class Kind(models.TextChoices):
        PRACTICE = "practice", "what is done or stands"
        VIEW = "view", "somebody's view or claim"

    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PRACTICE)

    class Meta(ActedFact.Meta):
        pass
