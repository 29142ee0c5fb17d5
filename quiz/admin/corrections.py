from django.contrib import admin

from quiz.admin.attempts import ReadOnly
from quiz.admin.scoping import OwnOnly
from quiz.models import Correction, Question

LINES = (
    "question",
    "version",
    "kind",
    "reason",
    "right_text",
    "made_by",
    "made_at",
    "undone_by",
    "undone_at",
)


@admin.register(Correction)
class CorrectionAdmin(OwnOnly, ReadOnly, admin.ModelAdmin):
    """What was put right, and by whom; made and undone at the desk."""

    list_display = ["question", "kind", "reason", "made_by", "made_at", "undone_at"]
    list_filter = ["kind", "made_at"]
    list_select_related = ["question", "made_by"]
    list_per_page = 50
    empty_value_display = "not undone"
    ordering = ["-made_at", "-pk"]
    search_fields = ["reason", "question__generated_stem", "question__edited_stem"]
    fields = readonly_fields = LINES

    def seen(self, user):
        visible = Question.objects.visible_to(user).order_by()
        return Correction.objects.filter(question__in=visible.values("pk"))
