"""Families whose answers are typed: one right answer, taken under all its names."""

import dataclasses
from collections import Counter

import pytest

from quiz.formats import FORMATS
from quiz.questions.drafts import Draft, Refusal
from quiz.questions.typed_date import TypedDate, TypedYear
from quiz.questions.typed_name import (
    TypedAcronym,
    TypedActor,
    TypedFullName,
    TypedHolder,
    TypedPartner,
    TypedSignatory,
)
from relations.claims import (
    ACRONYM,
    DONE_BY,
    HELD_BY,
    SIGNED_BY,
    SIGNED_ON,
    STANDS_FOR,
    Claim,
    Closure,
    Layer,
    Place,
    Thing,
    Words,
)
from relations.dates import PartialDate
from relations.knowledge import Knowledge
from relations.names import Names, fold, fold_body, readings
from tests.quiz.test_questions import FIVE, began

pytestmark = pytest.mark.django_db  # the shipped facts are read through one

DATES = (TypedDate(), TypedYear())
NAMES = (
    TypedPartner(),
    TypedAcronym(),
    TypedFullName(),
    TypedActor(),
    TypedHolder(),
    TypedSignatory(),
)
FAMILIES = (*DATES, *NAMES)
SEVERAL = "More than one answer fits."
ALBANIA = Thing("country", "albania", "Albania", "Albania")
SYLDAVIA = Thing("country", "syldavia", "Syldavia", "Syldavia")
BORDURIA = Thing("country", "borduria", "Borduria", "Borduria")


def drafted(family, knowledge) -> dict[str, Draft]:
    found = [d for d in family.drafts(knowledge, 0) if isinstance(d, Draft)]
    return {draft.key: draft for draft in found}


def refused(family, knowledge) -> dict[str, str]:
    return {
        outcome.claim: outcome.reason
        for outcome in family.drafts(knowledge, 0)
        if isinstance(outcome, Refusal)
    }


def extra(draft: Draft) -> dict:
    return draft.options[0].candidate.extra


def claim(key: str, predicate, subject, value, **fields) -> Claim:
    place = Place("Europe, row 1", "/facts/sections/europe/")
    defaults = {"statement": "So it is.", "places": (place,), "topic": "people"}
    return Claim(key, predicate, subject, value, **defaults | fields)


def deed(key: str, who: Thing, *, kin: str = "", asks: str = "Which state helped?"):
    return claim(key, DONE_BY, Thing("deed", kin or key, "helped", asks), who)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.slug)
def test_each_family_asks_each_of_its_claims_once(family, published_knowledge):
    found = [d for d in family.drafts(published_knowledge, 0) if isinstance(d, Draft)]

    assert found
    assert len({draft.key for draft in found}) == len(found)
    per_claim = Counter((d.claim.key, d.claim.value) for d in found)
    assert max(per_claim.values()) == 1
    for draft in found:
        assert draft.format in FORMATS
        assert len(draft.options) == 1
        assert draft.stem.endswith("?")
        assert len(draft.key) <= 160
        assert not draft.claim.is_disputed
        assert not draft.claim.unasked_because
        assert FORMATS[draft.format].slug == draft.format


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.slug)
def test_the_one_answer_is_true_over_the_whole_base(family, published_knowledge):
    for draft in drafted(family, published_knowledge).values():
        (cell,) = draft.cells()
        assert cell.is_right
        assert published_knowledge.asks(cell.predicate, cell.subject, cell.value)


def test_a_date_is_typed_as_exactly_as_the_source_has_it():
    solutions = {
        d.claim.key: d.solution for d in drafted(DATES[0], Knowledge(FIVE)).values()
    }

    assert solutions == {
        "alba-established": "1912",
        "borduria-established": "1949-11-23",
        "syldavia-established": "1958",
        "ruritania-established": "1992-08-25",
        "freedonia-established": "2006-08-01",
    }


def test_the_year_is_typed_where_the_source_knows_more():
    found = drafted(DATES[1], Knowledge(FIVE))

    assert {d.claim.key: d.solution for d in found.values()} == {
        "borduria-established": "1949",
        "ruritania-established": "1992",
        "freedonia-established": "2006",
    }
    assert all(draft.stem.startswith("In which year") for draft in found.values())


def test_a_date_is_never_asked_more_exactly_than_it_is_known(published_knowledge):
    for family in DATES:
        for draft in drafted(family, published_knowledge).values():
            asked = PartialDate.parse(draft.solution)
            assert asked.contains(draft.claim.value), draft.key
            words = {"day": "date", "month": "month and year", "year": "year"}
            assert words[asked.precision] in draft.stem, draft.key


