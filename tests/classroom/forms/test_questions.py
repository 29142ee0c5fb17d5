"""Writing questions at the desk, and having them asked."""

import pytest
from django.urls import reverse

from classroom.forms.questions import _initial
from quiz.models import Question
from quiz.writing import keeping
from tests.factories import (
    make_attempt,
    make_dispute,
    make_question_set,
    make_teacher,
)
from tests.quiz.writing.samples import SAMPLES, plain

pytestmark = pytest.mark.django_db
EVERY = pytest.mark.parametrize("way", SAMPLES)


def sent(way: str, **fields) -> dict:
    """The form as a browser would send it."""
    shown = _initial(plain(way, **fields))
    return {name: value for name, value in shown.items() if value not in (False, "")}


def write(desk, way: str, **fields):
    url = reverse("desk:write_question", args=[way])
    return desk.post(url, sent(way) | fields)


def written(teacher, way: str = "choice") -> Question:
    return keeping.write(plain(way), author=teacher)


@EVERY
def test_every_way_of_asking_can_be_written_on_its_form(desk, teacher, way):
    assert desk.get(reverse("desk:blank_question", args=[way])).status_code == 200

    response = write(desk, way)

    question = Question.objects.get()
    assert response.url == reverse("desk:own_question", args=[question.uuid])
    assert question.author == teacher
    assert keeping.fields(keeping.plain_of(question)) == keeping.fields(plain(way))


@EVERY
def test_the_form_shows_what_was_written_and_sends_it_back_unchanged(
    desk, teacher, way
):
    question = written(teacher, way)
    page = desk.get(reverse("desk:edit_question", args=[question.uuid]))
    shown = page.context["form"].initial

    desk.post(
        reverse("desk:change_question", args=[question.uuid]),
        {name: value for name, value in shown.items() if value not in (False, "")},
    )

    question.refresh_from_db()
    assert keeping.fields(keeping.plain_of(question)) == keeping.fields(plain(way))


@EVERY
def test_it_is_shown_as_pupils_see_it_before_and_after_an_answer(desk, teacher, way):
    page = desk.get(
        reverse("desk:own_question", args=[written(teacher, way).uuid])
    ).text

    assert page.count(SAMPLES[way]["stem"]) >= 2
    assert "Source given by the teacher" in page
    assert "Foreign relations of Albania</cite>" not in page


def test_an_answer_can_be_tried_and_leaves_no_trace(desk, teacher):
    question = written(teacher)
    before = Question.objects.values().get()

    page = desk.post(
        reverse("desk:try_own_question", args=[question.uuid]), {"choice": "1"}
    )

    assert page.context["chosen"]
    assert Question.objects.values().get() == before


def test_what_cannot_be_played_is_refused_with_what_to_do(desk):
    response = write(desk, "choice", right="")

    assert response.status_code == 200
    assert "Mark the one answer that is right." in response.text
    assert not Question.objects.exists()


def test_checking_the_wording_keeps_nothing_and_says_what_there_is_to_say(desk):
    response = write(desk, "choice", stem="Where was it not made?", look="")

    assert "asked in the negative" in response.text
    assert not Question.objects.exists()


def test_a_warning_keeps_nobody_from_keeping_the_question(desk):
    assert write(desk, "choice", stem="Where was it not made?").status_code == 302
    assert Question.objects.exists()


def test_hidden_signs_are_left_out(desk):
    write(desk, "choice", stem="Where \u202ewas\u202c it\u00ad made,\x07  and why?")

    assert Question.objects.get().stem == "Where was it made, and why?"


def test_markup_is_shown_as_text(desk):
    write(desk, "choice", explanation="<script>alert(1)</script>")

    page = desk.get(reverse("desk:own_question", args=[Question.objects.get().uuid]))
    assert "&lt;script&gt;alert(1)" in page.text
    assert "<script>alert" not in page.text


