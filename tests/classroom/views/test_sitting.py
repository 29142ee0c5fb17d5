"""The page of an assignment, and the one click that starts it."""

import datetime as dt
from uuid import uuid4

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from classroom.models import Accommodation, Enrolment, Sitting
from quiz.models import Attempt, Learner
from tests.classroom.factories import enrol, make_assignment, make_class, sit
from tests.factories import make_question, make_question_set, make_teacher

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def start(client, assignment, **fields):
    return client.post(f"{assignment.page}start/", {"token": uuid4()} | fields)


@pytest.fixture
def questions():
    for _ in range(4):
        make_question()


def test_it_says_what_holds_before_anything_starts(client):
    closing = timezone.now() + 2 * HOUR
    assignment = make_assignment(
        question_set=make_question_set(length=12),
        minutes=20,
        closes_at=closing,
        attempts_allowed=3,
        counts="best",
        tells="closed",
        marks_certainty=True,
    )

    page = client.get(assignment.page)

    for line in (
        "12 questions",
        "20 minutes from when you start",
        f"{timezone.localtime(closing):%H:%M}",
        "Three attempts;",
        "the best counts",
        "once it has closed",
        "you say whether you are sure",
    ):
        assertContains(page, line)
    assert Learner.objects.count() == 0


@pytest.mark.parametrize("tells", ["each", "closed"])
def test_the_end_leads_back_to_the_class(client, learner, tells):
    school_class = make_class(name="Class 9b")
    enrol(school_class, "Ana", learner)
    closing = timezone.now() + HOUR
    given = make_assignment(school_class=school_class, tells=tells, closes_at=closing)
    in_class = sit(given, learner, answers="++").attempt
    by_link = sit(
        make_assignment(tells=tells, closes_at=closing), learner, answers="++"
    )

    page = client.get(f"/attempts/{in_class.pk}/result/")
    other = client.get(f"/attempts/{by_link.attempt.pk}/result/")

    link = f'<a class="link" href="{school_class.page}">Back to Class 9b</a>'
    assertContains(page, link, html=True, count=1)
    assertContains(other, "answers are in" if tells == "closed" else "2 of 2")
    assertNotContains(other, "Back to")


def test_without_a_limit_it_says_so(client):
    page = client.get(make_assignment(attempts_allowed=1).page)

    for line in ("No clock", "One attempt, and it counts", "explained at once"):
        assertContains(page, line)


@pytest.mark.parametrize(("extra", "said"), [(150, "30 minutes"), (0, "No clock")])
def test_a_pupil_reads_their_own_time(client, learner, extra, said):
    Accommodation.objects.create(learner=learner, extra=extra)

    assertContains(client.get(make_assignment(minutes=20).page), said)


def test_a_guest_joins_the_class_and_starts_by_one_form(client, questions):
    assignment = make_assignment(school_class=make_class())
    assertContains(client.get(assignment.page), "Your name in this class")

    started = start(client, assignment, name="Teuta")

    attempt = Attempt.objects.get()
    assertRedirects(started, attempt.get_absolute_url(), target_status_code=302)
    assert str(attempt.sitting) == "Teuta"
    assertContains(client.get(assignment.page), "Go on where you left")


def test_a_name_that_is_taken_starts_nothing(client, questions):
    school_class = make_class()
    enrol(school_class, "Teuta")

    refused = start(client, make_assignment(school_class=school_class), name="teuta")

    assertContains(refused, "is called so already")
    assert (Attempt.objects.count(), Enrolment.objects.count()) == (0, 1)


def test_who_is_in_starts_by_one_click(client, learner, questions):
    school_class = make_class()
    enrol(school_class, "Ana", learner)
    assignment = make_assignment(school_class=school_class)
    assertContains(client.get(assignment.page), "You are in as <strong>Ana</strong>")

    start(client, assignment)

    assert Sitting.objects.get().enrolment.pseudonym == "Ana"


def test_without_a_class_a_name_is_as_one_likes(client, questions):
    assignment = make_assignment()

    start(client, assignment)

    assert Sitting.objects.get().name == ""
    assertContains(client.get(assignment.page), "Go on where you left")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"opens_at": HOUR}, "You can start it"),
        ({"closes_at": -HOUR}, "This quiz closed on"),
    ],
)
def test_outside_its_hours_it_says_when(client, questions, fields, said):
    moments = {name: timezone.now() + delta for name, delta in fields.items()}
    assignment = make_assignment(**moments)

    refused = start(client, assignment)

    assertRedirects(refused, assignment.page)
    page = client.get(assignment.page)
    assertContains(page, said)
    assertNotContains(page, "start/")
    assert Attempt.objects.count() == 0


def test_who_has_used_their_attempts_sees_what_they_did(client, learner):
    assignment = make_assignment(attempts_allowed=1)
    sit(assignment, learner, answers="+-")

    page = client.get(assignment.page)

    assertContains(page, "You have done this quiz")
    assertContains(page, "1 of 2")


def test_a_teacher_sees_what_pupils_see_and_no_way_to_become_one(client):
    teacher = make_teacher()
    assignment = make_assignment(owner=teacher, school_class=make_class(teacher))
    client.force_login(teacher)

    page = client.get(assignment.page)

    assertContains(page, "This is what pupils see")
    assertNotContains(page, "start/")


def test_there_is_nothing_of_another_code_and_no_start_by_looking(client):
    assert client.get("/assignments/NOSUCH/").status_code == 404
    assert client.get(f"{make_assignment().page}start/").status_code == 405
