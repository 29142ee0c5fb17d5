"""Lets the group of teachers set quizzes, write questions and put them right."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

GROUP = "Teachers"
ALLOWED = {
    "classroom": (
        *(f"{verb}_assignment" for verb in ("add", "change", "delete", "view")),
        *(f"{verb}_accommodation" for verb in ("add", "change", "delete", "view")),
        *(f"{verb}_enrolment" for verb in ("add", "change")),
        "view_sitting",
    ),
    "quiz": (
        "add_question",
        *(f"{verb}_correction" for verb in ("add", "change", "view")),
        "view_paper",
        "view_regrade",
    ),
}


def allow(apps, schema_editor):
    alias = schema_editor.connection.alias
    # Permissions are otherwise made only after the last migration has run.
    for app_label in ALLOWED:
        create_permissions(
            installed.get_app_config(app_label), verbosity=0, using=alias, apps=apps
        )
    group, _ = apps.get_model("auth", "Group").objects.using(alias).get_or_create(
        name=GROUP
    )
    for permissions in _permissions(apps, alias):
        group.permissions.add(*permissions)


def withdraw(apps, schema_editor):
    alias = schema_editor.connection.alias
    groups = apps.get_model("auth", "Group").objects.using(alias)
    for group in groups.filter(name=GROUP):
        for permissions in _permissions(apps, alias):
            group.permissions.remove(*permissions)


def _permissions(apps, alias):
    for app_label, codenames in ALLOWED.items():
        yield apps.get_model("auth", "Permission").objects.using(alias).filter(
            content_type__app_label=app_label, codename__in=codenames
        )


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("quiz", "0013_desk"),
        ("classroom", "0003_desk"),
    ]

    operations = [migrations.RunPython(allow, withdraw)]
