"""Lets the group of teachers read themes and correct them, as they do facts."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "Teachers"
ALLOWED = ("change_theme", "view_theme")


def allow(apps, schema_editor):
    alias = schema_editor.connection.alias
    # Permissions are otherwise made only after the last migration has run.
    create_permissions(
        installed.get_app_config("relations"), verbosity=0, using=alias, apps=apps
    )
    group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(
        name=GROUP
    )
    group.permissions.add(*_permissions(apps, alias))


def withdraw(apps, schema_editor):
    alias = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for group in groups.filter(name=GROUP):
        group.permissions.remove(*_permissions(apps, alias))


def _permissions(apps, alias):
    return apps.get_model("auth", "Permission").objects.using(alias).filter(
        content_type__app_label="relations", codename__in=ALLOWED
    )


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("quiz", "0011_memory"),
        ("relations", "0002_themes"),
    ]

    operations = [migrations.RunPython(allow, withdraw)]
