"""Objections on the teacher's desk: beside the fact and its source, and answered."""

import datetime as dt

import pytest
from django.contrib.auth.models import Group, Permission
from django.utils.html import escape
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quiz import disputes, play, pool
from quiz.formats import FORMATS
from quiz.models import Dispute, Learner
from quiz.questions import KINDS, Draft
from quiz.questions.hints import Hints
from relations.models.base import Fact
from tests.factories import (
    NOW,
    make_attempt,
    make_country,
    make_dispute,
    make_learner,
    make_milestone,
    make_passage,
    make_question,
    make_user,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/quiz/dispute/"
SENT = {"outcome": "declined", "answer": "Row 3 has 1993."}


def page_of(dispute) -> str:
    return f"{LIST}{dispute.pk}/change/"


def listed(response) -> list[Dispute]:
    return [*response.context["cl"].result_list]


def answered(client, dispute, **fields):
    client.post(page_of(dispute), SENT | fields)
    dispute.refresh_from_db()
    return dispute


# The list


def test_open_ones_come_first_the_longest_waiting_at_the_top(teacher):
    last, settled, first = (
        make_dispute(now=NOW - hours * dt.timedelta(hours=1)) for hours in range(3)
    )
    answered(teacher, settled)

    assert listed(teacher.get(LIST)) == [first, last, settled]


def test_open_ones_can_be_had_alone(teacher):
    waiting, settled = make_dispute(), make_dispute()
    answered(teacher, settled)

    assert listed(teacher.get(f"{LIST}?outcome__exact=open")) == [waiting]
    assert listed(teacher.get(f"{LIST}?outcome__exact=declined")) == [settled]


@pytest.mark.parametrize(
    "term", ["ministry", "capital", "kosovo-established", "besarta"]
)
def test_they_are_found_by_words_questions_facts_and_names(admin_client, term):
    make_dispute()
    question = make_question(
        generated_stem="What is the capital?", claim="kosovo-established"
    )
    learner = make_learner(user=make_user(username="besarta"))
    wanted = make_dispute(
        reason="The ministry says 1994.", questions=[question], learner=learner
    )

    assert listed(admin_client.get(LIST, {"q": term})) == [wanted]


@pytest.mark.parametrize("count", [1, 6])
def test_the_list_reads_the_same_however_long_it_is(teacher, queries, count):
    for _ in range(count):
        make_dispute(learner=make_learner(user=make_user()))
    teacher.get(LIST)

    assert queries(teacher, LIST) == 7  # session, user, rights, how many, rows


# The page


def test_the_page_shows_all_that_was_said_and_shown(admin_client):
    dispute = make_dispute(reason="My book says 1994.")
    item = dispute.item

    page = admin_client.get(page_of(dispute))

    assertContains(page, "My book says 1994.")
    assertContains(page, str(dispute.learner))
    assertContains(page, item.stem)
    assertContains(page, item.explanation)
    assertContains(page, item.sources[0]["locator"])
    for option in item.options:
        assertContains(page, option["text"])
        assertContains(page, option["proof"])
        assertContains(page, option["truth"].replace("'", "&#x27;"))
    given = item.options[item.answer.given]["text"]
    assertContains(page, f"<dt>The learner answered</dt><dd>{given}</dd>", html=True)


def test_the_page_shows_the_fact_its_page_in_the_admin_and_its_place(teacher):
    passage = make_passage()
    fact = make_milestone(
        passage, slug="kosovo-established", country=make_country(name="Kosovo")
    )
    fact.refresh_from_db()  # with its date read
    dispute = make_dispute(questions=[make_question(claim="kosovo-established")])

    page = teacher.get(page_of(dispute))

    assertContains(page, fact.statement)
    assertContains(page, "<code>kosovo-established</code>")
    assertContains(page, f'href="/admin/relations/milestone/{fact.pk}/change/"')
    assertContains(page, f'href="{passage.get_absolute_url()}"')
    assertContains(page, passage.locator)


def test_the_page_leads_to_the_fact_behind_a_wrong_option(teacher):
    fact = make_milestone(slug="serbia-established")
    question = make_question()
    question.options[3] |= {"claim": "serbia-established"}
    question.save()

    page = teacher.get(page_of(make_dispute(questions=[question])))

    assertContains(
        page, f'<a href="/admin/relations/milestone/{fact.pk}/change/">The fact</a>'
    )


def test_a_fact_taken_back_is_shown_as_that(teacher):
    make_milestone(slug="gone", standing=Fact.Standing.RETRACTED)

    page = teacher.get(page_of(make_dispute(questions=[make_question(claim="gone")])))

    assertContains(page, "taken back")


def test_a_fact_that_is_gone_is_named_by_its_key(teacher):
    page = teacher.get(page_of(make_dispute(questions=[make_question(claim="gone")])))

    assertContains(page, "is no longer in the base")


def test_what_a_learner_wrote_is_shown_as_text(teacher):
    dispute = make_dispute(reason="<script>alert(1)</script>")

    for url in (LIST, page_of(dispute)):
        assertContains(teacher.get(url), "&lt;script&gt;alert(1)&lt;/script&gt;")
        assertNotContains(teacher.get(url), "<script>alert")


@pytest.fixture(scope="module")
def one_of_each(published_knowledge) -> dict[str, dict]:
    """The columns of a question of every format."""
    hints = Hints(published_knowledge)
    found = {}
    for kind in KINDS.values():
        for draft in kind.drafts(published_knowledge, 0):
            if isinstance(draft, Draft) and draft.format not in found:
                fields = pool.generated_fields(draft, published_knowledge, hints)
                found[draft.format] = fields
    return found


@pytest.mark.parametrize("slug", FORMATS)
def test_the_page_shows_questions_of_every_format(teacher, one_of_each, slug):
    format = FORMATS[slug]
    attempt = make_attempt(questions=[make_question(**one_of_each[slug])])
    item = attempt.items.get()
    play.answer(item, format.right(item), now=NOW)
    dispute = disputes.file(item, "No.", now=NOW)

    page = teacher.get(page_of(dispute))

    given = format.in_words(item, format.right(item))
    assertContains(page, f"<dd>{escape(given)}</dd>", html=True)
    assert page.context["shown"]
    for row in page.context["shown"]:
        assertContains(page, escape(row.text))


# The answer


def test_an_answer_is_kept_with_whose_it_is(teacher, teacher_user):
    dispute = make_dispute()

    response = teacher.post(page_of(dispute), SENT)

    assertRedirects(response, LIST)
    dispute.refresh_from_db()
    assert (dispute.outcome, dispute.answer) == ("declined", "Row 3 has 1993.")
    assert dispute.answered_by == teacher_user
    assert dispute.answered_at
    assert dispute.is_news


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"answer": " "}, "Write the learner a sentence or two."),
        ({"answer": "No.\x07"}, "Some characters in it cannot be shown."),
        ({"answer": "x" * 1001}, "Please keep it to 1000 characters."),
        ({"outcome": ""}, "Choose whether the learner has a point."),
        ({"outcome": "open"}, "not one of the available choices"),
    ],
)
def test_half_an_answer_is_none(teacher, fields, sentence):
    dispute = make_dispute()

    response = teacher.post(page_of(dispute), SENT | fields)

    assertContains(response, sentence)
    dispute.refresh_from_db()
    assert dispute.is_open


