"""The pages of results: whose they are, what they say, what they cost."""

import csv
import io
import json
import re
from urllib.parse import quote
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from classroom.models import Assignment
from quiz import disputes
from quiz.models import Answer
from tests.classroom.factories import enrol, make_assignment, make_class, make_fact
from tests.classroom.results.playing import make_paper, play, set_to_class
from tests.factories import NOW, make_teacher, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(client):
    teacher = make_teacher()
    client.force_login(teacher)
    return teacher


@pytest.fixture
def played(teacher):
    """An assignment of three questions that Ana has done and Besa has begun."""
    paper = make_paper()
    given = set_to_class(teacher, paper)
    play(given, "Ana", "++-", paper)
    play(given, "Besa", "+", paper)
    return given


def addresses(given) -> list[str]:
    """Every address of results that names something of a teacher's."""
    code, school_class = given.code, given.school_class
    sitting = given.sittings.first()
    key = sitting.attempt.items.first().question.key
    names = [
        ("assignment_results", [code]),
        ("attempt_answers", [code, sitting.attempt_id]),
        ("item_analysis", [code]),
        ("item_details", [code, key]),
        ("export_marks", [code, "csv"]),
        ("export_answers", [code, "xlsx"]),
        ("class_results", [school_class.code]),
        ("class_coverage", [school_class.code]),
        ("export_gradebook", [school_class.code, "csv"]),
        ("pupil_results", [sitting.attempt.learner_id]),
    ]
    return [reverse(f"desk:{name}", args=args) for name, args in names]


def test_each_page_is_there_for_whose_it_is_and_for_nobody_else(client, played):
    pages = addresses(played)
    gaps = reverse("desk:assign_gaps", args=[played.school_class.code])

    assert [client.get(page).status_code for page in pages] == [200] * len(pages)
    client.force_login(make_teacher())
    assert [client.get(page).status_code for page in pages] == [404] * len(pages)
    assert client.post(gaps, {"length": 5}).status_code == 404
    client.force_login(make_user())
    assert [client.get(page).status_code for page in pages] == [403] * len(pages)
    assert client.post(gaps, {"length": 5}).status_code == 403
    client.logout()
    assert [client.get(page).status_code for page in pages] == [302] * len(pages)
    client.force_login(make_user(is_staff=True, is_superuser=True))
    assert [client.get(page).status_code for page in pages] == [200] * len(pages)


def test_a_colleague_who_teaches_the_class_sees_its_results(client, played):
    colleague = make_teacher()
    played.school_class.teachers.add(colleague)
    client.force_login(colleague)

    for page in addresses(played):
        assert client.get(page).status_code == 200


def test_a_pupil_is_not_seen_through_a_quiz_alone(client, teacher):
    paper = make_paper()
    given = set_to_class(teacher, paper, school_class=make_class(make_teacher()))
    sitting = play(given, "Ana", "+", paper)

    page = reverse("desk:pupil_results", args=[sitting.attempt.learner_id])
    assert client.get(page).status_code == 404


def test_an_attempt_at_another_assignment_is_not_found_here(client, teacher, played):
    other = set_to_class(teacher)
    attempt = played.sittings.first().attempt_id

    page = reverse("desk:attempt_answers", args=[other.code, attempt])
    assert client.get(page).status_code == 404


def test_the_list_tells_how_many_have_finished_and_how_well(client, played):
    response = client.get(reverse("desk:results"))

    row = re.search(r"<tbody>.*?</tbody>", response.text, re.DOTALL)[0]
    assert reverse("desk:assignment_results", args=[played.code]) in row
    assert "1 of 2" in row
    assert "67%" in row
    assert "2 begun" in row


def test_the_list_is_filtered_by_class_and_a_strange_class_filters_nothing(
    client, teacher, played
):
    other = set_to_class(teacher, school_class=make_class(teacher, name="10a"))
    link, code = reverse("desk:results"), played.school_class.code

    def codes(**query):
        rows = client.get(link, query).context["rows"]
        return {row.assignment.code for row in rows}

    assert codes(school_class=code) == {played.code}
    assert codes(school_class=make_class().code) == {played.code, other.code}


