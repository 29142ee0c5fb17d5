"""What matching, choosing several and naming them all promise of their questions."""

from collections import Counter
from dataclasses import replace
from itertools import product

import pytest

from quiz.quality import rules
from quiz.questions.companions import Lots
from quiz.questions.match import hints_at
from relations.claims import (
    DONE_BY,
    ESTABLISHED,
    LISTED,
    MEMBER,
    Claim,
    Closure,
    Layer,
    Place,
    Thing,
    Words,
)
from relations.dates import PartialDate
from relations.knowledge import Knowledge
from relations.names import fold
from tests.quiz.drafting import afresh, drafted, refused

pytestmark = pytest.mark.django_db  # the shipped facts are read through one

MATCHING = ["match-year", "match-date", "match-event", "match-deed", "match-person"]
SEVERAL = ["several-member", "several-listed"]
MANY = [*MATCHING, *SEVERAL, "roll"]


def fact(key: str, predicate, subject: Thing, value, **fields) -> Claim:
    return Claim(
        **{
            "key": key,
            "predicate": predicate,
            "subject": subject,
            "value": value,
            "statement": f"This is {key}.",
            "places": (Place("Europe, row 1", "/facts/sections/europe/"),),
            "topic": "relations",
        }
        | fields
    )


def state(name: str, region: str = "europe") -> Thing:
    return Thing("country", name.lower(), name, name, region=region)


def began(name: str, date: str, **fields) -> Claim:
    return fact(
        f"{name.lower()}-established",
        ESTABLISHED,
        state(name),
        PartialDate.parse(date),
        **fields,
    )


SEVEN = [
    began(name, f"19{n}1-03-0{n}")
    for n, name in enumerate(["Alba", "Borduria", "Syldavia", "Ruritania"], start=1)
] + [
    began(name, f"19{n}1-03-0{n}")
    for n, name in enumerate(["Freedonia", "Sylvania", "Graustark"], start=5)
]
EIGHTH = began("Elbonia", "1981-03-08")


# Matching


@pytest.mark.parametrize("seed", [0, 5])
def test_a_prompt_is_right_with_its_own_answer_and_wrong_with_every_other(
    published_knowledge, seed
):
    for draft in drafted(published_knowledge, *MATCHING, seed=seed):
        grid = product(enumerate(draft.prompts), enumerate(draft.options))
        for (row, prompt), (place, option) in grid:
            truth = published_knowledge.asks(
                prompt.claim.predicate, prompt.claim.subject, option.candidate.value
            )
            assert truth is (draft.solution[row] == place), draft.key


def test_there_are_four_or_five_prompts_and_two_answers_to_spare(published_knowledge):
    for draft in drafted(published_knowledge, *MATCHING):
        assert 4 <= len(draft.prompts) <= 5
        assert len(draft.options) == len(draft.prompts) + 2
        assert len(set(draft.solution)) == len(draft.prompts)
        assert len(draft.wrong) == 2


def test_answers_to_match_stand_in_an_order_that_tells_nothing(published_knowledge):
    for draft in drafted(published_knowledge, *MATCHING):
        values = [option.candidate.value for option in draft.options]
        texts = [option.text.casefold() for option in draft.options]
        if isinstance(values[0], PartialDate):
            assert values == sorted(values, key=lambda date: date.first_day)
            assert len({date.precision for date in values}) == 1
        else:
            assert texts == sorted(texts)


def test_each_claim_that_can_be_matched_is_asked_once(published_knowledge):
    keys = [draft.key for draft in drafted(published_knowledge, *MANY)]

    assert len(keys) == len(set(keys))
    asked = {draft.claim.key for draft in drafted(published_knowledge, "match-year")}
    named = {
        claim.key
        for claim in published_knowledge.claims_of(ESTABLISHED)
        if claim.layer is Layer.DOCUMENT and claim.subject.kind == "country"
    }
    assert asked == named


def test_no_answer_is_one_a_reference_gives_to_another_prompt():
    said = replace(began("Alba", "1921"), key="outside", layer=Layer.REFERENCE)

    named = {draft.claim.key for draft in drafted(Knowledge(SEVEN), "match-year")}
    assert len(named) == 7
    for draft in drafted(Knowledge([*SEVEN, EIGHTH, said]), "match-year"):
        texts = {option.text for option in draft.options}
        prompts = {prompt.text for prompt in draft.prompts}
        assert "Alba" not in prompts or "1921" not in texts


