"""Joining a class, leaving it, and taking it along into an account."""

import pytest
from django.db import IntegrityError

from classroom.classes import enrolment
from classroom.classes.enrolment import NameTaken
from classroom.models import Enrolment
from tests.classroom.factories import enrol, make_class
from tests.factories import NOW, make_learner

pytestmark = pytest.mark.django_db


def test_joining_twice_is_the_same_as_once():
    school_class, learner = make_class(), make_learner()
    first = enrolment.join(school_class, learner, "Teuta", now=NOW)

    again = enrolment.join(school_class, learner, "Genti", now=NOW)

    assert again == first
    assert Enrolment.objects.get().pseudonym == "Teuta"


@pytest.mark.parametrize("alike", ["teuta", "TEUTA", "Téuta", " Teuta "])
def test_names_that_look_alike_are_one_name(alike):
    school_class = make_class()
    enrol(school_class, "Teuta")

    with pytest.raises(NameTaken):
        enrol(school_class, alike)

    assert Enrolment.objects.count() == 1


def test_the_same_name_is_free_in_another_class():
    enrol(make_class(), "Teuta")

    enrol(make_class(), "Teuta")

    assert Enrolment.objects.count() == 2


def test_who_leaves_can_come_back_and_others_stay():
    school_class = make_class()
    learner, other = enrol(school_class, "Teuta"), enrol(school_class, "Genti")

    enrolment.leave(school_class, learner)

    assert [e.learner for e in Enrolment.objects.all()] == [other]
    enrol(school_class, "Teuta", learner)


def test_a_guests_classes_become_the_accounts():
    guest, own = make_learner(), make_learner()
    both, one = make_class(), make_class()
    for school_class in (both, one):
        enrol(school_class, "Teuta", guest)
    enrol(both, "Queen Teuta", own)

    enrolment.merge(guest, own)

    assert guest.enrolments.count() == 0
    assert {e.school_class: e.pseudonym for e in own.enrolments.all()} == {
        both: "Queen Teuta",
        one: "Teuta",
    }


def test_nobody_is_in_a_class_twice():
    school_class, learner = make_class(), make_learner()
    enrol(school_class, "Teuta", learner)

    with pytest.raises(IntegrityError):
        Enrolment.objects.create(
            school_class=school_class,
            learner=learner,
            pseudonym="Genti",
            pseudonym_key="genti",
            joined_at=NOW,
        )


def test_no_name_is_borne_twice_in_a_class():
    school_class = make_class()
    enrol(school_class, "Teuta")

    with pytest.raises(IntegrityError):
        Enrolment.objects.create(
            school_class=school_class,
            learner=make_learner(),
            pseudonym="teuta",
            pseudonym_key="teuta",
            joined_at=NOW,
        )
