"""Where teachers make classes, see who is in them, and turn the board on."""

from django.contrib import admin
from django.db.models import Count, Prefetch

from classroom.models import Accommodation, Enrolment, SchoolClass
from quiz.models import Learner


class EnrolmentInline(admin.TabularInline):
    """Who is in the class. Taking somebody out leaves their results alone."""

    model = Enrolment
    extra = 0
    fields = ["pseudonym", "joined_at"]
    readonly_fields = ["pseudonym", "joined_at"]

    def has_add_permission(self, request, obj=None):
        return False


@admin.register(SchoolClass)
class SchoolClassAdmin(admin.ModelAdmin):
    """A teacher's own classes, and nobody else's."""

    list_display = ["name", "code", "pupils", "shows_board", "created_at"]
    list_filter = ["shows_board"]
    search_fields = ["name", "code"]
    fields = ["name", "shows_board"]
    inlines = [EnrolmentInline]

    def get_queryset(self, request):
        own = super().get_queryset(request).taught_by(request.user)
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


@admin.register(Accommodation)
class AccommodationAdmin(admin.ModelAdmin):
    """Who may take longer, of the pupils in a teacher's own classes."""

    list_display = ["pupil", "extra"]
    list_filter = ["extra"]
    fields = ["learner", "extra"]

    def get_queryset(self, request):
        taught = SchoolClass.objects.taught_by(request.user)
        enrolled = Enrolment.objects.filter(school_class__in=taught)
        known = Prefetch("learner__enrolments", enrolled)
        found = super().get_queryset(request).prefetch_related(known)
        if request.user.is_superuser:
            return found.select_related("learner__user")
        own = found.filter(learner__in=enrolled.values("learner"))
        return own.select_related("learner__user")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "learner":
            taught = SchoolClass.objects.taught_by(request.user)
            enrolled = Enrolment.objects.filter(school_class__in=taught)
            own = Learner.objects.filter(pk__in=enrolled.values("learner"))
            kwargs["queryset"] = own.select_related("user")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @admin.display(description="pupil")
    def pupil(self, accommodation):
        names = [str(one) for one in accommodation.learner.enrolments.all()]
        return ", ".join(dict.fromkeys(names)) or str(accommodation.learner)
