"""What learners are told when something was put right, and when that is taken back."""

import datetime as dt

import pytest
from pytest_django.asserts import assertContains, assertNotContains

from quiz.corrections import applying, planning
from quiz.models import Correction, Question, Regrade
from tests.factories import NOW, make_attempt, make_teacher
from tests.quiz.corrections.test_applying import CLAIM, asked, now_of, put_right, stored

__all__ = ["stored"]

pytestmark = pytest.mark.django_db
WRONG = "We were wrong about this question:"


@pytest.fixture
def voided(learner):
    """Of two questions answered, right and wrong, the second is voided."""
    attempt = make_attempt(learner=learner, answers="+-")
    question = attempt.items.get(position=2).question
    put_right(make_teacher(), planning.after_flaw(question), reason="Two fit.")
    return attempt


@pytest.fixture
def undone(voided):
    later = NOW + dt.timedelta(days=1)
    applying.undo(Correction.objects.get(), by=make_teacher(), now=later)
    return voided


def test_the_result_says_why_and_from_what_to_what(client, voided):
    response = client.get(f"/attempts/{voided.pk}/result/")

    assertContains(response, "2 of 2 right")
    assertContains(response, f"<b>{WRONG}</b> Two fit.")
    assertContains(response, "Your score went from 1 to <b>2</b>.")


def test_the_item_says_so_too_and_calls_nothing_of_it_right(client, voided):
    response = client.get(f"/attempts/{voided.pk}/2/")

    assertContains(response, f"<b>{WRONG}</b> Two fit.")
    assertContains(response, "Your score went from 1 to 2.")
    assertContains(response, "Counted as right")
    assertContains(response, "what we took to be the answer")
    assert {row.mark for row in response.context["feedback"].rows} == {
        "other",
        "chosen",
    }


def test_an_item_that_was_not_corrected_says_nothing(client, voided):
    assertNotContains(client.get(f"/attempts/{voided.pk}/1/"), WRONG)


def test_the_scores_show_what_it_was_before(client, voided):
    response = client.get("/scores/")

    assertContains(response, "2 of 2")
    assertContains(response, "1 before a ")


@pytest.mark.parametrize("page", ["/", "/scores/"])
def test_it_is_news_until_it_was_read(client, voided, page):
    news = "We were wrong about a question you answered"
    assertContains(client.get(page), news)

    response = client.post("/corrections/read/", follow=True)

    assertContains(response, "Two fit.")
    assertNotContains(response, "I have read it")
    assertNotContains(client.get(page), news)


def test_looking_alone_marks_nothing_as_read(client, voided):
    client.get("/corrections/")

    assert Regrade.objects.news().exists()


def test_nobody_reads_of_somebody_elses(client, voided):
    client.cookies.clear()

    assertNotContains(client.get("/corrections/"), "Two fit.")
    client.post("/corrections/read/")
    assert Regrade.objects.news().exists()


@pytest.mark.parametrize("address", ["/", "/scores/", "/corrections/"])
def test_once_undone_it_is_news_no_more(client, undone, address):
    assertNotContains(client.get(address), "We were wrong")
    assertNotContains(client.get(address), "before a ")


def test_once_undone_the_item_says_what_happened_and_tells_as_at_first(client, undone):
    response = client.get(f"/attempts/{undone.pk}/2/")

    assertNotContains(response, WRONG)
    assertContains(response, "took that back on 2 June 2025")
    assertContains(response, "Not right")
    assertContains(response, "the answer")
    result = client.get(f"/attempts/{undone.pk}/result/")
    assertContains(result, "1 of 2 right")
    assertNotContains(result, "We were wrong")


def test_a_corrected_date_is_told_in_place_of_the_old(client, learner, stored):
    attempt = asked("typed-date", answers="-", learner=learner)
    plan = planning.after_fact(CLAIM, now_of(borduria="1958-06-01"))
    put_right(make_teacher(), plan, reason="It was 1958.")

    response = client.get(f"/attempts/{attempt.pk}/1/")
    assertContains(response, "The right answer is 1 June 1958.")
    assertContains(response, "Your score stays 0.")
    assertNotContains(response, "1949")
    missed = client.get(f"/attempts/{attempt.pk}/result/")
    assertContains(missed, "1 June 1958")
    assertNotContains(missed, "1949")


@pytest.mark.parametrize("family", ["match-year", "first", "order", "when"])
def test_nothing_tells_of_the_old_date_any_more(client, learner, stored, family):
    found = Question.objects.filter(family=family)
    asking = [one for one in found if CLAIM in one.claims]
    if family == "first":  # and came first, which it does no longer
        asking = [q for q in asking if q.options[q.solution]["claim"] == CLAIM]
    attempt = make_attempt(questions=asking[:1], answers="-", learner=learner)
    assertContains(client.get(f"/attempts/{attempt.pk}/1/"), "1949")
    plan = planning.after_fact(CLAIM, now_of(borduria="2015-02-03"))
    put_right(make_teacher(), plan, reason="It was otherwise.")

    feedback = client.get(f"/attempts/{attempt.pk}/1/").context["feedback"]

    told = " ".join([feedback.heading, feedback.explanation, *_truths(feedback)])
    assert "1949-11-23" not in told
    assert not any("1949" in row.text for row in feedback.rows if row.mark == "right")


def _truths(feedback):
    return [row.truth for row in feedback.rows]


def test_who_was_right_by_the_old_date_reads_that_it_counts(client, learner, stored):
    attempt = asked("typed-date", answers="+", learner=learner)
    plan = planning.after_fact(CLAIM, now_of(borduria="1958-06-01"))
    put_right(make_teacher(), plan, reason="It was 1958.")

    response = client.get(f"/attempts/{attempt.pk}/1/")
    assertContains(response, "Counted as right")
    assertContains(response, "Your score stays 1.")
