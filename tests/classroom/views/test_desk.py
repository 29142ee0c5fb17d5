"""Who gets to the desk, and whose things they find there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from tests.classroom.factories import make_assignment, make_class
from tests.factories import make_dispute, make_question_set, make_teacher, make_user

pytestmark = pytest.mark.django_db
PAGES = ["doors", "quizzes", "classes", "results", "content"]


@pytest.mark.parametrize("page", PAGES)
def test_a_guest_is_asked_to_sign_in(client, page):
    address = reverse(f"desk:{page}")

    response = client.get(address)
    assertRedirects(response, f"{reverse('account_login')}?next={address}")


@pytest.mark.parametrize("page", PAGES)
def test_a_pupil_is_refused(client, page):
    client.force_login(make_user())

    assert client.get(reverse(f"desk:{page}")).status_code == 403


@pytest.mark.parametrize("page", ["doors", "quizzes", "classes", "results"])
def test_a_teacher_sees_their_own_and_nobody_elses(client, page):
    mine, other = make_teacher(), make_teacher()
    for owner, name in ((mine, "Mine"), (other, "Theirs")):
        school_class = make_class(owner, name=f"{name} 9b")
        made = make_question_set(owner=owner, title=f"{name} on NATO")
        make_assignment(owner=owner, question_set=made, school_class=school_class)
    client.force_login(mine)

    response = client.get(reverse(f"desk:{page}"))
    assertContains(response, "Mine")
    assertNotContains(response, "Theirs")


def test_the_first_page_leads_to_what_was_given_out_last_and_to_what_waits(client):
    mine = make_teacher()
    given = make_assignment(owner=mine, question_set=make_question_set(owner=mine))
    make_dispute(question_set=given.question_set)
    client.force_login(mine)

    page = client.get(reverse("desk:doors"))

    latest = reverse("desk:assignment_results", args=[given.code])
    assertContains(page, f'href="{latest}"')
    assertContains(page, "1 objection waits for an answer")
    for name in ("disputes", "own_questions", "transfer", "new_class"):
        assertContains(page, f'href="{reverse(f"desk:{name}")}"')


def test_the_latest_results_are_of_what_has_begun(client):
    mine = make_teacher()
    begun, to_come = (
        make_assignment(owner=mine, question_set=make_question_set(owner=mine), **opens)
        for opens in ({}, {"opens_at": timezone.now() + timedelta(days=1)})
    )
    client.force_login(mine)

    context = client.get(reverse("desk:doors")).context

    assert context["latest_begun"] == begun
    assert list(context["latest"]) == [to_come, begun]


def test_a_shared_set_is_seen_by_whom_it_is_shared_with(client):
    colleague = make_teacher()
    shared = make_question_set(owner=make_teacher(username="drita"), title="Treaties")
    shared.shared_with.add(colleague)
    client.force_login(colleague)

    assertContains(client.get(reverse("desk:quizzes")), "by drita")
