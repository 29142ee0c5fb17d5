"""Sets among colleagues: shared to read, copied to change."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from classroom.quizzes import colleagues
from quiz.models import Question, QuestionSet
from quiz.writing import keeping
from tests.factories import make_question, make_question_set, make_teacher, make_user
from tests.quiz.writing.samples import plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def colleague():
    return make_teacher(username="blerim")


@pytest.fixture
def own_set(teacher):
    return make_question_set(owner=teacher, title="Treaties")


def post(client, name: str, question_set, **sent):
    return client.post(reverse(f"desk:{name}", args=[question_set.code]), sent)


def test_a_set_is_shared_by_user_name_and_seen_then(
    client, teacher, colleague, own_set
):
    client.force_login(teacher)
    post(client, "add_colleague", own_set, colleague=" Blerim ")

    client.force_login(colleague)
    assertContains(client.get(reverse("desk:quizzes")), "by drita")
    page = client.get(reverse("desk:shared_quiz", args=[own_set.code]))
    assertContains(page, "Make a copy of my own")
    assertNotContains(page, "Share with a colleague")


@pytest.mark.parametrize("name", ["nobody", "pupil", "left", "drita"])
def test_only_colleagues_can_be_shared_with(client, teacher, own_set, name):
    make_user(username="pupil")
    make_teacher(username="left", is_active=False)
    client.force_login(teacher)

    response = post(client, "add_colleague", own_set, colleague=name)

    assert response.status_code == 200
    assert response.context["form"].errors
    assert not own_set.shared_with.exists()


def test_sharing_ends_and_copies_stay(client, teacher, colleague, own_set):
    own_set.shared_with.add(colleague)
    made = colleagues.copy(own_set, owner=colleague)
    client.force_login(teacher)

    post(client, "remove_colleague", own_set, colleague="blerim")

    client.force_login(colleague)
    gone = client.get(reverse("desk:shared_quiz", args=[own_set.code]))
    assert gone.status_code == 404
    kept = client.get(reverse("desk:shared_quiz", args=[made.code]))
    assert kept.status_code == 200


@pytest.mark.parametrize("name", ["add_colleague", "remove_colleague", "restore_quiz"])
def test_a_shared_set_is_changed_by_its_owner_alone(client, colleague, own_set, name):
    own_set.shared_with.add(colleague)
    client.force_login(colleague)

    sent = {"colleague": "blerim", "state": "1"}
    assert post(client, name, own_set, **sent).status_code == 404
    assert own_set.shared_with.get() == colleague


def test_a_copy_asks_the_same_and_is_the_copiers_own_draft(colleague, own_set):
    own_set.topics, own_set.shares = ["treaties"], {"treaties": 2}
    own_set.save()
    generated = make_question()
    own_set.pinned.add(generated)
    own_set.excluded.add(make_question())

    made = colleagues.copy(own_set, owner=colleague)

    assert (made.title, made.owner, made.status) == (
        "Copy of Treaties",
        colleague,
        QuestionSet.Status.DRAFT,
    )
    assert (made.topics, made.shares) == (["treaties"], {"treaties": 2})
    assert [*made.pinned.all()] == [generated]
    assert made.excluded.count() == 1
    assert made.code != own_set.code
    assert not made.shared_with.exists()


def test_what_a_colleague_wrote_is_copied_along_and_ones_own_is_not(
    teacher, colleague, own_set
):
    written = keeping.write(plain("choice"), author=teacher)
    own_set.pinned.add(written)

    theirs = colleagues.copy(own_set, owner=colleague).pinned.get()
    assert theirs != written
    assert theirs.author == colleague
    again = colleagues.copy(own_set, owner=teacher).pinned.get()
    assert again == written
    assert Question.objects.filter(is_written=True).count() == 2


def test_a_colleague_who_may_not_see_it_copies_nothing(client, colleague, own_set):
    client.force_login(colleague)

    assert post(client, "copy_quiz", own_set).status_code == 404
    assert QuestionSet.objects.count() == 1