def test_a_contested_date_is_asked_as_the_articles_word(published_knowledge):
    found = drafted(DATES[0], published_knowledge)

    for draft in found.values():
        if "another date" in draft.claim.remark:
            assert draft.stem.startswith("According to the article, "), draft.key


@pytest.mark.parametrize("family", NAMES, ids=lambda family: family.slug)
def test_every_accepted_form_is_the_answers_and_nobody_elses(
    family, published_knowledge
):
    known = Names.of(published_knowledge)
    for draft in drafted(family, published_knowledge).values():
        accepts = extra(draft)["accepts"]
        bearers = [known.by_form[form] for form in accepts]
        assert all(len(keys) == 1 for keys in bearers), draft.key
        assert len(set.union(*bearers)) == 1, draft.key
        assert readings(draft.options[0].text) & {*accepts}, draft.key
        assert not {*accepts} & {*extra(draft)["open"]}, draft.key


@pytest.mark.parametrize("family", NAMES, ids=lambda family: family.slug)
def test_no_accepted_form_stands_in_the_question(family, published_knowledge):
    for draft in drafted(family, published_knowledge).values():
        for form in extra(draft)["accepts"]:
            assert f" {form} " not in f" {fold(draft.stem)} ", draft.key
            assert f" {form} " not in f" {fold_body(draft.stem)} ", draft.key


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.slug)
def test_the_answer_as_the_format_gives_it_is_the_one_drafted(
    family, published_knowledge
):
    for draft in drafted(family, published_knowledge).values():
        if draft.format == "date":
            assert draft.options[0].candidate.value.iso == draft.solution
        else:
            assert draft.options[0].text == draft.solution


def test_the_kind_of_name_is_said(published_knowledge):
    kinds = {
        family.slug: {
            extra(draft)["kind"]
            for draft in drafted(family, published_knowledge).values()
        }
        for family in NAMES
    }

    assert kinds == {
        "typed-partner": {"country", "organization"},
        "typed-acronym": {"acronym"},
        "typed-name": {"organization"},
        "typed-who": {"country", "person"},
        "typed-office": {"person"},
        "typed-signatory": {"country", "person"},
    }


def test_with_whom_is_typed_only_where_one_fits_over_the_whole_base():
    row = began("Nobody", "1958-02-01", subject=Thing("row", "row-1", "unnamed"))
    outside = began("Sylvania", "2006", layer=Layer.REFERENCE)
    keys = {d.claim.key for d in drafted(NAMES[0], Knowledge(FIVE)).values()}
    fewer = {
        d.claim.key
        for d in drafted(NAMES[0], Knowledge([*FIVE, row, outside])).values()
    }

    assert keys - fewer == {"syldavia-established", "freedonia-established"}
    assert len(fewer) == 3


def test_with_whom_is_asked_as_the_articles_word():
    found = drafted(NAMES[0], Knowledge(FIVE))

    assert found["typed-partner:ruritania-established:who"].stem == (
        "According to the article, with which state did Albania establish relations "
        "on 25 August 1992?"
    )


def test_a_state_that_two_facts_fit_has_no_question(published_knowledge):
    reasons = refused(NAMES[0], published_knowledge)

    for key in ("austria-established", "russia-established", "ukraine-established"):
        assert reasons[key] == "More than one state or body fits the date."


def test_who_is_typed_only_where_the_article_tells_it_of_one():
    two = [deed("a", SYLDAVIA, kin="aid"), deed("b", BORDURIA, kin="aid")]
    one = deed("c", SYLDAVIA, asks="Which state helped alone?")
    knowledge = Knowledge([*two, one])

    assert refused(TypedActor(), knowledge) == {"a": SEVERAL, "b": SEVERAL}
    assert [*drafted(TypedActor(), knowledge)] == ["typed-who:c:who"]


def test_whom_the_list_may_take_in_is_not_counted_as_wrong_at_once():
    fact = deed("a", SYLDAVIA)
    closure = Closure(
        DONE_BY, fact.subject, "so it is", frozenset({BORDURIA, SYLDAVIA})
    )

    (draft,) = drafted(TypedActor(), Knowledge([fact], [closure])).values()

    assert extra(draft)["open"] == ["borduria"]


def test_a_question_that_names_its_answer_is_refused():
    fact = deed("a", SYLDAVIA, asks="Which state, be it Syldavia or not, helped?")

    assert refused(TypedActor(), Knowledge([fact])) == {
        "a": "The question names its own answer."
    }


