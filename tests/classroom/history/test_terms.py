"""Who changed what of the terms a quiz is played on, and the way back through the form."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from classroom.forms.terms import PAST
from classroom.history import changes
from tests.classroom.factories import make_assignment, make_class
from tests.factories import NOW, make_teacher

pytestmark = pytest.mark.django_db
TERMS = {"tells": "each", "counts": "first"}


@pytest.fixture
def given(teacher):
    return make_assignment(owner=teacher, school_class=make_class(teacher))


def at(name, given) -> str:
    return reverse(f"desk:{name}", args=[given.question_set.code, given.code])


def change(desk, given, **terms):
    terms = {"school_class": given.school_class.code} | TERMS | terms
    return desk.post(at("change_terms", given), terms)


def latest(row, seen_by) -> list[tuple[str, str, str]]:
    told = changes.told(row, seen_by)[0]
    return [(one.label, one.before, one.after) for one in told.changes]


def test_every_term_is_told_in_words(desk, teacher, given):
    change(
        desk,
        given,
        school_class="",
        opens_at="2030-05-01T08:00",
        closes_at="2030-05-02T08:00",
        minutes="1",
        tells="closed",
        attempts_allowed="2",
        counts="best",
        marks_certainty="on",
    )

    assert latest(given, teacher) == [
        ("For", "Class 9b", "whoever has the link"),
        ("Opens", "at once", "1 May 2030, 08:00"),
        ("Closes", "never", "2 May 2030, 08:00"),
        ("Time limit", "none", "1 minute"),
        ("Tells what was right", "after each answer", "once the quiz has closed"),
        ("Attempts allowed", "as many as they like", "2"),
        ("Which attempt counts", "the first", "the best"),
        ("Asks how sure they are", "no", "yes"),
    ]
    assert changes.told(given, teacher)[0].by == "drita"


def test_the_form_leads_to_the_history_and_that_to_the_form(desk, given):
    change(desk, given, minutes="20")

    page = desk.get(at("terms_history", given))

    assertContains(page, "<ins>20 minutes</ins>", html=True)
    assertContains(page, f'href="{at("edit_terms", given)}?state=1"', count=1)
    assertNotContains(page, "?state=2")
    history = f'href="{at("terms_history", given)}"'
    assertContains(desk.get(at("edit_terms", given)), history)
    whole = reverse("desk:edit_quiz", args=[given.question_set.code])
    assertContains(desk.get(whole), history)


def test_former_terms_stand_in_the_form_and_hold_once_they_are_saved(desk, given):
    change(desk, given, minutes="20", tells="end", marks_certainty="on")
    change(desk, given, minutes="5")

    page = desk.get(at("edit_terms", given), {"state": "2"})

    assertContains(page, "They hold again once you save them")
    form = page.context["terms"]
    shown = {name: form[name].value() for name in form.fields}
    assert shown == {
        "school_class": given.school_class.code,
        "opens_at": None,
        "closes_at": None,
        "minutes": 20,
        "tells": "end",
        "attempts_allowed": None,
        "counts": "first",
        "marks_certainty": True,
    }
    given.refresh_from_db()
    assert given.minutes == 5
    assertNotContains(desk.get(at("edit_terms", given)), "They hold again")


def test_former_terms_are_held_to_what_may_be_set_today(desk, given):
    given.closes_at = NOW + dt.timedelta(days=1)
    given.save()
    given.closes_at = None
    given.save()
    page = desk.get(at("edit_terms", given), {"state": "2"})
    closed = page.context["terms"]["closes_at"].value()

    answer = change(desk, given, closes_at=f"{closed:%Y-%m-%dT%H:%M}")

    assert closed.date() < timezone.now().date()
    assert answer.context["terms"].errors == {"closes_at": [PAST]}
    given.refresh_from_db()
    assert given.closes_at is None


@pytest.mark.parametrize("number", ["0", "99", "-1", "two", "9" * 30, ""])
def test_terms_that_were_not_kept_are_not_found(desk, given, number):
    page = desk.get(at("edit_terms", given), {"state": number})

    assert page.status_code == 404


def test_a_former_class_of_somebody_elses_goes_without_its_name(desk, teacher, given):
    theirs = make_class(make_teacher(), name="Theirs")
    gone = make_class(teacher, name="Gone")
    mine = given.school_class
    for school_class in (theirs, gone, mine):
        given.school_class = school_class
        given.save()
    gone.history.all().delete()
    gone.delete()

    told = [
        (one.before, one.after)
        for state in changes.told(given, teacher)
        for one in state.changes
    ]

    assert told == [
        ("one that is gone", "Class 9b"),
        ("another class", "one that is gone"),
        ("Class 9b", "another class"),
    ]
    assertNotContains(desk.get(at("terms_history", given)), "Theirs")


def test_another_teacher_finds_it_not_and_a_colleague_does(client, given):
    colleague = make_teacher()
    client.force_login(colleague)
    assert client.get(at("terms_history", given)).status_code == 404

    given.school_class.teachers.add(colleague)
    assert client.get(at("terms_history", given)).status_code == 200


def test_it_is_not_found_under_another_quiz(desk, teacher, given):
    other = make_assignment(owner=teacher)
    url = reverse("desk:terms_history", args=[other.question_set.code, given.code])

    assert desk.get(url).status_code == 404


def test_a_long_history_takes_as_many_queries_as_a_short_one(desk, teacher, given):
    counts = []
    for size in (2, 9):
        made = make_assignment(owner=teacher)
        for number in range(size):
            made.minutes = 1 + number
            made.school_class = make_class(teacher)
            made.save()
        with CaptureQueriesContext(connection) as captured:
            desk.get(at("terms_history", made))
        counts.append(len(captured))

    assert counts[0] == counts[1]
