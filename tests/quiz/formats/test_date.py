"""Typed dates: what may be sent, what it earns, and what is told of it."""

import re

import pytest

from quiz import grading, play
from quiz.formats import FORMATS
from quiz.models import Answer, Item
from relations.dates import PartialDate
from relations.models import OutsideDate
from tests.factories import (
    NOW,
    make_attempt,
    make_milestone,
    make_question,
    make_source,
)

pytestmark = pytest.mark.django_db

# What chance writes into a page: names of attempts and files, tokens.
CHANCE = re.compile(
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9A-Za-z]{64}\b|\.[0-9a-f]{12}\."
)
DATE = FORMATS["date"]
DAY, MONTH, YEAR = "1992-08-25", "1992-08", "1992"


def date_question(solution: str = DAY, **fields):
    text = str(PartialDate.parse(solution))
    option = {"text": text, "proof": "", "truth": "", "claim": "", "page": ""}
    return make_question(
        **{
            "format": "date",
            "family": "typed-date",
            "options": [option],
            "solution": solution,
        }
        | fields
    )


def item_of(solution: str = DAY, **fields) -> Item:
    return make_attempt(questions=[date_question(solution, **fields)]).items.get()


def form_of(item: Item, **sent):
    form = DATE.form(item, sent)
    form.is_valid()
    return form


def said(date: str) -> dict[str, int]:
    year, month, day = (*map(int, date.split("-")), None, None)[:3]
    parts = {"year": year, "month": month, "day": day}
    return {name: part for name, part in parts.items() if part}


def told(item: Item, date: str):
    play.answer(item, said(date), now=NOW)
    return grading.feedback(Item.objects.get(pk=item.pk))


@pytest.mark.parametrize(
    ("solution", "asked"),
    [(DAY, ["day", "month", "year"]), (MONTH, ["month", "year"]), (YEAR, ["year"])],
)
def test_just_the_parts_that_are_asked_have_a_field(solution, asked):
    form = DATE.form(item_of(solution))

    assert list(form.fields) == asked
    for part in asked:
        assert part in form.hint


def test_a_whole_date_is_kept_as_its_parts():
    form = form_of(item_of(), day="25", month="8", year="1992")

    assert form.errors == {}
    assert form.given() == {"year": 1992, "month": 8, "day": 25}


def test_the_year_alone_may_be_given():
    form = form_of(item_of(), day="", month="", year="1992")

    assert form.given() == {"year": 1992}


@pytest.mark.parametrize(
    ("sent", "field", "words"),
    [
        ({"day": "31", "month": "2", "year": "1992"}, "day", "no 31 February"),
        ({"day": "29", "month": "2", "year": "1991"}, "day", "no leap year"),
        ({"day": "31", "month": "4", "year": "1992"}, "day", "no 31 April"),
        ({"day": "25", "month": "", "year": "1992"}, "month", "choose the month"),
        ({"day": "25", "month": "8", "year": ""}, "year", "give a year"),
        ({"day": "", "month": "", "year": ""}, "year", "give a year"),
        ({"day": "0", "month": "8", "year": "1992"}, "day", "from 1 to 31"),
        ({"day": "32", "month": "8", "year": "1992"}, "day", "from 1 to 31"),
        ({"day": "soon", "month": "8", "year": "1992"}, "day", "from 1 to 31"),
        ({"day": "25", "month": "13", "year": "1992"}, "month", "twelve months"),
        ({"day": "25", "month": "8", "year": "92"}, "year", "four digits"),
        ({"day": "25", "month": "8", "year": "-1992"}, "year", "four digits"),
        ({"day": "25", "month": "8", "year": "9" * 400}, "year", "four digits"),
        ({"day": "25", "month": "8", "year": "\x00"}, "year", "four digits"),
        ({}, "year", "give a year"),
    ],
)
def test_what_is_no_date_is_said_at_its_field(sent, field, words):
    form = form_of(item_of(), **sent)

    assert list(form.errors) == [field]
    assert words in form.errors[field][0]
    assert "autofocus" in form.fields[field].widget.attrs


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"month": 8},
        {"year": 1992, "day": 25},
        {"year": 1992, "month": 2, "day": 31},
        {"year": "1992"},
        {"year": 1992, "hour": 3},
        "1992-08-25",
        3,
        None,
    ],
)
def test_what_no_form_sends_is_no_answer(given):
    assert not DATE.takes(item_of(), given)


def test_more_than_is_asked_is_no_answer():
    assert not DATE.takes(item_of(YEAR), said(DAY))
    assert DATE.takes(item_of(DAY), said(YEAR))


