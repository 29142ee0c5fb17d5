"""The facts: what happened, was signed, said, measured; each with its places."""

from django.db import models
from django.db.models import Q
from django.urls import reverse

from relations.claims import HOME
from relations.dates import PartialDateField, when
from relations.models.base import Fact, Slugged
from relations.models.sources import Passage, Source
from relations.models.things import Country, Organization, Person


def exactly_one(*names: str) -> Q:
    """The condition that just one of some nullable columns is filled."""
    condition = Q()
    for filled in names:
        condition |= Q(
            **{f"{name}__isnull": name != filled for name in names},
        )
    return condition


class Milestone(Fact):
    """A step in the relations with one state or body: begun, renewed, cut, joined."""

    class Kind(models.TextChoices):
        ESTABLISHED = "established", "relations established"
        DE_FACTO = "de-facto", "relations began de facto"
        DE_JURE = "de-jure", "relations began de jure"
        REESTABLISHED = "re-established", "relations re-established"
        SEVERED = "severed", "relations severed"
        JOINED = "joined", "joined"

    country = models.ForeignKey(
        Country, models.PROTECT, related_name="milestones", null=True, blank=True
    )
    organization = models.ForeignKey(
        Organization, models.PROTECT, related_name="milestones", null=True, blank=True
    )
    kind = models.CharField(max_length=15, choices=Kind)
    date = PartialDateField(blank=True)

    class Meta(Fact.Meta):
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("country", "organization"),
                name="milestone_with_one_state_or_body",
            ),
            models.CheckConstraint(
                condition=Q(kind="established") | ~Q(date=""),
                name="milestone_without_date_only_where_relations_are_listed",
            ),
            models.UniqueConstraint(
                fields=["country", "kind"], name="milestone_once_per_state_and_kind"
            ),
            models.UniqueConstraint(
                fields=["organization", "kind"],
                name="milestone_once_per_body_and_kind",
            ),
        ]

    @property
    def partner(self) -> Country | Organization:
        partner = self.country or self.organization
        assert partner  # milestone_with_one_state_or_body
        return partner

    @property
    def statement(self) -> str:
        name = self.partner.in_sentence
        if not self.date:
            return (
                f"{HOME} has diplomatic relations with {name}; "
                "the article gives no date for their start."
            )
        sentences: dict[str, str] = {
            self.Kind.ESTABLISHED: "{home} and {name} established relations {when}.",
            self.Kind.DE_FACTO: "{home}’s relations with {name} began de facto, in practice, {when}.",
            self.Kind.DE_JURE: "{home}’s relations with {name} began de jure, in law, {when}.",
            self.Kind.REESTABLISHED: "{home} and {name} re-established relations {when}.",
            self.Kind.SEVERED: "Relations between {home} and {name} were severed {when}.",
            self.Kind.JOINED: "{home} joined {name} {when}.",
        }
        return sentences[self.kind].format(home=HOME, name=name, when=when(self.date))


class UnidentifiedRow(Slugged):
    """A row of the article's tables whose state is not named. Never asked about."""

    passage = models.OneToOneField(
        Passage, models.PROTECT, related_name="unidentified_row"
    )
    date = PartialDateField(blank=True)
    hint = models.CharField(
        max_length=200, blank=True, help_text="What the row's note says, if anything."
    )
    candidate = models.CharField(
        max_length=80,
        blank=True,
        help_text="Whom a reference names with confidence; the article does not.",
    )
    candidate_source = models.ForeignKey(
        Source, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta(Slugged.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(candidate="") | Q(candidate_source__isnull=False),
                name="unidentified_row_candidate_has_a_source",
            ),
        ]

    def __str__(self):
        return f"{self.passage}: {self.date or 'no date'}"