def test_a_claim_with_a_remark_is_asked_only_where_the_remark_is_its_own(
    published_knowledge,
):
    for draft in drafted(published_knowledge, *MATCHING, *SEVERAL):
        assert [claim.key for claim in draft.claims if claim.remark] in (
            [],
            [draft.claim.key],
        )
        if draft.format == "match" and draft.claim.remark:
            assert draft.remark.startswith(draft.prompts[0].text)


def test_states_that_share_a_year_are_never_matched_together():
    twins = [began("Twin", "1911-08-09"), *SEVEN]

    for draft in drafted(Knowledge(twins), "match-year"):
        names = {prompt.text for prompt in draft.prompts}
        assert not {"Alba", "Twin"} <= names
        assert len({o.candidate.claim for o in draft.options}) == len(draft.options)


def test_with_six_alone_nothing_can_be_matched_with_two_to_spare():
    few = Knowledge(SEVEN[:5])

    assert drafted(few, "match-year") == []
    assert set(refused(few, "match-year").values()) == {
        "Too few others are surely apart."
    }


def test_no_prompt_hints_at_any_of_the_answers(published_knowledge):
    for draft in drafted(published_knowledge, "match-deed", "match-person"):
        for prompt, option in product(draft.prompts, draft.options):
            assert not hints_at(prompt.text, option.candidate.value), draft.key


@pytest.mark.parametrize(
    ("text", "hinted"),
    [
        ("supplied radar systems", False),
        ("feared Turkish influence", True),
        ("sealed the border with TURKEY", True),
        ("offered turns", False),
    ],
)
def test_a_word_hints_at_a_name_that_begins_as_it_does(text, hinted):
    turkey = Thing("country", "turkey", "Turkey")

    assert hints_at(text, turkey) is hinted


def test_whoever_may_have_done_it_too_is_not_among_the_answers():
    """Of a deed whose list is open to somebody, that one is neither right nor wrong."""
    states = [
        state(name) for name in ["Alba", "Boro", "Cara", "Dora", "Elba", "Fara", "Gala"]
    ]
    deeds = [Thing("deed", f"deed-{n}", f"did {n}") for n in range(7)]
    claims = [
        fact(f"did-{n}", DONE_BY, deed, states[n]) for n, deed in enumerate(deeds)
    ]
    closures = [Closure(DONE_BY, deed, "", frozenset({states[6]})) for deed in deeds]

    for draft in drafted(Knowledge(claims, closures), "match-deed"):
        assert "Gala" not in {option.text for option in draft.options}


def test_posts_that_could_be_taken_for_one_are_not_matched_together(
    published_knowledge,
):
    ministers = {"Elisa Spiropali", "Anton Gurakqui", "Ralf Gjoni"}
    met = 0
    for draft in drafted(published_knowledge, "match-person"):
        prompts = [p for p in draft.prompts if p.claim.predicate.slug == "held-by"]
        for prompt in prompts:
            if prompt.claim.value.name in ministers:
                met += 1
                shown = {option.text for option in draft.options}
                assert len(shown & ministers) == 1, draft.key
    assert met


# Choosing several


@pytest.mark.parametrize("seed", [0, 5])
def test_of_several_the_right_are_true_and_the_wrong_are_refuted(
    published_knowledge, seed
):
    for draft in drafted(published_knowledge, *SEVERAL, seed=seed):
        for place, option in enumerate(draft.options):
            candidate = option.candidate
            truth = published_knowledge.asks(
                candidate.predicate, candidate.subject, candidate.value
            )
            assert truth is (place in draft.solution), draft.key
            assert candidate.truth, draft.key
            assert bool(option.proof) is (place not in draft.solution)


def test_the_stem_says_how_many_are_right(published_knowledge):
    words = {2: "two", 3: "three", 4: "four"}
    for draft in drafted(published_knowledge, *SEVERAL):
        number = words[len(draft.solution)]
        assert f"hich {number} of these" in draft.stem
        assert 5 <= len(draft.options) <= 6
        assert draft.claim in draft.claims
        assert len(draft.claims) == len(draft.solution)


