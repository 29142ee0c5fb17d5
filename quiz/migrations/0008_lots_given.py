"""Gives the questions that are there the lots that new ones are stored with."""

from itertools import islice
from zlib import crc32

from django.db import migrations

BATCH = 500


def give(apps, schema_editor):
    questions = apps.get_model("quiz", "Question").objects.using(
        schema_editor.connection.alias
    )
    found = iter(list(questions.only("pk", "key")))
    while batch := list(islice(found, BATCH)):
        for question in batch:
            question.lot = crc32(question.key.encode()) % 2**31
        questions.bulk_update(batch, ["lot"])


class Migration(migrations.Migration):
    dependencies = [("quiz", "0007_lots")]
    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
