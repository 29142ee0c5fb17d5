"""Facts may belong to what they only speak of, and states to each other."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("relations", "0004_standing_differs"),
    ]

    operations = [
        migrations.AddField(
            model_name="country",
            name="see_also",
            field=models.ManyToManyField(
                blank=True,
                help_text="States whose relations the article gives by the same date.",
                to="relations.country",
            ),
        ),
        migrations.CreateModel(
            name="Mention",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("slug", models.SlugField(max_length=80, unique=True)),
                (
                    "fact",
                    models.SlugField(help_text="The slug of the fact.", max_length=80),
                ),
                (
                    "country",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="relations.country",
                    ),
                ),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="relations.organization",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="relations.person",
                    ),
                ),
                (
                    "treaty",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="relations.treaty",
                    ),
                ),
            ],
            options={
                "ordering": ["slug"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("country__isnull", False),
                                ("organization__isnull", True),
                                ("person__isnull", True),
                                ("treaty__isnull", True),
                            ),
                            models.Q(
                                ("country__isnull", True),
                                ("organization__isnull", False),
                                ("person__isnull", True),
                                ("treaty__isnull", True),
                            ),
                            models.Q(
                                ("country__isnull", True),
                                ("organization__isnull", True),
                                ("person__isnull", False),
                                ("treaty__isnull", True),
                            ),
                            models.Q(
                                ("country__isnull", True),
                                ("organization__isnull", True),
                                ("person__isnull", True),
                                ("treaty__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="mention_of_one_thing",
                    )
                ],
            },
        ),
    ]
