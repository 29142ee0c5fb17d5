"""Objections of learners, and what teachers answer."""

import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('quiz', '0004_formats_settled'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Dispute',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=1000)),
                ('made_at', models.DateTimeField()),
                ('outcome', models.CharField(choices=[('open', 'waiting for an answer'), ('upheld', 'upheld: the learner has a point'), ('declined', 'declined: the question stands')], db_index=True, default='open', max_length=10)),
                ('answer', models.CharField(blank=True, max_length=1000)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('read_at', models.DateTimeField(blank=True, help_text='When the learner had read the answer.', null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='answered_disputes', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='disputes', to='quiz.item')),
            ],
            options={
                'verbose_name': 'objection',
                'ordering': ['made_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('outcome', 'open')), fields=('item',), name='dispute_open_once_an_item'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='dispute_gives_a_reason'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at', None), ('outcome', 'open')), models.Q(models.Q(('outcome', 'open'), _negated=True), models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False)), _connector='OR'), name='dispute_answered_whole_or_not_at_all'), models.CheckConstraint(condition=models.Q(('read_at', None), models.Q(('outcome', 'open'), _negated=True), _connector='OR'), name='dispute_read_once_answered')],
            },
        ),
    ]
