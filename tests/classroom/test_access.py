"""Who teaches a class no more: what they had set to it is its teachers' alone."""

import pytest
from django.urls import reverse

from classroom.classes import keeping
from classroom.models import Assignment
from quiz import disputes, oversight
from tests.classroom.factories import enrol, make_assignment, make_class, sit
from tests.classroom.results.playing import make_paper, play, set_to_class
from tests.factories import (
    NOW,
    make_attempt,
    make_question_set,
    make_teacher,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def left():
    """A teacher who set something to a class that a colleague teaches by now."""
    return make_teacher(username="drita")


@pytest.fixture
def colleague():
    return make_teacher(username="blerim")


@pytest.fixture
def given(left, colleague):
    paper = make_paper()
    made = set_to_class(left, paper, school_class=make_class(left, colleague))
    play(made, "Ana Malaj", "++-", paper)
    keeping.remove_teacher(made.school_class, left.username)
    return made


def addresses(given) -> list[str]:
    sitting = given.sittings.get()
    own_set, item = given.question_set, sitting.attempt.items.first()
    names = [
        ("assignment_results", [given.code]),
        ("attempt_answers", [given.code, sitting.attempt_id]),
        ("item_analysis", [given.code]),
        ("item_details", [given.code, item.question.key]),
        ("export_marks", [given.code, "csv"]),
        ("export_answers", [given.code, "xlsx"]),
        ("pupil_results", [sitting.attempt.learner_id]),
        ("edit_terms", [own_set.code, given.code]),
        ("terms_history", [own_set.code, given.code]),
        ("class_history", [given.school_class.code]),
        ("card", [own_set.code, given.code]),
        ("qr", [own_set.code, given.code]),
    ]
    return [reverse(f"desk:{name}", args=args) for name, args in names]


def statuses(client, user, pages) -> set[int]:
    client.force_login(user)
    return {client.get(page).status_code for page in pages}


def test_no_page_and_no_file_of_it_is_found_any_more(client, left, colleague, given):
    pages = addresses(given)

    assert statuses(client, left, pages) == {404}
    assert statuses(client, colleague, pages) == {200}


def test_no_list_names_it_but_the_set_stays_theirs(client, left, given):
    client.force_login(left)
    own_set = given.question_set
    pages = [
        reverse("desk:doors"),
        reverse("desk:results"),
        reverse("desk:quizzes"),
        reverse("desk:quiz", args=[own_set.code]),
        reverse("admin:classroom_assignment_changelist"),
        reverse("admin:classroom_sitting_changelist"),
        reverse("admin:quiz_attempt_changelist"),
        reverse("admin:quiz_scores_csv"),
    ]

    shown = [client.get(page) for page in pages]

    assert {page.status_code for page in shown} == {200}
    told = "".join(page.text for page in shown)
    assert [
        word for word in ("Class 9b", "Ana Malaj", given.code) if word in told
    ] == []
    assert "to a class that you do not teach" in shown[2].text
    assert "whoever teaches that class sees its results" in shown[3].text


def test_nothing_is_said_of_other_classes_where_there_are_none(client, left):
    own_set = set_to_class(left).question_set
    client.force_login(left)

    for page in (reverse("desk:quizzes"), reverse("desk:quiz", args=[own_set.code])):
        assert "do not teach" not in client.get(page).text


def test_no_count_moves_with_what_it_sits(client, left, colleague, given):
    disputes.file(given.sittings.get().attempt.items.last(), "No.", now=NOW)
    page = reverse("admin:quiz_questionset_changelist")

    def counts(user):
        client.force_login(user)
        rows = client.get(page).context["cl"].result_list
        doors = client.get(reverse("desk:doors")).context
        return (
            [(row.made, row.finished, row.asked) for row in rows],
            doors["open_disputes"],
            oversight.attempts(user).count(),
        )

    assert counts(left) == ([(0, None, None)], 0, 0)
    assert counts(colleague) == ([], 1, 1)


def test_what_others_played_of_the_same_set_is_still_seen(left, given):
    by_link = make_assignment(owner=left, question_set=given.question_set)
    sit(by_link, title="Given by link")
    make_attempt(question_set=given.question_set, title="By the set's own link")

    assert {one.title for one in oversight.attempts(left)} == {
        "Given by link",
        "By the set's own link",
    }


def test_what_an_administrator_sets_to_a_class_is_its_teachers(left, colleague):
    chief = make_user(is_staff=True, is_superuser=True)
    school_class = make_class(colleague)
    made = make_assignment(
        owner=chief,
        question_set=make_question_set(owner=left),
        school_class=school_class,
    )
    sat = sit(made, enrol(school_class, "Ana")).attempt

    assert [*Assignment.objects.set_by(left)] == []
    assert [*Assignment.objects.set_by(colleague)] == [made]
    assert [*oversight.attempts(left)] == []
    assert [*oversight.attempts(colleague)] == [sat]
    assert [*oversight.attempts(chief)] == [sat]


def test_who_teaches_it_again_sees_it_again(client, left, given):
    keeping.add_teacher(given.school_class, left.username)

    assert statuses(client, left, addresses(given)) == {200}


@pytest.mark.parametrize("sets", [2, 9])
def test_the_list_of_quizzes_reads_the_same_however_long_it_is(
    client, left, sets, django_assert_num_queries
):
    for _ in range(sets):
        set_to_class(left)
    client.force_login(left)

    with django_assert_num_queries(
        7
    ):  # session, user, rights twice, sets, given, shared
        client.get(reverse("desk:quizzes"))