class OutsideDate(Slugged):
    """What a reference says of a milestone's date. Shown beside the article, labelled."""

    country = models.ForeignKey(
        Country, models.PROTECT, related_name="outside_dates", null=True, blank=True
    )
    organization = models.ForeignKey(
        Organization,
        models.PROTECT,
        related_name="outside_dates",
        null=True,
        blank=True,
    )
    kind = models.CharField(max_length=15, choices=Milestone.Kind)
    date = PartialDateField()
    source = models.ForeignKey(Source, models.PROTECT, related_name="outside_dates")
    note = models.CharField(max_length=200, blank=True)

    class Meta(Slugged.Meta):
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("country", "organization"),
                name="outside_date_of_one_state_or_body",
            ),
        ]

    def __str__(self):
        partner = self.country or self.organization
        return f"{partner}: {self.get_kind_display()} {self.date} ({self.source})"


class Treaty(Fact):
    """Something signed: its name, its date as far as known, what it is about."""

    name = models.CharField(max_length=120, unique=True)
    in_sentence = models.CharField(
        max_length=160, help_text="The name as it stands inside a sentence."
    )
    blind_name = models.CharField(
        max_length=160, help_text="A description that does not name the parties."
    )
    date = PartialDateField(blank=True)
    explanation = models.CharField(max_length=300)

    class Meta(Fact.Meta):
        verbose_name_plural = "treaties"

    def get_absolute_url(self):
        return reverse("relations:treaty", args=[self.slug])

    @property
    def statement(self) -> str:
        return self.explanation


class Signatory(Slugged):
    """A state or a person that signed. The article names both sides of each treaty."""

    treaty = models.ForeignKey(Treaty, models.CASCADE, related_name="signatories")
    country = models.ForeignKey(
        Country, models.PROTECT, related_name="signed", null=True, blank=True
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="signed", null=True, blank=True
    )

    class Meta(Slugged.Meta):
        verbose_name_plural = "signatories"
        constraints = [
            models.CheckConstraint(
                condition=exactly_one("country", "person"),
                name="signatory_is_one_state_or_person",
            ),
            models.UniqueConstraint(
                fields=["treaty", "country"], name="signatory_state_once"
            ),
            models.UniqueConstraint(
                fields=["treaty", "person"], name="signatory_person_once"
            ),
        ]

    def __str__(self):
        return f"{self.treaty}: {self.country or self.person}"


class Office(Fact):
    """A post the article says somebody holds or held; no term is known."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="offices")
    title = models.CharField(max_length=120, help_text="With 'Albania's' where apt.")
    kin = models.SlugField(
        max_length=40,
        blank=True,
        help_text="Posts of one kin may be taken for each other: never set against.",
    )
    is_current = models.BooleanField(
        default=False, help_text="Whether the article says so of the present."
    )

    class Meta(Fact.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["person", "title"], name="office_once_per_person"
            ),
        ]

    @property
    def statement(self) -> str:
        if self.is_current:
            return (
                f"The article names {self.person} as {self.title} now; "
                "it does not say when that was written."
            )
        return f"The article names {self.person} as {self.title}."


class Figure(Fact):
    """A number: what it counts, in which unit, and of when."""

    class Unit(models.TextChoices):
        PERCENT = "percent", "per cent"
        TROOPS = "troops", "soldiers"
        DOLLARS = "million-dollars", "million US dollars"
        PEOPLE = "people", "people"
        STATES = "states", "states"
        YEARS = "years", "years"

    country = models.ForeignKey(
        Country, models.PROTECT, related_name="figures", null=True, blank=True
    )
    question = models.CharField(max_length=200, help_text="Asks for the number.")
    explanation = models.CharField(max_length=300)
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    is_approximate = models.BooleanField(default=False)
    unit = models.CharField(max_length=20, choices=Unit)
    year = PartialDateField(blank=True)

    class Meta(Fact.Meta):
        constraints = [
            models.CheckConstraint(
                condition=Q(amount__gt=0), name="figure_is_more_than_nothing"
            ),
        ]

    @property
    def statement(self) -> str:
        return self.explanation
