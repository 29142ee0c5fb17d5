"""What terms must be, whether they are sent from the desk or from the admin."""

import datetime as dt

import pytest

from classroom.admin.assignments import AssignmentForm
from classroom.forms.terms import ENDS_FIRST, NEVER_TOLD, NO_AGE, TermsForm
from classroom.models import SchoolClass
from tests.classroom.factories import make_assignment, make_class, sit
from tests.factories import NOW, make_question_set, make_teacher

pytestmark = pytest.mark.django_db
USUAL = {"tells": "each", "counts": "first"}


def errors(place: str, **sent) -> dict:
    data = USUAL | sent
    if place == "desk":
        form = TermsForm(data, teacher=make_teacher(), now=NOW)
    else:
        form = AssignmentForm(data | {"question_set": make_question_set().pk})
        form.fields["school_class"].queryset = SchoolClass.objects.none()
    return form.errors


@pytest.mark.parametrize("place", ["desk", "admin"])
@pytest.mark.parametrize(
    ("sent", "field", "said"),
    [
        ({}, "", ""),
        ({"opens_at": "9999-12-31 10:00"}, "opens_at", NO_AGE),
        ({"closes_at": "9999-12-31 10:00"}, "closes_at", NO_AGE),
        (
            {"opens_at": "2030-01-02 10:00", "closes_at": "2030-01-01 10:00"},
            "closes_at",
            ENDS_FIRST,
        ),
        ({"tells": "closed"}, "closes_at", NEVER_TOLD),
        ({"minutes": "0"}, "minutes", "a number from 1 to 1440"),
        ({"attempts_allowed": "101"}, "attempts_allowed", "a number from 1 to 100"),
    ],
)
def test_the_desk_and_the_admin_take_and_refuse_the_same(place, sent, field, said):
    found = errors(place, **sent)

    assert [*found] == ([field] if field else [])
    assert said in str(found)


def test_the_desk_lets_nothing_close_in_the_past():
    passed = (NOW - dt.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")

    assert [*errors("desk", closes_at=passed)] == ["closes_at"]


def test_what_was_begun_or_given_by_a_colleague_stays_with_whom_it_was_given_to():
    teacher, colleague = make_teacher(username="drita"), make_teacher(username="blerim")
    school_class, other = (make_class(teacher, colleague) for _ in range(2))
    fresh, begun = (
        make_assignment(owner=teacher, school_class=school_class) for _ in range(2)
    )
    sit(begun)

    def moved(given, by):
        sent = USUAL | {"school_class": other.code}
        form = TermsForm(sent, instance=given, teacher=by, now=NOW)
        assert form.errors == {}
        return form.save(commit=False).school_class == other

    assert not moved(begun, teacher)
    assert not moved(fresh, colleague)
    assert moved(fresh, teacher)
