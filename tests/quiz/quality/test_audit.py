"""The audit finds what is wrong with the questions in use, counts it, and says so."""

import dataclasses
import json

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from quiz import pool
from quiz.models import Question
from quiz.quality import tally
from quiz.quality.audit import QUICK, Scale, audit
from quiz.quality.census import census
from quiz.quality.coverage import DISPUTED, NO_REASON, coverage
from quiz.quality.figures import figures
from quiz.quality.redraft import redraft
from quiz.quality.tables import tables
from quiz.questions import Refusal
from relations import reading
from relations.claims import Layer, Thing
from relations.knowledge import Knowledge
from tests.factories import make_milestone, make_option, make_question
from tests.quiz.test_questions import FIVE, began

pytestmark = pytest.mark.django_db

KEY = "when:borduria-established:when"
DRAWN = Scale(quizzes=20, items=20, mutants=1)


def stored(claims=FIVE) -> Knowledge:
    """Knowledge whose questions are in the pool."""
    knowledge = Knowledge(claims)
    pool.sync(knowledge)
    return knowledge


def quick(knowledge):
    return audit(knowledge, scale=QUICK)


def row_of(found, rule):
    return next(row for row in found.rules if row.rule == rule)


def question_on(*claims, **fields) -> Question:
    return make_question(claim=claims[0], claims=list(claims), **fields)


# What is in use


def test_a_pool_just_built_is_sound():
    found = quick(stored())

    assert found.errors == []
    assert found.out_of_step == {}
    assert row_of(found, "T01").checked == Question.objects.count() > 0
    assert row_of(found, "T01").found == 0


def test_a_wording_by_a_teacher_is_checked_in_place_of_the_generated_one():
    knowledge = stored()
    Question.objects.filter(key=KEY).update(
        edited_stem="On what date was it not established?"
    )

    found = quick(knowledge)

    assert {error.question for error in found.errors} == {KEY}
    assert "S02" in {error.rule for error in found.errors}
    assert row_of(found, "S02").found == 1
    assert not found.is_sound


def test_what_a_teacher_has_retired_is_neither_checked_nor_counted():
    knowledge = stored()
    before = quick(knowledge)
    Question.objects.filter(key=KEY).update(
        status="retired",
        retired_because="Too hard.",
        edited_stem="On what date was it not established?",
    )

    found = quick(knowledge)

    assert found.errors == []
    assert found.pool.questions == before.pool.questions - 1
    assert row_of(found, "S02").checked == before.pool.questions - 1


def test_errors_come_before_warnings():
    levels = [row.severity for row in quick(stored()).rules]

    assert set(levels) == {"error", "warning"}
    assert levels == sorted(levels)


def test_a_flaw_of_the_whole_bank_is_found():
    knowledge = stored()
    lopsided = tally.together(
        [
            dataclasses.replace(draft, solution=0)
            for draft in redraft(knowledge).sound.values()
        ]
        * 5
    )

    assert "C07" in {finding.rule for finding in lopsided[1]}


def test_whole_quizzes_are_drawn_and_checked():
    stored()

    rows, flaws = tally.quizzes_drawn(20, seed=0)

    checked = {row.rule: row.checked for row in rows}
    assert checked["Q01"] == 20 + 4 * 2
    assert checked["Q07"] == 20
    assert "Q01" not in {flaw.rule for flaw in flaws}


def test_a_question_that_hangs_on_another_is_found_in_quizzes_drawn():
    make_question(generated_stem="In which year did that state break with it?")

    rows, flaws = tally.quizzes_drawn(20, seed=0)

    assert {row.rule: row.found for row in rows}["Q02"] == 22
    assert [flaw.rule for flaw in flaws] == ["Q02"]


# In step with the facts


def test_a_stored_question_that_its_facts_would_now_make_otherwise_is_found():
    knowledge = stored()
    Question.objects.filter(key=KEY).update(generated_stem="When was it?")

    found = quick(knowledge)

    assert list(found.out_of_step) == [KEY]
    assert "generated_stem" in found.out_of_step[KEY]
    assert not found.is_sound


def test_a_stored_question_that_no_fact_carries_any_more_is_found():
    knowledge = stored()
    stray = make_question()

    assert list(quick(knowledge).out_of_step) == [stray.key]


def test_a_question_that_was_not_stored_yet_is_found():
    knowledge = stored()
    Question.objects.filter(key=KEY).delete()

    assert list(quick(knowledge).out_of_step) == [KEY]


def test_a_withdrawn_question_whose_fact_is_back_is_found():
    knowledge = stored()
    Question.objects.filter(key=KEY).update(status="withdrawn")

    assert list(quick(knowledge).out_of_step) == [KEY]


# Read by somebody else


def test_a_right_answer_that_the_rows_do_not_bear_out_is_found():
    make_milestone(date="1992")
    for year in (1990, 1994, 1996):
        make_milestone(date=str(year))
    knowledge = reading.knowledge()
    pool.sync(knowledge)
    before = quick(knowledge)
    question = Question.objects.filter(family="when").first()
    question.solution = (question.solution + 1) % len(question.options)
    question.save()

    found = quick(knowledge)

    assert before.contradictions == ()
    assert {one.question for one in found.contradictions} == {question.key}
    assert not found.is_sound


