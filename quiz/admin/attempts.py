from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import DurationField, ExpressionWrapper, F, FloatField
from django.db.models.functions import Cast, NullIf
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone

from quiz import oversight, scoring
from quiz.admin.scores_csv import COLUMNS, scores_csv
from quiz.durations import in_words
from quiz.formats import FORMATS
from quiz.models import Attempt, Item, Learner

# Nothing shown here can be changed, so every field of a page is a read-only one.
ATTEMPT_LINES = (
    "title",
    "question_set",
    "who",
    "started_at",
    "result",
    "percent",
    "took",
)
ITEM_COLUMNS = ("position", "asked", "chosen", "right_answer", "outcome")
LEARNER_LINES = ("id", "user", "played", "created_at")


class ReadOnly:
    """What was played is looked at, never changed."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


class ItemInline(ReadOnly, admin.TabularInline):
    model = Item
    verbose_name_plural = "Questions as they were asked"
    fields = ITEM_COLUMNS
    readonly_fields = ITEM_COLUMNS

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("quiz.view_attempt")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("answer")

    @admin.display(description="question")
    def asked(self, item):
        return item.stem

    @admin.display(empty_value="none yet")
    def chosen(self, item):
        if not item.is_answered:
            return None
        return FORMATS[item.format].in_words(item, item.answer.given)

    def right_answer(self, item):
        format = FORMATS[item.format]
        return format.in_words(item, format.right(item))

    def outcome(self, item):
        if not item.is_answered:
            return "not answered yet"
        if item.is_partly_right:
            return f"partly right ({item.answer.credit:.2g} of 1)"
        return "right" if item.is_right else "not right"


class LearnerFilter(admin.SimpleListFilter):
    title = "learner"
    parameter_name = "who"

    def lookups(self, request, model_admin):
        return [("accounts", "Signed up"), ("guests", "Guests")]

    def queryset(self, request, queryset):
        if self.value() in {"accounts", "guests"}:
            is_guest = self.value() == "guests"
            return queryset.filter(learner__user__isnull=is_guest)
        return queryset


class FinishedFilter(admin.SimpleListFilter):
    title = "finished"
    parameter_name = "finished"

    def lookups(self, request, model_admin):
        return [("yes", "Finished"), ("no", "Under way")]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.filter(answered=F("length"))
        if self.value() == "no":
            return queryset.filter(answered__lt=F("length"))
        return queryset


@admin.register(Attempt)
class AttemptAdmin(ReadOnly, admin.ModelAdmin):
    """Who played what, and how it went; of a teacher's own sets and classes alone."""

    list_display = [
        "title",
        "question_set",
        "who",
        "result",
        "percent",
        "took",
        "started_at",
    ]
    list_filter = [
        ("question_set", admin.RelatedOnlyFieldListFilter),
        LearnerFilter,
        "started_at",
        FinishedFilter,
    ]
    list_select_related = ["question_set", "learner__user"]
    list_per_page = 50
    empty_value_display = "none"
    ordering = ["-started_at"]
    search_fields = [
        "title",
        "question_set__title",
        "question_set__code",
        "shown_as",
        "^learner__id",
    ]
    search_help_text = "Searches titles, codes, names, and guests by their signs."
    fields = ATTEMPT_LINES
    readonly_fields = ATTEMPT_LINES
    inlines = [ItemInline]
    actions = ["download_scores"]

    def get_queryset(self, request):
        attempts = oversight.attempts(request.user).with_score()
        return attempts.order_by(*self.ordering).annotate(
            duration=ExpressionWrapper(
                F("last_answer_at") - F("started_at"), DurationField()
            ),
            share=Cast(F("score"), FloatField()) / NullIf(F("length"), 0),
        )

    def get_search_results(self, request, queryset, search_term):
        signs = search_term.lower().removeprefix("guest ")  # as lists show a guest
        is_guest = signs != search_term.lower()
        term = signs if is_guest else search_term
        return super().get_search_results(request, queryset, term)

    def changelist_view(self, request, extra_context=None):
        columns = {"csv_columns": COLUMNS}
        return super().changelist_view(request, columns | (extra_context or {}))

    def get_urls(self):
        scores = self.admin_site.admin_view(self.all_scores)
        return [path("scores.csv", scores, name="quiz_scores_csv"), *super().get_urls()]

    def all_scores(self, request):
        """The scores of all attempts the list shows, with its filters and search."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        listed = self.get_changelist_instance(request).get_queryset(request)
        return self.download_scores(request, listed)

    @admin.action(description="Download scores as CSV", permissions=["view"])
    def download_scores(self, request, queryset):
        name = f"besa-scores-{timezone.localdate():%Y-%m-%d}.csv"
        return HttpResponse(
            scores_csv(queryset).encode("utf-8-sig"),
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    @admin.display(ordering="shown_as", description="learner")
    def who(self, attempt):
        """As the teacher knows them, and without a link they may not follow."""
        return oversight.name_of(attempt)

    @admin.display(ordering="score", description="score")
    def result(self, attempt):
        left = attempt.length - attempt.answered
        so_far = f", {left} still open" if left else ""
        return f"{attempt.points} of {attempt.length}{so_far}"

    @admin.display(ordering="share")
    def percent(self, attempt):
        return f"{scoring.percent(attempt.score, attempt.length)} %"

    @admin.display(ordering="duration", description="duration", empty_value="none yet")
    def took(self, attempt):
        return in_words(attempt.duration) if attempt.duration is not None else None


@admin.register(Learner)
class LearnerAdmin(ReadOnly, admin.ModelAdmin):
    list_display = ["__str__", "user", "played", "created_at"]
    list_filter = [("user", admin.EmptyFieldListFilter), "created_at"]
    list_select_related = ["user"]
    search_fields = ["user__username", "^id"]
    ordering = ["-created_at"]
    fields = LEARNER_LINES
    readonly_fields = LEARNER_LINES

    def get_queryset(self, request):
        return oversight.learners(request.user).order_by(*self.ordering)

    @admin.display(ordering="played_count", description="attempts")
    def played(self, learner):
        return learner.played_count
