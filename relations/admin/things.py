from django.contrib import admin

from relations.admin.base import SluggedAdmin
from relations.models import Country, Organization, Person, Theme


@admin.register(Country)
class CountryAdmin(SluggedAdmin):
    list_display = ["name", "iso2", "region", "is_former", "other_names"]
    list_filter = ["region", "is_former"]
    search_fields = ["name", "slug", "iso2", "iso3", "aliases"]

    @admin.display(description="other names")
    def other_names(self, country):
        return ", ".join(country.aliases)


class KindFilter(admin.AllValuesFieldListFilter):
    def choices(self, changelist):
        for choice in super().choices(changelist):
            yield choice | {"display": choice["display"] or "not given"}


@admin.register(Organization)
class OrganizationAdmin(SluggedAdmin):
    list_display = ["acronym", "name", "kind", "name_source"]
    list_filter = [("kind", KindFilter), "name_source"]
    list_select_related = ["name_source"]
    search_fields = ["acronym", "name", "slug", "aliases"]
    autocomplete_fields = ["name_source", "overlaps", "status_source"]


@admin.register(Person)
class PersonAdmin(SluggedAdmin):
    list_display = ["name", "note"]
    search_fields = ["name", "slug", "aliases", "note"]


@admin.register(Theme)
class ThemeAdmin(SluggedAdmin):
    list_display = ["title", "position", "lead"]
    search_fields = ["title", "lead", "slug"]
