from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from quiz import oversight, scoring, selection
from quiz.admin.forms import QuestionSetForm
from quiz.admin.scoping import DeletedAlone, OwnOnly
from quiz.models import Item, Question, QuestionSet
from quiz.sets import filling
from relations.admin.base import ManyAutocompleted


def with_results(sets: QuerySet, user: Any) -> QuerySet:
    """Adds attempts made, and right answers and questions of the finished ones; as far
    as the user may see them.
    """
    seen = oversight.attempts(user).order_by()
    made = seen.filter(question_set=OuterRef("pk")).values("question_set")
    open_items = Item.objects.filter(attempt=OuterRef("attempt"), answer__isnull=True)
    finished = (
        Item.objects.filter(
            attempt__question_set=OuterRef("pk"), attempt__in=seen.values("pk")
        )
        .exclude(Exists(open_items))
        .order_by()
        .values("attempt__question_set")
    )
    right = Sum("answer__credit")  # in points
    return sets.annotate(
        made=Coalesce(Subquery(made.values(n=Count("pk"))), 0),
        finished=Subquery(finished.values(n=Count("attempt", distinct=True))),
        asked=Subquery(finished.values(n=Count("pk"))),
        right=Subquery(finished.values(n=right)),
    )


@admin.register(QuestionSet)
class QuestionSetAdmin(OwnOnly, DeletedAlone, ManyAutocompleted, admin.ModelAdmin):
    """A quiz to hand out: three fields are enough, the others narrow it down."""

    form = QuestionSetForm
    list_display = [
        "title",
        "status",
        "length",
        "code",
        "attempts",
        "average",
        "owner",
        "created_at",
    ]
    list_filter = ["status", ("owner", admin.RelatedOnlyFieldListFilter), "created_at"]
    list_select_related = ["owner"]
    search_fields = ["title", "code", "owner__username"]
    autocomplete_fields = ["countries", "pinned", "excluded"]
    actions = ["publish", "unpublish"]
    save_on_top = True
    ordering = ["-created_at"]
    fieldsets = [
        (None, {"fields": ["title", "length", "status"]}),
        (
            "What it asks about",
            {
                "fields": [
                    "topics",
                    "shares",
                    "families",
                    "formats",
                    "decades",
                    "difficulty",
                    "countries",
                ]
            },
        ),
        ("Single questions", {"fields": ["pinned", "excluded"]}),
        (
            "Papers",
            {
                "fields": [
                    "papers",
                    "paper_count",
                    "shuffles_questions",
                    "shuffles_options",
                ]
            },
        ),
    ]

    def seen(self, user):
        return QuestionSet.objects.visible_to(user)

    def own(self, user):
        return QuestionSet.objects.made_by(user)

    def has_delete_permission(self, request, obj=None):
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or oversight.may_delete(request.user, obj, timezone.now())

    def get_queryset(self, request):
        return with_results(super().get_queryset(request), request.user)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        """Single questions: the generated ones, and what the teacher wrote."""
        if db_field.related_model is Question:
            kwargs["queryset"] = Question.objects.visible_to(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def view_on_site(self, question_set):
        return question_set.get_absolute_url()

    def save_model(self, request, obj, form, change):
        if not change:
            obj.owner = request.user
        super().save_model(request, obj, form, change)

    def response_add(self, request, obj, post_url_continue=None):
        """Stay on the page of a new set: its link is what the teacher came for."""
        if "_addanother" not in request.POST and IS_POPUP_VAR not in request.POST:
            request.POST = request.POST.copy()
            request.POST["_continue"] = "1"
        return super().response_add(request, obj, post_url_continue)

    def render_change_form(self, request, context, **how):
        if obj := how["obj"]:
            blueprint = selection.blueprint_of(obj)
            context |= {
                "share_url": request.build_absolute_uri(obj.get_absolute_url()),
                "fitting": selection.available(blueprint).count(),
                "possible": filling.possible(blueprint),
                "average": self.average(obj),
            }
        return super().render_change_form(request, context, **how)

    @admin.display(ordering="made")
    def attempts(self, question_set):
        return question_set.made

    @admin.display(description="average of finished attempts", empty_value="none yet")
    def average(self, question_set):
        if not question_set.asked:
            return None
        return f"{scoring.percent(question_set.right, question_set.asked)} %"

    @admin.action(description="Publish the chosen sets", permissions=["change"])
    def publish(self, request, queryset):
        ready = []
        for question_set in queryset.filter(pk__in=self._own_pks(request)):
            against = [*filling.refusals(selection.blueprint_of(question_set))]
            for _, sentence in against:
                self.message_user(
                    request,
                    f"“{question_set}” was not published. {sentence}",
                    messages.ERROR,
                )
            if not against:
                ready.append(question_set)
        self._set_status(request, ready, QuestionSet.Status.PUBLISHED)

    @admin.action(
        description="Turn the chosen sets into drafts", permissions=["change"]
    )
    def unpublish(self, request, queryset):
        own = queryset.filter(pk__in=self._own_pks(request))
        self._set_status(request, [*own], QuestionSet.Status.DRAFT)

    def _own_pks(self, request):
        """What colleagues share is listed too, and not to be changed."""
        return self.own(request.user).order_by().values("pk")

    def _set_status(self, request, question_sets, status):
        for question_set in question_sets:
            question_set.status = status
            question_set.save(update_fields=["status"])
            self.log_change(request, question_set, f"Status: {status.label.lower()}.")
        if question_sets:
            done = "published" if status == QuestionSet.Status.PUBLISHED else "drafts"
            titles = ", ".join(f"“{question_set}”" for question_set in question_sets)
            self.message_user(request, f"Now {done}: {titles}.", messages.SUCCESS)
