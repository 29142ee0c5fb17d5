"""Who changed what of a class."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from classroom.classes import keeping
from classroom.history import changes
from tests.classroom.factories import make_class
from tests.factories import NOW, make_teacher

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(teacher):
    return keeping.make("Class 9b", by=teacher)


def latest(row, seen_by) -> list[tuple[str, str, str]]:
    told = changes.told(row, seen_by)[0]
    return [(one.label, one.before, one.after) for one in told.changes]


def history(school_class) -> str:
    return reverse("desk:class_history", args=[school_class.code])


def post(desk, name, school_class, data):
    desk.post(reverse(f"desk:{name}", args=[school_class.code]), data)


def test_name_board_and_archive_are_told_in_words(desk, teacher, made):
    post(desk, "rename_class", made, {"name": "Class 10b"})
    assert latest(made, teacher) == [("Name", "Class 9b", "Class 10b")]

    post(desk, "turn_board", made, {"board": "on"})
    assert latest(made, teacher) == [("Board", "off", "on")]

    made.refresh_from_db()
    keeping.archive(made, now=NOW)
    assert latest(made, teacher) == [("Archived", "no", "since 1 June 2025, 14:00")]

    post(desk, "restore_class", made, {})
    assert latest(made, teacher) == [("Archived", "since 1 June 2025, 14:00", "no")]


def test_teachers_added_and_removed_are_told_with_who_did_it(desk, teacher, made):
    make_teacher(username="blerim")

    post(desk, "add_teacher", made, {"username": "blerim"})
    assert latest(made, teacher) == [("Teachers", "drita", "blerim; drita")]

    post(desk, "remove_teacher", made, {"username": "blerim"})
    assert latest(made, teacher) == [("Teachers", "blerim; drita", "drita")]
    assert changes.told(made, teacher)[0].by == "drita"


def test_the_page_shows_it_and_offers_no_way_back(desk, made):
    post(desk, "rename_class", made, {"name": "Class 10b"})

    page = desk.get(history(made))

    assertContains(page, "<del>Class 9b</del>", html=True)
    assertContains(page, "<ins>Class 10b</ins>", html=True)
    assertNotContains(page, "Go back to this")
    class_page = desk.get(reverse("desk:class_page", args=[made.code]))
    assertContains(class_page, f'href="{history(made)}"')


def test_of_a_teacher_who_has_left_no_name_is_kept(desk, teacher, made):
    other = make_teacher(username="blerim")
    keeping.add_teacher(made, other.username)
    record = made.history.first()
    record.history_user_id = other.pk
    record.save()
    other.delete()

    page = desk.get(history(made))

    assertNotContains(page, "blerim")
    assertContains(page, "somebody who has left")
    assert latest(made, teacher) == [("Teachers", "drita", "drita; one that is gone")]


def test_another_teacher_does_not_find_it(client, made):
    client.force_login(make_teacher())

    assert client.get(history(made)).status_code == 404


def test_a_long_history_takes_as_many_queries_as_a_short_one(desk, teacher):
    counts = []
    for size in (2, 9):
        made = make_class(teacher)
        for number in range(size):
            keeping.rename(made, f"Class {number}")
            made.teachers.add(make_teacher())
        with CaptureQueriesContext(connection) as captured:
            desk.get(history(made))
        counts.append(len(captured))

    assert counts[0] == counts[1]