def test_a_second_look_finds_nothing_new_until_something_happens(client, played):
    page = reverse("desk:assignment_results", args=[played.code])
    seen = client.get(page).headers["ETag"]

    def look():
        return client.get(page, headers={"if-none-match": seen}).status_code

    assert look() == 304
    besa = played.sittings.get(enrolment__pseudonym="Besa")
    item = besa.attempt.items.filter(answer=None).first()
    Answer.objects.create(item=item, given=2, credit=1, answered_at=NOW)
    assert look() == 200


@pytest.mark.parametrize(
    "change",
    [
        lambda given: Answer.objects.filter(credit=0).update(credit=1),
        lambda given: enrol(given.school_class, "Cyme"),
        lambda given: Assignment.objects.update(counts="best"),
        lambda given: disputes.file(
            Answer.objects.filter(credit=0).first().item, "No.", now=NOW
        ),
    ],
    ids=["regraded", "joined", "counts", "disputed"],
)
def test_whatever_the_page_tells_makes_it_new(client, played, change):
    page = reverse("desk:assignment_results", args=[played.code])
    seen = client.get(page).headers["ETag"]
    change(played)

    response = client.get(page, headers={"if-none-match": seen})
    assert response.status_code == 200


def test_a_look_at_nothing_new_costs_two_queries_more_than_finding_the_page(
    client, played
):
    page = reverse("desk:assignment_results", args=[played.code])
    seen = client.get(page).headers["ETag"]

    with CaptureQueriesContext(connection) as captured:
        client.get(page, headers={"if-none-match": seen})

    asked = [query["sql"] for query in captured if "quiz_answer" in query["sql"]]
    about = [query["sql"] for query in captured if "classroom_" in query["sql"]]
    assert len(asked) == 1
    assert len(about) == 3  # the assignment, the answers, and what is around them


def test_the_part_that_follows_the_class_says_what_it_has_seen(client, played):
    response = client.get(reverse("desk:assignment_results", args=[played.code]))

    seen = response.headers["ETag"]
    assert json.loads(response.context["headers"]) == {"If-None-Match": seen}
    assertContains(response, "data-live")
    assertContains(response, 'data-hx-target="#live"')


def test_what_has_closed_is_not_looked_at_again_and_again(client, played):
    Assignment.objects.update(closes_at=NOW)

    response = client.get(reverse("desk:assignment_results", args=[played.code]))
    assertNotContains(response, "data-hx-trigger")


def test_a_cell_leads_to_the_answer_and_says_in_words_what_it_was(client, played):
    response = client.get(reverse("desk:assignment_results", args=[played.code]))

    attempt = played.sittings.first().attempt_id
    answers = reverse("desk:attempt_answers", args=[played.code, attempt])
    cell = f'data-mark="wrong" href="{answers}#question-'
    assertContains(response, cell, 1)
    page = client.get(answers)
    assertContains(page, 'id="question-3"')
    assertContains(page, "the pupil’s answer")
    assertNotContains(page, "your answer")


def test_an_objection_leads_to_where_it_is_answered(client, played):
    item = played.sittings.first().attempt.items.first()
    filed = disputes.file(item, "My book says 1994.", now=NOW)

    response = client.get(reverse("desk:assignment_results", args=[played.code]))

    assertContains(response, reverse("desk:dispute", args=[filed.pk]))
    assertContains(response, "My book says 1994.")


def test_certainty_is_explained_where_it_is_marked(client, played):
    page = reverse("desk:assignment_results", args=[played.code])

    assertNotContains(client.get(page), "sure and wrong takes 1 away")
    Assignment.objects.update(marks_certainty=True)
    assertContains(client.get(page), "sure and wrong takes 1 away")


def test_where_one_has_finished_the_middle_half_is_one_figure(client, played):
    page = client.get(reverse("desk:assignment_results", args=[played.code]))

    assertContains(page, "<dt>Middle half</dt><dd>67%</dd>", html=True)


