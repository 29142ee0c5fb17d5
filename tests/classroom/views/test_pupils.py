"""A class as pupils, strangers and teachers meet it."""

import datetime as dt
from uuid import uuid4

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from classroom.models import Enrolment
from quiz.models import Learner
from tests.classroom.factories import (
    enrol,
    know,
    make_assignment,
    make_class,
    make_fact,
    sit,
)
from tests.factories import NOW, make_question_set, make_user

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


def join(client, school_class, name="Teuta"):
    url = f"{school_class.page}join/"
    return client.post(url, {"pseudonym": name, "token": uuid4()})


def test_a_guest_joins_with_a_code_and_a_name(client):
    school_class = make_class()
    typed = f"{school_class.code[:4].lower()}-{school_class.code[4:]} "

    found = client.get("/classes/", {"code": typed})
    assertRedirects(found, school_class.page)
    assertContains(client.get(found.url), "Your name in this class")
    joined = join(client, school_class)

    assertRedirects(joined, school_class.page)
    assertContains(client.get(joined.url), "You are in as <strong>Teuta</strong>")
    assertContains(client.get("/classes/"), "Class 9b")
    assert Enrolment.objects.get().learner == Learner.objects.get()


def test_a_code_that_is_none_is_said_to_be_none(client):
    assertContains(client.get("/classes/?code=NOSUCH"), "There is nothing of that code")
    assertContains(client.get("/classes/?code="), "Please type the code")
    assert client.get("/classes/NOSUCH/").status_code == 404


def test_the_same_field_finds_an_assignment_and_a_set(client):
    assignment, published = make_assignment(), make_question_set()
    draft = make_question_set(status="draft")

    for found in (assignment, published):
        page = getattr(found, "page", None) or found.get_absolute_url()
        assertRedirects(client.get("/classes/", {"code": found.code}), page)
    assertContains(client.get("/classes/", {"code": draft.code}), "There is nothing")


def test_nobody_joins_a_class_that_is_over(client):
    school_class = make_class(archived_at=NOW)

    joined = join(client, school_class)

    assertContains(client.get(joined.url), "nobody joins it any more")
    assert Enrolment.objects.count() == 0


def test_a_class_lists_what_is_set_to_it(client, learner):
    school_class = make_class()
    enrol(school_class, "Ana", learner)
    now = timezone.now()
    for title, fields in {
        "Coming up": {"opens_at": now + HOUR},
        "Open now": {},
        "Gone by": {"closes_at": now - HOUR},
        "In the making": {},
    }.items():
        made = make_question_set(
            title=title, status="draft" if title == "In the making" else "published"
        )
        make_assignment(question_set=made, school_class=school_class, **fields)
    done = make_assignment(
        question_set=make_question_set(title="Done"), school_class=school_class
    )
    sit(done, learner, answers="+-")

    page = client.get(school_class.page)

    assert [
        (str(one.assignment), one.state.value, one.points)
        for one in page.context["invitations"]
    ] == [
        ("Done", "open", "1 of 2"),
        ("Gone by", "closed", ""),
        ("Open now", "open", ""),
        ("Coming up", "coming", ""),
    ]
    assertContains(page, "done, 1 of 2")
    assertNotContains(page, "In the making")


def test_looking_at_a_class_enrols_and_makes_nobody(client):
    client.get(make_class().page)

    assert Learner.objects.count() == Enrolment.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Please choose a name."),
        ("!", "at least two letters"),
        ("x" * 25, "keep the name to 24"),
        ("TEUTA", "is called so already"),
    ],
)
def test_a_name_that_will_not_do_is_given_back(client, name, said):
    school_class = make_class()
    enrol(school_class, "Teuta")

    response = join(client, school_class, name)

    assertContains(response, said)
    assert Enrolment.objects.count() == 1


def test_without_the_board_everybody_sees_their_own_line_alone(client, learner):
    school_class = make_class()
    enrol(school_class, "Ana", learner)
    enrol(school_class, "Besnik")

    page = client.get(school_class.page)

    assertContains(page, "Ana")
    assertNotContains(page, "Besnik")
    assertContains(page, "In this class nobody is compared")


def test_with_the_board_pupils_see_names_and_facts_known(client, learner):
    school_class = make_class(shows_board=True)
    enrol(school_class, "Ana", learner)
    today = timezone.localdate()
    know(
        enrol(school_class, "Besnik"),
        make_fact("a"),
        on=today,
        due_on=today + dt.timedelta(9),
    )

    rows = client.get(school_class.page).context["rows"]

    assert [(row.pseudonym, row.known) for row in rows] == [("Besnik", 1), ("Ana", 0)]


def test_strangers_see_the_way_in_and_nobodys_name(client):
    school_class = make_class(shows_board=True)
    enrol(school_class, "Besnik")

    page = client.get(school_class.page)

    assertNotContains(page, "Besnik")
    assertContains(page, "The others see this name, and how many facts you know.")


def test_who_leaves_is_out_and_keeps_what_was_played(client, learner):
    school_class = make_class()
    enrol(school_class, "Ana", learner)

    left = client.post(f"{school_class.page}leave/", follow=True)

    assertContains(left, "Your scores are still yours")
    assert Enrolment.objects.count() == 0
    assert Learner.objects.filter(pk=learner.pk).exists()


@pytest.mark.parametrize("action", ["join", "leave"])
def test_nothing_is_written_by_a_get(client, action):
    url = f"{make_class().page}{action}/"

    assert client.get(url).status_code == 405


def test_signing_in_brings_the_class_along(client, learner):
    user = make_user(username="teuta")
    user.set_password("mali i korabit")
    user.save()
    own = Learner.objects.create(user=user)
    school_class = make_class()
    enrol(school_class, "Teuta", learner)

    client.post("/accounts/login/", {"login": "teuta", "password": "mali i korabit"})

    assert Enrolment.objects.get().learner == own


# The desk


@pytest.fixture
def ana():
    user = make_user(username="ana", is_staff=True)
    user.groups.add(Group.objects.get(name="Teachers"))
    return user


def test_a_teacher_makes_a_class_and_teaches_it(client, ana):
    client.force_login(ana)
    rows = {"enrolments-TOTAL_FORMS": 0, "enrolments-INITIAL_FORMS": 0}

    client.post("/admin/classroom/schoolclass/add/", {"name": "9b", **rows})

    school_class = ana.school_classes.get()
    assert (school_class.name, school_class.shows_board) == ("9b", False)
    page = client.get(f"/admin/classroom/schoolclass/{school_class.pk}/change/")
    assertContains(page, school_class.code)
    assertContains(page, f"http://testserver{school_class.page}")


def test_a_teacher_sees_no_class_of_another(client, ana):
    own, others = make_class(ana, name="Own"), make_class(make_user(), name="Others")
    enrol(others, "Besnik")
    client.force_login(ana)

    listed = client.get("/admin/classroom/schoolclass/")
    assertContains(listed, own.name)
    assertNotContains(listed, others.name)
    url = f"/admin/classroom/schoolclass/{others.pk}/change/"
    assert client.get(url).status_code == 302  # back to the desk: there is none
    assertNotContains(client.get(others.page), "Besnik")


def test_a_teacher_sees_the_board_of_an_own_class(client, ana):
    school_class = make_class(ana, shows_board=True)
    enrol(school_class, "Besnik")
    client.force_login(ana)

    assertContains(client.get(school_class.page), "Besnik")