def test_nothing_but_the_answer_can_be_changed(teacher):
    dispute = make_dispute(reason="My book says 1994.")
    other = make_attempt(length=1, answers="-").items.get()
    before = (dispute.item, dispute.reason, dispute.made_at)

    answered(teacher, dispute, reason="I was wrong.", item=other.pk, made_at="2020")

    assert (dispute.item, dispute.reason, dispute.made_at) == before


def test_an_answer_put_better_is_news_again_and_one_left_alone_is_not(teacher):
    dispute = answered(teacher, make_dispute())
    Dispute.objects.update(read_at=dispute.answered_at)

    assert not answered(teacher, dispute).is_news
    assert answered(teacher, dispute, answer="Row 3, in Europe, has it.").is_news


def test_an_answer_stays_when_its_teacher_leaves(teacher, teacher_user):
    dispute = answered(teacher, make_dispute())

    teacher_user.delete()

    dispute.refresh_from_db()
    assert dispute.answer == "Row 3 has 1993."
    assert dispute.answered_by is None


# Who may


def test_objections_are_neither_added_nor_deleted(admin_client):
    dispute = make_dispute()

    assert admin_client.get(f"{LIST}add/").status_code == 403
    deletion = admin_client.post(f"{LIST}{dispute.pk}/delete/", {"post": "yes"})
    assert deletion.status_code == 403
    assert Dispute.objects.exists()


def test_guests_and_students_see_nothing_of_them(client):
    dispute = make_dispute()

    for url in (LIST, page_of(dispute)):
        assert client.get(url).url.startswith("/admin/login/")
    client.force_login(make_user())
    for url in (LIST, page_of(dispute)):
        assert client.get(url).url.startswith("/admin/login/")


def test_who_may_only_look_cannot_answer(client):
    reader = make_user(is_staff=True)
    reader.user_permissions.add(Permission.objects.get(codename="view_dispute"))
    client.force_login(reader)
    dispute = make_dispute()

    assertContains(client.get(page_of(dispute)), dispute.reason)
    assert client.post(page_of(dispute), SENT).status_code == 403

    dispute.refresh_from_db()
    assert dispute.is_open


def test_deleting_an_account_takes_its_objections_along(admin_client):
    student = make_user()
    make_dispute(learner=Learner.objects.create(user=student))

    admin_client.post(f"/admin/accounts/user/{student.pk}/delete/", {"post": "yes"})

    assert not Dispute.objects.exists()


# The front page


def test_the_front_page_counts_those_that_wait(teacher):
    assertNotContains(teacher.get("/admin/"), "for an answer")

    make_dispute()
    assertContains(teacher.get("/admin/"), "1 objection waits for an answer")
    answered(teacher, make_dispute())
    make_dispute()
    assertContains(teacher.get("/admin/"), "2 objections wait for an answer")


def test_the_front_page_counts_nothing_for_staff_without_rights(client):
    make_dispute()
    client.force_login(make_user(is_staff=True))

    assertNotContains(client.get("/admin/"), "for an answer")


def test_teachers_have_no_more_rights_to_objections_than_they_need():
    rights = Group.objects.get(name="Teachers").permissions
    names = rights.filter(codename__endswith="_dispute")

    assert {*names.values_list("codename", flat=True)} == {
        "change_dispute",
        "view_dispute",
    }