def test_what_is_below_zero_has_a_minus_and_no_hyphen(client, played):
    Assignment.objects.update(marks_certainty=True)
    Answer.objects.update(is_sure=True, credit=0)

    page = client.get(reverse("desk:assignment_results", args=[played.code]))

    assertContains(page, '<td class="number">\N{MINUS SIGN}3</td>', count=1)


def test_nobody_having_begun_the_page_says_how_to(client, teacher):
    given = set_to_class(teacher)

    response = client.get(reverse("desk:assignment_results", args=[given.code]))
    assertContains(response, "Nobody has begun yet")
    assertContains(response, given.page)


def test_thirty_pupils_cost_as_many_queries_as_three(client, teacher):
    counts = []
    for size in (3, 30):
        paper = make_paper()
        given = set_to_class(teacher, paper, school_class=make_class(teacher))
        for number in range(size):
            play(given, f"Pupil {number}", "+-+", paper)
        told = []
        for page in addresses(given)[:6]:
            with CaptureQueriesContext(connection) as captured:
                assert client.get(page).status_code == 200
            told.append(len(captured))
        counts.append(told)

    assert counts[0] == counts[1]


def test_forty_pupils_stand_on_a_page_and_figures_are_of_all(client, teacher):
    paper = make_paper(1)
    given = set_to_class(teacher, paper)
    for number in range(41):
        play(given, f"Pupil {number:02}", "+" if number else "-", paper)
    page = reverse("desk:assignment_results", args=[given.code])

    last = client.get(page, {"page": 2})

    assert [line.pupil.name for line in last.context["lines"]] == ["Pupil 40"]
    assert last.context["results"].spread.count == 41


def test_one_attempt_of_one_pupil_is_analysed_without_a_crash(client, teacher):
    paper = make_paper(1)
    given = set_to_class(teacher, paper)
    play(given, "Ana", "+", paper)

    for name, more in (("item_analysis", []), ("item_details", [paper[0].key])):
        response = client.get(reverse(f"desk:{name}", args=[given.code, *more]))
        assertContains(response, "It takes at least two")
        assertNotContains(response, "nan")


def test_a_question_leads_to_counting_it_as_right_for_everybody(client, played):
    key = played.sittings.first().attempt.items.first().question.key

    page = client.get(reverse("desk:item_details", args=[played.code, key]))

    assertContains(page, f"{reverse('desk:void_question')}?question={quote(key)}")


def test_different_papers_are_said_to_be_so(client, played):
    page = reverse("desk:item_analysis", args=[played.code])

    assertNotContains(client.get(page), "Pupils had different questions")
    play(played, "Cyme", "+-", make_paper(2))
    assertContains(client.get(page), "Pupils had different questions")


def test_files_keep_what_the_page_was_filtered_by(client, teacher):
    paper = make_paper()
    given = set_to_class(teacher, paper)
    play(given, "Ana", "+--", paper)
    play(given, "Ana", "+++", paper)

    def marks(**query):
        page = reverse("desk:export_marks", args=[given.code, "csv"])
        text = client.get(page, query).content.decode("utf-8-sig")
        return [row["Mark (%)"] for row in csv.DictReader(io.StringIO(text))]

    def answers(**query):
        page = reverse("desk:export_answers", args=[given.code, "xlsx"])
        book = load_workbook(io.BytesIO(client.get(page, query).content))
        return book.active.max_row - 1

    assert marks() == ["33.33"]
    assert marks(counts="best") == ["100.0"]
    assert answers() == 3
    assert answers(attempts="every") == 6


def test_a_name_that_looks_like_a_formula_is_plain_text_in_files(client, teacher):
    paper = make_paper(1)
    given = set_to_class(teacher, paper)
    play(given, "=1+1", "+", paper)

    for name in ("export_marks", "export_answers"):
        page = reverse(f"desk:{name}", args=[given.code, "csv"])
        rows = csv.DictReader(io.StringIO(client.get(page).content.decode("utf-8-sig")))
        assert next(rows)["Pupil"] == "'=1+1"


def test_a_file_of_another_kind_is_not_found(client, played):
    page = reverse("desk:export_marks", args=[played.code, "pdf"])

    assert client.get(page).status_code == 404


