"""A fact may be put otherwise elsewhere without being contradicted."""

from django.db import migrations, models

FACTS = (
    "event",
    "figure",
    "membership",
    "milestone",
    "office",
    "report",
    "roll",
    "rollentry",
    "treaty",
)
STANDINGS = [
    ("stated", "stated"),
    ("disputed", "disputed: the source contradicts itself"),
    ("differs", "differs: the source puts it otherwise elsewhere"),
    ("retracted", "taken back"),
]


class Migration(migrations.Migration):
    dependencies = [("relations", "0003_checks")]

    operations = [
        migrations.AlterField(
            model_name=fact,
            name="standing",
            field=models.CharField(
                choices=STANDINGS, default="stated", max_length=10
            ),
        )
        for fact in FACTS
    ]
