from django.contrib import admin

from relations.admin.base import FactAdmin
from relations.admin.facts import COLUMNS, FILTERS
from relations.models import Membership, Roll, RollEntry


@admin.register(Membership)
class MembershipAdmin(FactAdmin):
    list_display = ["position", "fact", "status", *COLUMNS]
    list_display_links = ["fact"]
    list_filter = ["status", *FILTERS]
    list_select_related = ["organization"]
    ordering = ["position"]
    search_fields = ["slug", "organization__acronym", "organization__name"]
    autocomplete_fields = ["organization"]


@admin.register(Roll)
class RollAdmin(FactAdmin):
    list_display = ["title", "topic", "is_complete", *COLUMNS]
    list_filter = ["topic", "is_complete", *FILTERS]
    search_fields = ["slug", "title", "question"]
    autocomplete_fields = ["treaty", "countries", "covers"]


@admin.register(RollEntry)
class RollEntryAdmin(FactAdmin):
    list_display = ["fact", "roll", "position", *COLUMNS]
    list_filter = ["roll", "country__region", *FILTERS]
    list_select_related = ["roll", "country"]
    ordering = ["roll", "position"]
    search_fields = ["slug", "text", "kin", "roll__title", "country__name"]
    autocomplete_fields = ["roll", "country"]
