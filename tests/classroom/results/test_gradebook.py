"""A class over time, and one of its pupils."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from classroom.models import Assignment
from classroom.results import gradebook, portrait
from tests.classroom.factories import enrol, make_class
from tests.classroom.results.playing import LATER, make_paper, play, set_to_class
from tests.factories import make_teacher

pytestmark = pytest.mark.django_db


def read(school_class):
    given = school_class.assignments.select_related("question_set").order_by("pk")
    return gradebook.of(school_class, list(given), LATER)


def make_term(marks=(("Ana", "++", "+-"), ("Besa", "--", None))):
    teacher = make_teacher()
    school_class = make_class(teacher)
    for number in (1, 2):
        paper = make_paper(2)
        given = set_to_class(teacher, paper, school_class=school_class)
        for line in marks:
            if line[number]:
                play(given, line[0], line[number], paper)
    return teacher, school_class


def test_what_was_not_done_is_left_out_of_the_mean():
    _, school_class = make_term()
    enrol(school_class, "Cyme")

    found = read(school_class)

    assert [(line.name, line.percents, line.mean_percent) for line in found.lines] == [
        ("Ana", [100, 50], 75),
        ("Besa", [0, None], 0),
        ("Cyme", [None, None], None),
    ]
    assert [mean for _, mean in found.columns] == [50, 50]


def test_a_class_without_pupils_has_columns_without_means():
    teacher = make_teacher()
    school_class = make_class(teacher)
    set_to_class(teacher, school_class=school_class)

    assert [mean for _, mean in read(school_class).columns] == [None]


def test_many_pupils_and_quizzes_take_as_many_queries_as_few():
    counts = []
    for size in (2, 9):
        marks = [(f"Pupil {n}", "+-", "++") for n in range(size)]
        _, school_class = make_term(marks)
        with CaptureQueriesContext(connection) as captured:
            assert read(school_class).means
        counts.append(len(captured))

    assert counts[0] == counts[1]


def test_a_pupil_is_seen_across_what_they_were_set():
    teacher, school_class = make_term()
    besa = school_class.enrolments.filter(pseudonym="Besa")

    found = portrait.of(besa, Assignment.objects.set_by(teacher), LATER)

    assert [row.pupil.percent for row in found.rows] == [None, 0]
    assert (found.done, found.mean) == (1, 0)


def test_of_another_teachers_quizzes_a_pupil_is_not_seen():
    _, school_class = make_term()
    besa = school_class.enrolments.filter(pseudonym="Besa")
    stranger = Assignment.objects.set_by(make_teacher())

    assert portrait.of(besa, stranger, LATER).rows == []