# The pool counted


def test_two_questions_that_read_alike_count_as_one():
    options = [make_option(1, year) for year in (1991, 1992, 1993)]
    first = make_question(generated_stem="When did it begin?", options=options)
    again = make_question(
        generated_stem="When  did it BEGIN?", options=options[::-1], solution=0
    )
    other = make_question(generated_stem="When did it begin?", options=options[:2])

    counted = census([first, again, other])

    assert (counted.questions, counted.distinct) == (3, 2)
    assert counted.alike == ((first.key, again.key),)


def test_prompts_tell_questions_apart():
    same = {"generated_stem": "Match them.", "options": [make_option(1, 1993)]}
    first = make_question(**same, prompts=[{"text": "Borduria", "claim": "a"}])
    other = make_question(**same, prompts=[{"text": "Syldavia", "claim": "b"}])

    assert census([first, other]).distinct == 2


def test_wrong_options_are_counted_by_their_proof():
    counted = census([make_question(), make_question()])

    assert counted.wrong_options == 6
    assert counted.by_proof == {"functional slot": 6}


# Facts asked


def test_a_fact_counts_once_for_each_way_it_is_asked():
    questions = [
        question_on("alba-established"),
        question_on("alba-established", format="date"),
        question_on("borduria-established", "syldavia-established"),
        question_on("borduria-established"),
    ]

    asked = coverage(Knowledge(FIVE), questions)

    assert (asked.facts, asked.askable) == (5, 5)
    assert (asked.by_one, asked.by_two) == (3, 1)
    assert asked.one_way_only == {
        "borduria-established": "choice",
        "syldavia-established": "choice",
    }
    assert asked.share_by_two == 0.2


def test_a_fact_the_base_keeps_back_is_not_askable_and_says_why():
    kept = [
        began("Alba", "1912", is_disputed=True),
        began("Borduria", "1949", unasked_because="Not worth it."),
        began("Syldavia", "1958"),
    ]

    asked = coverage(Knowledge(kept), [])

    assert asked.askable == 1
    assert {fact.fact: (fact.is_askable, *fact.reasons) for fact in asked.unasked} == {
        "alba-established": (False, DISPUTED),
        "borduria-established": (False, "Not worth it."),
        "syldavia-established": (True, NO_REASON),
    }


def test_a_fact_that_every_family_refuses_is_askable_all_the_same():
    refusal = Refusal("when", "alba-established", "Too few others.")

    asked = coverage(Knowledge(FIVE[:1]), [], [refusal])

    assert asked.askable == 1
    assert asked.unasked[0].reasons == ("Too few others.",)


def test_what_only_a_reference_says_is_no_fact_of_the_article():
    outside = began("Alba", "1912", layer=Layer.REFERENCE)

    assert coverage(Knowledge([outside]), []).facts == 0


def test_a_row_that_names_no_state_is_no_fact():
    row = began("Row", "1912", subject=Thing("row", "row-1", "a row"))

    asked = coverage(Knowledge([row]), [])

    assert (asked.facts, asked.unnamed_rows) == (0, 1)


def test_a_fact_whose_only_question_is_retired_is_not_asked():
    question = question_on(
        "alba-established", status="retired", retired_because="Too hard."
    )

    asked = coverage(Knowledge(FIVE[:1]), [question])

    assert asked.by_one == 0
    assert asked.unasked[0].reasons == ("A teacher has retired its question.",)


# The report


def test_the_same_seed_finds_the_same_and_it_can_be_written_as_json():
    knowledge = stored()

    first, second = (figures(audit(knowledge, scale=DRAWN)) for _ in range(2))

    assert json.dumps(first) == json.dumps(second)
    assert first["trials"]["bots"]
    assert first["trials"]["mutants"] is None  # too few questions to plant flaws in
    assert first["coverage"]["share_by_one"] == 1


def test_what_was_left_out_is_not_in_the_report():
    knowledge = stored()

    def titles(scale):
        lines = tables(audit(knowledge, scale=scale))
        return {line for line in lines if line and not line.startswith(" ")}

    assert "Earned by bots that know nothing" in titles(DRAWN) - titles(QUICK)
    assert "Rules on each question" in titles(QUICK)


def test_the_command_reports_a_sound_pool_and_writes_the_figures(tmp_path, capsys):
    make_milestone(slug="milestone-1", unasked_because="Not worth it.")
    call_command("build_questions", verbosity=0)
    path = tmp_path / "figures.json"

    call_command("audit_questions", quick=True, unasked=True, json=str(path))

    told = capsys.readouterr().out
    assert "0 errors, 0 contradictions, 0 questions out of step with the facts." in told
    assert "milestone-1 (kept back): Not worth it." in told
    assert json.loads(path.read_text())["is_sound"] is True


def test_the_command_fails_on_a_question_out_of_step():
    make_question()

    with pytest.raises(CommandError, match="1 questions out of step"):
        call_command("audit_questions", quick=True)


def test_the_shipped_questions_have_no_error(shipped_questions, published_knowledge):
    found = quick(published_knowledge)

    assert found.is_sound
    assert found.pool.distinct > 0.99 * found.pool.questions
