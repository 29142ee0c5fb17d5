"""Making a quiz at the desk, handing it out, and whose it is."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from classroom.models import Assignment
from quiz.forms import OUT_OF_DATE
from quiz.models import QuestionSet
from tests.classroom.factories import make_assignment, make_class, sit
from tests.factories import (
    NOW,
    make_attempt,
    make_country,
    make_question,
    make_question_set,
    make_teacher,
)

pytestmark = pytest.mark.django_db

NEW, MAKE = "/desk/quizzes/new/", "/desk/quizzes/make/"
TERMS = {"tells": "each", "counts": "first"}


@pytest.fixture
def teacher(client):
    teacher = make_teacher()
    client.force_login(teacher)
    return teacher


def make_questions(number=6, **fields):
    return [make_question(**fields) for _ in range(number)]


def sent(**fields):
    return {"title": "Neighbours", "length": 3, "token": uuid4()} | TERMS | fields


def count_in(response):
    """What stands where the count is, without its marks."""
    part = response.text.split('id="count"')[1].split("<button")[0]
    return " ".join(re.sub(r"<[^>]+>", "", part.split(">", 1)[1]).split())


def errors(response, form="form"):
    return {**response.context[form].errors}


def given_to(teacher, **fields):
    return make_assignment(
        question_set=make_question_set(owner=teacher), owner=teacher, **fields
    )


def test_three_fields_make_a_quiz_that_can_be_shared(client, teacher):
    make_questions()

    response = client.post(MAKE, sent(topics=["relations"]))

    made = Assignment.objects.get()
    assert made.owner == made.question_set.owner == teacher
    assert (made.question_set.topics, made.question_set.length) == (["relations"], 3)
    assertRedirects(response, reverse("desk:quiz", args=[made.question_set.code]))
    page = client.get(response.url)
    assertContains(page, f"http://testserver{made.page}")
    assertContains(page, made.code)
    assertContains(page, reverse("desk:qr", args=[made.question_set.code, made.code]))


def test_a_form_sent_twice_makes_one_quiz_and_leads_to_it(client, teacher):
    make_questions()
    page = client.get(NEW)
    form = sent(token=page.context["form_token"])
    assertContains(page, f'name="token" value="{form["token"]}"')

    first, again = client.post(MAKE, form), client.post(MAKE, form)

    assert again.url == first.url
    assert Assignment.objects.get().question_set == QuestionSet.objects.get()
    client.post(MAKE, sent(token=client.get(NEW).context["form_token"]))
    assert QuestionSet.objects.count() == 2


@pytest.mark.parametrize("token", ["", "x"])
def test_a_form_without_its_token_makes_nothing_and_says_so(client, teacher, token):
    make_questions()
    own_set = make_question_set(owner=teacher)

    made = client.post(MAKE, sent(token=token))
    given = client.post(
        reverse("desk:assign_quiz", args=[own_set.code]), {"token": token}
    )

    assertContains(made, OUT_OF_DATE)
    assertContains(given, OUT_OF_DATE)
    assertNotContains(given, "Not given out")
    assert not Assignment.objects.exists()


def test_the_token_of_anothers_form_is_not_found(client, teacher):
    make_questions()
    theirs = given_to(make_teacher(), token=uuid4())
    own_set = make_question_set(owner=teacher)

    give = reverse("desk:assign_quiz", args=[own_set.code])
    assert client.post(MAKE, sent(token=theirs.token)).status_code == 404
    assert client.post(give, {"token": theirs.token}).status_code == 404


def test_everything_behind_more_is_kept(client, teacher):
    asked = make_questions(8, topic="people", format="choice", decades="1990")
    greece = make_country(slug="greece")
    for question in asked:
        question.countries.add(greece)
    school_class = make_class(teacher)

    client.post(
        MAKE,
        sent(
            formats=["choice"],
            families=["when"],
            decades=["1990"],
            countries=[greece.pk],
            difficulty="easy",
            shares_people="2",
            papers="parallel",
            paper_count="3",
            school_class=school_class.code,
            minutes="20",
            tells="closed",
            opens_at="2030-05-01T08:00",
            closes_at="2030-05-02T08:00",
            attempts_allowed="2",
            counts="best",
            marks_certainty="on",
        ),
    )

    made = Assignment.objects.get()
    kept = made.question_set
    assert (kept.formats, kept.families, kept.decades) == (
        ["choice"],
        ["when"],
        [1990],
    )
    assert (kept.difficulty, kept.shares) == ("easy", {"people": 2})
    assert [one.slug for one in kept.countries.all()] == ["greece"]
    assert (kept.papers, kept.made_papers.count()) == ("parallel", 3)
    assert (kept.shuffles_questions, kept.shuffles_options) == (False, False)
    assert (made.school_class, made.minutes, made.tells) == (school_class, 20, "closed")
    assert (made.attempts_allowed, made.counts, made.marks_certainty) == (
        2,
        "best",
        True,
    )
    assert made.opens_at.isoformat() == "2030-05-01T06:00:00+00:00"


def test_the_count_follows_the_filters_in_the_address_and_keeps_nothing(
    client, teacher
):
    make_questions(4, topic="people")
    make_questions(3, topic="treaties")

    everything = client.get(NEW)
    people = client.get(NEW, sent(title="", topics="people", papers="drawn"))

    assert count_in(everything).startswith("7 possible")
    assert count_in(people) == "4 possible, none asked before"
    assertNotContains(people, "Please give it a title")
    assert not QuestionSet.objects.exists()


def test_a_link_fills_in_what_it_knows_and_leaves_the_rest_as_it_comes(client, teacher):
    make_questions(4, topic="people")
    make_questions(3, topic="treaties")

    page = client.get(NEW, {"topics": ["people", "x"], "length": "5", "title": "Gaps"})

    form = page.context["form"]
    assert form["topics"].value() == ["people"]
    assert (form["title"].value(), form["length"].value()) == ("Gaps", 5)
    assert form["shuffles_options"].value() is True
    assert not page.context["terms"].errors
    assert count_in(page) == "4 possible, none asked before"
    assert client.get(NEW, {"length": "many"}).status_code == 200


def test_the_count_knows_what_this_teacher_has_asked_before(client, teacher):
    asked = make_questions(3)
    make_questions(4)
    sit(given_to(teacher), questions=asked)
    sit(given_to(make_teacher()), questions=make_questions(1))

    assert count_in(client.get(NEW)) == "8 possible, 5 not asked before"


def test_asking_for_too_many_is_said_before_saving_and_on_saving(client, teacher):
    make_questions(3)
    sentence = "Only 3 questions fit these filters; this set asks for 9."

    assert count_in(client.get(NEW, sent(length=9, papers="drawn"))) == sentence
    assert errors(client.post(MAKE, sent(length=9))) == {"length": [sentence]}
    assert not QuestionSet.objects.exists()


def test_shares_beyond_the_length_are_said_where_the_count_stands(client, teacher):
    make_questions(5, topic="people")

    response = client.get(NEW, sent(shares_people="4", papers="drawn"))

    assert count_in(response) == "The topics come to 4 questions; this set asks for 3."


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"tells": "closed"}, "closes_at"),
        ({"closes_at": "2020-05-01T08:00"}, "closes_at"),
        (
            {"opens_at": "2031-05-01T08:00", "closes_at": "2030-05-01T08:00"},
            "closes_at",
        ),
        ({"opens_at": "0001-01-01T00:00"}, "opens_at"),
        ({"opens_at": "1999-12-31T23:59"}, "opens_at"),
        ({"closes_at": "9999-12-31T23:59:59-12:00"}, "closes_at"),
        ({"minutes": "0"}, "minutes"),
        ({"minutes": "soon"}, "minutes"),
        ({"attempts_allowed": "0"}, "attempts_allowed"),
    ],
)
def test_terms_that_make_no_sense_are_refused_at_their_field(
    client, teacher, fields, field
):
    make_questions()

    response = client.post(MAKE, sent(**fields))

    assert [*errors(response, "terms")] == [field]
    assertContains(response, "Not saved yet")
    assert not QuestionSet.objects.exists()


def test_a_class_is_chosen_from_ones_own_that_are_not_archived(client, teacher):
    make_questions()
    other = make_class(make_teacher(), name="Theirs")
    own = make_class(teacher, name="Mine")

    assert errors(client.post(MAKE, sent(school_class=other.code)), "terms")
    client.post(MAKE, sent(school_class=own.code))

    assert [one.school_class for one in Assignment.objects.all()] == [own]
    assertNotContains(client.get(NEW), "Theirs")


def test_a_quiz_is_changed_afterwards_with_its_terms(client, teacher):
    make_questions()
    given = given_to(teacher)
    address = reverse("desk:change_quiz", args=[given.question_set.code])

    response = client.post(address, sent(title="Later", length=4, minutes="15"))

    assertRedirects(response, reverse("desk:quiz", args=[given.question_set.code]))
    given.refresh_from_db()
    assert (given.question_set.title, given.question_set.length) == ("Later", 4)
    assert given.minutes == 15


def test_pins_outlive_a_change(client, teacher):
    given, pinned = given_to(teacher), make_question()
    make_questions()
    given.question_set.pinned.add(pinned)

    client.post(reverse("desk:change_quiz", args=[given.question_set.code]), sent())

    assert list(given.question_set.pinned.all()) == [pinned]


def test_what_a_played_paper_asks_is_locked_and_its_title_is_not(client, teacher):
    make_questions()
    client.post(MAKE, sent(papers="same"))
    question_set = QuestionSet.objects.get()
    make_attempt(question_set=question_set, paper=question_set.made_papers.get())

    page = client.get(reverse("desk:edit_quiz", args=[question_set.code]))
    client.post(
        reverse("desk:change_quiz", args=[question_set.code]),
        sent(title="Renamed", length=5),
    )

    assertContains(page, "Pupils have played a paper of this quiz")
    question_set.refresh_from_db()
    assert (question_set.title, question_set.length) == ("Renamed", 3)


def test_of_a_quiz_given_out_twice_each_has_terms_of_its_own(client, teacher):
    first = given_to(teacher)
    second = make_assignment(question_set=first.question_set, owner=teacher)
    code = first.question_set.code

    client.post(
        reverse("desk:change_terms", args=[code, second.code]), TERMS | {"minutes": 9}
    )

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.minutes, second.minutes) == (None, 9)
    assertContains(
        client.get(reverse("desk:edit_terms", args=[code, second.code])),
        "Save the terms",
    )
    assert client.get(reverse("desk:edit_quiz", args=[code])).context["terms"] is None


def test_a_quiz_is_given_to_another_class_on_the_same_screen(client, teacher):
    given, school_class = given_to(teacher, minutes=20), make_class(teacher)
    code = given.question_set.code

    client.post(
        reverse("desk:assign_quiz", args=[code]),
        {"school_class": school_class.code, "token": uuid4()},
    )

    assert school_class.assignments.get().minutes == 20
    assertContains(client.get(reverse("desk:quiz", args=[code])), "For Class 9b")


def test_giving_out_pressed_twice_gives_it_once(client, teacher):
    own_set = make_question_set(owner=teacher)
    page = client.get(reverse("desk:quiz", args=[own_set.code]))
    form = {"token": page.context["form_token"]}
    assertContains(page, f'name="token" value="{form["token"]}"')

    for _ in range(2):
        client.post(reverse("desk:assign_quiz", args=[own_set.code]), form)

    assert own_set.assignments.count() == 1


def test_a_form_used_already_says_to_whom_it_gave(client, teacher):
    own_set, token = make_question_set(owner=teacher), uuid4()
    one, other = (make_class(teacher, name=name) for name in ("9b", "11c"))
    url = reverse("desk:assign_quiz", args=[own_set.code])

    client.post(url, {"token": token, "school_class": one.code})
    sent = {"token": token, "school_class": other.code}
    page = client.post(url, sent, follow=True)

    assert [given.school_class for given in own_set.assignments.all()] == [one]
    assert str([*page.context["messages"]][-1]) == "Given to 9b."


def test_a_draft_that_is_given_out_can_be_played(client, teacher):
    make_questions()
    draft = make_question_set(owner=teacher, length=3, status="draft")

    client.post(reverse("desk:assign_quiz", args=[draft.code]), {"token": uuid4()})

    given = Assignment.objects.get(question_set=draft)
    assert given.question_set.status == QuestionSet.Status.PUBLISHED
    assert sit(given).attempt.items.exists()


def test_a_draft_that_asks_more_than_there_is_is_not_given_out(client, teacher):
    draft = make_question_set(owner=teacher, length=3, status="draft")

    response = client.post(
        reverse("desk:assign_quiz", args=[draft.code]), {"token": uuid4()}
    )

    assertContains(response, "Not given out")
    assert not draft.assignments.exists()


def test_a_class_leads_to_a_quiz_for_it(client, teacher):
    school_class = make_class(teacher)
    form = f"{NEW}?for={school_class.code}"

    page = client.get(reverse("desk:class_page", args=[school_class.code]))
    assertContains(page, form)
    assertContains(client.get(form), f'<option value="{school_class.code}" selected>')


def test_a_quiz_leads_to_all_that_is_done_with_it(client, teacher):
    given = given_to(teacher)
    code = given.question_set.code

    page = client.get(reverse("desk:quiz", args=[code]))

    for name in ("look", "edit_quiz", "own_pins", "share_quiz", "quiz_history"):
        assertContains(page, f'href="{reverse(f"desk:{name}", args=[code])}"')
    results = reverse("desk:assignment_results", args=[given.code])
    assertContains(page, f'href="{results}"')


def test_the_screen_says_how_many_have_begun_and_finished(client, teacher):
    given = given_to(teacher)
    sit(given, answers="++")
    sit(given, answers="+")

    page = client.get(reverse("desk:quiz", args=[given.question_set.code]))

    assertContains(page, "2 attempts, 1 finished")


def test_the_code_as_a_picture_is_an_svg_with_no_style_of_its_own(client, teacher):
    given = given_to(teacher)

    response = client.get(
        reverse("desk:qr", args=[given.question_set.code, given.code])
    )

    assert response["Content-Type"] == "image/svg+xml"
    assert b"<svg" in response.content
    assert b"style" not in response.content


def test_cards_carry_the_title_the_code_and_the_address(client, teacher):
    given = given_to(teacher)

    page = client.get(reverse("desk:card", args=[given.question_set.code, given.code]))

    assertContains(page, f"http://testserver{given.page}", count=8)


ADDRESSES = {
    "quiz": "get",
    "edit_quiz": "get",
    "change_quiz": "post",
    "assign_quiz": "post",
    "look": "get",
    "tailor": "post",
}
OF_AN_ASSIGNMENT = {
    "edit_terms": "get",
    "change_terms": "post",
    "qr": "get",
    "card": "get",
}


@pytest.mark.parametrize(("name", "method"), (ADDRESSES | OF_AN_ASSIGNMENT).items())
def test_what_another_teacher_made_is_not_there(client, teacher, name, method):
    given = given_to(make_teacher())
    code = given.question_set.code
    args = [code, given.code] if name in OF_AN_ASSIGNMENT else [code]

    response = getattr(client, method)(reverse(f"desk:{name}", args=args))

    assert response.status_code == 404


@pytest.mark.parametrize("name", ["paper", "key"])
def test_papers_of_another_teacher_are_not_there_unless_shared(client, teacher, name):
    make_questions()
    made = make_question_set(owner=make_teacher())
    address = reverse(f"desk:{name}", args=[made.code, "A"])

    assert client.get(address).status_code == 404
    made.shared_with.add(teacher)
    assert client.get(address).status_code == 200


def test_an_assignment_is_not_found_under_another_quiz(client, teacher):
    one, other = given_to(teacher), given_to(teacher)

    address = reverse("desk:card", args=[one.question_set.code, other.code])

    assert client.get(address).status_code == 404


def test_the_desk_leads_straight_to_the_form(client, teacher):
    assertContains(client.get(reverse("desk:doors")), f'href="{NEW}"')


def test_the_list_shows_codes_and_ways_on(client, teacher):
    given = given_to(teacher, school_class=make_class(teacher))
    make_question_set(owner=teacher, title="Nobody’s yet")

    page = client.get(reverse("desk:quizzes"))

    assertContains(page, given.code)
    assertContains(page, "Class 9b")
    assertContains(page, "Given to nobody yet")
    assertContains(page, reverse("desk:paper", args=[given.question_set.code, "A"]))


def test_terms_changed_of_a_class_that_is_archived_stay_the_classs(client, teacher):
    """Or saving them would give the quiz to whoever has the link."""
    school_class = make_class(teacher, archived_at=NOW)
    given = given_to(teacher, school_class=school_class)
    names = [given.question_set.code, given.code]

    page = client.get(reverse("desk:edit_terms", args=names))
    code = page.context["terms"]["school_class"].value()
    client.post(
        reverse("desk:change_terms", args=names),
        TERMS | {"school_class": code, "minutes": 9},
    )

    assertContains(page, f'<option value="{school_class.code}" selected>')
    given.refresh_from_db()
    assert (given.school_class, given.minutes) == (school_class, 9)


def test_who_shares_a_class_is_led_back_to_where_they_may_be(client, teacher):
    colleague = make_teacher()
    school_class = make_class(teacher, colleague)
    given = given_to(colleague, school_class=school_class)
    names = [given.question_set.code, given.code]

    response = client.post(
        reverse("desk:change_terms", args=names),
        TERMS | {"school_class": school_class.code},
    )

    assertRedirects(response, reverse("desk:assignment_results", args=[given.code]))
