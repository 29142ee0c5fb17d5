from django.contrib import admin

from relations.admin.base import AskableFilter, FactAdmin, SluggedAdmin
from relations.models import (
    Event,
    Figure,
    Mention,
    Milestone,
    Office,
    OutsideDate,
    Report,
    Signatory,
    Treaty,
    UnidentifiedRow,
)

COLUMNS = ["where", "standing", "is_askable"]
FILTERS: list[str | type[admin.ListFilter]] = [
    "standing",
    AskableFilter,
    "passages__section",
]


@admin.register(Milestone)
class MilestoneAdmin(FactAdmin):
    list_display = ["fact", "kind", "date", *COLUMNS]
    list_filter = ["kind", "country__region", *FILTERS]
    list_select_related = ["country", "organization"]
    search_fields = [
        "slug",
        "date",
        "country__name",
        "country__aliases",
        "organization__acronym",
        "organization__name",
    ]
    autocomplete_fields = ["country", "organization"]


class NamedFilter(admin.SimpleListFilter):
    title = "candidate in a reference"
    parameter_name = "candidate"

    def lookups(self, request, model_admin):
        return [("yes", "Named by a reference"), ("no", "Not named anywhere")]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.exclude(candidate="")
        if self.value() == "no":
            return queryset.filter(candidate="")
        return queryset


@admin.register(UnidentifiedRow)
class UnidentifiedRowAdmin(SluggedAdmin):
    list_display = ["passage", "date", "hint", "reference_only"]
    list_filter = [NamedFilter, "passage__section"]
    list_select_related = ["passage__section", "candidate_source"]
    search_fields = ["slug", "date", "hint", "candidate", "passage__section__title"]
    autocomplete_fields = ["passage", "candidate_source"]

    @admin.display(
        ordering="candidate", description="candidate (a reference, not the article)"
    )
    def reference_only(self, row):
        return f"{row.candidate}, says {row.candidate_source}" if row.candidate else ""


@admin.register(OutsideDate)
class OutsideDateAdmin(SluggedAdmin):
    list_display = ["partner", "kind", "date", "source", "note"]
    list_filter = ["kind", "source"]
    list_select_related = ["country", "organization", "source"]
    search_fields = ["slug", "date", "country__name", "organization__acronym", "note"]
    autocomplete_fields = ["country", "organization", "source"]

    @admin.display(description="state or body")
    def partner(self, outside):
        return outside.country or outside.organization


class SignatoryInline(admin.StackedInline):
    model = Signatory
    extra = 0
    autocomplete_fields = ["country", "person"]

    def get_queryset(self, request):
        signatories = super().get_queryset(request)
        return signatories.select_related("treaty", "country", "person")


@admin.register(Treaty)
class TreatyAdmin(FactAdmin):
    list_display = ["name", "date", "fact", *COLUMNS]
    list_filter = ["signatories__country__region", *FILTERS]
    search_fields = [
        "slug",
        "name",
        "explanation",
        "date",
        "signatories__country__name",
    ]
    inlines = [SignatoryInline]


@admin.register(Signatory)
class SignatoryAdmin(SluggedAdmin):
    list_display = ["treaty_name", "country", "person"]
    list_select_related = ["treaty", "country", "person"]
    search_fields = ["slug", "treaty__name", "country__name", "person__name"]
    autocomplete_fields = ["treaty", "country", "person"]

    @admin.display(ordering="treaty__name", description="treaty")
    def treaty_name(self, signatory):
        return signatory.treaty.name


@admin.register(Office)
class OfficeAdmin(FactAdmin):
    list_display = ["fact", "is_current", *COLUMNS]
    list_filter = ["is_current", *FILTERS]
    list_select_related = ["person"]
    search_fields = ["slug", "title", "person__name"]
    autocomplete_fields = ["person"]


class ActedFactAdmin(FactAdmin):
    list_select_related = ["country", "organization", "person"]
    search_fields = [
        "slug",
        "deed",
        "others",
        "country__name",
        "organization__acronym",
        "person__name",
    ]
    autocomplete_fields = ["country", "organization", "person", "about", "covers"]


@admin.register(Event)
class EventAdmin(ActedFactAdmin):
    list_display = ["fact", "date", *COLUMNS]
    list_filter = ["country__region", *FILTERS]
    search_fields = [*ActedFactAdmin.search_fields, "name", "date"]


@admin.register(Report)
class ReportAdmin(ActedFactAdmin):
    list_display = ["fact", "kind", *COLUMNS]
    list_filter = ["kind", "country__region", *FILTERS]


@admin.register(Figure)
class FigureAdmin(FactAdmin):
    list_display = ["fact", "amount", "unit", "year", *COLUMNS]
    list_filter = ["unit", "country__region", *FILTERS]
    list_select_related = ["country"]
    search_fields = ["slug", "question", "explanation", "amount", "country__name"]
    autocomplete_fields = ["country"]


@admin.register(Mention)
class MentionAdmin(SluggedAdmin):
    list_display = ["fact", "thing"]
    list_select_related = ["country", "organization", "person", "treaty"]
    search_fields = ["slug", "fact"]
    autocomplete_fields = ["country", "organization", "person", "treaty"]
