"""More time: given once, taken along into an account, the more generous kept."""

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from classroom.classes import accommodations, enrolment
from classroom.models import Accommodation
from tests.classroom.factories import enrol, make_assignment, make_class, sit
from tests.factories import make_learner, make_teacher

pytestmark = pytest.mark.django_db


def extra_of(learner):
    found = Accommodation.objects.filter(learner=learner).first()
    return found.extra if found else None


def test_it_can_be_given_changed_and_taken_back():
    learner = make_learner()

    for extra in (125, 0, None):
        accommodations.allow(learner, extra)
        assert extra_of(learner) == extra


@pytest.mark.parametrize(
    ("guest", "own", "kept"),
    [
        (None, None, None),
        (150, None, 150),
        (None, 125, 125),
        (200, 125, 200),
        (125, 200, 200),
        (0, 200, 0),
        (125, 0, 0),
    ],
)
def test_of_two_the_more_generous_is_the_accounts(guest, own, kept):
    visitor, account = make_learner(), make_learner()
    accommodations.allow(visitor, guest)
    accommodations.allow(account, own)

    enrolment.merge(visitor, account)

    assert extra_of(account) == kept


def test_what_a_guest_has_done_in_a_class_is_the_accounts_there():
    guest, own, school_class = make_learner(), make_learner(), make_class()
    enrol(school_class, "Visitor", guest)
    enrol(school_class, "Teuta", own)
    sitting = sit(make_assignment(school_class=school_class), guest)

    enrolment.merge(guest, own)

    sitting.refresh_from_db()
    assert str(sitting) == "Teuta"


def test_in_the_admin_a_teacher_finds_those_of_own_pupils_alone(client):
    teacher = make_teacher()
    mine, theirs = make_learner(), make_learner()
    enrol(make_class(teacher), "Ana", mine)
    enrol(make_class(make_teacher()), "Besnik", theirs)
    for learner in (mine, theirs):
        accommodations.allow(learner, 150)
    client.force_login(teacher)

    listed = client.get("/admin/classroom/accommodation/")
    assertContains(listed, "Ana")
    assertNotContains(listed, "Besnik")
    other = f"/admin/classroom/accommodation/{theirs.accommodation.pk}/change/"
    assert client.get(other).status_code == 302
    form = client.get("/admin/classroom/accommodation/add/")
    assertContains(form, str(mine.pk))
    assertNotContains(form, str(theirs.pk))
