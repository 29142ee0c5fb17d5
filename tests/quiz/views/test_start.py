"""The ways into a quiz: home, the question to try, topics, a teacher's set."""

import datetime as dt
from uuid import uuid4

import pytest
from django.contrib.auth.models import Permission
from django.contrib.sessions.models import Session
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quiz import selection
from quiz.models import Answer, Attempt, Learner, Question, Topic
from tests.factories import (
    make_attempt,
    make_learner,
    make_question,
    make_question_set,
    make_user,
)
from tests.quiz.remembered import make_askable, make_memory

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def make_questions(count: int, **fields) -> list[Question]:
    return [make_question(**fields) for _ in range(count)]


@pytest.fixture
def teacher():
    user = make_user(is_staff=True)
    user.user_permissions.add(Permission.objects.get(codename="view_questionset"))
    return user


# Home


def test_home_offers_a_question_and_the_topics(client):
    question = make_question()

    response = client.get("/")

    assertContains(response, question.stem)
    assert response.context["total"] == 1
    assert [card.slug for card in response.context["topics"]] == list(Topic.values)
    counts = {card.slug: card.count for card in response.context["topics"]}
    assert counts == dict.fromkeys(Topic.values, 0) | {"relations": 1}


def test_home_stands_without_any_question(client):
    response = client.get("/")

    assert response.status_code == 200
    assert response.context["question"] is None


def test_home_gives_nothing_of_the_answer_away(client):
    question = make_question(remark="A reference says 1990.")

    response = client.get("/")

    secrets = [question.explanation, question.remark, question.page]
    for option in question.options:
        secrets += [option["proof"], option["truth"]]
    for secret in filter(None, secrets):
        assertNotContains(response, secret)


@pytest.mark.parametrize(
    "url",
    [
        "/",
        "/quizzes/",
        "/quizzes/?topic=nonsense",
        "/scores/",
        "/scores/?set=x",
        "/passport/",
        "/progress/",
        "/progress/history.csv",
        "/progress/history.json",
        "/progress/forget/",
    ],
)
def test_looking_around_writes_nothing(client, url, django_assert_num_queries):
    make_question()

    response = client.get(url)

    assert response.status_code == 200
    assert not Learner.objects.exists()
    assert not Session.objects.exists()
    assert "sessionid" not in response.cookies


def test_home_takes_up_the_last_quiz_left_open(client, learner):
    make_attempt(learner=learner, answers="++")
    left = make_attempt(learner=learner, length=3, answers="+")

    unfinished = client.get("/").context["unfinished"]

    assert unfinished == left
    assert (unfinished.answered, unfinished.length) == (1, 3)


def test_topics_show_how_many_facts_are_known(client, learner):
    today = timezone.localdate()
    for claim in "abc":
        make_askable(claim)
    make_askable("d", topic=Topic.PEOPLE)
    make_memory(learner, "a", due_on=today)
    make_memory(learner, "b", streak=1, held_since=None)

    response = client.get("/")

    cards = {card.slug: card for card in response.context["topics"]}
    relations = cards["relations"]
    assert (relations.known, relations.facts, relations.known_percent) == (1, 3, 33)
    assert cards["people"].known is None
    assertContains(response, "1 of 3 facts known")


@pytest.mark.parametrize("count", [1, 5])
def test_home_reads_the_same_however_much_was_played(
    client, learner, count, django_assert_num_queries
):
    for n in range(count):
        make_attempt(learner=learner, length=3, answers="++")
        make_memory(learner, make_askable(f"claim-{n}").claim)

    # Session, learner, counts, memories, facts, how many questions, which one,
    # unfinished, objections, corrections, terms.
    with django_assert_num_queries(11):
        client.get("/")


# The question to try


def trial(client, **fields):
    """What the home page's form sends."""
    context = client.get("/").context
    sent = {"question": context["question"].pk, "token": str(context["try_token"])}
    return {**sent, "choice": "0"} | fields


