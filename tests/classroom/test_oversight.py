"""What a teacher sees in the admin of what learners did, and under which names."""

import datetime as dt

import pytest
from django.urls import reverse

from classroom.models import Assignment, Sitting
from quiz import oversight
from quiz.models import Attempt, Dispute, QuestionSet
from tests.classroom import walking
from tests.classroom.factories import enrol, make_assignment, make_class, sit
from tests.factories import (
    NOW,
    make_attempt,
    make_dispute,
    make_learner,
    make_question,
    make_question_set,
    make_teacher,
    make_user,
)

pytestmark = pytest.mark.django_db
ATTEMPTS = reverse("admin:quiz_attempt_changelist")
LATER = NOW + dt.timedelta(days=1)


def titles(user) -> set[str]:
    return {attempt.title for attempt in oversight.attempts(user)}


def names(user) -> dict[str, str]:
    return {attempt.title: attempt.shown_as for attempt in oversight.attempts(user)}


def test_attempts_at_own_sets_and_assignments_are_seen_and_no_others(teacher):
    other = make_teacher()
    make_attempt(question_set=make_question_set(owner=teacher), title="Mine")
    make_attempt(question_set=make_question_set(owner=other), title="Theirs")
    sit(make_assignment(owner=teacher), title="Set by me")
    sit(make_assignment(owner=other), title="Set by them")
    make_attempt(title="Nobody's")

    assert titles(teacher) == {"Mine", "Set by me"}


def test_free_play_of_own_pupils_is_seen_from_their_joining_on(teacher):
    pupil = enrol(make_class(teacher), "Arta")
    make_attempt(learner=pupil, now=NOW - dt.timedelta(days=1), title="Before")
    make_attempt(learner=pupil, now=LATER, title="Since")

    assert titles(teacher) == {"Since"}


def test_what_a_pupil_does_for_another_teacher_is_that_teachers(teacher):
    pupil, other = enrol(make_class(teacher), "Arta"), make_teacher()
    theirs = make_question_set(owner=other)
    make_attempt(learner=pupil, question_set=theirs, now=LATER, title="By link")
    free = make_assignment(owner=other)
    sat = sit(free, pupil, now=LATER, title="Assigned")
    Attempt.objects.filter(pk=sat.attempt.pk).update(question_set=None)

    assert titles(teacher) == set()
    assert titles(other) == {"By link", "Assigned"}


def test_a_teacher_of_the_same_class_sees_what_was_set_to_it(teacher):
    colleague = make_teacher()
    shared = make_class(teacher, colleague)
    sit(make_assignment(owner=teacher, school_class=shared), title="Ours")

    assert titles(colleague) == {"Ours"}


def test_pupils_go_by_the_name_of_their_class_and_not_by_their_user_name(teacher):
    own_set = make_question_set(owner=teacher)
    for name, learner in {
        "In class": enrol(
            make_class(teacher), "Arta", make_learner(user=make_user(username="u1"))
        ),
        "In another": enrol(
            make_class(make_teacher()),
            "Ben",
            make_learner(user=make_user(username="u2")),
        ),
    }.items():
        make_attempt(learner=learner, question_set=own_set, title=name)
    named = sit(make_assignment(owner=teacher), title="Named")
    Sitting.objects.filter(pk=named.pk).update(name="Cen")

    assert names(teacher) == {"In class": "Arta", "In another": "u2", "Named": "Cen"}


def test_a_user_name_hidden_behind_a_chosen_one_cannot_be_searched_for(desk, teacher):
    pupil = enrol(
        make_class(teacher), "Arta", make_learner(user=make_user(username="valbona"))
    )
    own_set = make_question_set(owner=teacher)
    make_attempt(learner=pupil, question_set=own_set, title="Hers")

    assert "Hers" in desk.get(ATTEMPTS, {"q": "arta"}).text
    assert "Hers" not in desk.get(ATTEMPTS, {"q": "valbona"}).text
    assert "valbona" not in desk.get(ATTEMPTS).text
    scores = desk.get(reverse("admin:quiz_scores_csv")).text
    assert "Arta" in scores
    assert "valbona" not in scores


def test_lists_filters_and_files_hold_nothing_of_another_teachers(desk, teacher):
    other = make_teacher(username="blerim")
    theirs = make_question_set(owner=other, title="Their treaties")
    school_class = make_class(other, name="Their 9b")
    pupil = enrol(school_class, "Theirpupil")
    given = make_assignment(owner=other, question_set=theirs, school_class=school_class)
    sit(given, pupil, title="Their quiz")
    make_dispute(learner=pupil, question_set=theirs, reason="Theirs is wrong.")

    for model in (
        "quiz_attempt",
        "quiz_dispute",
        "quiz_questionset",
        "classroom_schoolclass",
        "classroom_enrolment",
        "classroom_assignment",
        "classroom_sitting",
        "classroom_accommodation",
    ):
        page = desk.get(reverse(f"admin:{model}_changelist")).text
        assert "Their" not in page, model
        assert "blerim" not in page, model
    assert "Their" not in desk.get(reverse("admin:quiz_scores_csv")).text
    assert "Their" not in desk.get(reverse("admin:classroom_assignment_add")).text
    assert "Their" not in desk.get(reverse("admin:classroom_accommodation_add")).text


