"""Stored questions follow what is known; teachers' words and old keys stay."""

import dataclasses

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quiz import pool
from quiz.models import Question
from quiz.questions import Draft
from relations.knowledge import Knowledge
from relations.models import Country, Milestone
from tests.quiz.test_questions import FIVE, began

pytestmark = pytest.mark.django_db

KEY = "when:borduria-established:when"


def sync(claims=FIVE, **fields):
    return pool.sync(Knowledge(claims), **fields)


def corrected(claim, **fields):
    return [
        dataclasses.replace(other, **fields) if other.key == claim.key else other
        for other in FIVE
    ]


def test_a_draft_is_stored_with_all_a_player_will_need():
    sync()

    question = Question.objects.get(key=KEY)
    assert question.stem == "On what date did Albania and Borduria establish relations?"
    assert question.options[question.solution]["text"] == "23 November 1949"
    assert question.options[question.solution]["proof"] == ""
    assert {o["proof"] for o in question.options} - {""} == {"functional slot"}
    assert question.sources == [
        {"locator": "Europe, row 1", "page": "/facts/sections/europe/"}
    ]
    assert (question.topic, question.aspect) == ("relations", "when")


def test_a_second_sync_changes_nothing():
    first = sync()
    before = list(Question.objects.values())

    second = sync()

    assert (second.created, second.changed, second.withdrawn) == (0, 0, 0)
    assert second.unchanged == first.created
    assert list(Question.objects.values()) == before


def test_a_second_sync_of_all_shipped_questions_writes_nothing(
    shipped_questions, published_knowledge
):
    with CaptureQueriesContext(connection) as queries:
        pool.sync(published_knowledge)

    done = {query["sql"].split()[0] for query in queries}
    assert done == {"SAVEPOINT", "SELECT", "RELEASE"}


def test_more_questions_than_a_batch_are_stored_batch_by_batch(
    shipped_facts, published_knowledge
):
    drafted = [
        outcome
        for outcome in pool.drafts(published_knowledge, seed=0)
        if isinstance(outcome, Draft)
    ]
    many = [
        dataclasses.replace(draft, variant=f"{draft.variant}{n}")
        for draft in drafted
        for n in range(1 + 2 * pool.BATCH // len(drafted))
    ]

    report = pool.store(iter(many), published_knowledge)

    assert len(many) > pool.BATCH
    assert report.created == len(many)
    assert set(Question.objects.values_list("key", flat=True)) == {
        draft.key for draft in many
    }


def test_a_corrected_fact_makes_a_new_version_under_the_old_key():
    sync()
    before = Question.objects.get(key=KEY)

    claim = FIVE[1]
    report = sync(corrected(claim, value=claim.value.__class__(1950, 11, 23)))

    after = Question.objects.get(key=KEY)
    assert after.pk == before.pk
    assert after.version == before.version + 1
    assert after.options[after.solution]["text"] == "23 November 1950"
    assert report.changed >= 1


def test_what_it_shows_to_be_known_is_stored_and_makes_no_new_version():
    sync()
    key = "typed-date:borduria-established:when"
    asked = Question.objects.get(key=key)
    claim = "borduria-established"
    assert asked.sides == [[claim, "when.day"], [claim, "when.year"]]
    Question.objects.update(sides=[])  # as before there were any

    report = sync()

    assert report.changed == 0
    after = Question.objects.get(key=key)
    assert (after.sides, after.version) == (asked.sides, asked.version)


def test_a_teachers_wording_survives_and_is_called_stale_once_the_facts_change():
    sync()
    question = Question.objects.get(key=KEY)
    question.edited_stem = "When did Borduria and Albania begin to talk?"
    question.edited_version = question.version
    question.save()
    assert not question.edit_is_stale

    sync(corrected(FIVE[1], statement="It was on 23 November 1949."))

    question = Question.objects.get(key=KEY)
    assert question.stem == "When did Borduria and Albania begin to talk?"
    assert question.explanation == "It was on 23 November 1949."
    assert question.edit_is_stale


def test_a_question_whose_fact_is_gone_is_withdrawn_and_comes_back_with_it():
    sync()

    report = sync([claim for claim in FIVE if claim.key != "borduria-established"])
    assert Question.objects.get(key=KEY).status == Question.Status.WITHDRAWN
    assert report.withdrawn > 0

    report = sync()
    assert Question.objects.get(key=KEY).status == Question.Status.ACTIVE
    assert report.revived > 0


def test_a_question_a_teacher_retired_stays_retired():
    sync()
    Question.objects.filter(key=KEY).update(
        status=Question.Status.RETIRED, retired_because="Too obscure."
    )

    sync([claim for claim in FIVE if claim.key != "borduria-established"])
    sync()

    assert Question.objects.get(key=KEY).status == Question.Status.RETIRED


def test_a_draft_that_breaks_a_rule_is_refused_and_reported():
    flawed = corrected(FIVE[1], places=())

    report = sync(flawed)

    assert not Question.objects.filter(claim="borduria-established").exists()
    assert {finding.rule for finding in report.flawed} == {"T08"}
    reason = "Refused by T08: no place in a source for borduria-established."
    assert reason in report.unasked["borduria-established"]


def test_the_filter_by_country_follows_the_facts():
    borduria = Country.objects.create(slug="borduria", name="Borduria", region="europe")
    sync(corrected(FIVE[1], countries=("borduria",)))
    asked = Question.objects.filter(countries=borduria)
    assert {q.claim for q in asked} == {"borduria-established"}

    sync(corrected(FIVE[1], countries=()))

    assert not Question.objects.filter(countries=borduria).exists()


def test_what_the_feedback_gives_away_is_remembered():
    sync()

    question = Question.objects.get(key=KEY)
    others = {claim.key for claim in FIVE} - {"borduria-established"}
    assert set(question.reveals) <= others
    assert question.reveals


def test_each_unasked_fact_has_its_reason(shipped_facts, published_knowledge):
    report = pool.sync(published_knowledge)

    assert [key for key, reasons in report.unasked.items() if not reasons] == []
    assert report.flawed == []


def test_the_command_stores_questions_and_lists_the_unasked(
    shipped_facts, capsys, monkeypatch
):
    counted = []  # the figures on fairness, which take a minute to count
    monkeypatch.setattr("quiz.quality.ledger.refresh", counted.append)

    call_command("build_questions", unasked=True)

    assert len(counted) == 1
    said = capsys.readouterr().out
    assert f"{Question.objects.active().count()} questions" in said
    assert "kosovo-war: The article says otherwise elsewhere.\n" in said
    assert Question.objects.active().count() >= 300


def test_the_command_fails_where_a_fact_is_unasked_for_no_reason():
    country = Country.objects.create(slug="x", name="X", region="asia")
    Milestone.objects.create(slug="x-established", country=country, kind="established")

    with pytest.raises(CommandError, match="x-established"):
        call_command("build_questions")


def test_reference_claims_are_no_questions():
    sync([*FIVE, began("Sylvania", "1922", layer="reference")])

    assert not Question.objects.filter(claim="sylvania-established").exists()