def test_trying_a_question_leads_to_its_feedback(client):
    question = make_question()
    shown = client.get("/").context["question"].options

    response = client.post("/try/", trial(client, choice="1"), follow=True)

    attempt = Attempt.objects.get()
    assert response.redirect_chain == [(f"/attempts/{attempt.pk}/1/", 302)]
    assertContains(response, question.explanation)
    item = attempt.items.get()
    assert item.options[item.answer.given]["text"] == shown[1]


def test_trying_a_question_with_htmx_gets_its_feedback_in_place(client):
    question = make_question()

    response = client.post("/try/", trial(client), headers=HTMX)

    assert response.text.lstrip().startswith("<section")
    assertContains(response, question.explanation)
    assertContains(response, 'action="/quizzes/start/"')
    assert Answer.objects.count() == 1


def test_a_trial_sent_twice_is_answered_once(client):
    make_question()
    sent = trial(client)
    client.post("/try/", sent, headers=HTMX)

    response = client.post("/try/", sent | {"choice": "1"}, headers=HTMX)

    assert response.context["feedback"].rows[0].label.startswith("your answer")
    assert Answer.objects.get().given == 0
    assert Attempt.objects.count() == 1


def test_a_first_visitors_double_click_makes_one_learner(client):
    make_question()
    sent = trial(client)
    client.post("/try/", sent)
    del client.cookies["sessionid"]  # the second click left before the first came back

    response = client.post("/try/", sent, follow=True)

    assert response.status_code == 200
    assert Learner.objects.count() == 1
    assert Answer.objects.count() == 1


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"choice": "4"}, "Please choose one of the answers shown."),
        ({"choice": "-1"}, "Please choose one of the answers shown."),
        ({"choice": "one"}, "Please choose one of the answers shown."),
        ({"choice": ""}, "Please choose an answer first."),
        ({"question": "no such"}, "That question is no longer asked."),
        ({"question": "nul\x00"}, ""),
        ({"question": ""}, "That question is no longer asked."),
        ({"token": "nonsense"}, "This page was out of date."),
        ({"token": ""}, "This page was out of date."),
    ],
)
def test_a_trial_tampered_with_is_answered_with_a_sentence(
    client, headers, fields, sentence
):
    make_question()

    response = client.post("/try/", trial(client, **fields), headers=headers)

    target = response["HX-Redirect"] if headers else response["Location"]
    assert target == "/"
    assertContains(client.get("/"), sentence)
    assert not Attempt.objects.exists()
    assert not Learner.objects.exists()


def test_a_trial_under_somebody_elses_token_is_not_found(client):
    token = str(make_attempt().pk)

    assert client.post("/try/", trial(client, token=token)).status_code == 404


def test_a_trial_under_the_token_of_another_quiz_answers_nothing(client, learner):
    today = make_question()
    sent = trial(client)
    attempt = make_attempt(learner=learner, length=2)

    sent |= {"token": str(attempt.pk), "question": today.pk}
    client.post("/try/", sent)

    assert not Answer.objects.filter(item__attempt=attempt).exists()


def test_only_the_question_shown_today_or_yesterday_can_be_tried(client):
    """Else it would tell the answer to any question of an open quiz."""
    questions = [make_question() for _ in range(20)]
    today = timezone.localdate()
    days = (today, today - dt.timedelta(days=1))
    shown = {selection.question_of_the_day(day).pk for day in days}

    for question in questions:
        client.post("/try/", trial(client, question=question.pk, token=str(uuid4())))

    assert set(Answer.objects.values_list("item__question", flat=True)) == shown


def test_the_question_to_try_does_not_name_its_fact(client):
    question = make_question(key="partner:kosovo-established:who")

    assertNotContains(client.get("/"), question.key)
    assertNotContains(client.get("/"), "kosovo")