def test_the_gaps_are_assigned_by_one_button_that_leads_to_the_results(
    client, teacher, played
):
    make_fact("never")
    school_class = played.school_class
    page = reverse("desk:assign_gaps", args=[school_class.code])

    coverage = client.get(reverse("desk:class_coverage", args=[school_class.code]))
    form = {"topic": "", "length": "5", "token": coverage.context["form_token"]}
    assertContains(coverage, f'name="token" value="{form["token"]}"')
    response, again = client.post(page, form), client.post(page, form)

    made = Assignment.objects.exclude(pk=played.pk).get()
    assertRedirects(response, reverse("desk:assignment_results", args=[made.code]))
    assert made.school_class == school_class
    assert again.url == response.url


def test_gaps_are_not_assigned_by_the_token_of_anothers_form(client, played):
    make_fact("never")
    theirs = make_assignment(token=uuid4(), owner=make_teacher())
    page = reverse("desk:assign_gaps", args=[played.school_class.code])

    response = client.post(page, {"length": "5", "token": theirs.token})

    assert response.status_code == 404


@pytest.mark.parametrize(
    "data",
    [
        {"length": "7"},
        {"topic": "people", "length": "5"},
        {"length": "5", "token": "x"},
    ],
)
def test_gaps_that_cannot_be_assigned_are_said_so_beside_the_form(client, played, data):
    make_fact("never")
    page = reverse("desk:assign_gaps", args=[played.school_class.code])

    response = client.post(page, {"token": uuid4()} | data)

    assertContains(response, "errorlist")
    assert Assignment.objects.count() == 1


def test_the_desk_leads_from_what_was_set_last_to_its_results(client, played):
    response = client.get(reverse("desk:doors"))

    assertContains(response, reverse("desk:assignment_results", args=[played.code]))


def test_a_gradebook_is_paged_with_means_of_all_and_a_file_of_all(client, teacher):
    paper = make_paper(2)
    given = set_to_class(teacher, paper)
    school_class = given.school_class
    for number in range(39):
        play(given, f"Ana {number:02}", "++", paper)
    for number in range(3):
        play(given, f"Besa {number}", "--", paper)
    book = reverse("desk:class_results", args=[school_class.code])

    pages = [client.get(book, {"page": number}) for number in (1, 2, 99, "x")]

    assert [names_in(page) for page in pages[:2]] == [
        [*(f"Ana {number:02}" for number in range(39)), "Besa 0"],
        ["Besa 1", "Besa 2"],
    ]
    assert names_in(pages[2]) == names_in(pages[1])
    assert names_in(pages[3]) == names_in(pages[0])
    for page in pages:
        (mean,) = re.findall(
            r'"grid__means">.*?"number">\s*(\d+)', page.text, re.DOTALL
        )
        assert mean == "93"
    assertContains(pages[0], "Page 1 of 2")
    assertContains(pages[0], 'href="?page=2"')
    file = client.get(reverse("desk:export_gradebook", args=[school_class.code, "csv"]))
    text = file.content.decode("utf-8-sig")
    listed = re.findall(r"\b(?:Ana|Besa) \d+", text)
    assert len(listed) == 42


def names_in(page) -> list[str]:
    """Of the pupils in a gradebook, from top to bottom."""
    return re.findall(r"results/pupils/[^>]+>([^<]+)</a>", page.text)


def test_a_gradebook_that_fits_has_no_pages(client, played):
    book = reverse("desk:class_results", args=[played.school_class.code])

    assertNotContains(client.get(book), "Page 1 of")


def test_a_gradebook_of_many_takes_as_many_queries_as_of_few(client, teacher):
    counts = []
    for size in (2, 45):
        school_class = make_class(teacher)
        paper = make_paper(1)
        given = set_to_class(teacher, paper, school_class=school_class)
        for number in range(size):
            play(given, f"Pupil {number}", "+", paper)
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("desk:class_results", args=[school_class.code]))
        counts.append(len(captured))

    assert counts[0] == counts[1]
