"""Who changed what, when; and back to how it was."""

import pytest
from django.urls import reverse

from classroom.history import changes
from quiz.models import Question
from quiz.sets import papers
from quiz.writing import keeping
from tests.factories import (
    NOW,
    make_attempt,
    make_question,
    make_question_set,
    make_teacher,
)
from tests.quiz.writing.samples import SAMPLES, plain

pytestmark = pytest.mark.django_db


def told(row, seen_by) -> list[set[tuple[str, str, str]]]:
    return [
        {(one.label, one.before, one.after) for one in state.changes}
        for state in changes.told(row, seen_by)
    ]


def test_a_set_tells_who_changed_what_in_words(desk, teacher):
    own_set = make_question_set(owner=teacher, length=2)
    pinned = make_question()
    desk.post(
        reverse("admin:quiz_questionset_change", args=[own_set.pk]),
        {"title": "Friends", "length": 1, "status": "published", "pinned": [pinned.pk]},
    )

    page = desk.get(reverse("desk:quiz_history", args=[own_set.code])).text
    assert "drita" in page
    changed = {one for state in told(own_set, teacher) for one in state}
    assert ("Title", "Neighbours", "Friends") in changed
    assert ("Number of questions", "2", "1") in changed
    assert ("Always asked", "", pinned.stem) in changed


def test_a_set_goes_back_to_how_it_was_and_keeps_whom_it_is_shared_with(desk, teacher):
    first, second = make_question(), make_question()
    own_set = make_question_set(owner=teacher)
    own_set.pinned.set([first])
    number = own_set.history.count()
    own_set.pinned.set([second])
    own_set.title = "Friends"
    own_set.save()
    own_set.shared_with.add(make_teacher())

    desk.post(reverse("desk:restore_quiz", args=[own_set.code]), {"state": number})

    own_set.refresh_from_db()
    assert own_set.title == "Neighbours"
    assert own_set.pinned.get() == first
    assert own_set.shared_with.count() == 1
    assert changes.told(own_set, teacher)[0].is_present


@pytest.mark.parametrize("number", ["0", "99", "-1", "two", "9" * 30, ""])
def test_a_state_that_was_not_kept_is_not_found(desk, teacher, number):
    own_set = make_question_set(owner=teacher)
    url = reverse("desk:restore_quiz", args=[own_set.code])

    assert desk.post(url, {"state": number}).status_code == 404


@pytest.mark.parametrize("format", SAMPLES)
def test_a_written_question_tells_its_changes_and_goes_back(desk, teacher, format):
    question = keeping.write(plain(format), author=teacher)
    make_attempt(questions=[question])
    keeping.rewrite(question, plain(format, source="History 9, page 45"))

    page = desk.get(reverse("desk:question_history", args=[question.key])).text
    assert "page 44" in page
    desk.post(reverse("desk:restore_question", args=[question.key]), {"state": 1})

    question.refresh_from_db()
    assert keeping.fields(keeping.plain_of(question)) == keeping.fields(plain(format))
    assert question.version == 2  # nobody was asked the second


def test_a_generated_question_gives_back_its_wording_and_nothing_else(desk):
    question = make_question()
    question.edited_stem = "Since when?"
    question.save()
    Question.objects.update(generated_explanation="As the facts have it since.")

    desk.post(reverse("desk:restore_question", args=[question.key]), {"state": 1})

    question.refresh_from_db()
    assert question.edited_stem == ""
    assert question.generated_explanation == "As the facts have it since."


def test_retiring_in_the_admin_is_kept_with_who_did_it(desk, teacher):
    question = make_question()
    desk.post(
        reverse("admin:quiz_question_changelist"),
        {"action": "retire", "_selected_action": question.pk, "because": "Old."},
    )

    latest = changes.told(question, teacher)[0]
    assert latest.by == "drita"
    assert {one.label for one in latest.changes} == {"Use", "Why out of use"}


def test_of_whoever_has_left_the_history_keeps_no_name(desk, teacher):
    other = make_teacher(username="blerim")
    own_set = make_question_set(owner=teacher)
    own_set.shared_with.add(other)
    record = own_set.history.first()
    record.history_user_id = other.pk
    record.save()
    other.delete()

    page = desk.get(reverse("desk:quiz_history", args=[own_set.code])).text
    assert "blerim" not in page
    assert "somebody who has left" in page
    assert "one that is gone" in page


def test_the_history_reads_the_same_however_long_it_is(
    desk, teacher, django_assert_max_num_queries
):
    own_set = make_question_set(owner=teacher)
    for n in range(8):
        own_set.title = f"Title {n}"
        own_set.save()
        own_set.pinned.add(make_question())

    with django_assert_max_num_queries(16):
        desk.get(reverse("desk:quiz_history", args=[own_set.code]))


def test_what_was_saved_unchanged_leaves_the_present_where_it_is(desk, teacher):
    own_set = make_question_set(owner=teacher)
    own_set.title = "Friends"
    own_set.save()
    own_set.save()

    states = changes.told(own_set, teacher)

    assert [(one.number, one.is_present) for one in states] == [(2, True), (1, False)]


def test_a_set_that_goes_back_brings_its_papers_along(desk, teacher):
    make_question(topic="people")
    own_set = make_question_set(
        owner=teacher, length=1, topics=["people"], papers="same"
    )
    own_set.topics = ["relations"]
    own_set.save()
    make_question()
    papers.ensure(own_set, seed=1, now=NOW)

    desk.post(reverse("desk:restore_quiz", args=[own_set.code]), {"state": 1})

    own_set.refresh_from_db()
    (asked,) = papers.questions(papers.choose(own_set, now=NOW))
    assert asked.topic == "people"


def test_what_pupils_have_played_does_not_go_back(desk, teacher):
    own_set = make_question_set(owner=teacher, length=1, papers="same")
    make_question()
    own_set.length = 2
    own_set.save()
    make_question()
    make_attempt(question_set=own_set, paper=papers.choose(own_set, now=NOW))

    address = reverse("desk:restore_quiz", args=[own_set.code])
    page = desk.post(address, {"state": 1}, follow=True)

    own_set.refresh_from_db()
    assert own_set.length == 2
    assert "stays as it is" in page.text
