"""The witness finds nothing in the shipped questions, and everything put there wrongly."""

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction

from quiz import pool
from quiz.models import Question
from quiz.quality import witness
from quiz.quality.witness.rows import Rows, plain
from quiz.quality.witness.times import span, stored, written
from quiz.questions import KINDS
from relations import reading
from relations.models import (
    Membership,
    Milestone,
    OutsideDate,
    Roll,
    RollEntry,
    UnidentifiedRow,
)
from tests.factories import (
    make_country,
    make_fact,
    make_milestone,
    make_organization,
    make_passage,
    make_question,
    make_report,
    make_source,
)

pytestmark = pytest.mark.django_db

ONE_OF = {"choice", "pair", "timeline"}
OTHERS = {
    "country": ("Canada", "China"),
    "organization": ("World Trade Organization", "Inter-Parliamentary Union"),
    "acronym": ("WTO", "IPU"),
    "person": ("Edi Rama", "Fatos Nano"),
}


class _Undo(Exception):
    """Leaves a transaction without keeping what it did."""


@pytest.fixture(scope="module")
def shipped(django_db_setup, django_db_blocker):
    """The shipped facts as the witness reads them, and the questions made of them."""
    found = None
    with django_db_blocker.unblock():
        try:
            with transaction.atomic():
                call_command("load_facts", verbosity=0)
                pool.sync(reading.knowledge())
                rows, questions = Rows(), list(Question.objects.active())
                found = rows, questions, witness.contradictions(questions, rows)
                raise _Undo
        except _Undo:
            return found


def test_the_shipped_questions_have_the_answers_they_are_stored_with(shipped):
    _, questions, found = shipped

    assert found == []
    assert len(questions) > 1000


def test_every_family_has_somebody_who_reads_it(shipped):
    _, questions, _ = shipped

    assert sum(witness.checked(questions).values()) == len(questions)
    assert set(witness.checked(questions)) == set(KINDS)


def changed(question: Question, **fields) -> Question:
    copy = deepcopy(question)
    for name, value in fields.items():
        setattr(copy, name, value)
    return copy


def with_text(question: Question, place: int, text: str) -> Question:
    options = deepcopy(question.options)
    options[place]["text"] = text
    return changed(question, options=options)


def accepting(question: Question, place: int, name: str) -> Question:
    options = deepcopy(question.options)
    options[place]["accepts"].append(name.casefold().replace("-", " "))
    return changed(question, options=options)


def mutants(question: Question) -> Iterator[tuple[str, Question]]:
    """The question with one thing wrong in what is taken as right."""
    solution, options = question.solution, question.options
    if question.format in ONE_OF:
        for place in range(len(options)):
            if place != solution:
                yield f"key moved to {place}", changed(question, solution=place)
        wrong = (solution + 1) % len(options)
        yield "no right answer", with_text(question, solution, options[wrong]["text"])
        yield "two right", with_text(question, wrong, options[solution]["text"])
    elif question.format == "several":
        wrong = next(p for p in range(len(options)) if p not in solution)
        yield "one swapped", changed(question, solution=[wrong, *solution[1:]])
        yield "one too few", changed(question, solution=solution[1:])
        yield "one too many", changed(question, solution=[*solution, wrong])
    elif question.format == "order":
        for place in range(len(solution) - 1):
            other = [*solution]
            other[place : place + 2] = other[place + 1], other[place]
            yield f"{place} after the next", changed(question, solution=other)
    elif question.format == "match":
        first, second, *rest = solution
        yield "two swapped", changed(question, solution=[second, first, *rest])
        spare = next(p for p in range(len(options)) if p not in solution)
        yield "a spare taken", changed(question, solution=[spare, second, *rest])
        yield "one answer twice", changed(question, solution=[second, second, *rest])
    elif question.format == "date":
        year = str(int(solution[:4]) + 1)
        yield "a year late", changed(question, solution=year + solution[4:])
        yield "less exact", changed(question, solution=solution[:-3] or "19")
        yield "told otherwise", with_text(question, 0, "1 January 1901")
    elif question.format == "number":
        yield "one more", changed(question, solution=str(int(solution) + 1))
        yield "told otherwise", with_text(question, 0, "7777")
    elif question.format == "name":
        names = OTHERS[options[0]["kind"]]
        name = next(n for n in names if plain(n) not in options[0]["accepts"])
        yield "another accepted", accepting(question, 0, name)
        yield (
            "nothing accepted",
            changed(question, options=[options[0] | {"accepts": ["xyzzy"]}]),
        )
    elif question.format == "roll":
        yield (
            "one left out",
            changed(question, options=options[1:], solution=solution[:-1]),
        )
        yield "one not right", changed(question, solution=solution[1:])
        yield "one by another's name", accepting(question, 0, options[1]["text"])


