"""A teacher looks what a correction changes, confirms it once, and may undo it."""

import datetime as dt

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from quiz import disputes, oversight, play, pool
from quiz.corrections import applying, planning
from quiz.models import Answer, Correction, Dispute, Question, Regrade
from relations import reading
from tests.classroom.factories import enrol, make_assignment, make_class, sit
from tests.factories import (
    NOW,
    make_attempt,
    make_country,
    make_milestone,
    make_question,
    make_question_set,
    make_teacher,
    make_user,
)

pytestmark = pytest.mark.django_db

DATES = ["1912", "1934-05-06", "1949-11-23", "1958-07-01", "1971-11-23", "1992-08-25"]


@pytest.fixture
def teacher(client):
    teacher = make_teacher(username="drita")
    client.force_login(teacher)
    return teacher


@pytest.fixture
def fact():
    """The milestone of 1949, with five others beside it and every question built."""
    made = [
        make_milestone(
            date=date, tokens=[date], country=make_country(name=f"Land {chr(65 + n)}")
        )
        for n, date in enumerate(DATES)
    ]
    pool.sync(reading.knowledge())
    return made[2]


def sat(teacher, question, *, pupil="Besnik", **attempt):
    """An attempt of a pupil at what the teacher set."""
    school_class = make_class(teacher)
    learner = enrol(school_class, pupil)
    made = make_question_set(owner=teacher, title=f"The quiz of {teacher}")
    assignment = make_assignment(
        owner=teacher, question_set=made, school_class=school_class
    )
    return sit(assignment, learner, questions=[question], title=made.title, **attempt)


def typed(fact):
    return Question.objects.get(key=f"typed-date:{fact.slug}:when")


def move(fact, date="1958-06-01"):
    fact.date, fact.tokens = date, ["1 June 1958"]
    fact.save()


def look(client, fact, **more):
    return client.get(reverse("desk:new_correction"), {"fact": fact.slug, **more})


def confirm(client, response, **changes):
    form = response.context["form"]
    sent = {
        "fact": response.context["fact"].slug,
        "digest": response.context["plan"].digest,
        **{field.html_name: field.value() for field in form},
    }
    return client.post(reverse("desk:apply_correction"), sent | changes, follow=True)


def test_the_page_shows_old_and_new_answer_and_both_scores_and_writes_nothing(
    client, teacher, fact
):
    sat(teacher, typed(fact), answers="+")
    move(fact)

    response = look(client, fact)

    assertContains(response, "23 November 1949")
    assertContains(response, "<b>1 June 1958</b>", html=True)
    effect = response.context["effects"][0]
    assert (effect.name, effect.now, effect.if_gentle, effect.if_strict) == (
        "Besnik",
        "1",
        "1",
        "0",
    )
    assert typed(fact).version == 1
    assert not Correction.objects.exists()


def test_one_confirmation_stores_the_questions_and_changes_the_scores(
    client, teacher, fact
):
    sitting = sat(teacher, typed(fact), answers="+")
    move(fact)

    response = confirm(client, look(client, fact), takes_points="yes")

    assertRedirects(response, reverse("desk:corrections"))
    assertContains(response, "drita")
    assert typed(fact).solution == "1958-06-01"
    assert Answer.objects.get(item__attempt=sitting.attempt).credit == 0


def test_by_default_nobody_loses_points(client, teacher, fact):
    sitting = sat(teacher, typed(fact), answers="+")
    move(fact)

    confirm(client, look(client, fact))

    assert Answer.objects.get(item__attempt=sitting.attempt).credit == 1


def test_other_teachers_pupils_are_put_right_and_not_named(client, teacher, fact):
    other = sat(make_teacher(), typed(fact), pupil="Arta", answers="-")
    play_alone = make_attempt(questions=[typed(fact)], answers="-")
    move(fact)
    response = look(client, fact)
    assertNotContains(response, "Arta")
    assert response.context["effects"] == []

    key = next(
        field.html_name
        for case, field in response.context["form"].asked_rows
        if case.question == typed(fact)
    )
    done = confirm(client, response, **{key: "voided"})

    credits = Answer.objects.filter(
        item__attempt__in=[other.attempt, play_alone]
    ).values_list("credit", flat=True)
    assert [*credits] == [1, 1]
    correction = Correction.objects.get()
    page = client.get(reverse("desk:correction", args=[correction.pk]))
    for shown in (done, page):
        assertNotContains(shown, "Arta")


