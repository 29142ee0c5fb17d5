"""Feedback that teaches: of every option of every question, what it really is and where
that is written, over the shipped facts and in every format.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from quiz import pool
from quiz.questions import KINDS, Draft
from quiz.questions.drafts import IN_TIME, Candidate, Option
from quiz.questions.hints import Hints
from relations.claims import ACRONYM, STANDS_FOR, TWO_VOICES, Layer
from tests.factories import make_attempt, make_question

pytestmark = pytest.mark.django_db  # the shipped facts are read through one

# A truth without a source says itself why it has none.
UNWRITTEN = re.compile(r"^The article (does not mention|gives no such figure)\b")

SENTENCE = re.compile(r"[A-Z“].*[^\s.][.”]")
SLIP = re.compile(r"  |\.\.|\s[.,;]|[{}]|\bNone\b|['\"]")


class Told(NamedTuple):
    """An option as stored, in its question, and whether it can be right."""

    draft: Draft
    stored: dict[str, Any]
    place: int

    @property
    def option(self) -> dict[str, Any]:
        return self.stored["options"][self.place]

    @property
    def is_right(self) -> bool:
        return self.place in self.draft.rights

    @property
    def references(self) -> set[str]:
        return {
            source["locator"]
            for source in self.option["sources"]
            if source.get("layer") == "reference"
        }

    def __str__(self) -> str:
        return f"{self.draft.key}: {self.option['text']}: {self.option['truth']}"


@pytest.fixture(scope="module")
def drafts(published_knowledge) -> list[Draft]:
    """More than are stored: the lint has not refused any of them yet."""
    return [
        draft
        for kind in KINDS.values()
        for draft in kind.drafts(published_knowledge, 0)
        if isinstance(draft, Draft)
    ]


@pytest.fixture(scope="module")
def options(drafts, published_knowledge) -> list[Told]:
    return [*told(drafts, published_knowledge)]


def told(drafts, knowledge) -> Iterator[Told]:
    hints = Hints(knowledge)
    for draft in drafts:
        stored = pool.generated_fields(draft, knowledge, hints)
        yield from (Told(draft, stored, n) for n in range(len(draft.options)))


def listed(wrong: list[Told]) -> list[str]:
    return [str(one) for one in wrong][:20]


# What it really is


def test_every_wrong_option_is_told_as_what_it_is_or_why_it_cannot_be(options):
    untold = [one for one in options if not one.is_right and not one.option["truth"]]

    assert listed(untold) == []


def test_every_right_option_is_told_by_itself_or_by_the_explanation(options):
    untold = [
        one
        for one in options
        if not one.option["truth"] and not one.stored["generated_explanation"]
    ]

    assert listed(untold) == []


def test_where_order_in_time_is_asked_every_option_is_told_with_its_date(options):
    """All are true by themselves, so the explanation of one is not enough."""
    undated = [
        one
        for one in options
        if one.draft.format in IN_TIME and not re.search(r"\d{4}", one.option["truth"])
    ]

    assert listed(undated) == []


def test_what_is_told_is_a_sentence(options):
    unsound = [
        one
        for one in options
        if (truth := one.option["truth"])
        and (not SENTENCE.fullmatch(truth) or SLIP.search(truth))
    ]

    assert listed(unsound) == []


def test_no_option_is_told_merely_by_its_own_words(options):
    hollow = [
        one
        for one in options
        if one.option["truth"].strip(" .").casefold()
        == one.option["text"].strip(" .").casefold()
    ]

    assert listed(hollow) == []


def test_what_was_asked_is_explained_by_a_sentence(options):
    unsound = {
        one.draft.key: text
        for one in options
        if (text := one.stored["generated_explanation"])
        and (not SENTENCE.fullmatch(text) or SLIP.search(text))
    }

    assert unsound == {}


# Where it is written


def test_all_that_is_told_names_its_place_or_says_that_there_is_none(options):
    unplaced = [
        one
        for one in options
        if one.option["truth"]
        and not one.option["sources"]
        and not UNWRITTEN.match(one.option["truth"])
    ]

    assert listed(unplaced) == []


def test_every_place_can_be_looked_up(options):
    lost = [
        one
        for one in options
        for source in [*one.option["sources"], *one.stored["sources"]]
        if not (source["locator"] and source["page"].startswith("/facts/"))
    ]

    assert listed(lost) == []


def test_every_question_names_the_place_of_what_it_asks(options):
    unplaced = {one.draft.key for one in options if not one.stored["sources"]}

    assert unplaced == set()


def test_what_rests_on_a_reference_names_it_as_one(options, published_knowledge):
    mismarked = []
    for one in options:
        candidate = one.draft.options[one.place].candidate
        claim = published_knowledge.claim(candidate.claim, candidate.predicate)
        if claim and one.references != (
            {claim.source} if claim.layer is Layer.REFERENCE else set()
        ):
            mismarked.append(one)

    assert listed(mismarked) == []


@pytest.mark.parametrize("predicate", [STANDS_FOR, ACRONYM])
def test_a_name_is_told_with_the_place_of_its_acronym_and_the_names_reference(
    published_knowledge, predicate
):
    """One row of the list gives the membership, from the article, and the name."""
    claim = published_knowledge.claims_of(predicate)[0]
    candidate = Candidate(
        "A name", predicate, claim.subject, claim.value, claim.as_told, claim.key
    )
    draft = Draft("x", "expand", claim, "A stem?", (Option(candidate, None),), 0)

    (one,) = told([draft], published_knowledge)

    article, reference = one.option["sources"]
    assert article == {
        "locator": claim.places[0].locator,
        "page": claim.places[0].page,
    }
    assert reference == {
        "locator": claim.source,
        "page": claim.page,
        "layer": "reference",
    }


def test_a_name_that_no_reference_gives_is_the_bodys_own(published_knowledge):
    for claim in published_knowledge.claims:
        if claim.predicate.slug in {"stands-for", "acronym"}:
            assert claim.source
            assert claim.source != "Foreign relations of Albania"
            assert claim.source in f"{claim.remark}the organisation’s own name"


# Where others say something else


def test_a_date_that_references_contradict_is_told_as_the_articles_word(
    options, published_knowledge
):
    contested = [
        one
        for one in options
        if (claim := published_knowledge.claim(one.option["claim"]))
        and "another date" in claim.remark
        and claim.statement.removesuffix(".") in one.option["truth"]
    ]

    assert contested
    unmarked = [
        one
        for one in contested
        if "according to the article" not in one.option["truth"]
    ]
    assert listed(unmarked) == []


def test_what_references_say_of_a_fact_asked_is_remarked(options):
    silent = {
        one.draft.key
        for one in options
        if not one.stored["remark"] and any(claim.remark for claim in one.draft.asked)
    }

    assert silent == set()


# Disputed facts


def test_no_question_of_any_format_asks_what_the_article_contradicts(drafts):
    disputed = {
        draft.key
        for draft in drafts
        for claim in [*draft.asked, *(prompt.claim for prompt in draft.prompts)]
        if claim.is_disputed
    }

    assert disputed == set()


def test_no_option_is_told_by_what_the_article_contradicts(
    options, published_knowledge
):
    disputed = {c.key for c in published_knowledge.claims if c.is_disputed}

    assert disputed
    assert listed([one for one in options if one.option["claim"] in disputed]) == []


# On the page


def page_with(client, learner, source):
    question = make_question()
    for option in question.options:
        option["sources"] = [source]
    question.save()
    attempt = make_attempt(learner=learner, questions=[question], answers="-")
    return client.get(reverse("quiz:item", args=[attempt.pk, 1]))


def test_a_reference_behind_an_option_is_labelled_as_not_from_the_article(
    client, learner
):
    source = {"locator": "Charter (1945)", "page": "/facts/", "layer": "reference"}

    page = page_with(client, learner, source)

    assertContains(page, "not from the article: Charter (1945)")


def test_a_place_in_the_article_is_not(client, learner):
    page = page_with(client, learner, {"locator": "Asia, row 1", "page": "/facts/"})

    assertContains(page, "Asia, row 1")
    assertNotContains(page, "not from the article")


@pytest.mark.parametrize(
    ("remark", "label"),
    [
        (f"{TWO_VOICES} The list says suspended.", "Elsewhere in the article"),
        (f"Iran: {TWO_VOICES} The list says it.", "Elsewhere in the article"),
        ("Outside the article, another date is given: 1994.", "Not from the article"),
        (
            f"{TWO_VOICES} The list. Outside the article, another date is given: 1994.",
            "Not from the article",
        ),
        ("The article prints only the acronym.", "Not from the article"),
    ],
)
def test_a_remark_is_labelled_by_whose_word_it_is(client, learner, remark, label):
    question = make_question(remark=remark)
    attempt = make_attempt(learner=learner, questions=[question], answers="-")
    item, result = (f"/attempts/{attempt.pk}/{page}/" for page in ("1", "result"))

    for url in (item, result):
        labelled = f'<span class="outside__label">{label}</span> {remark}'
        assertContains(client.get(url), labelled)
