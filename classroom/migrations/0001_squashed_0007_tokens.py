"""All there was before the first release, in one."""

import django.db.models.deletion
import quiz.models.sets
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ('classroom', '0001_initial'),
        ('classroom', '0002_teachers'),
        ('classroom', '0003_desk'),
        ('classroom', '0004_teachers_desk'),
        ('classroom', '0005_pupils'),
        ('classroom', '0006_history'),
        ('classroom', '0007_tokens'),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('quiz', '0001_squashed_0017_history'),
    ]

    operations = [
        migrations.CreateModel(
            name='HistoricalSchoolClass',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('code', models.CharField(db_index=True, default=quiz.models.sets.share_code, editable=False, max_length=8)),
                ('shows_board', models.BooleanField(default=False, help_text='Pupils see one another’s chosen names and how many facts each knows. Never how fast anybody is.', verbose_name='board')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, help_text='From then on nobody joins it and nothing new is set to it.', null=True)),
                ('created_at', models.DateTimeField(blank=True, editable=False)),
                ('history_user_id', models.PositiveBigIntegerField(null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
            ],
            options={
                'verbose_name': 'historical class',
                'verbose_name_plural': 'historical classes',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='SchoolClass',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('code', models.CharField(default=quiz.models.sets.share_code, editable=False, max_length=8, unique=True)),
                ('shows_board', models.BooleanField(default=False, help_text='Pupils see one another’s chosen names and how many facts each knows. Never how fast anybody is.', verbose_name='board')),
                ('archived_at', models.DateTimeField(blank=True, editable=False, help_text='From then on nobody joins it and nothing new is set to it.', null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('teachers', models.ManyToManyField(blank=True, related_name='school_classes', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'class',
                'verbose_name_plural': 'classes',
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='HistoricalSchoolClass_teachers',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('m2m_history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, to='classroom.historicalschoolclass')),
                ('user', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('schoolclass', models.ForeignKey(blank=True, db_constraint=False, db_tablespace='', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='classroom.schoolclass')),
            ],
            options={
                'verbose_name': 'HistoricalSchoolClass_teachers',
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='HistoricalAssignment',
            fields=[
                ('id', models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name='ID')),
                ('code', models.CharField(db_index=True, default=quiz.models.sets.share_code, editable=False, max_length=8)),
                ('opens_at', models.DateTimeField(blank=True, null=True, verbose_name='opens')),
                ('closes_at', models.DateTimeField(blank=True, null=True, verbose_name='closes')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, help_text='In minutes, from the start; empty means none.', null=True, verbose_name='time limit')),
                ('tells', models.CharField(choices=[('each', 'after each answer'), ('end', 'at the end of the quiz'), ('closed', 'once the quiz has closed')], default='each', max_length=10)),
                ('attempts_allowed', models.PositiveSmallIntegerField(blank=True, help_text='Empty means as many as one likes.', null=True)),
                ('counts', models.CharField(choices=[('first', 'the first'), ('best', 'the best'), ('last', 'the last'), ('average', 'the average of all')], default='first', max_length=10)),
                ('marks_certainty', models.BooleanField(default=False, help_text='Pupils say how sure they are, and it counts beside the score.', verbose_name='certainty marking')),
                ('created_at', models.DateTimeField(blank=True, editable=False)),
                ('history_user_id', models.PositiveBigIntegerField(null=True)),
                ('history_id', models.AutoField(primary_key=True, serialize=False)),
                ('history_date', models.DateTimeField(db_index=True)),
                ('history_change_reason', models.CharField(max_length=100, null=True)),
                ('history_type', models.CharField(choices=[('+', 'Created'), ('~', 'Changed'), ('-', 'Deleted')], max_length=1)),
                ('owner', models.ForeignKey(blank=True, db_constraint=False, editable=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('question_set', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='quiz.questionset')),
                ('school_class', models.ForeignKey(blank=True, db_constraint=False, help_text='None means whoever has the link or the code.', null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='classroom.schoolclass', verbose_name='class')),
            ],
            options={
                'verbose_name': 'historical assignment',
                'verbose_name_plural': 'historical assignments',
                'ordering': ('-history_date', '-history_id'),
                'get_latest_by': ('history_date', 'history_id'),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name='Enrolment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('pseudonym', models.CharField(max_length=24, verbose_name='chosen name')),
                ('pseudonym_key', models.CharField(editable=False, help_text='The name as it is compared.', max_length=255)),
                ('joined_at', models.DateTimeField()),
                ('is_listed', models.BooleanField(default=False, editable=False, help_text='From a teacher’s list; then the teacher may give a new slip.')),
                ('learner', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='enrolments', to='quiz.learner')),
                ('school_class', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='enrolments', to='classroom.schoolclass')),
            ],
            options={
                'ordering': ['pseudonym_key'],
                'constraints': [models.UniqueConstraint(fields=('school_class', 'learner'), name='enrolment_once_in_a_class'), models.UniqueConstraint(fields=('school_class', 'pseudonym_key'), name='enrolment_name_taken_once_in_a_class')],
            },
        ),
        migrations.CreateModel(
            name='Assignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(default=quiz.models.sets.share_code, editable=False, max_length=8, unique=True)),
                ('opens_at', models.DateTimeField(blank=True, null=True, verbose_name='opens')),
                ('closes_at', models.DateTimeField(blank=True, null=True, verbose_name='closes')),
                ('minutes', models.PositiveSmallIntegerField(blank=True, help_text='In minutes, from the start; empty means none.', null=True, verbose_name='time limit')),
                ('tells', models.CharField(choices=[('each', 'after each answer'), ('end', 'at the end of the quiz'), ('closed', 'once the quiz has closed')], default='each', max_length=10)),
                ('attempts_allowed', models.PositiveSmallIntegerField(blank=True, help_text='Empty means as many as one likes.', null=True)),
                ('counts', models.CharField(choices=[('first', 'the first'), ('best', 'the best'), ('last', 'the last'), ('average', 'the average of all')], default='first', max_length=10)),
                ('marks_certainty', models.BooleanField(default=False, help_text='Pupils say how sure they are, and it counts beside the score.', verbose_name='certainty marking')),
                ('token', models.UUIDField(editable=False, help_text='Of the form that made it, so that the same form makes it once.', null=True, unique=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('owner', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='assignments', to=settings.AUTH_USER_MODEL)),
                ('question_set', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='quiz.questionset')),
                ('school_class', models.ForeignKey(blank=True, help_text='None means whoever has the link or the code.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='assignments', to='classroom.schoolclass', verbose_name='class')),
            ],
            options={
                'ordering': ['-created_at', '-pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('opens_at', None), ('closes_at', None), ('opens_at__lt', models.F('closes_at')), _connector='OR'), name='assignment_opens_before_it_closes'), models.CheckConstraint(condition=models.Q(models.Q(('tells', 'closed'), _negated=True), ('closes_at__isnull', False), _connector='OR'), name='assignment_tells_once_closed_if_it_closes'), models.CheckConstraint(condition=models.Q(('minutes', None), ('minutes__gte', 1), _connector='OR'), name='assignment_lasts_a_minute'), models.CheckConstraint(condition=models.Q(('attempts_allowed', None), ('attempts_allowed__gte', 1), _connector='OR'), name='assignment_allows_an_attempt')],
            },
        ),
        migrations.CreateModel(
            name='Sitting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(blank=True, max_length=24)),
                ('assignment', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sittings', to='classroom.assignment')),
                ('attempt', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sitting', to='quiz.attempt')),
                ('enrolment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='sittings', to='classroom.enrolment')),
            ],
            options={
                'ordering': ['attempt__started_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Accommodation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('extra', models.PositiveSmallIntegerField(choices=[(125, 'a quarter more (× 1.25)'), (150, 'half as much again (× 1.5)'), (200, 'twice the time (× 2)'), (0, 'no time limit')], verbose_name='time')),
                ('learner', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='accommodation', to='quiz.learner')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('extra__in', [0, 125, 150, 200])), name='accommodation_of_a_kind_there_is')],
            },
        ),
    ]