def test_an_acronym_is_typed_and_bodies_too_close_are_left_open():
    old = Thing(
        "organization", "ccc", "CCC", also=("Customs Council",),
        overlaps=frozenset({"wco"}),
    )  # fmt: skip
    new = Thing("organization", "wco", "WCO", also=("World Customs Organization",))
    claims = [
        claim("ccc", ACRONYM, Thing("name", "ccc", "Customs Council"), old),
        claim("wco", ACRONYM, Thing("name", "wco", "World Customs Organization"), new),
    ]

    found = drafted(TypedAcronym(), Knowledge(claims))

    draft = found["typed-acronym:ccc:expand"]
    assert (
        draft.stem
        == "Under which short name does the article list the Customs Council?"
    )
    assert extra(draft)["accepts"] == ["ccc"]
    assert "wco" in extra(draft)["open"]


def test_the_full_name_takes_no_acronym():
    body = Thing("organization", "who", "WHO", also=("World Health Organization",))
    fact = claim("who", STANDS_FOR, body, Words("World Health Organization"))

    (draft,) = drafted(TypedFullName(), Knowledge([fact])).values()

    assert extra(draft)["accepts"] == [
        "world health organisation",
        "world health organization",
    ]
    assert extra(draft)["in_full"]


def test_the_holder_of_a_post_like_it_is_left_open():
    minister = Thing("office", "minister", "minister", overlaps=frozenset({"chief"}))
    chief = Thing("office", "chief", "chief of policy")
    ada = Thing("person", "ada", "Ada Hoxha", also=("Hoxha",))
    ben = Thing("person", "ben", "Ben Kola", also=("Kola",))
    facts = [claim("m", HELD_BY, minister, ada), claim("c", HELD_BY, chief, ben)]

    found = drafted(TypedHolder(), Knowledge(facts))

    draft = found["typed-office:m:who"]
    assert extra(draft)["accepts"] == ["ada hoxha", "hoxha", "hoxha ada"]
    assert extra(draft)["open"] == ["ben kola", "kola", "kola ben"]


def signed(*signers: Thing, date: str = "1996", slug: str = "pact") -> list[Claim]:
    treaty = Thing("treaty", slug, slug, slug, aliases=("a pact",))
    return [
        claim(slug, SIGNED_ON, treaty, PartialDate.parse(date)),
        *(claim(slug, SIGNED_BY, treaty, signer) for signer in signers),
    ]


def test_a_signatory_is_typed_where_one_other_signed():
    ada, ben, eva = (
        Thing("person", name.lower(), f"{name} Hoxha", f"{name} Hoxha")
        for name in ("Ada", "Ben", "Eva")
    )
    with_state = signed(ALBANIA, SYLDAVIA)

    (draft,) = drafted(TypedSignatory(), Knowledge(with_state)).values()
    assert draft.stem == (
        "According to the article, with which state did Albania sign a pact in 1996?"
    )
    stems = {
        d.stem for d in drafted(TypedSignatory(), Knowledge(signed(ada, ben))).values()
    }
    assert stems == {
        f"According to the article, who signed a pact in 1996 together with {who} Hoxha?"
        for who in ("Ada", "Ben")
    }
    three = Knowledge(signed(ada, ben, eva))
    assert drafted(TypedSignatory(), three) == {}
    assert refused(TypedSignatory(), three) == {"pact": SEVERAL}


def test_a_treaty_that_could_be_another_has_no_question():
    alike = [*signed(ALBANIA, SYLDAVIA), *signed(ALBANIA, BORDURIA, slug="other")]
    apart = [
        *signed(ALBANIA, SYLDAVIA),
        *signed(ALBANIA, BORDURIA, slug="other", date="1997"),
    ]

    assert drafted(TypedSignatory(), Knowledge(alike)) == {}
    assert len(drafted(TypedSignatory(), Knowledge(apart))) == 2


def test_a_disputed_or_unasked_claim_is_not_typed_either():
    first, second, *others = FIVE
    claims = [
        dataclasses.replace(first, is_disputed=True),
        dataclasses.replace(second, unasked_because="Too little."),
        *others,
    ]

    for family in (TypedDate(), TypedPartner()):
        asked = {d.claim.key for d in drafted(family, Knowledge(claims)).values()}
        assert asked == {claim.key for claim in others}


def test_the_shipped_facts_carry_almost_three_hundred_typed_questions(
    published_knowledge,
):
    count = sum(len(drafted(family, published_knowledge)) for family in FAMILIES)

    assert count >= 280
