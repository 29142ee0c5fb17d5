"""One pupil across everything that was set to them."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from django.db.models import Q
from django.utils import timezone

from classroom.models import Assignment, AssignmentQuerySet, Enrolment
from classroom.results import gradebook, marks, pupils, sittings
from classroom.results.pupils import Pupil
from quiz import progress
from quiz.charts import Chart
from quiz.models import Learner, Memory
from quiz.progress import Tally
from quiz.recall import standing


@dataclass(frozen=True)
class Done:
    """What came of one assignment; a pupil without attempts has not begun."""

    assignment: Assignment
    pupil: Pupil
    is_open: bool


@dataclass(frozen=True)
class Portrait:
    """Newest assignment first."""

    learner: Learner
    name: str
    rows: Sequence[Done]
    tallies: Sequence[Tally]

    @property
    def mean(self) -> int | None:
        given = [row.pupil.mark for row in self.rows if row.pupil.mark is not None]
        return marks.percent(fmean(given)) if given else None

    @property
    def done(self) -> int:
        return sum(row.pupil.mark is not None for row in self.rows)

    @property
    def chart(self) -> Chart | None:
        return gradebook.chart(
            [
                (row.assignment, row.pupil.percent)
                for row in reversed(self.rows)
                if row.pupil.percent is not None
            ]
        )


def of(
    enrolments: Sequence[Enrolment], mine: AssignmentQuerySet, now: dt.datetime
) -> Portrait:
    """As the teacher knows the pupil: by the classes they have in common."""
    learner = enrolments[0].learner
    classes = [one.school_class_id for one in enrolments]
    theirs = Q(school_class__in=classes) | Q(sittings__attempt__learner=learner)
    related = mine.filter(theirs).select_related("question_set", "school_class")
    assignments = list(related.distinct())
    found = sittings.of(assignments, learner)
    name = enrolments[0].pseudonym
    rows = []
    for one in assignments:
        sat = pupils.of_those_who_sat(found.get(one.pk, []), one.counts, now)
        pupil = sat[0] if sat else Pupil(learner.pk, name)
        rows.append(Done(one, pupil, one.is_open(now)))
    return Portrait(learner, name, rows, _tallies(learner, now))


def _tallies(learner: Learner, now: dt.datetime) -> list[Tally]:
    memories = Memory.objects.owned_by(learner)
    today = timezone.localdate(now)
    found = standing.standings(standing.facts(), memories, today)
    return progress.by_topic(found.values())
