"""The page on fairness shows the figures of the questions in use, and no others."""

import re

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.urls import reverse

from quiz import fairness
from quiz.fairness.words import BOTS, SUBJECTS
from quiz.models import Question
from quiz.quality import ledger
from quiz.quality.bank import BANK_RULES
from quiz.quality.bots import ARRANGERS, LEARNED
from quiz.quality.cues import CUES
from quiz.quality.quizzes import QUIZ_RULES
from quiz.quality.rules import RULES
from quiz.quality.specimens import specimens
from quiz.quality.trials import QUICK, Scale
from relations import reading
from relations.claims import ProofKind
from tests.factories import make_milestone, make_option, make_question

pytestmark = pytest.mark.django_db

URL = reverse("quiz:fairness")
DATA = reverse("quiz:fairness_figures")


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


def page_text(client, url=URL) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def questions_shown(client) -> int:
    return int(re.search(r"(\d+) questions in use", page_text(client))[1])


def build_a_few():
    for year in (1990, 1992, 1994, 1996):
        make_milestone(date=str(year))


def somebody_counts(part):
    cache.add(f"figures/{part}/{ledger.fingerprint()}/counting", 1)


# The page


def test_the_page_counts_the_questions_in_use(client):
    make_question()
    make_question()
    make_question(status="retired", retired_because="Too hard.")

    assert questions_shown(client) == 2


def test_without_a_question_the_page_still_opens(client):
    assert questions_shown(client) == 0


def test_a_question_retired_changes_the_page_at_once(client):
    question = make_question()
    make_question()
    before = questions_shown(client)

    Question.objects.filter(pk=question.pk).update(
        status="retired", retired_because="Too hard."
    )

    assert (before, questions_shown(client)) == (2, 1)


def test_a_question_reworded_changes_the_page_at_once(client):
    build_a_few()
    call_command("build_questions", verbosity=0)
    before = page_text(client)

    Question.objects.filter(family="when").update(edited_stem="When was it not?")

    assert "0 errors found" in before
    assert "0 errors found" not in page_text(client)


def test_a_second_visit_counts_nothing_again(client, monkeypatch):
    make_question()
    client.get(URL)
    monkeypatch.delattr(ledger, "audit")

    assert questions_shown(client) == 1


def test_a_visit_writes_nothing_but_what_is_kept(client, django_assert_max_num_queries):
    make_question()

    with django_assert_max_num_queries(500) as queries:
        client.get(URL)

    writes = [q["sql"] for q in queries if not q["sql"].startswith("SELECT")]
    tables = re.findall(r'(?:INSERT INTO|UPDATE|DELETE FROM) "(\w+)"', " ".join(writes))
    assert set(tables) == {"cache"}


def test_a_kept_page_takes_as_few_queries_however_many_questions(
    client, django_assert_num_queries
):
    def visit():
        client.get(URL)
        with django_assert_num_queries(3):  # the fingerprint, the figures, the trials
            client.get(URL)

    make_question()
    visit()
    for _ in range(10):
        make_question()
    visit()


def test_while_somebody_else_is_counting_the_page_says_so(client):
    make_question()
    somebody_counts(ledger.READ)

    text = page_text(client)

    assert "all 1 are being counted afresh" in text
    assert client.get(DATA).status_code == 503


def test_the_page_does_not_wait_for_the_trials_but_asks_for_them(client):
    make_question()

    first, second, third = (
        page_text(client, url) for url in (URL, f"{URL}?trials=1", URL)
    )

    assert "Quizzes are being drawn and played" in first
    assert "1 questions in use" in first
    assert "What would clever guessing earn?" in second
    assert "What would clever guessing earn?" in third


def test_while_somebody_else_tries_the_questions_the_rest_is_shown(client):
    make_question()
    somebody_counts(ledger.TRIED)

    text = page_text(client, f"{URL}?trials=1")

    assert "1 questions in use" in text
    assert "Quizzes are being drawn and played" in text
    assert client.get(DATA).status_code == 503


def test_what_was_counted_while_a_question_changed_is_not_kept(client, monkeypatch):
    question = make_question()
    count = ledger.audit

    def change_meanwhile(*args, **kwargs):
        found = count(*args, **kwargs)
        Question.objects.filter(pk=question.pk).update(edited_stem="When was it?")
        return found

    monkeypatch.setattr(ledger, "audit", change_meanwhile)
    client.get(URL)
    Question.objects.filter(pk=question.pk).update(edited_stem="")
    monkeypatch.delattr(ledger, "audit")

    with pytest.raises(NameError):  # has to count again, though all is as it was
        client.get(URL)


def test_nobody_waits_for_a_count_that_failed(client, monkeypatch):
    make_question()
    with monkeypatch.context() as patch:
        patch.delattr(ledger, "audit")
        with pytest.raises(NameError):
            client.get(URL)

    assert questions_shown(client) == 1


def test_the_figures_can_be_had_as_data(client):
    make_question()

    told = client.get(DATA).json()

    assert told["pool"]["questions"] == 1


def test_the_data_name_no_question_and_so_hint_at_no_answer(client):
    question = make_question()

    response = client.get(DATA)

    assert question.key not in response.text
    assert "findings" not in response.json()
    assert response.json()["rules"]


