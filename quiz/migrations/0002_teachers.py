"""The group of teachers: what it may do with facts, questions and sets in the admin."""

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
    "theme",
    "treaty",
    "unidentifiedrow",
)
READ = ("passage", "section", "source")
ALLOWED = {
    "quiz": [
        *(f"{verb}_questionset" for verb in ("add", "change", "delete", "view")),
        *(f"{verb}_question" for verb in ("add", "change", "view")),
        *(f"{verb}_correction" for verb in ("add", "change", "view")),
        *(f"{verb}_dispute" for verb in ("change", "view")),
        *(f"view_{model}" for model in ("attempt", "paper", "regrade")),
    ],
    "relations": [
        *(f"{verb}_{model}" for verb in ("change", "view") for model in CORRECTED),
        *(f"view_{model}" for model in READ),
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


def drop_group(apps, schema_editor):
    alias = schema_editor.connection.alias
    apps.get_model("auth", "Group").objects.using(alias).filter(name=GROUP).delete()


def _permissions(apps, alias, app_label):
    return apps.get_model("auth", "Permission").objects.using(alias).filter(
        content_type__app_label=app_label, codename__in=ALLOWED[app_label]
    )


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("relations", "0001_squashed_0005_mentions"),
        ("quiz", "0001_squashed_0017_history"),
    ]

    operations = [migrations.RunPython(allow, drop_group)]