def test_where_all_but_one_of_a_list_are_asked_each_entry_has_its_question(
    published_knowledge,
):
    asked = Counter(
        draft.claim.subject.slug
        for draft in drafted(published_knowledge, "several-listed")
        if not draft.variant
    )

    assert asked["macedonia-claims"] == 3
    assert asked["order-2008"] == 29
    assert asked["us-led-operations"] == 1


def test_a_membership_is_never_wrong_and_a_closed_body_never_right(
    published_knowledge,
):
    drafts = drafted(published_knowledge, "several-member")
    wrong = {option.text for draft in drafts for option in draft.wrong}
    right = {draft.options[place].text for draft in drafts for place in draft.solution}
    members = {
        claim.value.name
        for claim in published_knowledge.claims_of(MEMBER)
        if not claim.is_negated
    }

    assert "CERN" in wrong
    assert wrong.isdisjoint(members)
    assert right <= members


def test_bodies_seen_time_and_again_are_as_often_right_as_wrong(published_knowledge):
    """Otherwise the few known to be closed would be known by their number."""
    right, wrong = Counter(), Counter()
    for draft in drafted(published_knowledge, "several-member"):
        for place, option in enumerate(draft.options):
            (right if place in draft.solution else wrong)[option.text] += 1
    often = [count for count in right.values() if count > 2]

    assert len(often) == len(wrong) * 3 // 2
    assert 0.7 < (sum(often) / len(often)) / (sum(wrong.values()) / len(wrong)) < 1.4


def test_wrong_states_come_from_the_regions_of_the_right_ones(published_knowledge):
    drafts = [
        draft
        for draft in drafted(published_knowledge, "several-listed")
        if draft.claim.subject.slug == "order-2008"
    ]
    alike = sum(
        Counter(o.candidate.value.region for o in draft.wrong)
        == Counter(claim.value.region for claim in draft.claims)
        for draft in drafts
    )

    assert alike > len(drafts) * 0.6


def test_entries_of_one_kin_do_not_stand_side_by_side():
    asks = "Which of these does the article name?"
    ours, theirs = (Thing("roll", name, name, asks) for name in ("ours", "theirs"))
    mine = [
        fact(f"our-{text}", LISTED, ours, Words(text, kin))
        for text, kin in [
            ("peace", "calm"),
            ("trade", ""),
            ("roads", ""),
            ("ports", ""),
        ]
    ]
    kin = fact("their-quiet", LISTED, theirs, Words("quiet", "calm"))
    rest = [
        fact(f"their-{text}", LISTED, theirs, Words(text))
        for text in ("grain", "music", "films", "steel")
    ]
    closures = [Closure(LISTED, roll, "") for roll in (ours, theirs)]

    drafts = drafted(Knowledge([*mine, kin, *rest], closures), "several-listed")

    mine = [draft for draft in drafts if draft.claim.subject == ours]
    assert len({draft.claim for draft in mine}) == 4
    for draft in mine:
        assert "Quiet" not in {option.text for option in draft.options}


def test_with_nothing_else_to_choose_from_several_are_not_asked():
    asks = "Which of these does the article name?"
    ours = Thing("roll", "ours", "Ours", asks)
    texts = ("peace", "trade", "roads", "ports")
    mine = [fact(f"our-{text}", LISTED, ours, Words(text)) for text in texts]

    knowledge = Knowledge(mine, [Closure(LISTED, ours, "")])

    assert drafted(knowledge, "several-listed") == []
    assert set(refused(knowledge, "several-listed")) == {claim.key for claim in mine}


# Naming them all


def test_every_list_of_things_with_five_entries_is_to_be_named(published_knowledge):
    drafts = {
        draft.claim.subject.slug: draft
        for draft in drafted(published_knowledge, "roll")
    }

    assert set(drafts) == {"order-2008", "strong-relations", "organizations"}
    assert len(drafts["order-2008"].options) == 29
    assert drafts["order-2008"].stem == (
        "How many can you name of the 29 states with which Albania’s parliament ordered "
        "relations to be opened in 2008 and 2009?"
    )
    reasons = refused(published_knowledge, "roll")
    assert "us-led-operations-iraq" in reasons
    assert "council-priorities-women" in reasons