@pytest.mark.parametrize("url", [URL, DATA])
def test_the_page_can_only_be_read(client, url):
    assert client.post(url).status_code == 405


def test_what_is_never_asked_is_told_with_its_reason(client):
    fact = make_milestone(standing="disputed")

    text = page_text(client)

    assert "The article says otherwise elsewhere." in text
    assert str(fact.country) in text


# What is kept


def test_building_the_questions_spares_the_first_visitor_the_counting(
    client, monkeypatch
):
    build_a_few()
    call_command("build_questions", verbosity=0)
    monkeypatch.delattr(ledger, "audit")
    monkeypatch.delattr(ledger, "trials_alone")

    assert "What would clever guessing earn?" in page_text(client)


def test_building_again_counts_again_only_if_something_has_changed(monkeypatch):
    make_milestone()
    call_command("build_questions", verbosity=0)
    monkeypatch.delattr(ledger, "audit")
    monkeypatch.delattr(ledger, "trials_alone")

    call_command("build_questions", verbosity=0)
    make_question()
    with pytest.raises(NameError):
        call_command("build_questions", verbosity=0)


def test_a_changed_fact_is_counted_when_the_questions_are_built():
    fact = make_milestone()
    ledger.refresh(reading.knowledge(), QUICK)

    type(fact).objects.filter(pk=fact.pk).update(standing="disputed")
    ledger.refresh(reading.knowledge(), QUICK)

    assert ledger.told(with_trials=False)["coverage"]["askable"] == 0


# How it is told


def test_each_kind_of_proof_is_shown_by_an_option_told_as_another_fact():
    told = make_option(1, 1991) | {"claim": "fact-1"}
    bare = make_option(1, 1992) | {"claim": ""}
    right = make_option(1, 1993) | {"claim": ""}
    make_question(options=[bare, told, right])

    shown = specimens(Question.objects.all())

    assert {kind: one["text"] for kind, one in shown.items()} == {
        "functional slot": told["text"]
    }


def test_rules_are_told_by_their_subject_and_errors_apart_from_warnings():
    rules = [
        {"rule": "S02", "severity": "error", "checked": 5, "found": 1},
        {"rule": "T01", "severity": "error", "checked": 5, "found": 0},
        {"rule": "S03", "severity": "warning", "checked": 5, "found": 2},
    ]

    true, clear = fairness.subjects(rules)

    assert (true.title, true.checked, true.errors) == ("Is it true?", 5, 0)
    assert (clear.title, clear.checked) == ("Is it clear?", 10)
    assert (clear.errors, clear.warnings) == (1, 2)


def test_every_rule_and_every_bot_has_its_words():
    names = {*CUES, LEARNED, *(f"arranged {way}" for way in ARRANGERS)}

    assert {rule.slug[0] for rule in (*RULES, *BANK_RULES, *QUIZ_RULES)} == set(
        SUBJECTS
    )
    assert names == set(BOTS)


def test_the_shipped_questions_are_told_in_full(shipped_questions, published_knowledge):
    ledger.refresh(published_knowledge, Scale(quizzes=10, items=100, mutants=1))
    told = ledger.told(with_trials=False)

    shown = fairness.page(told)

    trials = shown["trials"]
    assert sum(len(subject.rules) for subject in shown["subjects"]) == len(
        told["rules"]
    )
    assert len(shown["proofs"]) == len(ProofKind) == len(told["specimens"])
    assert trials["mutants"]["caught"] == trials["mutants"]["planted"] > 30
    assert shown["errors"] == 0
    assert len(trials["places"]) == len(told["trials"]["positions"]) > 3
    assert [subject.title for subject in trials["subjects"]] == [SUBJECTS["Q"][0]]


def bot(name, excess):
    told = {"score": 0.25 + excess / 100, "chance": 0.25, "items": 9, "heard": 0.5}
    return told | {"bot": name, "excess": excess}


def test_a_guesser_well_above_chance_is_marked():
    longest, edge = fairness.guessers_of([bot("edge", 2.0), bot("longest", 5.0)])

    assert (longest.name, longest.is_above) == ("Takes the longest option", True)
    assert not edge.is_above


def test_facts_that_were_missed_come_before_those_kept_back():
    def fact(reason, is_askable):
        return {"fact": "f", "reasons": [reason], "is_askable": is_askable}

    told = fairness.reasons(
        [fact("Kept.", False), fact("Kept.", False), fact("Missed.", True)]
    )

    assert [(r.text, len(r.facts)) for r in told] == [("Missed.", 1), ("Kept.", 2)]


def test_facts_kept_back_each_for_a_reason_of_its_own_stand_together():
    told = fairness.reasons(
        [
            {"fact": slug, "reasons": [f"As {slug}."], "is_askable": False}
            for slug in ("one", "two")
        ]
    )

    assert len(told) == 1
    assert told[0].is_mixed
    assert [fact["fact"] for fact in told[0].facts] == ["one", "two"]


def test_the_fingerprint_changes_with_all_that_a_question_is():
    question = make_question()
    marks = {ledger.fingerprint()}
    for change in (
        {"version": 2},
        {"edited_stem": "When was it?"},
        {"edited_explanation": "It was then."},
        {"status": "withdrawn"},
    ):
        Question.objects.filter(pk=question.pk).update(**change)
        marks.add(ledger.fingerprint())

    assert len(marks) == 5
