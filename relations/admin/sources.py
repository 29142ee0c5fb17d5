from django.contrib import admin

from relations.admin.base import SluggedAdmin
from relations.models import Passage, Section, Source


@admin.register(Source)
class SourceAdmin(SluggedAdmin):
    list_display = ["title", "kind", "licence"]
    list_filter = ["kind"]
    search_fields = ["title", "note", "slug"]


@admin.register(Section)
class SectionAdmin(SluggedAdmin):
    list_display = ["title", "path", "source"]
    list_filter = ["source"]
    list_select_related = ["source"]
    search_fields = ["title", "path"]
    autocomplete_fields = ["source"]


class UsedFilter(admin.SimpleListFilter):
    title = "whether a fact was taken from it"
    parameter_name = "used"

    def lookups(self, request, model_admin):
        return [("yes", "Used"), ("no", "Not used, with the reason")]

    def queryset(self, request, queryset):
        if self.value() == "yes":
            return queryset.filter(unused_because="")
        if self.value() == "no":
            return queryset.exclude(unused_because="")
        return queryset


@admin.register(Passage)
class PassageAdmin(SluggedAdmin):
    list_display = ["locator", "kind", "unused_because"]
    list_filter = ["kind", UsedFilter, "section"]
    search_fields = ["section__title", "kind", "number", "slug", "unused_because"]
    autocomplete_fields = ["section"]
    readonly_fields = ["fingerprint"]

    def get_queryset(self, request):
        # Also read by the autocompletes, which know nothing of list_select_related.
        return super().get_queryset(request).select_related("section")
