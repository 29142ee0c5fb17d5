"""Facts that speak of something besides what they say something of."""

from django.db import models

from relations.models.base import Slugged
from relations.models.facts import Treaty, exactly_one
from relations.models.things import Country, Organization, Person


class Mention(Slugged):
    """A fact on whose sentence somebody or something else depends: it is theirs too."""

    fact = models.SlugField(max_length=80, help_text="The slug of the fact.")
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="mentions", null=True, blank=True
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="mentions", null=True, blank=True
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="mentions", null=True, blank=True
    )
    treaty = models.ForeignKey(
        Treaty, models.PROTECT, related_name="mentions", null=True, blank=True
    )

    class Meta(Slugged.Meta):
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("country", "organization", "person", "treaty"),
                name="mention_of_one_thing",
            ),
        ]

    def __str__(self):
        return f"{self.fact}: {self.thing}"

    @property
    def thing(self) -> Country | Organization | Person | Treaty:
        thing = self.country or self.organization or self.person or self.treaty
        assert thing  # mention_of_one_thing
        return thing
