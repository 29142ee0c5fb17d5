"""Where teachers make classes, see who is in them, and turn the board on."""

from django.contrib import admin
from django.db.models import Count
from django.forms import BaseInlineFormSet
from django.utils import timezone

from classroom.models import Enrolment, SchoolClass
from quiz.admin.scoping import DeletedAlone, OwnOnly


class EnrolmentFormSet(BaseInlineFormSet):
    """Whom each box takes out is said to those who cannot see its row."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            name = f"Take {form.instance} out"
            form.fields["DELETE"].widget.attrs["aria-label"] = name


class EnrolmentInline(admin.TabularInline):
    """Who is in the class. Taking somebody out leaves their results alone."""

    model = Enrolment
    formset = EnrolmentFormSet
    extra = 0
    fields = ["pseudonym", "joined_at"]
    readonly_fields = ["pseudonym", "joined_at"]

    def has_add_permission(self, request, obj=None):
        return False


@admin.register(SchoolClass)
class SchoolClassAdmin(OwnOnly, DeletedAlone, admin.ModelAdmin):
    """A teacher's own classes, and nobody else's."""

    list_display = ["name", "code", "pupils", "shows_board", "created_at"]
    list_filter = ["shows_board"]
    search_fields = ["name", "code"]
    fields = ["name", "shows_board"]
    inlines = [EnrolmentInline]

    def seen(self, user):
        return SchoolClass.objects.taught_by(user)

    def has_delete_permission(self, request, obj=None):
        """Not while pupils are at what it was set on terms; archive it instead."""
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or not obj.assignments.needed(timezone.now()).exists()

    def get_queryset(self, request):
        own = super().get_queryset(request)
        return own.annotate(joined=Count("enrolments", distinct=True))

    def get_inlines(self, request, obj):
        return self.inlines if obj else []

    def view_on_site(self, school_class):
        return school_class.page

    def save_related(self, request, form, formsets, change):
        """Whoever makes a class teaches it."""
        super().save_related(request, form, formsets, change)
        if not change:
            form.instance.teachers.add(request.user)

    def render_change_form(self, request, context, **how):
        if obj := how["obj"]:
            url = request.build_absolute_uri(obj.page)
            context |= {"share_url": url}
        return super().render_change_form(request, context, **how)

    @admin.display(ordering="joined")
    def pupils(self, school_class):
        return school_class.joined


@admin.register(Enrolment)
class EnrolmentAdmin(OwnOnly, DeletedAlone, admin.ModelAdmin):
    """Who is in a teacher's own classes, under the names chosen there."""

    list_display = ["pseudonym", "school_class", "joined_at"]
    list_filter = [("school_class", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["school_class"]
    list_per_page = 50
    search_fields = ["pseudonym"]
    ordering = ["school_class__name", "pseudonym_key"]
    fields = readonly_fields = ("pseudonym", "school_class", "joined_at")

    def seen(self, user):
        taught = SchoolClass.objects.taught_by(user).order_by()
        return Enrolment.objects.filter(school_class__in=taught)

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False
