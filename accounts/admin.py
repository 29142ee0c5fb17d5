"""Accounts and groups, for administrators. Teachers see neither."""

from allauth.account.admin import EmailAddress
from django import forms
from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group, Permission

from accounts.models import User

admin.site.unregister(EmailAddress)  # addresses are optional here and never verified
admin.site.unregister(Group)


@admin.register(User)
class UserAdmin(auth_admin.UserAdmin):
    """What somebody may do comes from groups, so that it can be seen in one place."""

    list_display = ["username", "email", "is_staff", "is_active", "last_login"]
    list_filter = ["is_staff", "is_superuser", "is_active", "groups"]
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Person", {"fields": ["first_name", "last_name", "email"]}),
        (
            "Rights",
            {
                "fields": ["is_active", "is_staff", "groups", "is_superuser"],
                "description": (
                    "A teacher is staff and in the group Teachers; "
                    "a student needs neither."
                ),
            },
        ),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_deleted_objects(self, objs, request):
        """Results are read-only in the admin, but they go with their account."""
        found = super().get_deleted_objects(objs, request)
        deletable, counts, withheld, protected = found
        if request.user.is_superuser:
            withheld = set()
        return deletable, counts, withheld, protected


class PermissionChoice(forms.ModelMultipleChoiceField):
    def label_from_instance(self, permission):
        return f"{permission.content_type.app_label}: {permission.name}"


class GroupForm(forms.ModelForm):
    permissions = PermissionChoice(
        Permission.objects.select_related("content_type"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


@admin.register(Group)
class GroupAdmin(admin.ModelAdmin):
    form = GroupForm
    search_fields = ["name"]