@pytest.mark.parametrize(
    ("solution", "date", "credit"),
    [
        (DAY, "1992-08-25", 1),
        (DAY, "1992-08-24", 0.6),
        (DAY, "1992-08", 0.6),
        (DAY, "1992-07-25", 0.3),
        (DAY, "1992", 0.3),
        (DAY, "1991-08-25", 0),
        (DAY, "1993", 0),
        (MONTH, "1992-08", 1),
        (MONTH, "1992-09", 0.5),
        (MONTH, "1992", 0.5),
        (MONTH, "1991-08", 0),
        (YEAR, "1992", 1),
        (YEAR, "1991", 0.3),
        (YEAR, "1993", 0.3),
        (YEAR, "1990", 0),
    ],
)
def test_what_each_date_earns(solution, date, credit):
    assert DATE.grade(item_of(solution), said(date)).credit == credit


@pytest.mark.parametrize(
    ("solution", "date", "remark"),
    [
        (DAY, "1992-08-24", "Month and year are right, the day is not."),
        (DAY, "1992-08", "Month and year are right, the day is missing."),
        (DAY, "1992-07-25", "Day and year are right, the month is not."),
        (DAY, "1992-07-24", "The year is right, day and month are not."),
        (DAY, "1992", "The year is right, day and month are missing."),
        (DAY, "1991-08-25", "Day and month are right, the year is not."),
        (DAY, "1912-11-28", ""),
        (MONTH, "1992-09", "The year is right, the month is not."),
        (YEAR, "1991", "That is one year off."),
        (YEAR, "1980", ""),
    ],
)
def test_feedback_says_which_parts_are_right(solution, date, remark):
    assert DATE.remark(item_of(solution), said(date)) == remark


def test_a_right_date_is_one_green_row():
    feedback = told(item_of(), DAY)

    assert (feedback.is_right, feedback.announcement) == (
        True,
        "Right: 25 August 1992.",
    )
    assert [(row.text, row.mark, row.label) for row in feedback.rows] == [
        ("25 August 1992", "right", "your answer, and right")
    ]


def test_a_date_right_in_part_stands_beside_the_right_one():
    feedback = told(item_of(), "1992-08-24")

    assert feedback.mark == "part"
    assert feedback.announcement == (
        "Partly right: you wrote 24 August 1992. The answer is 25 August 1992."
    )
    assert [(row.text, row.mark, row.label, row.truth) for row in feedback.rows] == [
        (
            "24 August 1992",
            "part",
            "your answer",
            "Month and year are right, the day is not.",
        ),
        ("25 August 1992", "right", "the answer", ""),
    ]


def test_the_date_of_something_else_is_told_as_that_with_its_place():
    other = make_milestone(date="1949-11-23")
    other.refresh_from_db()

    feedback = told(item_of(), "1949-11-23")

    row = feedback.rows[0]
    assert (row.mark, row.truth) == ("chosen", other.statement)
    assert row.sources[0]["locator"] == other.passages.get().locator
    assert Answer.objects.get().told["page"] == other.country.get_absolute_url()


def test_what_a_later_question_asks_is_not_told_before_it():
    other = make_milestone(date="1949-11-23")
    attempt = make_attempt(questions=[date_question(), make_question(claim=other.slug)])
    item = attempt.items.get(format="date")
    later = attempt.items.exclude(pk=item.pk)

    later.update(position=9)
    assert DATE.grade(item, said("1949-11-23")).told == {}

    later.update(position=0)
    assert DATE.grade(item, said("1949-11-23")).told["text"]


def test_the_date_a_reference_gives_is_told_as_that_and_not_as_right():
    milestone = make_milestone(date="1912")
    OutsideDate.objects.create(
        slug="elsewhere",
        country=milestone.country,
        kind="established",
        date="1922-02-18",
        source=make_source(title="A Journal"),
    )

    feedback = told(item_of("1912", claim=milestone.slug), "1922")

    assert feedback.credit == 0
    assert feedback.rows[0].truth.startswith("Outside the article, A Journal gives 18")
    assert feedback.rows[0].sources[0]["locator"] == "A Journal"


def test_nothing_is_earned_blindly_and_the_right_answer_earns_all():
    for solution in (DAY, MONTH, YEAR):
        item = item_of(solution)
        assert DATE.chance(item) == 0
        assert DATE.grade(item, DATE.right(item)).credit == 1
        assert DATE.takes(item, DATE.right(item))


@pytest.mark.parametrize("solution", [DAY, MONTH, YEAR])
def test_nothing_of_the_date_is_on_the_page_before_the_answer(
    client, learner, solution
):
    question = date_question(solution, generated_stem="When did relations begin?")
    attempt = make_attempt(questions=[question], learner=learner)

    page = client.get(f"/attempts/{attempt.pk}/1/").content.decode()
    page = re.sub(CHANCE, "", page)

    assert "1992" not in page
    assert "25" not in page
    assert "selected" not in page.replace('<option value="" selected>', "")
    assert 'autocomplete="off"' in page
