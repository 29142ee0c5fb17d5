"""My progress as a page, and all of it to be taken along or deleted."""

import csv
import datetime as dt
import io
import json

import pytest
from django.utils import timezone
from pytest_django.asserts import assertContains, assertRedirects

from quiz.models import Answer, Attempt, Dispute, Learner, Memory, Review, Skill
from tests.factories import (
    make_attempt,
    make_dispute,
    make_learner,
    make_question,
    make_user,
    right,
)
from tests.quiz.remembered import DAY, make_askable, make_memory
from tests.quiz.test_memory import answer, year_question

pytestmark = pytest.mark.django_db


def rows(client) -> list[dict[str, str]]:
    text = client.get("/progress/history.csv").getvalue().decode()
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_a_newcomer_is_shown_where_to_begin(client):
    make_askable("a")

    response = client.get("/progress/")

    assertContains(response, "Nothing answered yet")
    assertContains(response, "1 fact")
    assertContains(response, "/quizzes/")


def test_progress_counts_what_is_known_now_as_the_last_week_does(client, learner):
    now = timezone.now()
    make_askable("a", "when.year")
    make_askable("b", "when.year")
    for ago in (2, 0):
        answer(year_question(claim="a"), learner, right, now=now - ago * DAY)

    response = client.get("/progress/")

    assertContains(response, "1 of 2 facts known")
    weeks, chart = response.context["weeks"], response.context["chart"]
    assert weeks[-1].known == response.context["whole"].known == 1
    assert [point.value for point in chart.points] == [row.known for row in weeks]
    assert sum(row.days for row in weeks) == response.context["days"] == 2
    assert sum(dot.is_on for dot in response.context["dots"]) == 2
    for row in weeks:
        assertContains(response, f'datetime="{row.week.first:%Y-%m-%d}"')


def test_a_guest_is_told_how_to_keep_it(client, learner):
    make_attempt(learner=learner, answers="+")

    assertContains(client.get("/progress/"), "/accounts/signup/")


def test_progress_and_scores_lead_to_each_other(client):
    assertContains(client.get("/progress/"), 'href="/scores/"')
    assertContains(client.get("/scores/"), 'href="/progress/"')


def test_progress_is_only_read(client):
    for address in ("", "history.csv", "history.json"):
        assert client.post(f"/progress/{address}").status_code == 405
    assert client.put("/progress/forget/").status_code == 405


@pytest.mark.parametrize("count", [2, 10])
def test_progress_reads_the_same_however_much_was_played(
    client, learner, count, django_assert_num_queries
):
    now = timezone.now()
    for n in range(count):
        make_askable(f"claim-{n}", "when.year")
        answer(year_question(claim=f"claim-{n}"), learner, right, now=now - n * DAY)
        make_memory(learner, f"other-{n}")

    # Session, learner, facts, memories, days, reviews, answers.
    with django_assert_num_queries(8):
        client.get("/progress/")


# My history


def test_history_has_every_answer_with_its_question_and_its_proof(client, learner):
    question = make_question(claim="kosovo")
    attempt = make_attempt(
        learner=learner, questions=[question, make_question()], answers="-"
    )
    item = attempt.items.get(answer__isnull=False)

    (row,) = rows(client)

    assert row == {
        "answered": f"{timezone.localtime(item.answer.answered_at):%Y-%m-%d %H:%M:%S}",
        "quiz": "A quiz",
        "question": item.stem,
        "format": "Choose one",
        "topic": "Relations and dates",
        "claim": item.claim,
        "aspect": "when",
        "given": item.options[item.answer.given]["text"],
        "right": item.options[item.solution]["text"],
        "credit": "0.0",
        "sure": "",
        "sources": item.sources[0]["locator"],
    }


def test_history_says_whether_one_was_sure(client, learner):
    answer(make_question(), learner, right, is_sure=True)
    answer(make_question(), learner, right, is_sure=False, now=timezone.now())

    assert [row["sure"] for row in rows(client)] == ["yes", "no"]


def test_no_cell_of_the_history_is_a_formula(client, learner):
    make_attempt(learner=learner, title="=1+1", length=1, answers="+")

    assert rows(client)[0]["quiz"] == "'=1+1"


def test_history_as_json_tells_what_is_remembered_too(client, learner):
    dispute = make_dispute(learner=learner)
    make_memory(
        learner, "a", stability=3.5, difficulty=5, reviewed_on=dt.date(2025, 6, 1)
    )

    response = client.get("/progress/history.json")

    told = json.loads(response.getvalue())
    assert [a["question"] for a in told["answers"]] == [dispute.item.stem]
    assert (told["answers"][0]["sure"], told["answers"][0]["credit"]) == (None, 0)
    remembered = {memory["claim"]: memory for memory in told["memories"]}
    assert set(remembered) == {"a", dispute.item.claim} or set(remembered) == {"a"}
    assert remembered["a"]["stability"] == 3.5
    assert remembered["a"]["due_on"] == "2025-06-02"
    assert [o["reason"] for o in told["objections"]] == [dispute.reason]


@pytest.mark.parametrize("name", ["history.csv", "history.json"])
def test_history_is_ones_own_and_kept_by_nobody_on_the_way(client, learner, name):
    stem = make_attempt(answers="+").items.first().stem

    response = client.get(f"/progress/{name}")

    assert stem not in response.getvalue().decode()
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"] == f'attachment; filename="besa-{name}"'


def test_somebody_who_never_played_has_an_empty_history(client):
    assert rows(client) == []
    told = json.loads(client.get("/progress/history.json").getvalue())
    assert told == {"answers": [], "memories": [], "objections": []}


@pytest.mark.parametrize("count", [2, 10])
@pytest.mark.parametrize("name", ["history.csv", "history.json"])
def test_history_reads_the_same_however_long_it_is(
    client, learner, name, count, django_assert_num_queries
):
    make_attempt(learner=learner, length=count, answers="+" * count)
    for n in range(count):
        make_memory(learner, f"claim-{n}")

    # Session, learner, answers; for JSON memories and objections too.
    with django_assert_num_queries(4 if name.endswith("csv") else 6):
        assert client.get(f"/progress/{name}").getvalue()


# Deleting it


def test_what_is_to_be_deleted_is_said_first_and_nothing_is_lost_by_asking(
    client, learner
):
    make_dispute(learner=learner)

    response = client.get("/progress/forget/")

    assertContains(response, "1 quiz")
    assertContains(response, "1 objection")
    assert Answer.objects.count() == 1


def test_all_is_deleted_but_the_account_and_what_others_played(client):
    user = make_user()
    client.force_login(user)
    learner = make_learner(user=user)
    others = make_attempt(answers="+")
    make_dispute(learner=learner)
    answer(year_question(claim="a"), learner, right)

    response = client.post("/progress/forget/")

    assertRedirects(response, "/progress/")
    assert list(Attempt.objects.all()) == [others]
    assert not Dispute.objects.exists()
    for model in (Review, Memory, Skill):
        assert not model.objects.filter(learner=learner).exists()
    assert Learner.objects.get(user=user) == learner


def test_deleting_nothing_makes_no_learner(client):
    client.post("/progress/forget/")

    assert not Learner.objects.exists()
