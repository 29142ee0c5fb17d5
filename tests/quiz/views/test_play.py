"""Answering: the page of a question, before and after, with and without htmx."""

import json
import re
from uuid import uuid4

import pytest
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quiz import play
from quiz.models import Answer, Item
from tests.factories import NOW, make_attempt, make_question, right, wrong

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


def url_of(item) -> str:
    return f"/attempts/{item.attempt_id}/{item.position}/"


def answer_url(item) -> str:
    return f"{url_of(item)}answer/"


def bare(response) -> str:
    """The response without what differs from one request to the next."""
    page = re.sub(r'(csrfmiddlewaretoken" value=)"\w+"', r"\1", response.text)
    headers = {k: v for k, v in response.items() if k != "Expires"}
    return page + json.dumps(headers)


def test_attempt_leads_to_the_first_open_question(client, learner):
    attempt = make_attempt(learner=learner, length=3, answers="-")

    response = client.get(f"/attempts/{attempt.pk}/")

    assertRedirects(response, f"/attempts/{attempt.pk}/2/")


def test_finished_attempt_leads_to_its_result(client, learner):
    attempt = make_attempt(learner=learner, answers="+-")

    response = client.get(f"/attempts/{attempt.pk}/")

    assertRedirects(response, f"/attempts/{attempt.pk}/result/")


def test_open_question_is_shown_with_its_options(client, learner):
    item = make_attempt(learner=learner, length=2).items.first()

    response = client.get(url_of(item))

    assertContains(response, item.stem)
    for option in item.options:
        assertContains(response, option["text"], count=1)
    assert response.context["feedback"] is None
    assert [step.state for step in response.context["steps"]] == ["now", "todo"]


def test_page_is_whole_even_for_htmx(client, learner):
    item = make_attempt(learner=learner).items.first()

    plain, with_htmx = client.get(url_of(item)), client.get(url_of(item), headers=HTMX)

    assertContains(with_htmx, "<!doctype html>")
    assert bare(with_htmx) == bare(plain)


def test_nothing_of_the_answer_is_in_the_page_before_it_is_given(client, learner):
    question = make_question(remark="A reference says 1990.")
    item = make_attempt(learner=learner, questions=[question]).items.get()

    page = client.get(url_of(item))

    secrets = [item.explanation, item.remark, item.page, item.sources[0]["locator"]]
    for option in item.options:
        secrets += [option["proof"], option["truth"]]
    for secret in filter(None, secrets):
        assertNotContains(page, secret)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_an_open_question_looks_the_same_whichever_option_is_right(
    client, learner, headers
):
    item = make_attempt(learner=learner).items.first()
    seen = set()

    for key in range(4):
        proofs = [{"proof": "", "truth": ""} if n == key else {} for n in range(4)]
        options = [
            {"text": option["text"], "proof": "functional slot", "truth": "So."} | proof
            for option, proof in zip(item.options, proofs, strict=True)
        ]
        Item.objects.filter(pk=item.pk).update(solution=key, options=options)
        seen.add(bare(client.get(url_of(item), headers=headers)))
        seen.add(bare(client.post(answer_url(item), {}, headers=headers)))

    assert len(seen) == 2  # the page, and the page that asks to choose first


def test_a_question_further_on_leads_back_to_the_open_one(client, learner):
    first, _, third = make_attempt(learner=learner, length=3).items.all()

    response = client.get(url_of(third), follow=True)

    assert response.redirect_chain[-1][0] == url_of(first)


def test_a_page_is_never_kept_so_that_going_back_shows_the_true_state(client, learner):
    item = make_attempt(learner=learner).items.first()

    response = client.get(url_of(item))

    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_an_answer_without_javascript_leads_to_its_feedback(client, learner):
    item = make_attempt(learner=learner).items.first()

    response = client.post(answer_url(item), {"choice": right(item)})

    assertRedirects(response, url_of(item))
    assert Answer.objects.get().given == right(item)


def test_an_answer_with_htmx_gets_the_board_with_its_feedback(client, learner):
    item = make_attempt(learner=learner).items.first()

    response = client.post(answer_url(item), {"choice": wrong(item)}, headers=HTMX)

    assert response.text.lstrip().startswith("<section")
    assertContains(response, 'id="board"')
    assertNotContains(response, "<!doctype html>")
    assertContains(response, item.explanation)
    assert Answer.objects.get().given == wrong(item)


@pytest.mark.parametrize("choose", [right, wrong])
def test_feedback_stays_at_the_questions_own_address(client, learner, choose):
    first, second = make_attempt(learner=learner, length=2).items.all()
    play.answer(first, choose(first), now=NOW)

    response = client.get(url_of(first))

    assertContains(response, first.explanation)
    assertContains(response, first.sources[0]["locator"])
    assertContains(response, f'href="{url_of(second)}"')
    assert response.context["form"] is None
    assert response.context["feedback"].is_right == (choose is right)


def test_the_last_feedback_leads_to_the_result(client, learner):
    attempt = make_attempt(learner=learner, length=2, answers="++")

    response = client.get(f"/attempts/{attempt.pk}/2/")

    assert response.context["is_last"]
    assertContains(response, f'href="/attempts/{attempt.pk}/result/"')


def test_steps_tell_the_way_so_far(client, learner):
    attempt = make_attempt(learner=learner, length=4, answers="+-")

    response = client.get(f"/attempts/{attempt.pk}/3/")

    assert [step.label for step in response.context["steps"]] == [
        "Question 1: right",
        "Question 2: not right",
        "Question 3: the one you are at",
        "Question 4: still to come",
    ]