@pytest.mark.parametrize("slug", KINDS)
def test_every_question_that_is_made_wrong_is_noticed(shipped, slug):
    rows, questions, _ = shipped
    family = [question for question in questions if question.family == slug]

    unnoticed = [
        (question.key, flaw)
        for question in family
        for flaw, mutant in mutants(question)
        if not witness.contradictions([mutant], rows)
    ]

    assert family
    assert unnoticed == []


def test_a_family_that_nobody_reads_is_an_error():
    question = make_question(family="brand-new")

    (found,) = witness.contradictions([question])

    assert (found.question, found.family) == (question.key, "brand-new")
    assert found.message == witness.NO_READER
    assert witness.checked([question]) == {}


def began(name: str, date: str) -> Milestone:
    return make_milestone(country=make_country(name=name, slug=name.lower()), date=date)


def choice(stem: str, *texts: str, solution: int = 0, **fields) -> Question:
    options = [{"text": text, "proof": "", "truth": "", "page": ""} for text in texts]
    return make_question(
        **{
            "generated_stem": stem,
            "options": options,
            "solution": solution,
            "family": "when",
        }
        | fields
    )


def told(question: Question) -> list[str]:
    return [found.message for found in witness.contradictions([question])]


ON_WHAT_DATE = "On what date did Albania and Ruritania establish relations?"
IN_WHICH_YEAR = "In which year did Albania and Ruritania establish relations?"


def test_a_fact_that_changes_leaves_its_question_contradicted():
    milestone = began("Ruritania", "1992-08-25")
    question = choice(ON_WHAT_DATE, "25 August 1992", "7 April 1924")
    assert told(question) == []

    Milestone.objects.filter(pk=milestone.pk).update(date="1924-04-07")

    assert told(question) == [
        "'25 August 1992' is false, and counts as right",
        "'7 April 1924' is true, and counts as wrong",
    ]


def test_what_may_be_is_not_wrong():
    """The year is all that is known, so no day of it is out of the question."""
    began("Ruritania", "1992")

    question = choice(IN_WHICH_YEAR, "1992", "May 1992")

    assert told(question) == ["'May 1992' is unknown, and counts as wrong"]


def test_a_date_that_a_reference_gives_is_not_wrong():
    milestone = began("Ruritania", "1992")
    OutsideDate.objects.create(
        slug="outside",
        country=milestone.country,
        kind="re-established",
        date="1999",
        source=make_source(),
    )

    question = choice(IN_WHICH_YEAR, "1992", "1999", "2001")

    assert told(question) == ["'1999' is unknown, and counts as wrong"]


def test_a_contested_date_is_asked_as_the_articles():
    milestone = began("Ruritania", "1992")
    OutsideDate.objects.create(
        slug="outside",
        country=milestone.country,
        kind="established",
        date="1993",
        source=make_source(),
    )

    plainly = choice(IN_WHICH_YEAR, "1992", "2001")
    as_told = choice(f"According to the article, i{IN_WHICH_YEAR[1:]}", "1992", "2001")

    assert len(told(plainly)) == 1
    assert told(as_told) == []


def test_a_disputed_fact_is_no_answer():
    milestone = began("Ruritania", "1992")
    Milestone.objects.filter(pk=milestone.pk).update(standing="disputed")

    assert "'1992' is unknown, and counts as right" in told(
        choice(IN_WHICH_YEAR, "1992", "2001")
    )


def test_a_question_about_nothing_known_is_reported():
    assert told(choice(ON_WHAT_DATE, "25 August 1992", "7 April 1924")) == [
        "it speaks of 0 things, not of one"
    ]


def test_an_undated_state_is_not_proved_to_be_the_wrong_partner():
    began("Ruritania", "1992-08-25")
    began("Freedonia", "1924")
    make_country(name="Sylvania", slug="sylvania")

    question = choice(
        "With which of these states did Albania establish relations on 25 August 1992?",
        *("Ruritania", "Freedonia", "Sylvania"),
        family="partner",
    )

    assert told(question) == ["'Sylvania' is unknown, and counts as wrong"]


