"""Objecting to a question under its proof, and hearing what a teacher says."""

import re

import pytest
from django.core.cache import cache
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quiz import disputes
from quiz.models import LONGEST_TEXT, Dispute
from quiz.views.disputes import DISPUTES_ON_A_PAGE
from tests.factories import (
    make_attempt,
    make_dispute,
    make_learner,
    make_question,
    make_user,
)

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def nothing_counted_yet():
    """The cache is a table of the test's own, but a Redis would remember."""
    cache.clear()


def url_of(item) -> str:
    return f"/attempts/{item.attempt_id}/{item.position}/"


def object_to(client, item, reason="The book says 1994.", **how):
    return client.post(f"{url_of(item)}dispute/", {"reason": reason}, **how)


def answered_item(learner, answers="-"):
    return make_attempt(learner=learner, length=1, answers=answers).items.get()


def answer(dispute, text="The table has 1993.", outcome=Dispute.Outcome.DECLINED):
    disputes.answer(dispute, text, outcome=outcome, by=make_user(), now=timezone.now())
    return dispute


# Filing


@pytest.mark.parametrize("answers", ["+", "-"])
def test_every_answered_question_can_be_objected_to(client, learner, answers):
    item = answered_item(learner, answers)

    page = client.get(url_of(item))

    assertContains(page, "Something wrong here?")
    assertContains(page, f'action="{url_of(item)}dispute/"')


def test_an_open_question_cannot_be_objected_to(client, learner):
    item = make_attempt(learner=learner).items.first()

    assertNotContains(client.get(url_of(item)), "Something wrong here?")
    assertRedirects(
        object_to(client, item),
        f"/attempts/{item.attempt_id}/",
        fetch_redirect_response=False,
    )
    assert not Dispute.objects.exists()


def test_an_objection_leads_back_to_the_question_which_shows_it(client, learner):
    item = answered_item(learner)

    response = object_to(client, item)

    assertRedirects(response, f"{url_of(item)}#dispute", fetch_redirect_response=False)
    page = client.get(url_of(item))
    assertContains(page, "The book says 1994.")
    assertContains(page, "A teacher will read it and answer here.")
    assertNotContains(page, "wrong here?")  # one at a time


def test_htmx_gets_the_part_with_what_is_to_be_said_and_the_focus(client, learner):
    item = answered_item(learner)

    page = object_to(client, item, headers=HTMX).text

    part = re.search(r'<section id="dispute".*?>', page, re.DOTALL)[0]
    assert 'data-announcement="Sent.' in part
    assert "autofocus" in part
    assert "<html" not in page


def test_a_reason_comes_back_with_a_kind_sentence_if_it_cannot_be_taken(
    client, learner
):
    item = answered_item(learner)

    page = object_to(client, item, "x" * (LONGEST_TEXT + 1)).text

    assert f"Please keep it to {LONGEST_TEXT} characters." in page
    assert "x" * (LONGEST_TEXT + 1) in page
    assert "<details open>" in page
    assert re.search(r"<textarea[^>]*autofocus[^>]*>", page)
    assert not Dispute.objects.exists()


@pytest.mark.parametrize("reason", ["", "   \r\n ", "…?!", "\u200b", "🤔"])
def test_an_objection_without_words_is_refused(client, learner, reason):
    page = object_to(client, answered_item(learner), reason)

    assertContains(page, "Please say in a few words what is wrong.")
    assert not Dispute.objects.exists()


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\u202e", "\u2066"])
def test_characters_that_hide_or_turn_the_text_are_refused(client, learner, char):
    page = object_to(client, answered_item(learner), f"It was{char} 1994.")

    assertContains(page, "Some characters in it cannot be shown.", count=1)
    assert not Dispute.objects.exists()


def test_lines_are_kept_and_gaps_between_them_closed(client, learner):
    object_to(client, answered_item(learner), " It was 1994.\r\n\r\n\r\n\r\nSee p. 3.")

    assert Dispute.objects.get().reason == "It was 1994.\n\nSee p. 3."


