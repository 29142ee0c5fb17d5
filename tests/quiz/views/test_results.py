"""After a quiz: its result, practice on what was missed, the history."""

import datetime as dt
from uuid import uuid4

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quiz import play
from quiz.history import ROWS_ON_A_PAGE
from quiz.models import Attempt, Question, Topic
from quiz.scoring import Share
from tests.factories import (
    NOW,
    make_attempt,
    make_learner,
    make_question,
    make_question_set,
    make_user,
)
from tests.quiz.formats.many import several_question

pytestmark = pytest.mark.django_db


def test_result_tells_the_score_and_what_was_missed(client, learner):
    attempt = make_attempt(learner=learner, length=3, answers="+-+")
    missed = attempt.items.get(position=2)

    response = client.get(f"/attempts/{attempt.pk}/result/")

    assert (response.context["score"], response.context["length"]) == ("2", 3)
    assert [miss.stem for miss in response.context["missed"]] == [missed.stem]
    assertContains(response, missed.explanation)
    assertContains(response, missed.options[missed.solution]["text"])
    assertContains(response, missed.sources[0]["locator"])


def test_what_was_partly_right_is_not_marked_as_wrong(client, learner):
    partly, wrongly = several_question(), several_question()
    attempt = make_attempt(learner=learner, questions=[partly, wrongly])
    for item, given in zip(attempt.items.all(), ([0, 1], [3]), strict=True):
        play.answer(item, given, now=NOW)

    page = client.get(f"/attempts/{attempt.pk}/result/")

    assertContains(page, "◐</span> Right 0 and Right 1</span>")
    assertContains(page, "partly right, 0.7 of 1 point", count=1)
    assertContains(page, "✕</span> Wrong 0</span>", count=1)


def test_result_tells_the_share_of_each_topic(client, learner):
    questions = [make_question(), make_question(topic=Topic.PEOPLE)]
    attempt = make_attempt(learner=learner, questions=questions, answers="+-")
    topics = [item.topic for item in attempt.items.all()]

    response = client.get(f"/attempts/{attempt.pk}/result/")

    right_first = topics[0] == "relations"
    assert response.context["shares"] == [
        Share("Relations and dates", int(right_first), 1),
        Share("People and events", int(not right_first), 1),
    ]


def test_result_of_an_unfinished_quiz_leads_back_into_it(client, learner):
    attempt = make_attempt(learner=learner, answers="+")

    response = client.get(f"/attempts/{attempt.pk}/result/", follow=True)

    assert response.redirect_chain[-1][0] == f"/attempts/{attempt.pk}/2/"


def test_result_tells_a_guest_how_to_keep_it(client, learner):
    attempt = make_attempt(learner=learner, answers="++")

    response = client.get(f"/attempts/{attempt.pk}/result/")

    assert response.context["is_guest"]
    assertContains(response, "Keep this result")


def test_result_does_not_ask_an_account_to_sign_up(client):
    own = make_learner(user=make_user())
    attempt = make_attempt(learner=own, answers="++")
    client.force_login(own.user)

    response = client.get(f"/attempts/{attempt.pk}/result/")

    assertNotContains(response, "Keep this result")


@pytest.mark.parametrize("length", [2, 10])
def test_result_reads_the_same_however_long_the_quiz(
    client, learner, length, django_assert_num_queries
):
    attempt = make_attempt(learner=learner, length=length, answers="-" * length)

    # Session, learner, attempt, items, corrections, memories, objections, terms.
    with django_assert_num_queries(8):
        client.get(f"/attempts/{attempt.pk}/result/")


# Practice


def practise(client, attempt, token=None):
    sent = {"token": token or str(uuid4())}
    return client.post(f"/attempts/{attempt.pk}/practise/", sent)


def test_practice_starts_a_quiz_on_what_was_missed(client, learner):
    attempt = make_attempt(learner=learner, length=3, answers="-+-")
    missed = {item.claim for item in attempt.wrong_items}

    response = practise(client, attempt)

    practice = Attempt.objects.exclude(pk=attempt.pk).get()
    assertRedirects(response, f"/attempts/{practice.pk}/", target_status_code=302)
    assert {item.claim for item in practice.items.all()} == missed


