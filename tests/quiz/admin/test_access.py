from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.db import connection
from django.urls import reverse

from accounts.models import User
from quiz.models import Attempt, Learner, Question, QuestionSet
from tests.factories import make_attempt, make_question, make_question_set, make_user

pytestmark = pytest.mark.django_db

TEACHERS_PAGES = [
    "/admin/",
    "/admin/quiz/questionset/",
    "/admin/quiz/questionset/add/",
    "/admin/quiz/question/",
    "/admin/quiz/attempt/",
]
ADMINISTRATORS_PAGES = [
    "/admin/accounts/user/",
    "/admin/auth/group/",
    "/admin/quiz/learner/",
]


@pytest.mark.parametrize("url", TEACHERS_PAGES)
def test_teachers_reach_their_pages(url, teacher):
    assert teacher.get(url).status_code == 200


@pytest.mark.parametrize("url", ADMINISTRATORS_PAGES)
def test_teachers_see_neither_accounts_nor_learners(url, teacher):
    assert teacher.get(url).status_code == 403


@pytest.mark.parametrize("url", [*TEACHERS_PAGES, *ADMINISTRATORS_PAGES])
def test_administrators_reach_every_page(url, admin_client):
    assert admin_client.get(url).status_code == 200


@pytest.mark.parametrize("url", [*TEACHERS_PAGES, *ADMINISTRATORS_PAGES])
def test_guests_and_students_are_sent_to_sign_in(url, client):
    assert client.get(url).url.startswith("/admin/login/")

    client.force_login(make_user())

    assert client.get(url).url.startswith("/admin/login/")


def test_nobody_can_guess_a_password_at_the_admins_own_door(teacher):
    """Guesses there would not be counted, so it lets nobody try."""
    User.objects.create_superuser("administrator", password="mali i korabit")

    response = teacher.post(
        "/admin/login/", {"username": "administrator", "password": "mali i korabit"}
    )

    assert response.url == "/admin/"
    assert teacher.get("/admin/accounts/user/").status_code == 403


def test_the_admins_door_leads_through_the_sites_own(client):
    response = client.get("/admin/login/?next=/admin/quiz/question/")

    assert response.url == "/accounts/login/?next=/admin/quiz/question/"


def test_students_are_told_that_the_desk_is_not_theirs(client):
    client.force_login(make_user())

    assert client.get("/admin/login/").status_code == 403


def test_the_three_doors_stand_open_for_teachers(teacher):
    response = teacher.get("/admin/")

    for door in ("Make a quiz", "See results", "Check content"):
        assert response.text.count(f">{door}</a>") == 2  # in the head and as a card
    assert [app["app_label"] for app in response.context["app_list"]] == [
        "quiz",
        "classroom",
        "relations",
    ]


def test_staff_without_rights_see_no_doors(client):
    client.force_login(make_user(is_staff=True))

    assert "doors" not in client.get("/admin/").text


def test_administrators_find_accounts_last(admin_client):
    apps = admin_client.get("/admin/").context["app_list"]

    assert [app["app_label"] for app in apps] == [
        "quiz",
        "classroom",
        "relations",
        "accounts",
        "auth",
    ]


@pytest.mark.parametrize("page", ["", "add/", "1/change/"])
def test_pages_load_nothing_inline(page, admin_client):
    question = make_question(pk=1)
    make_question_set(pk=1).pinned.add(question)

    text = admin_client.get(f"/admin/quiz/questionset/{page}").text

    assert "<style" not in text
    assert "style=" not in text
    assert "onclick=" not in text
    assert text.count("<script") == text.count("<script src=") + text.count(
        '<script id="django-admin-form-add-constants"'
    ) + text.count('<script id="django-admin-prepopulated-fields-constants"')


def test_attempts_are_neither_added_changed_nor_deleted(admin_client):
    attempt = make_attempt(answers="+")
    before = Attempt.objects.values().get()

    for page in ("add", "change", "delete"):
        args = [] if page == "add" else [attempt.pk]
        url = reverse(f"admin:quiz_attempt_{page}", args=args)
        response = admin_client.post(url, {"title": "Mine", "post": "yes"})
        assert response.status_code == 403

    assert Attempt.objects.values().get() == before


def test_questions_are_neither_added_nor_deleted(admin_client):
    question = make_question()

    assert admin_client.get("/admin/quiz/question/add/").status_code == 403
    url = reverse("admin:quiz_question_delete", args=[question.pk])
    assert admin_client.post(url, {"post": "yes"}).status_code == 403
    assert Question.objects.exists()


def test_learners_are_only_looked_at(admin_client):
    learner = make_attempt().learner

    url = reverse("admin:quiz_learner_change", args=[learner.pk])
    assert admin_client.get(url).status_code == 200
    assert admin_client.post(url, {}).status_code == 403
    assert Learner.objects.count() == 1


def test_deleting_a_set_keeps_its_attempts(teacher, teacher_user):
    question_set = make_question_set(owner=teacher_user)
    make_attempt(question_set=question_set)

    url = reverse("admin:quiz_questionset_delete", args=[question_set.pk])
    teacher.post(url, {"post": "yes"})

    assert not QuestionSet.objects.exists()
    assert Attempt.objects.get().question_set is None


def test_deleting_an_account_takes_its_results_along(admin_client):
    student = make_user()
    learner = Learner.objects.create(user=student)
    make_attempt(learner=learner, answers="+-")

    url = reverse("admin:accounts_user_delete", args=[student.pk])
    admin_client.post(url, {"post": "yes"})

    assert not User.objects.filter(pk=student.pk).exists()
    assert not Attempt.objects.exists()


def test_the_teachers_group_can_be_taken_back_and_made_again():
    migration = import_module("quiz.migrations.0002_teachers_group")
    later = [
        import_module("quiz.migrations.0006_teachers_answer_disputes"),
        import_module("quiz.migrations.0012_teachers_correct_themes"),
        import_module("classroom.migrations.0002_teachers"),
        import_module("classroom.migrations.0004_teachers_desk"),
    ]
    editor = connection.schema_editor()
    before = set(rights_of_teachers())

    migration.drop_group(apps, editor)
    assert not Group.objects.exists()
    migration.make_group(apps, editor)
    for addition in later:
        addition.allow(apps, editor)

    assert set(rights_of_teachers()) == before
    allowed = [*migration.ALLOWED.values()]
    for addition in later:
        by_app = isinstance(addition.ALLOWED, dict)
        allowed += addition.ALLOWED.values() if by_app else [addition.ALLOWED]
    assert len(before) == sum(map(len, allowed))


def test_answering_objections_can_be_taken_back_alone():
    migration = import_module("quiz.migrations.0006_teachers_answer_disputes")
    before = set(rights_of_teachers())

    migration.withdraw(apps, connection.schema_editor())

    assert before - set(rights_of_teachers()) == set(migration.ALLOWED)


def rights_of_teachers():
    group = Group.objects.get(name="Teachers")
    return group.permissions.values_list("codename", flat=True)
