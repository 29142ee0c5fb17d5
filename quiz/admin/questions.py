import json

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Prefetch, Q
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from simple_history.utils import bulk_update_with_history

from quiz import asking, oversight
from quiz.admin import previews
from quiz.admin.forms import QuestionForm, RetireForm, family_label
from quiz.admin.scoping import OwnOnly
from quiz.formats import FORMATS
from quiz.models import Question, QuestionSet
from quiz.sets.forms import family_choices

EDITED = ~Q(edited_stem="") | ~Q(edited_explanation="")


class FamilyFilter(admin.SimpleListFilter):
    title = "kind of question"
    parameter_name = "family"

    def lookups(self, request, model_admin):
        return family_choices()

    def queryset(self, request, queryset):
        return queryset.filter(family=self.value()) if self.value() else queryset


class EditedFilter(admin.SimpleListFilter):
    title = "wording"
    parameter_name = "wording"
    conditions = {
        "generated": ~EDITED,
        "edited": EDITED,
        "stale": EDITED & ~Q(edited_version=F("version")),
    }

    def lookups(self, request, model_admin):
        return [
            ("generated", "As generated"),
            ("edited", "Edited"),
            ("stale", "Edited before the facts changed"),
        ]

    def queryset(self, request, queryset):
        condition = self.conditions.get(self.value())
        return queryset.filter(condition) if condition else queryset


@admin.register(Question)
class QuestionAdmin(OwnOnly, admin.ModelAdmin):
    """Questions come from the facts; here they are read, worded and retired.

    Those that teachers wrote are read here by their authors, and changed at the desk.
    """

    form = QuestionForm
    list_display = [
        "wording",
        "topic",
        "kind",
        "version",
        "status",
        "was_edited",
        "times_asked",
    ]
    list_filter = ["topic", FamilyFilter, "status", EditedFilter]
    list_per_page = 50
    ordering = ["key"]
    search_fields = ["generated_stem", "edited_stem", "key", "options"]
    search_help_text = "Searches wording, key and options."
    actions = ["retire"]
    save_on_top = True

    def seen(self, user):
        return Question.objects.visible_to(user)

    def own(self, user):
        return Question.objects.filter(is_written=False)

    def get_queryset(self, request):
        asked = oversight.times_asked(request.user)
        return super().get_queryset(request).annotate(asked=asked)

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_search_results(self, request, queryset, search_term):
        """Options are kept as JSON, which some databases write in ASCII."""
        if request.GET.get("field_name") == "pinned":  # asked for by an autocomplete
            own = Q(is_written=False) | Q(author=request.user)
            queryset = queryset.in_use().filter(own)
        matching = Q()
        for word in search_term.split():
            spelt = {word, json.dumps(word)[1:-1]}
            matching &= Q.create(
                [
                    (f"{field}__icontains", spelling)
                    for field in self.search_fields
                    for spelling in sorted(spelt)
                ],
                connector=Q.OR,
            )
        return queryset.filter(matching), False

    def get_urls(self):
        preview = self.admin_site.admin_view(self.preview)
        return [
            path("<int:pk>/preview/", preview, name="quiz_question_preview"),
            *super().get_urls(),
        ]

    def get_readonly_fields(self, request, obj=None):
        withdrawn = obj and obj.status == Question.Status.WITHDRAWN
        return ["status", "retired_because"] if withdrawn else []

    def get_fieldsets(self, request, obj=None):
        confirm = ["still_fits"] if obj and obj.edit_is_stale else []
        return [
            ("Wording", {"fields": ["edited_stem", "edited_explanation", *confirm]}),
            ("In use or not", {"fields": ["status", "retired_because"]}),
        ]

    def save_model(self, request, obj, form, change):
        """Writes only what is a teacher's: a sync in between is not undone."""
        if not obj.is_edited:
            obj.edited_version = None
        elif form.wording_confirmed:
            obj.edited_version = obj.version
        obj.save(
            update_fields=[
                "edited_stem",
                "edited_explanation",
                "edited_version",
                "status",
                "retired_because",
            ]
        )

    def render_change_form(self, request, context, **how):
        if obj := how["obj"]:
            context["options"] = previews.option_lines(obj)
            context["family_label"] = family_label(obj.family)
        return super().render_change_form(request, context, **how)

    def preview(self, request, pk):
        """The question as a student meets it, before and after an answer."""
        question = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_view_permission(request, question):
            raise PermissionDenied
        item = asking.item_of(question)
        format = FORMATS[item.format]
        form = format.form(item, request.POST or None)
        form = form.rearranged() or form
        is_given = request.method == "POST" and form.is_valid()
        given = form.given() if is_given else format.right(item)
        context = {
            "original": question,
            "item": item,
            "form": form,
            "format_template": format.template,
            "answer_url": reverse("admin:quiz_question_preview", args=[pk]),
            "preview": True,
            "chosen": is_given,
            "feedback": previews.feedback_on(item, given),
        }
        return TemplateResponse(request, "admin/quiz/question/preview.html", context)

    @admin.action(description="Retire with a reason", permissions=["change"])
    def retire(self, request, queryset):
        in_use = queryset.active()
        form = RetireForm(request.POST if "because" in request.POST else None)
        if not form.is_valid():
            context = {
                **self.admin_site.each_context(request),
                "title": "Retire questions",
                "opts": self.opts,
                "form": form,
                "questions": in_use.prefetch_related(
                    Prefetch("pinned_in", QuestionSet.objects.made_by(request.user))
                ),
                "left_alone": queryset.exclude(status=Question.Status.ACTIVE).count(),
                "checkbox_name": ACTION_CHECKBOX_NAME,
            }
            return TemplateResponse(request, "admin/quiz/question/retire.html", context)

        because = form.cleaned_data["because"]
        with transaction.atomic():
            retired = [*in_use]
            for question in retired:
                question.status = Question.Status.RETIRED
                question.retired_because = because
            bulk_update_with_history(retired, Question, ["status", "retired_because"])
            LogEntry.objects.log_actions(
                request.user.pk, retired, CHANGE, f"Retired: {because}"
            )
        number = "1 question" if len(retired) == 1 else f"{len(retired)} questions"
        self.message_user(request, f"Retired {number}: {because}", messages.SUCCESS)
        return None

    @admin.display(ordering="generated_stem", description="question")
    def wording(self, question):
        return question.stem

    @admin.display(ordering="family")
    def kind(self, question):
        return family_label(question.family)

    @admin.display(description="edited")
    def was_edited(self, question):
        if question.edit_is_stale:
            return "before the facts changed"
        return "yes" if question.is_edited else ""

    @admin.display(ordering="asked")
    def times_asked(self, question):
        return question.asked
