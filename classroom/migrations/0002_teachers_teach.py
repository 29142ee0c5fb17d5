"""Lets the group of teachers keep classes and set quizzes to them."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "Teachers"
ALLOWED = {
    "classroom": [
        *(f"{verb}_schoolclass" for verb in ("add", "change", "delete", "view")),
        *(f"{verb}_assignment" for verb in ("add", "change", "delete", "view")),
        *(f"{verb}_accommodation" for verb in ("add", "change", "delete", "view")),
        *(f"{verb}_enrolment" for verb in ("add", "change", "delete", "view")),
        "view_sitting",
    ],
}


def allow(apps, schema_editor):
    alias = schema_editor.connection.alias
    group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(
        name=GROUP
    )
    for app_label in ALLOWED:
        # Permissions are otherwise made only after the last migration has run.
        create_permissions(
            installed.get_app_config(app_label), verbosity=0, using=alias, apps=apps
        )
        group.permissions.add(*_permissions(apps, alias, app_label))


def withdraw(apps, schema_editor):
    alias = schema_editor.connection.alias
    for group in apps.get_model("auth", "Group").objects.using(alias).filter(name=GROUP):
        for app_label in ALLOWED:
            group.permissions.remove(*_permissions(apps, alias, app_label))


def _permissions(apps, alias, app_label):
    return apps.get_model("auth", "Permission").objects.using(alias).filter(
        content_type__app_label=app_label, codename__in=ALLOWED[app_label]
    )


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("quiz", "0002_teachers"),
        ("classroom", "0001_squashed_0007_tokens"),
    ]

    operations = [migrations.RunPython(allow, withdraw)]
