from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quiz", "0015_correct")]

    operations = [
        migrations.AddField(
            model_name="memory",
            name="reviewed_at",
            field=models.DateTimeField(
                help_text="When the latest review was given, if that is known.",
                null=True,
            ),
        ),
    ]