def test_looking_back_marks_no_question_as_the_present_one(client, learner):
    attempt = make_attempt(learner=learner, length=2, answers="+")

    response = client.get(f"/attempts/{attempt.pk}/1/")

    assert [step.state for step in response.context["steps"]] == ["right", "todo"]


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
@pytest.mark.parametrize("choice", ["9", "-1", "first", "", "0\x00", None])
def test_an_unknown_option_is_shown_back_and_not_stored(
    client, learner, headers, choice
):
    item = make_attempt(learner=learner).items.first()
    sent = {} if choice is None else {"choice": choice}

    response = client.post(answer_url(item), sent, headers=headers)

    assertContains(response, "Please choose")
    assertContains(response, item.stem)
    assert not Answer.objects.exists()


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
def test_the_same_answer_twice_changes_nothing_and_says_nothing(
    client, learner, headers
):
    item = make_attempt(learner=learner).items.first()

    for _ in range(2):
        response = client.post(
            answer_url(item), {"choice": 0}, headers=headers, follow=True
        )

    assertContains(response, item.explanation)
    assertNotContains(response, "Your first answer stands")
    assert Answer.objects.get().given == 0


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["page", "part"])
@pytest.mark.parametrize("second", ["1", "9", ""])
def test_another_answer_from_a_second_tab_meets_the_first_one(
    client, learner, headers, second
):
    item = make_attempt(learner=learner).items.first()
    client.post(answer_url(item), {"choice": 0})

    response = client.post(
        answer_url(item), {"choice": second}, headers=headers, follow=True
    )

    assertContains(response, "Your first answer stands", count=1)
    assertContains(response, item.explanation)
    assert Answer.objects.get().given == 0


def test_a_finished_attempt_takes_no_further_answer(client, learner):
    attempt = make_attempt(learner=learner, answers="++")
    item = attempt.items.first()

    response = client.post(answer_url(item), {"choice": wrong(item)})

    assertRedirects(response, url_of(item))
    assert item.answer.given == right(item)


def test_a_question_is_not_answered_ahead_of_its_turn(client, learner):
    first, second = make_attempt(learner=learner, length=2).items.all()

    response = client.post(answer_url(second), {"choice": 0}, follow=True)

    assert response.redirect_chain[-1][0] == url_of(first)
    assert not Answer.objects.exists()


def test_htmx_is_sent_to_the_open_question_as_a_whole_page(client, learner):
    first, second = make_attempt(learner=learner, length=2).items.all()

    response = client.post(answer_url(second), {"choice": 0}, headers=HTMX)

    assert response["HX-Redirect"] == first.attempt.get_absolute_url()
    assert not Answer.objects.exists()


@pytest.mark.parametrize("position", [0, 3, 99999999999999999999])
def test_a_position_the_attempt_does_not_have_is_not_found(client, learner, position):
    attempt = make_attempt(learner=learner, length=2)
    url = f"/attempts/{attempt.pk}/{position}/"

    assert client.get(url).status_code == 404
    assert client.post(f"{url}answer/", {"choice": 0}).status_code == 404


@pytest.mark.parametrize("answers", ["", "+-"], ids=["open", "finished"])
def test_somebody_elses_attempt_is_not_found_anywhere(client, learner, answers):
    attempt = make_attempt(length=2, answers=answers)
    url = f"/attempts/{attempt.pk}/"

    pages = [client.get(url + end) for end in ("", "1/", "2/", "result/")]
    posts = [
        client.post(url + end, {"choice": 0, "token": str(uuid4())})
        for end in ("1/answer/", "practise/")
    ]

    assert {response.status_code for response in pages + posts} == {404}
    assert Answer.objects.count() == len(answers)


def test_without_a_session_no_attempt_is_found_and_nobody_becomes_a_learner(client):
    attempt = make_attempt(answers="+")

    response = client.get(f"/attempts/{attempt.pk}/1/")

    assert response.status_code == 404
    assert "sessionid" not in client.cookies


def test_an_attempt_that_does_not_exist_is_not_found(client, learner):
    assert client.get(f"/attempts/{uuid4()}/").status_code == 404


@pytest.mark.parametrize(
    ("end", "method"),
    [
        ("", "post"),
        ("1/", "post"),
        ("1/answer/", "get"),
        ("result/", "post"),
        ("practise/", "get"),
    ],
)
def test_each_address_takes_its_own_method_only(client, learner, end, method):
    attempt = make_attempt(learner=learner)

    response = getattr(client, method)(f"/attempts/{attempt.pk}/{end}")

    assert response.status_code == 405


def test_an_answer_needs_the_sites_own_form(learner, client):
    item = make_attempt(learner=learner).items.first()
    client.handler.enforce_csrf_checks = True

    response = client.post(answer_url(item), {"choice": 0})

    assert response.status_code == 403
    assert not Answer.objects.exists()


def test_coming_back_finds_the_same_question_with_the_same_options(client, learner):
    item = make_attempt(learner=learner).items.first()

    first, again = client.get(url_of(item)), client.get(url_of(item))

    assert bare(first) == bare(again)


@pytest.mark.parametrize("length", [2, 10])
def test_a_page_reads_the_same_however_long_the_quiz(
    client, learner, length, django_assert_num_queries
):
    attempt = make_attempt(length=length, learner=learner, answers="+" * (length - 1))

    with django_assert_num_queries(5):  # session, learner, attempt, items, terms
        client.get(f"/attempts/{attempt.pk}/{length}/")


@pytest.mark.parametrize("length", [2, 10])
def test_an_answer_takes_the_same_queries_however_long_the_quiz(
    client, learner, length, django_assert_num_queries
):
    attempt = make_attempt(length=length, learner=learner)

    # The page's four, the answer's, and the page's last three once more; then the
    # objections there are, the corrections, and when it comes back.
    with django_assert_num_queries(36):
        client.post(f"/attempts/{attempt.pk}/1/answer/", {"choice": 0}, headers=HTMX)
