"""Drops the columns that only a choice needed, once the rows are carried over."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quiz", "0003_formats")]

    operations = [
        migrations.RemoveField("question", "correct"),
        migrations.RemoveField("item", "correct"),
        migrations.RemoveField("answer", "choice"),
        migrations.AlterField("question", "solution", models.JSONField(editable=False, help_text="What is right, as the format writes it.")),
        migrations.AlterField("item", "solution", models.JSONField(help_text="For the order shown.")),
        migrations.AlterField("answer", "given", models.JSONField(help_text="As the item's format writes it.")),
        migrations.AlterField("answer", "credit", models.FloatField(help_text="What it earned, from 0 to 1.")),
        migrations.AddConstraint("answer", models.CheckConstraint(condition=models.Q(credit__gte=0, credit__lte=1), name="answer_earns_0_to_1")),
    ]