def offered(desk, term: str) -> set[str]:
    found = desk.get(
        reverse("admin:autocomplete"),
        {
            "app_label": "quiz",
            "model_name": "questionset",
            "field_name": "pinned",
            "term": term,
        },
    )
    return {one["text"] for one in found.json()["results"]}


def test_no_question_a_colleague_wrote_is_offered_or_taken(desk, teacher):
    mine = make_question(generated_stem="Why mine?", is_written=True, author=teacher)
    theirs = make_question(
        generated_stem="Why theirs?", is_written=True, author=make_teacher()
    )
    make_question(generated_stem="Why generated?")

    assert offered(desk, "Why") == {"Why mine?", "Why generated?"}
    sent = {"title": "Mine", "length": 1, "status": "draft", "pinned": [theirs.pk]}
    assert desk.post(reverse("admin:quiz_questionset_add"), sent).status_code == 200
    desk.post(reverse("admin:quiz_questionset_add"), sent | {"pinned": [mine.pk]})
    assert [*QuestionSet.objects.get().pinned.all()] == [mine]


def test_a_shared_set_is_read_but_neither_changed_nor_its_results_shown(desk, teacher):
    shared = make_question_set(owner=make_teacher(), title="Shared", status="draft")
    shared.shared_with.add(teacher)
    make_attempt(question_set=shared, answers="+-")
    page = reverse("admin:quiz_questionset_change", args=[shared.pk])

    assert desk.get(page).status_code == 200
    sent = {"title": "Mine now", "length": 2, "status": "published"}
    assert desk.post(page, sent).status_code == 403
    (row,) = (
        desk.get(reverse("admin:quiz_questionset_changelist")).context["cl"].result_list
    )
    assert (row.made, row.asked) == (0, None)
    assert desk.get(f"/sets/{shared.code}/").status_code == 200


def test_questions_asked_are_counted_among_own_attempts(desk, teacher):
    question = make_question()
    make_attempt(questions=[question])
    make_attempt(questions=[question], question_set=make_question_set(owner=teacher))

    rows = desk.get(reverse("admin:quiz_question_changelist")).context["cl"].result_list
    assert [row.asked for row in rows] == [1]


def test_objections_to_what_is_everybodys_are_seen_without_a_name(desk, teacher):
    guest = make_learner(user=make_user(username="valbona"))
    free = make_dispute(learner=guest, reason="The book says 1994.")
    url = reverse("admin:quiz_dispute_change", args=[free.pk])

    page = desk.get(url).text
    assert "The book says 1994." in page
    assert "valbona" not in page
    assert "The whole attempt" not in page
    found = desk.get(reverse("admin:quiz_dispute_changelist"), {"q": "valbona"})
    assert "The book says" not in found.text


def test_objections_of_own_pupils_come_with_their_chosen_names(desk, teacher):
    pupil = enrol(make_class(teacher), "Arta")
    make_dispute(learner=pupil, now=LATER)

    assert "Arta" in desk.get(reverse("admin:quiz_dispute_changelist")).text


def test_objections_to_what_a_teacher_wrote_and_of_their_pupils_stay_theirs(teacher):
    other = make_teacher()
    written = make_question(is_written=True, author=other)
    make_dispute(questions=[written], question_set=make_question_set(owner=other))
    make_dispute(learner=enrol(make_class(other), "Ben"), now=LATER)

    assert not oversight.disputes(teacher)
    assert oversight.disputes(other).count() == 2


def test_the_desk_counts_the_objections_it_shows(desk, teacher):
    make_dispute(question_set=make_question_set(owner=make_teacher()))
    assert desk.get(reverse("desk:doors")).context["open_disputes"] == 0

    make_dispute(question_set=make_question_set(owner=teacher))
    assert desk.get(reverse("desk:doors")).context["open_disputes"] == 1
    assert desk.get("/admin/").context["open_disputes"] == 1
    assert Dispute.objects.count() == 2


@pytest.mark.parametrize("what", ["questionset", "schoolclass", "assignment"])
def test_deleting_says_what_stays_and_keeps_what_pupils_played(desk, teacher, what):
    school_class = make_class(teacher)
    own_set = make_question_set(owner=teacher)
    given = make_assignment(
        owner=teacher, question_set=own_set, school_class=school_class
    )
    sit(given, enrol(school_class, "Arta"), answers="+-")
    app, row = {
        "questionset": ("quiz", own_set),
        "schoolclass": ("classroom", school_class),
        "assignment": ("classroom", given),
    }[what]
    url = reverse(f"admin:{app}_{what}_delete", args=[row.pk])

    assert "stays theirs" in desk.get(url).text
    desk.post(url, {"post": "yes"})

    assert not type(row).objects.exists()
    assert not Assignment.objects.exists()
    kept = Attempt.objects.with_score().get()
    assert (kept.answered, kept.score) == (2, 1)


def test_the_way_from_a_row_to_its_page_tells_no_code_of_another_teachers(desk):
    theirs = make_question_set(owner=make_teacher())
    url = reverse("admin:view_on_site", kwargs=walking.row_of(theirs))

    assert desk.get(url).status_code == 404