def test_a_trial_of_a_question_that_has_grown_shorter_is_sent_back(client):
    question = make_question()
    sent = trial(client, choice="3")
    client.post("/try/", sent)
    Question.objects.filter(pk=question.pk).update(
        options=[*question.options, question.options[0]]
    )

    response = client.post("/try/", sent | {"choice": "4"}, follow=True)

    assert response.status_code == 200
    assert Answer.objects.get().given == 3


def test_only_a_form_can_try_a_question(client):
    assert client.get("/try/").status_code == 405


# Topics and starting


def start(client, **fields):
    sent = {"topic": "", "length": "5", "token": str(uuid4())} | fields
    return client.post("/quizzes/start/", sent)


def test_topics_offers_every_topic_and_length(client):
    response = client.get("/quizzes/")

    form = response.context["form"]
    assert [value for value, _ in form.fields["topic"].choices] == ["", *Topic.values]
    assert [value for value, _ in form.fields["length"].choices] == [5, 10, 20]


def test_topics_can_be_opened_at_one(client):
    response = client.get("/quizzes/?topic=people")

    assertContains(response, 'value="people" id="id_topic_4" checked')


def test_starting_leads_into_the_quiz(client):
    make_questions(5)

    response = start(client)

    attempt = Attempt.objects.get()
    assertRedirects(response, f"/attempts/{attempt.pk}/", target_status_code=302)
    assert attempt.items.count() == 5
    assert (attempt.title, attempt.topic) == ("Everything", "")


def test_starting_a_topic_asks_only_of_it(client):
    make_questions(5)
    make_questions(5, topic=Topic.PEOPLE)

    start(client, topic="people")

    attempt = Attempt.objects.get()
    assert (attempt.title, attempt.topic) == ("People and events", "people")
    assert {item.topic for item in attempt.items.all()} == {"people"}


def test_a_quiz_of_ones_own_asks_first_what_was_not_asked_that_day(client, learner):
    met = make_questions(5)
    make_attempt(learner=learner, questions=met, answers="+-+-+", now=timezone.now())
    fresh = make_questions(5)

    start(client)

    attempt = Attempt.objects.latest("started_at")
    assert {item.question for item in attempt.items.all()} == {*fresh}


def test_a_form_sent_twice_starts_one_quiz(client):
    make_questions(5)
    token = str(uuid4())

    first, second = (start(client, token=token) for _ in range(2))

    assert first["Location"] == second["Location"]
    assert Attempt.objects.count() == 1


def test_a_token_of_somebody_else_is_not_found(client):
    make_questions(5)

    assert start(client, token=str(make_attempt().pk)).status_code == 404


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"topic": "gossip"}, "Please choose one of these topics."),
        ({"length": "7"}, "Please choose 5, 10 or 20 questions."),
        ({"length": "many"}, "Please choose 5, 10 or 20 questions."),
        ({"length": ""}, "Please choose how many questions."),
        ({"token": "nonsense"}, "This page was out of date."),
        ({"token": ""}, "This page was out of date."),
        ({"topic": "x\x00"}, "Please choose one of these topics."),
    ],
)
def test_a_start_tampered_with_is_shown_back(client, fields, sentence):
    make_questions(5)

    response = start(client, **fields)

    assertContains(response, sentence)
    assert not Attempt.objects.exists()
    assert not Learner.objects.exists()


def test_too_long_a_quiz_is_refused_with_the_number_there_is(client):
    make_questions(3)

    response = start(client)

    assertContains(
        response, "This asks for 5 questions, but there are only 3 at present."
    )
    assert not Attempt.objects.exists()


def test_only_a_form_can_start_a_quiz(client):
    assert client.get("/quizzes/start/").status_code == 405


# A teacher's set


def test_a_published_set_says_what_it_is(client):
    question_set = make_question_set(title="Neighbours", length=7)

    response = client.get(f"/sets/{question_set.code}/")

    assertContains(response, "Neighbours")
    assertContains(response, "7 questions")
    assert not response.context["is_preview"]