def test_lines_count_as_the_browser_counts_them(client, learner):
    reason = "x\r\n" * (LONGEST_TEXT // 2)

    object_to(client, answered_item(learner), f"{reason}x"[: -len("x")])

    assert Dispute.objects.exists()


def test_what_was_written_is_shown_as_text(client, learner):
    item = answered_item(learner)

    object_to(client, item, "<script>alert(1)</script> \u201cno\u201d")

    page = client.get(url_of(item))
    assertContains(page, "&lt;script&gt;alert(1)&lt;/script&gt;")
    assertNotContains(page, "<script>alert")


def test_a_double_click_files_one(client, learner):
    item = answered_item(learner)

    for _ in range(2):
        assert object_to(client, item).status_code == 302

    assert Dispute.objects.count() == 1


def test_a_second_objection_to_the_question_is_asked_to_wait(client, learner):
    item = answered_item(learner)
    object_to(client, item)

    page = object_to(client, item, "And the place is wrong.")

    assertContains(page, "One at a time, please.")
    assertContains(page, "And the place is wrong.")
    assert Dispute.objects.count() == 1


def test_after_an_answer_one_may_object_again(client, learner):
    dispute = answer(make_dispute(learner=learner))

    assertContains(client.get(url_of(dispute.item)), "Something else wrong here?")
    object_to(client, dispute.item, "But the ministry says 1994.")

    assert Dispute.objects.open().get().reason == "But the ministry says 1994."


# Whose it may be


def test_a_strangers_question_is_not_there_to_object_to(client, learner):
    item = answered_item(make_learner())

    assert object_to(client, item).status_code == 404
    assert not Dispute.objects.exists()


def test_a_visitor_without_a_quiz_has_nothing_to_object_to(client):
    assert object_to(client, answered_item(make_learner())).status_code == 404


def test_a_question_that_the_attempt_does_not_have_is_not_there(client, learner):
    item = answered_item(learner)

    response = client.post(f"/attempts/{item.attempt_id}/9/dispute/", {"reason": "x"})

    assert response.status_code == 404


def test_looking_files_nothing(client, learner):
    item = answered_item(learner)

    assert client.get(f"{url_of(item)}dispute/").status_code == 405


def test_an_account_objects_as_a_guest_does(client):
    user = make_user()
    client.force_login(user)
    item = answered_item(make_learner(user=user))

    object_to(client, item)

    assert Dispute.objects.get().learner.user == user


# Limits


def test_a_learner_who_objects_too_often_is_asked_to_come_back(client, learner):
    most = disputes.MOST_AN_HOUR
    items = [
        *make_attempt(
            learner=learner, length=most + 1, answers="-" * (most + 1)
        ).items.all()
    ]
    for item in items[:most]:
        object_to(client, item)

    page = object_to(client, items[most], "And this.")

    assertContains(page, "Please send this one later.")
    assertContains(page, "And this.")
    assert Dispute.objects.count() == most


def test_an_address_that_objects_too_often_is_slowed_down(client, learner, settings):
    settings.ACCOUNT_RATE_LIMITS = {"dispute": "1/h/ip"}
    first, second = make_attempt(learner=learner, answers="--").items.all()
    object_to(client, first)

    page = object_to(client, second)

    assertContains(page, "Many objections have come from this place")
    assert Dispute.objects.count() == 1


def test_addresses_are_counted_and_a_class_fits_behind_one(settings):
    most = int(settings.ACCOUNT_RATE_LIMITS["dispute"].split("/")[0])

    assert 30 * 2 <= most <= 30 * disputes.MOST_AN_HOUR


# The answer


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Dispute.Outcome.UPHELD, "you have a point"),
        (Dispute.Outcome.DECLINED, "the question stands"),
    ],
)
def test_the_answer_stands_under_the_question(client, learner, outcome, words):
    dispute = answer(make_dispute(learner=learner), outcome=outcome)

    page = client.get(url_of(dispute.item))

    assertContains(page, "The table has 1993.")
    assertContains(page, words)
    assertNotContains(page, dispute.answered_by.username)