def test_an_unknown_way_of_asking_is_not_found(desk):
    assert desk.get(reverse("desk:blank_question", args=["essay"])).status_code == 404


def test_the_list_holds_ones_own_and_nobody_elses(desk, teacher):
    written(teacher)
    keeping.write(plain("name", stem="Whose horse is this?"), author=make_teacher())

    page = desk.get(reverse("desk:own_questions")).text
    assert SAMPLES["choice"]["stem"] in page
    assert "Whose horse" not in page


def test_the_list_reads_the_same_however_many_there_are(
    desk, teacher, django_assert_max_num_queries
):
    for _ in range(8):
        make_question_set(owner=teacher).pinned.add(written(teacher))

    with django_assert_max_num_queries(10):
        desk.get(reverse("desk:own_questions"))


def pin(desk, question, question_set, verb="pin_question"):
    url = reverse(f"desk:{verb}", args=[question.uuid])
    return desk.post(url, {"code": question_set.code}, follow=True)


def test_a_question_is_pinned_and_unpinned(desk, teacher):
    question, own_set = written(teacher), make_question_set(owner=teacher)

    assert "Unpin" in pin(desk, question, own_set).text
    assert own_set.pinned.get() == question
    pin(desk, question, own_set, "unpin_question")
    assert not own_set.pinned.exists()


def test_no_more_are_pinned_than_the_quiz_asks(desk, teacher):
    own_set = make_question_set(owner=teacher, length=1)
    pin(desk, written(teacher), own_set)

    assert "Unpin one first" in pin(desk, written(teacher), own_set).text
    assert own_set.pinned.count() == 1


def test_it_is_pinned_in_no_set_of_a_colleague(desk, teacher):
    theirs = make_question_set(owner=make_teacher())
    theirs.shared_with.add(teacher)

    assert pin(desk, written(teacher), theirs).status_code == 404
    assert not theirs.pinned.exists()


def test_one_out_of_use_is_not_pinned(desk, teacher):
    question, own_set = written(teacher), make_question_set(owner=teacher)
    desk.post(reverse("desk:retire_question", args=[question.uuid]))

    assert "out of use" in pin(desk, question, own_set).text
    assert not own_set.pinned.exists()


def test_a_pupil_reads_whose_word_the_source_is(client, teacher, learner):
    attempt = make_attempt(learner=learner, questions=[written(teacher)], answers="-")

    page = client.get(reverse("quiz:item", args=[attempt.pk, 1])).text
    assert "Source given by the teacher" in page
    assert "History 9, page 44" in page
    assert "Besa has no proof of its own" in page
    result = client.get(reverse("quiz:result", args=[attempt.pk])).text
    assert "Foreign relations of Albania</cite>" not in result


def test_a_source_on_the_web_is_linked_without_telling_it_where_one_comes_from(
    client, teacher, learner
):
    question = keeping.write(
        plain("choice", link="https://example.org/hat"), author=teacher
    )
    attempt = make_attempt(learner=learner, questions=[question], answers="-")

    page = client.get(reverse("quiz:item", args=[attempt.pk, 1])).text
    assert 'href="https://example.org/hat" rel="external nofollow noreferrer"' in page


def test_the_admin_shows_it_to_its_author_and_leaves_changing_to_the_desk(
    desk, teacher
):
    question = written(teacher)
    page = desk.get(reverse("admin:quiz_question_change", args=[question.pk])).text

    assert "As its author wrote it" in page
    assert reverse("desk:own_question", args=[question.uuid]) in page
    assert 'name="edited_stem"' not in page


def test_an_objection_to_it_says_whose_word_it_is(desk, teacher):
    own_set = make_question_set(owner=teacher)
    dispute = make_dispute(questions=[written(teacher)], question_set=own_set)
    page = desk.get(reverse("admin:quiz_dispute_change", args=[dispute.pk])).text

    assert "A teacher wrote this question." in page
    assert "no longer in the base" not in page
