"""Who has more time than others."""

from django import forms
from django.contrib import admin
from django.db.models import Exists, OuterRef, Prefetch

from classroom.models import Accommodation, Enrolment, SchoolClass
from quiz.admin.scoping import OwnOnly
from quiz.models import Learner


def _enrolled(user):
    """Who is in a class that the user teaches."""
    taught = SchoolClass.objects.taught_by(user).order_by()
    return Enrolment.objects.filter(school_class__in=taught)


def _named(learner) -> str:
    """By the names in the classes of whoever looks; wants `own_enrolments`."""
    names = [f"{one.pseudonym}, {one.school_class}" for one in learner.own_enrolments]
    return "; ".join(names) or str(learner)


def _with_names(user) -> Prefetch:
    enrolled = _enrolled(user).select_related("school_class")
    return Prefetch("enrolments", enrolled, to_attr="own_enrolments")


class PupilChoice(forms.ModelChoiceField):
    def label_from_instance(self, learner):
        return _named(learner)


@admin.register(Accommodation)
class AccommodationAdmin(OwnOnly, admin.ModelAdmin):
    """More time for pupils of a teacher's own classes, in every quiz of theirs."""

    list_display = ["pupil", "extra"]
    list_filter = ["extra"]
    ordering = ["pk"]
    fields = ["learner", "extra"]

    def seen(self, user):
        if user.is_superuser:
            return Accommodation.objects.all()
        return Accommodation.objects.filter(
            Exists(_enrolled(user).filter(learner=OuterRef("learner")))
        )

    def get_queryset(self, request):
        named = Learner.objects.select_related("user").prefetch_related(
            _with_names(request.user)
        )
        return (
            super().get_queryset(request).prefetch_related(Prefetch("learner", named))
        )

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        if "learner" in form.base_fields:
            form.base_fields["learner"].widget.can_add_related = False
        return form

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        pupils = Learner.objects.filter(
            Exists(_enrolled(request.user).filter(learner=OuterRef("pk")))
        )
        named = pupils.select_related("user").prefetch_related(
            _with_names(request.user)
        )
        return PupilChoice(queryset=named, label="Pupil")

    def get_readonly_fields(self, request, obj=None):
        return ["pupil"] if obj else []

    def get_fields(self, request, obj=None):
        return ["pupil", "extra"] if obj else ["learner", "extra"]

    @admin.display(description="pupil")
    def pupil(self, accommodation):
        return _named(accommodation.learner)
