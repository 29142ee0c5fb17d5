"""Questions as generated, kept under keys that last."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from quiz.models.changes import kept_history
from relations.models import Country

OWN = "own"  # the family of what teachers write; see quiz/writing/

# Bookkeeping that nobody reads; the history does without.
UNKEPT = ["lot", "reveals", "sides", "remark", "page", "page_title"]


class Topic(models.TextChoices):
    TREATIES = "treaties", "Treaties"
    RELATIONS = "relations", "Relations and dates"
    MEMBERSHIPS = "memberships", "Memberships"
    PEOPLE = "people", "People and events"


class Aspect(models.TextChoices):
    """Which side of a claim is asked for; with the claim, the unit of memory."""

    WHO = "who"
    WHEN = "when"
    WHAT = "what"
    EXPAND = "expand"
    ORDER = "order"
    AMOUNT = "amount"


class Format(models.TextChoices):
    """How a question is answered; `quiz/formats/` has a file for each."""

    CHOICE = "choice", "Choose one"
    PAIR = "pair", "Which came first"
    DATE = "date", "Type the date"
    NAME = "name", "Type the name"
    NUMBER = "number", "Type the number"
    ORDER = "order", "Put in order"
    MATCH = "match", "Match"
    SEVERAL = "several", "Choose several"
    ROLL = "roll", "Name them all"
    TIMELINE = "timeline", "Place on the timeline"


class QuestionQuerySet(models.QuerySet):
    def in_use(self):
        """Neither retired nor withdrawn, whoever wrote them."""
        return self.filter(status=Question.Status.ACTIVE)

    def active(self):
        """Questions that may be drawn: in use, and generated from the facts."""
        return self.in_use().filter(is_written=False)

    def written_by(self, user):
        """A teacher's own; administrators see those of all."""
        written = self.filter(is_written=True)
        return written if user.is_superuser else written.filter(author=user)

    def visible_to(self, user):
        """The generated ones, and of those written the user's own and those in sets
        that are shared with them."""
        if user.is_superuser:
            return self
        shared = Question.pinned_in.through.objects.filter(
            questionset__shared_with=user
        )
        return self.filter(
            Q(is_written=False) | Q(author=user) | Q(pk__in=shared.values("question"))
        )

    def on(self, topics):
        """Questions on any of the topics; no topics means every topic."""
        return self.filter(topic__in=topics) if topics else self


class Question(models.Model):
    """A generated question, kept under a stable key so that its wording may change."""

    class Status(models.TextChoices):
        ACTIVE = "active", "in use"
        RETIRED = "retired", "retired by a teacher"
        WITHDRAWN = "withdrawn", "withdrawn: its fact no longer carries it"

    key = models.CharField(max_length=160, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    family = models.CharField(max_length=30, editable=False)
    format = models.CharField(
        max_length=10, choices=Format, default=Format.CHOICE, editable=False
    )
    topic = models.CharField(max_length=15, choices=Topic, editable=False)
    claim = models.CharField(max_length=80, editable=False, db_index=True)
    claims = models.JSONField(
        default=list, editable=False, help_text="Every claim asked, the first above."
    )
    aspect = models.CharField(max_length=10, choices=Aspect, editable=False)
    generated_stem = models.CharField(max_length=300, editable=False)
    generated_explanation = models.CharField(max_length=500, editable=False)
    prompts = models.JSONField(
        default=list,
        editable=False,
        help_text="What is to be matched, or the marks of a timeline.",
    )
    options = models.JSONField(
        editable=False,
        help_text="As drafted: text, proof, what it really is, the claim behind it.",
    )
    solution = models.JSONField(
        editable=False, help_text="What is right, as the format writes it."
    )
    is_ordered = models.BooleanField(
        default=False,
        editable=False,
        help_text="Options keep their order, as dates do.",
    )
    remark = models.CharField(
        max_length=300,
        blank=True,
        editable=False,
        help_text="What an outside reference says, labelled as such.",
    )
    sources = models.JSONField(
        editable=False, help_text="Places in the article: locator and page."
    )
    page = models.CharField(
        max_length=200, blank=True, editable=False, help_text="Where to read on."
    )
    page_title = models.CharField(max_length=120, blank=True, editable=False)
    reveals = models.JSONField(
        default=list,
        editable=False,
        help_text="Claims that the question or its feedback gives away.",
    )
    sides = models.JSONField(
        default=list,
        editable=False,
        help_text="What a right answer shows to be known: claims and sides of them.",
    )
    countries = models.ManyToManyField(
        Country, blank=True, related_name="+", editable=False
    )
    decades = models.CharField(
        max_length=200,
        blank=True,
        editable=False,
        help_text="In which its facts are dated; see quiz/choosing/decades.py.",
    )
    edited_stem = models.CharField(
        "wording of the question",
        max_length=300,
        blank=True,
        help_text="Leave empty to keep the generated wording.",
    )
    edited_explanation = models.CharField(
        "wording of the explanation",
        max_length=500,
        blank=True,
        help_text="Leave empty to keep the generated wording.",
    )
    edited_version = models.PositiveIntegerField(
        null=True,
        blank=True,
        editable=False,
        help_text="The version the wording was written for.",
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        related_name="written_questions",
        null=True,
        editable=False,
        help_text="Of a question that is written; empty once they have left.",
    )
    is_written = models.BooleanField(
        default=False,
        editable=False,
        help_text="By a teacher, and not generated from the facts.",
    )
    lot = models.PositiveIntegerField(
        default=0,
        editable=False,
        help_text="By which a draw finds some of very many; see quiz/choosing/lots.py.",
    )
    status = models.CharField(max_length=10, choices=Status, default=Status.ACTIVE)
    retired_because = models.CharField(max_length=200, blank=True)

    objects = QuestionQuerySet.as_manager()
    history = kept_history(excluded_fields=UNKEPT)

    class Meta:
        ordering = ["key"]
        indexes = [
            models.Index(
                fields=["topic", "family", "status", "lot"], name="question_by_lot"
            ),
            models.Index(fields=["format", "status", "key"], name="question_by_format"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="retired") | ~Q(retired_because=""),
                name="question_retired_with_a_reason",
            ),
        ]

    def __str__(self):
        return self.stem

    @property
    def uuid(self) -> str:
        """By which a written question is addressed."""
        return self.key.removeprefix(f"{OWN}/")

    @property
    def stem(self) -> str:
        return self.edited_stem or self.generated_stem

    @property
    def explanation(self) -> str:
        return self.edited_explanation or self.generated_explanation

    @property
    def telling_texts(self) -> list[str]:
        """What must not stand in the stem, as it would be the answer or a part of it."""
        if self.format not in {"choice", "several", "date", "name", "number", "roll"}:
            return []
        return [option["text"] for option in self.options if not option["proof"]]

    @property
    def is_edited(self) -> bool:
        return bool(self.edited_stem or self.edited_explanation)

    @property
    def edit_is_stale(self) -> bool:
        """Whether the facts changed after a teacher wrote this wording."""
        return self.is_edited and self.edited_version != self.version
