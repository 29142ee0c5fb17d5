"""Flaws put into the questions on the shipped facts are found; the questions pass."""

import pytest

from quiz.quality import mutants, rules
from quiz.quality.bank import BANK_RULES
from quiz.quality.mutations import MUTATIONS
from quiz.quality.quizzes import QUIZ_RULES
from quiz.questions import KINDS, Draft

pytestmark = pytest.mark.django_db  # the shipped facts are read through one

PER_RULE = 12


@pytest.fixture(scope="module")
def drafts(published_knowledge) -> list[Draft]:
    return [
        outcome
        for kind in KINDS.values()
        for outcome in kind.drafts(published_knowledge, 0)
        if isinstance(outcome, Draft)
    ]


@pytest.fixture(scope="module")
def report(drafts, published_knowledge, django_db_blocker):
    with django_db_blocker.unblock():
        return mutants.run(drafts, published_knowledge, seed=1, per_rule=PER_RULE)


def errors(listed) -> set[str]:
    return {rule.slug for rule in listed if rule.severity == "error"}


def test_nearly_every_flaw_is_caught_by_its_own_rule(report):
    missed = {tally.rule: tally.missed for tally in report.rules if tally.missed}

    assert report.recall >= 0.98, missed


def test_no_rule_lets_many_of_its_flaws_through(report):
    for tally in report.rules:
        assert tally.caught >= 0.9 * tally.mutants, (tally.rule, tally.missed)


def test_every_error_has_enough_flaws_to_be_tried_with(report):
    tried = {tally.rule: tally.mutants for tally in report.rules}

    assert set(tried) == errors([*rules.RULES, *QUIZ_RULES, *BANK_RULES])
    assert min(tried.values()) >= PER_RULE / 2, tried


def test_flaws_are_made_only_for_rules_there_are():
    assert set(MUTATIONS) == errors(rules.RULES)


def test_hardly_any_sound_question_is_flagged(report, drafts):
    assert report.clean == len(drafts)
    assert report.false_alarms <= 0.02


def test_the_same_seed_makes_the_same_flaws(drafts, published_knowledge):
    one, again, another = (
        mutants.run(drafts[::9], published_knowledge, seed=seed, per_rule=2)
        for seed in (1, 1, 2)
    )

    assert one == again
    assert one.mutants == pytest.approx(another.mutants, rel=0.1)


def test_a_flaw_counts_only_if_its_own_rule_finds_it(
    drafts, published_knowledge, monkeypatch
):
    """The rule that finds nothing is named, though others find its flaws."""
    blind = [
        rules.Rule(rule.slug, rule.about, lambda draft, knowledge: "")
        if rule.slug == "T04"
        else rule
        for rule in rules.RULES
    ]
    monkeypatch.setattr(rules, "RULES", tuple(blind))
    found = mutants.run(drafts[::5], published_knowledge, per_rule=2)
    t04 = next(tally for tally in found.rules if tally.rule == "T04")

    assert (t04.mutants, t04.caught) == (2, 0)
    assert len(t04.missed) == 2
    assert found.recall < 1
