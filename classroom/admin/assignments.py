"""What is set to whom, and who has sat it."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime
from django.db.models import Count
from django.utils import timezone

from classroom.forms.terms import TermsRules
from classroom.models import Assignment, SchoolClass, Sitting
from quiz import oversight
from quiz.admin.attempts import ReadOnly
from quiz.admin.scoping import DeletedAlone, OwnOnly
from quiz.models import QuestionSet


class AssignmentForm(TermsRules):
    class Meta(TermsRules.Meta):
        fields = ["question_set", "school_class", *Assignment.TERMS]


@admin.register(Assignment)
class AssignmentAdmin(OwnOnly, DeletedAlone, admin.ModelAdmin):
    """What a teacher has set, and what is set to a class they teach."""

    form = AssignmentForm
    # What it is of stands first, even where it can no longer be changed.
    fields = (*AssignmentForm.Meta.fields,)
    list_display = ["__str__", "school_class", "code", "opens_at", "closes_at", "sat"]
    list_filter = [
        ("school_class", admin.RelatedOnlyFieldListFilter),
        ("question_set", admin.RelatedOnlyFieldListFilter),
        "closes_at",
    ]
    list_select_related = ["question_set", "school_class"]
    list_per_page = 50
    ordering = ["-created_at", "-pk"]
    search_fields = ["question_set__title", "school_class__name", "code"]

    def seen(self, user):
        return Assignment.objects.filter(
            pk__in=Assignment.objects.set_by(user).order_by().values("pk")
        )

    def has_delete_permission(self, request, obj=None):
        """Once it has closed: until then what pupils may be told hangs on it."""
        if not super().has_delete_permission(request, obj):
            return False
        own = Assignment.objects.filter(pk=obj.pk) if obj else Assignment.objects.none()
        return not own.needed(timezone.now()).exists()

    def get_queryset(self, request):
        return super().get_queryset(request).annotate(sat_count=Count("sittings"))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        own = {
            "question_set": QuestionSet.objects.made_by(request.user),
            "school_class": SchoolClass.objects.taught_by(request.user).current(),
        }
        kwargs["queryset"] = own[db_field.name]
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        field.widget.can_add_related = field.widget.can_change_related = False
        return field

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """The two boxes of a moment have words before them, and no labels."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, AdminSplitDateTime):
            for box, name in zip(field.widget.widgets, ("date", "time"), strict=True):
                box.attrs["aria-label"] = f"{field.label}: {name}"
        return field

    def get_readonly_fields(self, request, obj=None):
        """What was set stays what it is, and to whom."""
        return ["question_set", "school_class"] if obj else []

    def save_model(self, request, obj, form, change):
        if not change:
            obj.owner = request.user
        super().save_model(request, obj, form, change)

    def view_on_site(self, assignment):
        return assignment.page

    @admin.display(ordering="sat_count", description="attempts")
    def sat(self, assignment):
        return assignment.sat_count


@admin.register(Sitting)
class SittingAdmin(OwnOnly, ReadOnly, admin.ModelAdmin):
    """Who has made an attempt at what was set."""

    list_display = ["who", "assignment", "started"]
    list_filter = [("assignment", admin.RelatedOnlyFieldListFilter)]
    list_select_related = [
        "enrolment",
        "assignment__question_set",
        "attempt__learner__user",
    ]
    list_per_page = 50
    ordering = ["-attempt__started_at"]
    search_fields = ["enrolment__pseudonym", "name", "assignment__question_set__title"]
    fields = readonly_fields = ("who", "assignment", "started")

    def seen(self, user):
        own = oversight.attempts(user).order_by().values("pk")
        return Sitting.objects.filter(attempt__in=own)

    @admin.display(description="learner")
    def who(self, sitting):
        return str(sitting)

    @admin.display(ordering="attempt__started_at")
    def started(self, sitting):
        return sitting.attempt.started_at