def test_a_partner_is_not_to_be_typed_where_an_unnamed_row_has_the_date():
    began("Ruritania", "1992-08-25")
    question = choice(
        "According to the article, with which state did Albania establish relations "
        "on 25 August 1992?",
        "Ruritania",
        family="typed-partner",
        format="name",
    )
    question.options[0] |= {"accepts": ["ruritania"], "open": []}
    assert told(question) == []

    UnidentifiedRow.objects.create(slug="row", passage=make_passage(), date="1992")

    assert told(question) == ["a row without a name has that date"]


def test_deeds_of_one_kin_prove_nothing_about_each_other():
    one = make_country(name="Ruritania", slug="ruritania")
    other = make_country(name="Freedonia", slug="freedonia")
    make_country(name="Sylvania", slug="sylvania")
    make_report(country=one, deed="sent tea", kin="tea")
    make_report(country=other, deed="sent cups", kin="tea")

    question = choice(
        "According to the article, which state sent tea?",
        *("Ruritania", "Freedonia", "Sylvania"),
        family="who",
    )

    assert told(question) == ["'Freedonia' is unknown, and counts as wrong"]


def test_a_state_that_a_list_may_cover_unnamed_is_not_proved_absent():
    roll = make_fact(
        Roll, title="Friends", question="Which of these is a friend?", is_complete=True
    )
    friend = make_country(name="Ruritania", slug="ruritania")
    make_country(name="Freedonia", slug="freedonia")
    make_fact(RollEntry, roll=roll, position=1, country=friend)
    question = choice(
        "Which of these is a friend?", "Ruritania", "Freedonia", family="listed"
    )
    assert told(question) == []

    Roll.objects.update(is_complete=False, question="")
    Roll.objects.update(question="Which of these is a friend?", is_complete=True)
    roll.covers.set(
        [make_country(), *roll.covers.model.objects.filter(slug="freedonia")]
    )

    assert told(question) == ["'Freedonia' is unknown, and counts as wrong"]


def test_a_name_that_means_two_bodies_is_not_accepted_for_one():
    make_organization(acronym="WTO", slug="wto", name="World Trade Organization")
    body = make_organization(
        acronym="UNWTO", slug="unwto", name="World Tourism Organization"
    )
    make_fact(Membership, organization=body, position=1)
    question = choice(
        "UNWTO is on the article’s list of memberships. What is its full name?",
        "World Tourism Organization",
        family="typed-name",
        format="name",
    )
    question.options[0]["accepts"] = ["world tourism organization"]
    assert told(question) == []

    question.options[0]["accepts"].append("wto")

    assert told(question) == ["'wto' names ['wto'] too"]


def test_a_teachers_wording_is_left_to_teachers():
    began("Ruritania", "1992")
    question = choice(IN_WHICH_YEAR, "1992", "2001", edited_stem="When was it?")

    assert told(question) == []
    assert question.edited_stem == "When was it?"


@pytest.mark.parametrize(
    ("text", "iso"),
    [("29 July 1992", "1992-07-29"), ("July 1992", "1992-07"), ("1992", "1992")],
)
def test_dates_are_read_as_written_and_as_stored(text, iso):
    assert written(text) == stored(iso)


@pytest.mark.parametrize("text", ["29 July", "31 February 1992", "about 1992", "", "x"])
def test_what_is_no_date_is_not_read_as_one(text):
    assert written(text) is None


@pytest.mark.parametrize(
    ("date", "first", "last", "parts"),
    [
        (span(1992), "1992-01-01", "1992-12-31", 1),
        (span(1992, 2), "1992-02-01", "1992-02-29", 2),
        (span(1991, 12), "1991-12-01", "1991-12-31", 2),
        (span(1992, 7, 29), "1992-07-29", "1992-07-29", 3),
    ],
)
def test_a_span_has_its_first_and_last_day(date, first, last, parts):
    assert (str(date.first), str(date.last), date.parts) == (first, last, parts)


def test_the_witness_shares_no_code_with_what_makes_the_questions():
    banned = ("quiz.questions", "relations.claims", "relations.knowledge")
    banned += ("relations.reading", "relations.dates", "relations.names")
    for path in Path(witness.__file__).parent.glob("*.py"):
        assert not any(name in path.read_text() for name in banned), path.name