def test_a_code_may_be_typed_in_small_letters(client):
    question_set = make_question_set()

    response = client.get(f"/sets/{question_set.code.lower()}/")

    assert response.context["question_set"] == question_set


def test_a_guest_starts_a_set_by_its_link(client):
    pinned, *_ = make_questions(4)
    question_set = make_question_set(title="Neighbours", length=2, topics=["relations"])
    question_set.pinned.add(pinned)

    client.post(f"/sets/{question_set.code}/start/", {"token": str(uuid4())})

    attempt = Attempt.objects.get()
    assert attempt.question_set == question_set
    assert (attempt.title, attempt.topic) == ("Neighbours", "relations")
    assert attempt.items.count() == 2
    assert attempt.items.filter(question=pinned).exists()


def test_a_set_started_twice_by_one_form_is_one_attempt(client):
    make_questions(2)
    question_set = make_question_set()
    token = str(uuid4())

    for _ in range(2):
        client.post(f"/sets/{question_set.code}/start/", {"token": token})

    assert Attempt.objects.count() == 1


def test_a_set_that_can_no_longer_be_filled_says_so(client):
    question_set = make_question_set()

    response = client.post(
        f"/sets/{question_set.code}/start/", {"token": str(uuid4())}, follow=True
    )

    assertContains(
        response, "This asks for 2 questions, but there are none at present."
    )
    assert not Attempt.objects.exists()


def test_a_set_form_out_of_date_says_so(client):
    question_set = make_question_set()

    response = client.post(
        f"/sets/{question_set.code}/start/", {"token": "nonsense"}, follow=True
    )

    assertContains(response, "This page was out of date.")


def test_a_set_is_not_started_under_somebody_elses_token(client):
    make_questions(2)
    question_set = make_question_set()

    response = client.post(
        f"/sets/{question_set.code}/start/", {"token": str(make_attempt().pk)}
    )

    assert response.status_code == 404


def test_a_draft_is_not_found_by_guests(client):
    draft = make_question_set(status="draft")

    assert client.get(f"/sets/{draft.code}/").status_code == 404
    assert client.post(f"/sets/{draft.code}/start/").status_code == 404


def test_a_draft_is_not_found_by_staff_who_may_not_see_sets(client):
    client.force_login(make_user(is_staff=True))
    draft = make_question_set(status="draft")

    assert client.get(f"/sets/{draft.code}/").status_code == 404


def test_a_draft_is_not_found_by_those_who_are_staff_no_more(client, teacher):
    teacher.is_staff = False
    teacher.save()
    client.force_login(teacher)
    draft = make_question_set(status="draft")

    assert client.get(f"/sets/{draft.code}/").status_code == 404


def test_a_teacher_tries_a_draft_without_leaving_a_result_in_it(client, teacher):
    make_questions(2)
    draft = make_question_set(status="draft", owner=teacher)
    client.force_login(teacher)

    response = client.get(f"/sets/{draft.code}/")
    client.post(f"/sets/{draft.code}/start/", {"token": str(uuid4())})

    assert response.context["is_preview"]
    assert Attempt.objects.get().question_set is None


@pytest.mark.parametrize("code", ["NOSUCHAA", "%00", "a-b_c"])
def test_a_set_that_does_not_exist_is_not_found(client, code):
    assert client.get(f"/sets/{code}/").status_code == 404
    assert client.post(f"/sets/{code}/start/").status_code == 404


def test_only_a_form_can_start_a_set(client):
    question_set = make_question_set()

    assert client.get(f"/sets/{question_set.code}/start/").status_code == 405
    assert client.post(f"/sets/{question_set.code}/").status_code == 405


def test_an_account_starts_as_itself(client):
    make_questions(5)
    own = make_learner(user=make_user())
    client.force_login(own.user)

    start(client)

    assert Attempt.objects.get().learner == own
