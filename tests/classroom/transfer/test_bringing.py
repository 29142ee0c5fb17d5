"""Sets, own questions and pupils: looked at, brought in, taken out."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from classroom.models import Enrolment, SchoolClass
from classroom.transfer import bringing, files
from classroom.transfer.bringing import KINDS, bring
from quiz.models import Learner, Question, QuestionSet
from quiz.sets import papers
from quiz.writing import keeping
from tests.classroom.factories import enrol, make_class
from tests.factories import (
    NOW,
    make_attempt,
    make_country,
    make_question,
    make_question_set,
    make_teacher,
)
from tests.quiz.writing.samples import SAMPLES, plain

pytestmark = pytest.mark.django_db
QUESTION = {
    "way": "choice",
    "topic": "people",
    "question": "In which town was it?",
    "answers": "* Vlora\nBerat | A town of windows",
    "explanation": "It was in Vlora.",
    "source": "Page 44",
}


def a_csv(*rows: dict) -> bytes:
    text = io.StringIO()
    names = list(dict.fromkeys(name for row in rows for name in row))
    lines = csv.DictWriter(text, names, restval="")
    lines.writeheader()
    lines.writerows(rows)
    return text.getvalue().encode()


def brought(kind: str, user, *rows: dict, is_trial: bool = False):
    return bring(kind, "a.csv", a_csv(*rows), user=user, now=NOW, is_trial=is_trial)


def out(kind: str, user, form: str = "csv") -> bytes:
    return bringing.out(kind, form, user=user, now=NOW)


def rows_of(kind: str, data: bytes, form: str = "csv") -> list[dict]:
    return [row.cells for row in files.read(f"a.{form}", data, KINDS[kind].columns)]


@pytest.mark.parametrize("form", files.TYPES)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_taken_out_and_brought_in_again_changes_nothing(teacher, kind, form):
    for format in SAMPLES:
        question = keeping.write(plain(format), author=teacher)
    keeping.retire(question)
    made = make_question_set(
        owner=teacher,
        topics=["treaties"],
        decades=[1990],
        shares={"people": 1},
        formats=["choice"],
        difficulty="hard",
        papers="same",
        families=["when"],
    )
    made.pinned.add(make_question())
    made.countries.add(make_country())
    enrol(make_class(teacher), "=Arta")
    data = out(kind, teacher, form)

    outcome = bring(kind, f"a.{form}", data, user=teacher, now=NOW, is_trial=False)

    assert {line.what for line in outcome.lines} == {"same"}
    again = out(kind, teacher, form)
    assert rows_of(kind, again, form) == rows_of(kind, data, form)


@pytest.mark.parametrize("form", files.TYPES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_blank_file_can_be_read_as_it_is(teacher, kind, form):
    assert rows_of(kind, bringing.blank(kind, form), form)


def test_a_row_without_a_key_is_new_and_one_with_a_key_changes_its_own(teacher):
    assert brought("questions", teacher, QUESTION).new == 1
    question = Question.objects.get()
    make_attempt(questions=[question])

    changed = QUESTION | {"key": question.key, "source": "Page 45"}
    assert brought("questions", teacher, changed).changed == 1

    question.refresh_from_db()
    assert question.version == 2
    assert keeping.plain_of(question).source == "Page 45"
    assert question.author == teacher


def test_a_trial_tells_the_same_and_writes_nothing(teacher):
    outcome = brought("questions", teacher, QUESTION, is_trial=True)

    assert outcome.new == 1
    assert not Question.objects.exists()


def test_one_wrong_row_keeps_all_others_out_and_says_which_it_is(teacher):
    wrong = QUESTION | {"answers": "Vlora\nBerat"}

    outcome = brought("questions", teacher, QUESTION, wrong, QUESTION)

    assert [line.number for line in outcome.lines if line.against] == [3]
    assert outcome.lines[1].against == ["Mark the one answer that is right."]
    assert not Question.objects.exists()


@pytest.mark.parametrize("key", ["own/00000000-0000-4000-8000-000000000000", "when/1"])
def test_somebody_elses_key_is_answered_as_one_that_there_is_not(teacher, key):
    theirs = keeping.write(plain("choice"), author=make_teacher())

    (unknown,) = brought("questions", teacher, QUESTION | {"key": key}).lines
    (elses,) = brought("questions", teacher, QUESTION | {"key": theirs.key}).lines

    assert unknown.against == elses.against
    theirs.refresh_from_db()
    assert theirs.stem == SAMPLES["choice"]["stem"]


def test_the_same_key_twice_in_a_file_is_refused(teacher):
    question = keeping.write(plain("choice"), author=teacher)
    row = QUESTION | {"key": question.key}

    outcome = brought("questions", teacher, row, row)
    assert outcome.lines[1].against == [
        "This stands in the file twice; the first time was in row 2."
    ]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"way": "essay"}, "is none of these"),
        ({"topic": "hats"}, "is none of these"),
        ({"rough": "perhaps"}, "yes or no"),
        ({"link": "javascript:alert(1)"}, "https://"),
        ({"question": ""}, "Write the question."),
    ],
)
def test_what_is_wrong_with_a_row_is_said_in_words(teacher, change, words):
    (line,) = brought("questions", teacher, QUESTION | change).lines

    assert words in line.against[0]


# Question sets

A_SET = {"title": "Treaties", "questions": "5"}


def test_a_new_set_is_a_draft_of_ones_own(teacher):
    brought("quizzes", teacher, A_SET | {"topics": "treaties; People and events"})

    made = QuestionSet.objects.get()
    assert (made.owner, made.status, made.length) == (teacher, "draft", 5)
    assert made.topics == ["treaties", "people"]


def test_somebody_elses_code_changes_nothing_and_tells_nothing(teacher):
    theirs = make_question_set(owner=make_teacher())
    theirs.shared_with.add(teacher)

    (elses,) = brought("quizzes", teacher, A_SET | {"code": theirs.code}).lines
    (unknown,) = brought("quizzes", teacher, A_SET | {"code": "NOSUCHAA"}).lines

    assert elses.against == unknown.against
    theirs.refresh_from_db()
    assert theirs.title == "Neighbours"


def test_a_colleagues_question_cannot_be_pinned_by_its_key(teacher):
    theirs = keeping.write(plain("choice"), author=make_teacher())

    (line,) = brought("quizzes", teacher, A_SET | {"always asked": theirs.key}).lines
    assert "that you may use" in line.against[0]


def test_a_set_that_is_out_stays_one_that_can_be_filled(teacher):
    make_question()
    made = make_question_set(owner=teacher, length=1)

    (line,) = brought("quizzes", teacher, A_SET | {"code": made.code}).lines
    assert "Only 1 question fits" in line.against[0]
    made.refresh_from_db()
    assert made.length == 1


def test_a_paper_that_was_played_keeps_its_set_as_it_is(teacher):
    make_question()
    made = make_question_set(owner=teacher, length=1, papers="same")
    make_attempt(question_set=made, paper=papers.choose(made, now=NOW))
    (row,) = rows_of("quizzes", out("quizzes", teacher))

    (line,) = brought("quizzes", teacher, row | {"topics": "relations"}).lines
    assert "only its title" in line.against[0]
    assert brought("quizzes", teacher, row | {"title": "New"}).changed == 1


def test_a_set_that_asks_something_else_has_other_papers(teacher):
    make_question()
    made = make_question_set(owner=teacher, length=1, papers="same")
    papers.ensure(made, seed=1, now=NOW)
    make_question(topic="people")
    (row,) = rows_of("quizzes", out("quizzes", teacher))

    brought("quizzes", teacher, row | {"topics": "people"})

    made.refresh_from_db()
    (asked,) = papers.questions(papers.choose(made, now=NOW))
    assert asked.topic == "people"


@pytest.mark.parametrize(
    "change",
    [
        {"questions": "0"},
        {"questions": "101"},
        {"questions": "ten"},
        {"title": ""},
        {"title": "x" * 121},
        {"countries": "atlantis"},
        {"decades": "1995"},
        {"of each topic": "people"},
        {"parallel papers": "9"},
        {"papers": "some"},
    ],
)
def test_a_set_that_could_not_be_is_refused(teacher, change):
    (line,) = brought("quizzes", teacher, A_SET | change).lines

    assert line.against
    assert not QuestionSet.objects.exists()


# Pupils


def test_pupils_get_their_places_and_those_who_are_in_stay_as_they_are(teacher):
    school_class = make_class(teacher)
    arta = enrol(school_class, "Arta")
    names = ({"class": school_class.code.lower(), "name": n} for n in ("ARTA", "Ben"))

    outcome = brought("pupils", teacher, *names)

    assert (outcome.same, outcome.new) == (1, 1)
    assert [one.pseudonym for one in school_class.enrolments.all()] == ["Arta", "Ben"]
    assert school_class.enrolments.first().learner == arta


def test_no_pupil_comes_into_somebody_elses_class(teacher):
    theirs = make_class(make_teacher())
    archived = make_class(teacher)
    SchoolClass.objects.filter(pk=archived.pk).update(archived_at=NOW)

    for code in (theirs.code, archived.code, "NOSUCHAA"):
        (line,) = brought("pupils", teacher, {"class": code, "name": "Ben"}).lines
        assert line.against == [
            "You have no class with this code that pupils can still join."
        ]
    assert not Enrolment.objects.exists()
    assert not Learner.objects.exists()


def test_nothing_of_another_teachers_is_taken_out(teacher):
    other = make_teacher()
    keeping.write(plain("choice"), author=other)
    shared = make_question_set(owner=other)
    shared.shared_with.add(teacher)
    enrol(make_class(other), "Ben")

    for kind in KINDS:
        assert out(kind, teacher).count(b"\r\n") == 1  # the headings


# At the desk


def send(desk, kind: str, data: bytes, name: str = "a.csv"):
    file = SimpleUploadedFile(name, data)
    return desk.post(reverse("desk:check_file", args=[kind]), {"file": file})


def test_a_file_is_looked_at_then_confirmed_then_done(desk, teacher):
    page = send(desk, "questions", a_csv(QUESTION))
    assert "is new" in page.text
    assert not Question.objects.exists()

    url = reverse("desk:bring_file", args=["questions"])
    done = desk.post(url, {"token": page.context["token"]}, follow=True)
    assert "Brought in: 1 new, 0 changed." in done.text
    assert Question.objects.get().author == teacher

    again = desk.post(url, {"token": page.context["token"]}, follow=True)
    assert "no longer held" in again.text
    assert Question.objects.count() == 1


def test_nobody_else_can_confirm_it(desk, client, teacher):
    token = send(desk, "questions", a_csv(QUESTION)).context["token"]
    client.force_login(make_teacher())

    client.post(reverse("desk:bring_file", args=["questions"]), {"token": token})
    assert not Question.objects.exists()


def test_a_file_with_a_wrong_row_can_not_be_confirmed(desk):
    page = send(desk, "questions", a_csv(QUESTION | {"way": "essay"}))

    assert "Row 2" in page.text
    assert "token" not in page.context


@pytest.mark.parametrize("data", [b"", b"name\n=1", b"x" * 1_000_001])
def test_a_file_that_is_refused_is_answered_beside_its_field(desk, data):
    page = send(desk, "pupils", data)

    assert page.status_code == 200
    assert page.context["kinds"][2][2].errors


def test_what_changed_in_between_is_looked_at_anew(desk, teacher):
    question = keeping.write(plain("choice"), author=teacher)
    row = QUESTION | {"key": question.key}
    token = send(desk, "questions", a_csv(row)).context["token"]
    Question.objects.update(author=make_teacher())

    url = reverse("desk:bring_file", args=["questions"])
    assert "cannot be used" in desk.post(url, {"token": token}).text
    question.refresh_from_db()
    assert question.stem == SAMPLES["choice"]["stem"]


@pytest.mark.parametrize("token", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_a_token_nobody_was_given_does_nothing(desk, token):
    url = reverse("desk:bring_file", args=["questions"])

    assert "no longer held" in desk.post(url, {"token": token}, follow=True).text


@pytest.mark.parametrize("form", files.TYPES)
def test_files_are_handed_out_as_what_they_are(desk, form):
    response = desk.get(reverse("desk:export_file", args=["questions", form]))

    assert response["Content-Type"] == files.TYPES[form]
    assert f'.{form}"' in response["Content-Disposition"]
