"""Classes and assignments in the admin: what its pages say, and what may be deleted."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from classroom.classes import keeping
from tests.classroom.factories import enrol, make_assignment, make_class, sit
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


DAY = timedelta(days=1)


@pytest.fixture
def secret(teacher):
    """A test that a pupil has done, and whose answers wait for tomorrow."""
    made = make_assignment(
        owner=teacher,
        school_class=make_class(teacher),
        tells="closed",
        closes_at=timezone.now() + DAY,
    )
    sit(made, enrol(made.school_class, "Ana"))
    return made


def page_of(client, row) -> str:
    name = f"{row._meta.app_label}_{row._meta.model_name}"
    return client.get(reverse(f"admin:{name}_change", args=[row.pk])).text


def delete(client, row) -> int:
    """Once by its own page; the status says whether it was allowed."""
    name = f"{row._meta.app_label}_{row._meta.model_name}"
    url = reverse(f"admin:{name}_delete", args=[row.pk])
    return client.post(url, {"post": "yes"}).status_code


@pytest.mark.parametrize("what", ["itself", "question_set", "school_class"])
def test_what_keeps_answers_back_goes_only_once_it_has_closed(client, secret, what):
    row = secret if what == "itself" else getattr(secret, what)

    assert "its terms still hold" in page_of(client, row)
    assert delete(client, row) == 403
    secret.closes_at = timezone.now() - DAY
    secret.save()
    assert "still hold" not in page_of(client, row)
    assert delete(client, row) == 302
    assert not type(row).objects.filter(pk=row.pk).exists()


def test_it_does_not_go_among_others_either(client, secret):
    url = reverse("admin:classroom_assignment_changelist")
    chosen = {"action": "delete_selected", "_selected_action": [secret.pk]}

    client.post(url, chosen | {"post": "yes"})

    assert type(secret).objects.get() == secret


def test_what_nobody_has_begun_or_anybody_may_play_can_go(client, teacher):
    unplayed = make_assignment(owner=teacher, attempts_allowed=1)
    free = make_assignment(owner=teacher)
    sit(free)

    assert [delete(client, one) for one in (unplayed, free)] == [302, 302]


def test_a_set_that_a_colleagues_class_has_sat_stays_for_its_results(client, teacher):
    school_class = make_class(teacher, make_teacher(username="blerim"))
    given = make_assignment(owner=teacher, school_class=school_class)
    sit(given, enrol(school_class, "Ana"))
    keeping.remove_teacher(school_class, teacher.username)

    assert delete(client, given.question_set) == 403