def test_another_choice_is_worked_out_without_writing(client, teacher, fact):
    sat(teacher, typed(fact), answers="-")
    move(fact)
    response = look(client, fact)
    key = response.context["form"].asked_rows[0][1].html_name

    again = confirm(client, response, again="1", **{key: "voided"})

    assert again.context["effects"][0].if_gentle == "1"
    assert not Correction.objects.exists()


def test_what_changed_since_the_look_is_shown_once_more(client, teacher, fact):
    sat(teacher, typed(fact), answers="-")
    move(fact)
    response = look(client, fact)
    move(fact, "1958-06-02")

    again = confirm(client, response)

    assertContains(again, "have changed since you looked")
    assert not Correction.objects.exists()


def test_a_reason_has_to_be_given(client, teacher, fact):
    sat(teacher, typed(fact), answers="-")
    move(fact)

    again = confirm(client, look(client, fact), reason=" ")

    assertContains(again, "Say in a sentence what was wrong")
    assert not Correction.objects.exists()


def test_with_nobody_asked_the_questions_are_only_brought_up_to_date(
    client, teacher, fact
):
    move(fact)

    response = look(client, fact)
    assertNotContains(response, "What was wrong")
    confirm(client, response)

    assert typed(fact).version == 2
    assert not Correction.objects.exists()


def test_saving_a_fact_in_the_admin_leads_to_what_it_changes(client, teacher, fact):
    url = reverse("admin:relations_milestone_change", args=[fact.pk])
    sent = {
        "country": fact.country_id,
        "kind": fact.kind,
        "date": "1949-11-24",
        "tokens": "24 November 1949",
        "passages": [p.pk for p in fact.passages.all()],
        "standing": fact.standing,
    }

    response = client.post(url, sent, follow=True)

    page = f"{reverse('desk:new_correction')}?fact={fact.slug}"
    assertContains(response, f'<a href="{page}">')


# A question at fault


@pytest.fixture
def question():
    return make_question(generated_stem="Which of two?")


def void(client, question, **more):
    sent = {"question": question.key, "reason": "Two of them fit."} | more
    return client.post(reverse("desk:apply_void"), sent, follow=True)


def test_voiding_shows_the_score_to_come_and_then_gives_it(client, teacher, question):
    sitting = sat(teacher, question, answers="-")
    page = client.get(reverse("desk:void_question"), {"question": question.key})
    assert [(e.now, e.if_gentle) for e in page.context["effects"]] == [("0", "1")]

    void(client, question, retire="on")

    assert Answer.objects.get(item__attempt=sitting.attempt).credit == 1
    question.refresh_from_db()
    assert question.retired_because == "Two of them fit."


def test_pupils_stand_in_the_order_of_their_names(client, teacher, question):
    for name in ("Dea", "Çlirim", "Ana"):
        sat(teacher, question, pupil=name, answers="-")

    page = client.get(reverse("desk:void_question"), {"question": question.key})

    names = [effect.name for effect in page.context["effects"]]
    assert names == ["Ana", "Çlirim", "Dea"]


def test_it_is_undone_from_the_list(client, teacher, question):
    sitting = sat(teacher, question, answers="-")
    void(client, question, retire="on")
    correction = Correction.objects.get()

    response = client.post(
        reverse("desk:undo_correction", args=[correction.pk]), follow=True
    )

    assertContains(response, "<b>Undone</b> by drita")
    assert Answer.objects.get(item__attempt=sitting.attempt).credit == 0
    question.refresh_from_db()
    assert question.status == "active"


def test_a_colleagues_own_question_is_not_there(client, teacher):
    theirs = make_question(is_written=True, author=make_teacher())
    address = reverse("desk:void_question")

    assert client.get(address, {"question": theirs.key}).status_code == 404
    assert void(client, theirs).status_code == 404


def test_an_objection_is_upheld_by_the_same_step(client, teacher, question):
    sitting = sat(teacher, question, answers="-")
    item = sitting.attempt.items.get()
    dispute = disputes.file(item, "Both were so.", now=NOW)
    page = client.get(reverse("desk:dispute", args=[dispute.pk]))
    assertContains(page, f"{reverse('desk:void_question')}?question={question.key}")

    void(client, question, dispute=dispute.pk)

    dispute.refresh_from_db()
    assert (dispute.outcome, dispute.answer) == ("upheld", "Two of them fit.")
    assert dispute.corrections.count() == 1


