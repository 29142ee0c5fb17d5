"""The group of teachers and what it may do in the admin."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "Teachers"

# Facts may be read and corrected; adding and deleting them is the fixtures' business.
CORRECTED = (
    "country",
    "event",
    "figure",
    "membership",
    "milestone",
    "office",
    "organization",
    "outsidedate",
    "person",
    "report",
    "roll",
    "rollentry",
    "signatory",
    "treaty",
    "unidentifiedrow",
)
READ = ("passage", "section", "source")
ALLOWED = {
    "quiz": [
        *(f"{verb}_questionset" for verb in ("add", "change", "delete", "view")),
        *(f"{verb}_question" for verb in ("change", "view")),
        "view_attempt",
    ],
    "relations": [
        *(f"{verb}_{model}" for verb in ("change", "view") for model in CORRECTED),
        *(f"view_{model}" for model in READ),
    ],
}


def make_group(apps, schema_editor):
    alias = schema_editor.connection.alias
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    group, _ = Group.objects.using(alias).get_or_create(name=GROUP)
    for app_label, codenames in ALLOWED.items():
        # Permissions are otherwise made only after the last migration has run.
        create_permissions(
            installed.get_app_config(app_label), verbosity=0, using=alias, apps=apps
        )
        permissions = Permission.objects.using(alias).filter(
            content_type__app_label=app_label, codename__in=codenames
        )
        group.permissions.add(*permissions)


def drop_group(apps, schema_editor):
    alias = schema_editor.connection.alias
    apps.get_model("auth", "Group").objects.using(alias).filter(name=GROUP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("quiz", "0001_initial"),
        ("relations", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_group, drop_group)]
