"""What the admin's pages of classes and assignments say to those who cannot see them."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from tests.classroom.factories import enrol, make_assignment, make_class
from tests.factories import make_teacher

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client):
    made = make_teacher(username="drita")
    client.force_login(made)
    return made


def test_each_box_of_a_moment_has_its_name(client, teacher):
    chosen = make_assignment(owner=teacher)

    page = client.get(reverse("admin:classroom_assignment_change", args=[chosen.pk]))

    for name in ("Opens: date", "Opens: time", "Closes: date", "Closes: time"):
        assertContains(page, f'aria-label="{name}"', count=1)


def test_what_is_set_stands_before_its_terms(client, teacher):
    chosen = make_assignment(owner=teacher)

    page = client.get(reverse("admin:classroom_assignment_change", args=[chosen.pk]))

    (rows,) = page.context["adminform"]
    assert rows.fields[:2] == ("question_set", "school_class")


def test_each_box_that_takes_somebody_out_says_whom(client, teacher):
    chosen = make_class(teacher)
    enrol(chosen, "Ana")

    page = client.get(reverse("admin:classroom_schoolclass_change", args=[chosen.pk]))

    assertContains(page, 'aria-label="Take Ana out"', count=1)