@pytest.mark.parametrize("path", ["/", "/scores/"])
def test_a_new_answer_is_told_until_it_is_read(client, learner, path):
    dispute = make_dispute(learner=learner)
    assertNotContains(client.get(path), "A teacher answered your objection.")

    answer(dispute)
    assertContains(client.get(path), "A teacher answered your objection.")
    response = client.post(f"/objections/{dispute.pk}/read/")

    assertRedirects(response, "/objections/")
    assertNotContains(client.get(path), "A teacher answered your objection.")


def test_several_new_answers_are_counted(client, learner):
    for _ in range(2):
        answer(make_dispute(learner=learner))

    assertContains(client.get("/"), "Teachers answered 2 of your objections.")


def test_looking_at_an_answer_does_not_mark_it_as_read(client, learner):
    dispute = answer(make_dispute(learner=learner))

    for path in ("/objections/", url_of(dispute.item)):
        assertContains(client.get(path), "I have read it")

    dispute.refresh_from_db()
    assert dispute.is_news


def test_nobody_else_marks_an_answer_as_read(client, learner):
    dispute = answer(make_dispute())

    assert client.post(f"/objections/{dispute.pk}/read/").status_code == 404

    dispute.refresh_from_db()
    assert dispute.is_news


# All of them


def test_my_objections_are_listed_with_what_became_of_them(client, learner):
    waiting = make_dispute(learner=learner, reason="It was 1994.")
    settled = answer(make_dispute(learner=learner, reason="Never."))
    make_dispute(reason="Somebody else’s.")

    page = client.get("/objections/")

    for dispute in (waiting, settled):
        assertContains(page, dispute.item.stem)
        assertContains(page, url_of(dispute.item))
        assertContains(page, dispute.reason)
    assertContains(page, settled.answer)
    assertNotContains(page, "Somebody else’s.")
    assert [*page.context["page"]] == [settled, waiting]  # the answer came last


def test_without_objections_the_page_says_how_to_make_one(client):
    assertContains(client.get("/objections/"), "Nothing here yet.")


def test_scores_lead_to_the_objections_if_there_are_any(client, learner):
    assertNotContains(client.get("/scores/"), "My objections")

    make_dispute(learner=learner)

    assertContains(client.get("/scores/"), 'href="/objections/"')


def test_many_objections_are_paged(client, learner, django_assert_num_queries):
    question = make_question()
    for _ in range(DISPUTES_ON_A_PAGE + 1):
        item = make_attempt(learner=learner, questions=[question], answers="-")
        Dispute.objects.create(
            item=item.items.get(), reason="No.", made_at=timezone.now()
        )

    with django_assert_num_queries(4):  # session, learner, how many, these
        first = client.get("/objections/")

    assert len(first.context["page"]) == DISPUTES_ON_A_PAGE
    assert len(client.get("/objections/?page=2").context["page"]) == 1


def test_a_result_leads_to_the_objection_to_what_was_missed(client, learner):
    attempt = make_attempt(learner=learner, answers="--")
    first, second = attempt.items.all()
    disputes.file(first, "No.", now=timezone.now())

    page = client.get(f"/attempts/{attempt.pk}/result/").text

    links = re.findall(r'href="([^"]+)#dispute">([^<]+)<', page)
    assert links == [
        (url_of(first), "Your objection"),
        (url_of(second), "Something wrong here?"),
    ]


# From guest to account


@pytest.mark.parametrize("has_played", [False, True])
def test_objections_come_along_into_an_account(client, learner, has_played):
    user = make_user(username="arta")
    user.set_password("a long pass phrase")
    user.save()
    if has_played:
        make_attempt(learner=make_learner(user=user))
    dispute = answer(make_dispute(learner=learner))

    client.post("/accounts/login/", {"login": "arta", "password": "a long pass phrase"})

    dispute.refresh_from_db()
    assert Dispute.objects.get(pk=dispute.pk).learner.user == user
    assertContains(client.get("/objections/"), dispute.reason)
    assertContains(client.get("/scores/"), "A teacher answered your objection.")