def test_a_contested_entry_is_left_open_and_not_counted(published_knowledge):
    (draft,) = [
        draft
        for draft in drafted(published_knowledge, "roll")
        if draft.claim.subject.slug == "strong-relations"
    ]

    assert "Israel" not in {option.text for option in draft.options}
    assert "strong-relations-israel" not in {claim.key for claim in draft.claims}
    left = [option.candidate.extra.get("open") for option in draft.options]
    assert any("israel" in names for names in left if names)
    assert not any(digit in draft.stem for digit in "0123456789")


def test_each_name_to_be_typed_means_one_entry(published_knowledge):
    for draft in drafted(published_knowledge, "roll"):
        taken = Counter(
            form
            for option in draft.options
            for form in option.candidate.extra["accepts"]
        )
        assert set(taken.values()) == {1}, draft.key
        for option in draft.options:
            assert fold(option.text).replace(" ", "") in {
                form.replace(" ", "") for form in option.candidate.extra["accepts"]
            }


def test_a_name_that_two_states_bear_is_taken_for_neither():
    ours = Thing("roll", "ours", "Ours")
    names = ["Alba", "Boro", "Cara", "Dora", "Elba"]
    states = [replace(state(name), aliases=("Twin",)) for name in names[:2]]
    states += [state(name) for name in names[2:]]
    claims = [fact(f"our-{thing.slug}", LISTED, ours, thing) for thing in states]

    (draft,) = drafted(Knowledge(claims, [Closure(LISTED, ours, "")]), "roll")

    taken = [option.candidate.extra["accepts"] for option in draft.options]
    assert taken == [[name.lower()] for name in names]


def test_what_references_say_stands_beside_the_entry(published_knowledge):
    (draft,) = [
        draft
        for draft in drafted(published_knowledge, "roll")
        if draft.claim.predicate == MEMBER
    ]
    (oas,) = [option for option in draft.options if option.text == "OAS"]

    assert "Outside the article" in oas.candidate.truth
    assert len(draft.remark) < 300


# All of them


def test_what_is_asked_of_many_breaks_no_rule(published_knowledge):
    found = [
        finding
        for draft in drafted(published_knowledge, *MANY)
        for finding in rules.errors(rules.findings(draft, published_knowledge))
    ]

    assert found == []


def test_the_same_seed_draws_the_same_companions_and_another_does_not(
    published_knowledge,
):
    def drawn(seed):
        return afresh(published_knowledge, *MATCHING, *SEVERAL, seed=seed)

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)


def test_one_more_fact_moves_few_of_the_questions_on_others():
    claims = [began(f"State{n}", str(1700 + n)) for n in range(120)]
    before = {d.key: d for d in drafted(Knowledge(claims), "match-year")}
    after = {
        d.key: d
        for d in drafted(Knowledge([*claims, began("New", "1900")]), "match-year")
    }

    moved = [key for key, draft in before.items() if after[key] != draft]
    assert 0 < len(moved) < 20


def test_drawing_by_lot_comes_round_to_everything_and_names_it_once():
    lots = Lots([(f"thing-{n}", n) for n in range(10)], "seed")

    drawn = list(lots.drawn("salt"))

    assert sorted(drawn) == list(range(10))
    assert drawn != list(lots.drawn("pepper"))
    assert list(Lots([], "seed").drawn("salt")) == []


def test_drawing_by_lot_is_even():
    lots = Lots([(f"thing-{n}", n) for n in range(20)], "seed")
    first = Counter(next(lots.drawn(f"salt-{n}")) for n in range(2000))

    assert len(first) == 20
    assert 50 < min(first.values()) < 100 < max(first.values()) < 170


@pytest.mark.parametrize("families", [MATCHING, SEVERAL, ("order",), ("timeline",)])
def test_a_fact_asked_twice_in_one_way_is_asked_in_other_company(
    published_knowledge, families
):
    companies = Counter()
    asked_twice = 0
    for draft in drafted(published_knowledge, *families):
        texts = frozenset(option.text for option in draft.options)
        prompts = frozenset(prompt.text for prompt in draft.prompts)
        companies[draft.family, draft.claim.key, texts, prompts] += 1
        asked_twice += draft.variant == "2"

    assert set(companies.values()) == {1}
    assert asked_twice > 20
