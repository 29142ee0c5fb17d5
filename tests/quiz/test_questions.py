"""What every family promises, over the shipped facts and over made-up ones."""

from decimal import Decimal

import pytest

from quiz.models import Aspect, Topic
from quiz.quality import rules
from quiz.questions import KINDS
from relations.claims import (
    AMOUNTS_TO,
    ESTABLISHED,
    Amount,
    Claim,
    Layer,
    Place,
    Thing,
)
from relations.dates import PartialDate
from relations.knowledge import Knowledge
from tests.quiz.drafting import afresh, drafted, refused

pytestmark = pytest.mark.django_db  # the shipped facts are read through one


def candidates(knowledge, slug, key) -> set[str]:
    """Every answer a family would set against the right one of a claim."""
    kind = KINDS[slug]
    (claim,) = {c.key: c for c in kind.claims(knowledge) if c.key == key}.values()
    return {candidate.text for candidate in kind.candidates(knowledge, claim)}


def began(name: str, date: str, **fields) -> Claim:
    slug = name.lower()
    return Claim(
        **{
            "key": f"{slug}-established",
            "predicate": ESTABLISHED,
            "subject": Thing("country", slug, name, name, region="europe"),
            "value": PartialDate.parse(date),
            "statement": f"Albania and {name} established relations: {date}.",
            "places": (Place("Europe, row 1", "/facts/sections/europe/"),),
            "topic": "relations",
        }
        | fields
    )


FIVE = [
    began("Alba", "1912"),
    began("Borduria", "1949-11-23"),
    began("Syldavia", "1958"),
    began("Ruritania", "1992-08-25"),
    began("Freedonia", "2006-08-01"),
]


@pytest.mark.parametrize("slug", KINDS)
def test_each_family_asks_something_of_the_shipped_facts(published_knowledge, slug):
    assert drafted(published_knowledge, slug)


def test_the_shipped_facts_carry_at_least_three_hundred_sound_questions(
    published_knowledge,
):
    drafts = drafted(published_knowledge)
    sound = [
        d for d in drafts if not rules.errors(rules.findings(d, published_knowledge))
    ]

    assert len(sound) >= 300
    assert len({draft.key for draft in sound}) == len(sound)


def test_no_draft_of_the_shipped_facts_breaks_a_rule(published_knowledge):
    found = [
        finding
        for draft in drafted(published_knowledge)
        for finding in rules.errors(rules.findings(draft, published_knowledge))
    ]

    assert found == []


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_wrong_answer_is_refuted_by_the_base_whatever_the_seed(
    published_knowledge, seed
):
    for draft in drafted(published_knowledge, seed=seed):
        for cell in draft.cells():
            truth = published_knowledge.asks(cell.predicate, cell.subject, cell.value)
            assert truth is cell.is_right, draft.key


def test_every_wrong_answer_says_what_it_really_is(published_knowledge):
    silent = [
        draft.key
        for draft in drafted(published_knowledge)
        if not all(option.candidate.truth for option in draft.wrong)
    ]

    assert silent == []


def test_every_question_has_topic_aspect_source_and_explanation(published_knowledge):
    for draft in drafted(published_knowledge):
        assert draft.claim.topic in Topic.values, draft.key
        assert draft.aspect in Aspect.values, draft.key
        assert draft.claim.places, draft.key
        assert draft.claim.statement.endswith("."), draft.key


def test_the_same_seed_drafts_the_same_and_another_does_not(published_knowledge):
    first, again, other = (afresh(published_knowledge, seed=seed) for seed in (7, 7, 8))

    assert first == again
    assert first != other


def test_one_more_fact_leaves_the_questions_on_other_slots_alone():
    """The dice are thrown per question, so a new state does not reshuffle the rest."""
    by_key = {d.key: d for d in drafted(Knowledge(FIVE), "year")}
    more = Knowledge([*FIVE, began("Sylvania", "1922", layer=Layer.REFERENCE)])

    assert {d.key: d for d in drafted(more, "year")} == by_key


def test_a_date_option_is_never_one_a_reference_gives(published_knowledge):
    for draft in drafted(published_knowledge, "when", "year"):
        subject = draft.claim.subject
        given = [
            claim.value
            for claim in published_knowledge.slot(draft.claim.predicate, subject)
            if claim.layer is Layer.REFERENCE
        ]
        for option in draft.wrong:
            assert not any(option.candidate.value.overlaps(date) for date in given)


def test_a_contradicted_date_is_asked_as_the_articles_word(published_knowledge):
    stems = {d.claim.key: d.stem for d in drafted(published_knowledge, "when")}

    assert stems["turkey-established"].startswith("According to the article, ")
    assert stems["nato-joined"].startswith("According to the article, ")
    assert stems["croatia-established"].startswith("On what date ")


def test_greece_is_asked_by_the_kind_of_start():
    knowledge = [began("Greece", "1971"), *FIVE]

    (draft,) = [
        d
        for d in drafted(Knowledge(knowledge), "when")
        if d.claim.key == "greece-established"
    ]

    assert draft.stem == "In which year did Albania and Greece establish relations?"