def test_practice_sent_twice_is_one_quiz(client, learner):
    attempt = make_attempt(learner=learner, answers="--")
    token = str(uuid4())

    first, second = (practise(client, attempt, token) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Attempt.objects.count() == 2


def test_nothing_missed_leaves_nothing_to_practise(client, learner):
    attempt = make_attempt(learner=learner, answers="++")

    response = practise(client, attempt)

    assertRedirects(response, f"/attempts/{attempt.pk}/", target_status_code=302)
    assertContains(
        client.get(f"/attempts/{attempt.pk}/result/"),
        "There is nothing here to practise at present.",
    )


def test_practice_says_so_when_its_questions_are_gone(client, learner):
    attempt = make_attempt(learner=learner, answers="--")
    Question.objects.update(status="withdrawn")

    practise(client, attempt)

    assertContains(
        client.get(f"/attempts/{attempt.pk}/result/"),
        "There is nothing here to practise at present.",
    )
    assert Attempt.objects.get() == attempt


def test_practice_out_of_date_says_so(client, learner):
    attempt = make_attempt(learner=learner, answers="--")

    practise(client, attempt, "nonsense")

    assertContains(
        client.get(f"/attempts/{attempt.pk}/result/"), "This page was out of date."
    )
    assert Attempt.objects.get() == attempt


def test_practice_under_somebody_elses_token_is_not_found(client, learner):
    attempt = make_attempt(learner=learner, answers="--")

    assert practise(client, attempt, str(make_attempt().pk)).status_code == 404


# My scores


def days(count: int) -> dt.datetime:
    return NOW + dt.timedelta(days=count)


def titles(response) -> list[str]:
    return [row.title for row in response.context["rows"]]


def test_history_shows_finished_quizzes_newest_first(client, learner):
    make_attempt(learner=learner, title="First", answers="++", now=days(0))
    make_attempt(learner=learner, title="Second", answers="+-", now=days(1))
    make_attempt(learner=learner, title="Left open", answers="+", now=days(2))
    make_attempt(title="Somebody else's", answers="++")

    response = client.get("/scores/")

    assert titles(response) == ["Second", "First"]
    newest = response.context["rows"][0]
    assert (newest.score, newest.length, newest.percent) == (1, 2, 50)
    assert newest.finished_at == days(1)
    assert response.context["unfinished"].title == "Left open"


def test_history_of_a_newcomer_is_an_invitation(client):
    response = client.get("/scores/")

    assert response.context["rows"] == []
    assert response.context["chart"] is None
    assert response.context["is_guest"]


def test_history_can_be_narrowed_to_a_topic(client, learner):
    make_attempt(learner=learner, title="Mixed", answers="++")
    make_attempt(learner=learner, title="People", topic="people", answers="++")

    assert titles(client.get("/scores/?topic=people")) == ["People"]
    assert titles(client.get("/scores/?topic=everything")) == ["Mixed"]


def test_history_can_be_narrowed_to_a_set(client, learner):
    question_set = make_question_set()
    make_attempt(learner=learner, title="Own", answers="++")
    make_attempt(
        learner=learner, title="Class", question_set=question_set, answers="++"
    )

    response = client.get(f"/scores/?set={question_set.code}")

    assert titles(response) == ["Class"]
    assert response.context["rows"][0].set == question_set


def test_other_peoples_sets_are_not_offered(client, learner):
    make_attempt(question_set=make_question_set(title="Theirs"), answers="++")

    assertNotContains(client.get("/scores/"), "Theirs")


@pytest.mark.parametrize("query", ["topic=gossip", "set=NOSUCHAA", "set=%00&topic=%00"])
def test_a_filter_not_understood_hides_nothing(client, learner, query):
    make_attempt(learner=learner, title="Mixed", answers="++")

    assert titles(client.get(f"/scores/?{query}")) == ["Mixed"]


def test_scores_over_time_are_a_line_from_the_oldest(client, learner):
    for day, answers in enumerate(["--", "+-", "++"]):
        make_attempt(learner=learner, answers=answers, now=days(day))

    chart = client.get("/scores/").context["chart"]

    assert [point.value for point in chart.points] == [0, 50, 100]
    assert chart.points[0].label == "1 June 2025: 0 of 2"


def test_single_questions_make_no_line(client, learner):
    for day in range(3):
        make_attempt(learner=learner, length=1, answers="+", now=days(day))

    response = client.get("/scores/")

    assert len(response.context["rows"]) == 3
    assert response.context["chart"] is None


@pytest.mark.parametrize("count", [1, 6])
def test_history_reads_the_same_however_long_it_is(
    client, learner, count, django_assert_num_queries
):
    for _ in range(count):
        question_set = make_question_set()
        make_attempt(learner=learner, question_set=question_set, answers="++")

    # Session, learner, sets, how many finished, a page of them, chart, unfinished,
    # objections, terms, corrections, scores before them.
    with django_assert_num_queries(11):
        client.get("/scores/")


def test_history_is_only_looked_at(client):
    assert client.post("/scores/").status_code == 405


def test_a_long_history_comes_page_by_page(client, learner):
    for day in range(1, ROWS_ON_A_PAGE + 2):
        made = NOW + dt.timedelta(days=day)
        make_attempt(learner=learner, length=1, answers="+", now=made, title=str(day))

    newest, oldest = client.get("/scores/"), client.get("/scores/?page=2&topic=")

    assert len(newest.context["rows"]) == ROWS_ON_A_PAGE
    assertContains(newest, "?page=2")
    assert [row.title for row in oldest.context["rows"]] == ["1"]


@pytest.mark.parametrize("page", ["0", "99", "nonsense", "9" * 400])
def test_a_page_that_is_not_there_shows_one_that_is(client, learner, page):
    make_attempt(learner=learner, length=1, answers="+")

    assert len(client.get(f"/scores/?page={page}").context["rows"]) == 1


def test_a_guest_learns_the_sign_a_teacher_sees(client, learner):
    attempt = make_attempt(
        learner=learner, length=1, answers="+", question_set=make_question_set()
    )

    page = client.get(f"/attempts/{attempt.pk}/result/")

    assertContains(page, f"You played as <strong>Guest {str(learner.pk)[:4]}</strong>")
