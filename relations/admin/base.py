"""What every page of facts has: its places in the article, and lists one per line."""

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.db import models
from django.db.models import Q
from django.utils.html import format_html
from django.utils.module_loading import import_string
from django.utils.text import capfirst

from relations.dates import PartialDate, PartialDateField
from relations.models import Passage
from relations.models.base import Fact

WHEN_BUILT = "Questions follow this correction when they are next built."
NOT_YET = "Saved. Questions and scores have not changed yet:"
SEE_WHAT = "see what this correction changes, and confirm it"


class OnePerLine(forms.Field):
    """A list of words, written one to a line instead of as JSON."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value):
        lines = (line.strip() for line in (value or "").splitlines())
        return [line for line in lines if line]

    def has_changed(self, initial, data):
        return (initial or []) != self.to_python(data)


class PartialDateInput(forms.Field):
    """A date as exactly as it is known, written and read back as 1992-07."""

    def prepare_value(self, value):
        return value.iso if isinstance(value, PartialDate) else value

    def to_python(self, value):
        return PartialDateField().to_python((value or "").strip())

    def has_changed(self, initial, data):
        return (self.prepare_value(initial) or "") != (data or "").strip()


class ManyAutocompleted:
    """Autocompletes for many rows without the button that clears them all.

    The button would stand among the items of a list without being one, which screen
    readers stumble over. Each item keeps its own.
    """

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        field.widget.is_required = True
        return field


class SluggedAdmin(ManyAutocompleted, admin.ModelAdmin):
    """A row that fixtures know by its slug, which is therefore fixed once given."""

    list_per_page = 50
    save_on_top = True

    def get_readonly_fields(self, request, obj=None):
        fixed = ["slug"] if obj else []
        return [*super().get_readonly_fields(request, obj), *fixed]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, models.JSONField):
            return OnePerLine(
                label=capfirst(db_field.verbose_name),
                required=not db_field.blank,
                help_text=f"{db_field.help_text} One to a line.".strip(),
            )
        if isinstance(db_field, PartialDateField):
            return PartialDateInput(
                label=capfirst(db_field.verbose_name),
                required=not db_field.blank,
                help_text=db_field.help_text
                or "As exactly as the source says: 1992, 1992-07 or 1992-07-29.",
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        self.message_user(request, self.follow_up(request, obj), messages.INFO)

    def follow_up(self, request, obj):
        """What comes next, as it is told to whoever has saved the row."""
        return WHEN_BUILT


class AskableFilter(admin.SimpleListFilter):
    title = "whether it may be asked"
    parameter_name = "asked"
    askable = Q(unasked_because="", standing=Fact.Standing.STATED)

    def lookups(self, request, model_admin):
        return [("yes", "Askable"), ("no", "Unaskable")]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.filter(self.askable)
        if self.value() == "no":
            return queryset.exclude(self.askable)
        return queryset


class FactAdmin(SluggedAdmin):
    """A fact as one sentence, with the places that say so."""

    ordering = ["slug"]
    support = ["passages", "tokens", "standing", "conflict", "unasked_because"]

    def get_autocomplete_fields(self, request):
        return [*self.autocomplete_fields, "passages", "themes"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_passages()

    def follow_up(self, request, obj):
        page = import_string(settings.FACT_FOLLOW_UP)(request.user, obj)
        if not page:
            return super().follow_up(request, obj)
        return format_html('{} <a href="{}">{}</a>.', NOT_YET, page, SEE_WHAT)

    def get_fieldsets(self, request, obj=None):
        fields = self.get_fields(request, obj)
        own = [name for name in fields if name not in {*self.support, "slug"}]
        return [
            (None, {"fields": ["slug", *own]}),
            ("Where the article says so", {"fields": self.support}),
        ]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "passages":
            kwargs["queryset"] = Passage.objects.select_related("section")
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(ordering="slug")
    def fact(self, fact):
        return fact.statement

    @admin.display(description="place in the article")
    def where(self, fact):
        return "; ".join(passage.locator for passage in fact.passages.all())

    @admin.display(boolean=True, description="askable")
    def is_askable(self, fact):
        return not fact.unasked_because and fact.standing == fact.Standing.STATED
