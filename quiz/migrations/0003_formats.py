"""Questions of every format: what was a choice becomes one answer among others."""

import django.db.models.deletion
from django.db import migrations, models

FORMATS = [
    ("choice", "Choose one"),
    ("pair", "Which came first"),
    ("date", "Type the date"),
    ("name", "Type the name"),
    ("order", "Put in order"),
    ("match", "Match"),
    ("several", "Choose several"),
    ("roll", "Name them all"),
    ("timeline", "Place on the timeline"),
]


def carry_over(apps, schema_editor):
    """What was asked and answered so far, in the new columns; idempotent."""
    for name in ("Question", "Item"):
        model = apps.get_model("quiz", name)
        rows = []
        for row in model.objects.iterator():
            row.solution = row.correct
            row.claims = [row.claim]
            rows.append(row)
        model.objects.bulk_update(rows, ["solution", "claims"], batch_size=500)
    Answer = apps.get_model("quiz", "Answer")
    answers = []
    for answer in Answer.objects.select_related("item").iterator():
        answer.given = answer.choice
        answer.credit = 1.0 if answer.choice == answer.item.correct else 0.0
        answers.append(answer)
    Answer.objects.bulk_update(answers, ["given", "credit"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("quiz", "0002_teachers_group")]

    operations = [
        migrations.AddField("question", "format", models.CharField(choices=FORMATS, default="choice", editable=False, max_length=10)),
        migrations.AddField("question", "claims", models.JSONField(default=list, editable=False, help_text="Every claim asked, the first above.")),
        migrations.AddField("question", "prompts", models.JSONField(default=list, editable=False, help_text="What is to be matched, or the marks of a timeline.")),
        migrations.AddField("question", "solution", models.JSONField(null=True, editable=False, help_text="What is right, as the format writes it.")),
        migrations.AddField("item", "format", models.CharField(choices=FORMATS, default="choice", max_length=10)),
        migrations.AddField("item", "claims", models.JSONField(default=list)),
        migrations.AddField("item", "prompts", models.JSONField(default=list, help_text="In the order shown.")),
        migrations.AddField("item", "solution", models.JSONField(null=True, help_text="For the order shown.")),
        migrations.AddField("answer", "given", models.JSONField(null=True, help_text="As the item's format writes it.")),
        migrations.AddField("answer", "credit", models.FloatField(null=True, help_text="What it earned, from 0 to 1.")),
        migrations.AddField("answer", "told", models.JSONField(default=dict, help_text="What a typed answer really is, if known.")),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200)),
                ("place", models.PositiveSmallIntegerField(blank=True, help_text="The option it names, if it names one.", null=True)),
                ("told", models.JSONField(default=dict, help_text="What it really is, if known.")),
                ("entered_at", models.DateTimeField()),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="quiz.item")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("item", "place"), name="entry_names_an_option_once")],
            },
        ),
        migrations.RunPython(carry_over, migrations.RunPython.noop),
    ]