# Objections


def test_an_objection_is_answered_at_the_desk(client, teacher, question):
    item = sat(teacher, question, answers="-").attempt.items.get()
    dispute = disputes.file(item, "Both were so.", now=NOW)
    assertContains(client.get(reverse("desk:disputes")), "Both were so.")
    address = reverse("desk:answer_dispute", args=[dispute.pk])

    assertContains(client.post(address, {}), "Write a sentence or two.")
    client.post(address, {"outcome": "declined", "answer": "Only one was."})

    dispute.refresh_from_db()
    assert (dispute.outcome, dispute.answered_by) == ("declined", teacher)


def test_objections_in_a_colleagues_quiz_are_theirs(client, teacher, question):
    item = sat(make_teacher(), question, answers="-").attempt.items.get()
    dispute = disputes.file(item, "Both were so.", now=NOW)

    assertNotContains(client.get(reverse("desk:disputes")), "Both were so.")
    for name in ("dispute", "answer_dispute"):
        address = reverse(f"desk:{name}", args=[dispute.pk])
        asked = client.get if name == "dispute" else client.post
        assert asked(address).status_code == 404
    assert void(client, question, dispute=dispute.pk).status_code == 404
    assert Dispute.objects.get().is_open


def test_objections_in_a_quiz_that_nobody_set_are_everybodys(teacher):
    free = make_attempt(length=1, answers="-").items.get()
    dispute = disputes.file(free, "Both were so.", now=NOW)

    assert [*oversight.disputes(teacher)] == [dispute]


# Who gets there

PAGES = ["corrections", "new_correction", "void_question", "disputes", "freshness"]
POSTS = ["apply_correction", "apply_void"]


@pytest.mark.parametrize("name", PAGES)
def test_guests_and_pupils_are_kept_out(client, name):
    address = reverse(f"desk:{name}")
    assertRedirects(client.get(address), f"{reverse('account_login')}?next={address}")

    client.force_login(make_user())
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("name", POSTS)
def test_confirming_is_a_post_of_somebody_who_may_correct(client, name):
    address = reverse(f"desk:{name}")
    client.force_login(make_user())
    assert client.post(address).status_code == 403

    staff = make_teacher()
    client.force_login(staff)
    assert client.get(address).status_code == 405


def test_the_page_reads_the_same_however_many_pupils(
    client, teacher, question, django_assert_max_num_queries
):
    for n in range(6):
        sat(teacher, question, pupil=f"Pupil {n}", answers="-")

    with django_assert_max_num_queries(12):
        response = client.get(reverse("desk:void_question"), {"question": question.key})
    assert len(response.context["effects"]) == 6


def test_content_tells_how_much_waits(client, teacher, question):
    item = sat(teacher, question, answers="-").attempt.items.get()
    disputes.file(item, "Both were so.", now=NOW)
    applying.apply(
        planning.after_flaw(question),
        {question.key: "voided"},
        reason="Two fit.",
        takes_points=False,
        by=teacher,
        now=NOW + dt.timedelta(hours=1),
    )

    response = client.get(reverse("desk:content"))

    assertContains(response, "1 waiting")
    assertContains(response, "1 in force")


def test_an_answer_given_after_the_correction_is_told_of_it_as_well(
    client, teacher, question
):
    attempt = make_attempt(questions=[question])
    void(client, question)

    play.answer(attempt.items.get(), 0, now=NOW)

    assert Regrade.objects.count() == 1


def test_what_a_colleague_put_right_in_their_own_question_is_not_undone(
    client, teacher
):
    """Not even by somebody they share it with."""
    colleague = make_teacher()
    theirs = make_question(is_written=True, author=colleague)
    shared = make_question_set(owner=colleague)
    shared.pinned.add(theirs)
    shared.shared_with.add(teacher)
    made = Correction.objects.create(
        question=theirs, version=1, kind="voided", reason="Two fit.", made_at=NOW
    )

    response = client.post(reverse("desk:undo_correction", args=[made.pk]))

    assert response.status_code == 404
    assert Correction.objects.standing().contains(made)