def test_with_whom_is_asked_only_where_one_state_fits(published_knowledge):
    reasons = refused(published_knowledge, "partner")
    asked = {draft.claim.key for draft in drafted(published_knowledge, "partner")}

    several = "More than one state or body fits the date."
    for key in ("austria-established", "russia-established", "brazil-established"):
        assert reasons[key] == several
    assert reasons["ukraine-established"] == several  # unnamed rows say 1992 as well
    assert {"kosovo-established", "egypt-established"} <= asked


def test_an_unnamed_row_of_the_same_year_spoils_the_question_with_whom():
    row = began("Nobody", "1958-02-01", subject=Thing("row", "row-1", "unnamed"))

    assert "syldavia-established" in {
        d.claim.key for d in drafted(Knowledge(FIVE), "partner")
    }
    assert "syldavia-established" in refused(Knowledge([*FIVE, row]), "partner")


def test_no_state_of_the_order_is_a_wrong_answer_about_the_order(published_knowledge):
    drafts = [
        d
        for d in drafted(published_knowledge, "listed")
        if d.claim.subject.slug == "order-2008"
    ]
    named = {draft.right.text for draft in drafts}

    assert len(named) == 17  # as many as other lists have to take turns with
    assert named.isdisjoint({o.text for d in drafts for o in d.wrong})


def test_only_states_the_article_does_not_mention_are_called_unmentioned(
    published_knowledge,
):
    told = {
        thing
        for claim in published_knowledge.claims
        for thing in (claim.subject, claim.value)
        if isinstance(thing, Thing) and thing.kind == "country"
    }
    for draft in drafted(published_knowledge):
        for option in draft.wrong:
            if "does not mention" in option.candidate.truth:
                assert option.candidate.value not in told


@pytest.mark.parametrize(
    "key", ["kosovo-war", "regime-fell-1991", "communism-collapsed-1990"]
)
def test_what_the_article_contradicts_is_not_asked(published_knowledge, key):
    assert key not in {draft.claim.key for draft in drafted(published_knowledge)}
    assert refused(published_knowledge, "when")[key]


def test_a_contested_date_among_wrong_answers_is_told_as_the_articles(
    published_knowledge,
):
    told = {
        option.candidate.truth
        for draft in drafted(published_knowledge, "when", "year", "partner")
        for option in draft.wrong
        if option.candidate.claim == "turkey-established"
    }

    assert told == {
        "Albania and Turkey established relations in 1981, according to the article."
    }


def test_no_date_stands_against_a_step_that_a_reference_gives_to_another(
    published_knowledge,
):
    """A reference dates the start with Japan to the month the article calls renewal."""
    found = candidates(published_knowledge, "when", "japan-established")

    assert "March 1981" not in found
    assert "August 1994" in found


def test_a_start_that_was_renewed_later_is_asked_as_the_first(published_knowledge):
    stems = {d.claim.key: d.stem for d in drafted(published_knowledge, "when")}

    assert "first establish relations" in stems["japan-established"]
    assert "first" not in stems["croatia-established"]


def test_with_whom_is_not_asked_where_references_know_of_a_break(published_knowledge):
    reasons = refused(published_knowledge, "partner")

    assert reasons["united-kingdom-established"] == (
        "References know of a later break the article leaves out."
    )


def test_nobody_stands_among_the_answers_who_is_never_the_right_one(
    published_knowledge,
):
    """Of Israel the article tells one deed, which it contradicts."""
    found = candidates(published_knowledge, "who", "radar")

    assert "Israel" not in found
    assert {"Greece", "Pakistan"} <= found


def test_posts_that_could_be_taken_for_one_are_not_set_against_each_other(
    published_knowledge,
):
    key = "minister-spiropali"

    assert "Ralf Gjoni" not in candidates(published_knowledge, "office", key)
    assert "Albania’s chief of foreign policy" not in candidates(
        published_knowledge, "post", key
    )


def counted(key: str, number: int, unit: str) -> Claim:
    return Claim(
        key=key,
        predicate=AMOUNTS_TO,
        subject=Thing("figure", key, f"How many are there in {key}?"),
        value=Amount(Decimal(number), unit),
        statement=f"There are {number} in {key}.",
        places=(Place("Europe, row 1", "/facts/sections/europe/"),),
        topic="people",
    )


def test_a_figure_with_no_other_of_its_unit_and_no_stand_in_is_refused():
    alone = Knowledge([counted("alone", 40, "percent")])

    assert list(refused(alone, "amount")) == ["alone"]


def test_a_figure_with_too_few_stand_ins_above_it_takes_those_there_are():
    largest = Knowledge([counted("largest", 4000, "troops")])

    (draft,) = drafted(largest, "amount")

    assert draft.right.text == "4,000"
    assert len(draft.options) == 4
