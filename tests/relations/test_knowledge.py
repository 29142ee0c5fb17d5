"""Three-valued truth: what is not proved false is never called false."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relations.claims import (
    AMOUNTS_TO,
    ESTABLISHED,
    LISTED,
    MEMBER,
    REESTABLISHED,
    STANDS_FOR,
    VOCABULARY,
    Amount,
    Claim,
    Closure,
    Layer,
    ProofKind,
    Thing,
    Words,
    same,
)
from relations.dates import PartialDate
from relations.knowledge import FEW, Knowledge, Slot

FREEDONIA = Thing("country", "freedonia", "Freedonia")
SYLVANIA = Thing("country", "sylvania", "Sylvania")
RURITANIA = Thing("country", "ruritania", "Ruritania")
ROLL = Thing("roll", "order", "The order")


def claim(predicate, subject, value, **fields) -> Claim:
    return Claim(
        **{"key": "a-claim", "predicate": predicate, "subject": subject}
        | {"value": value, "statement": "It is so."}
        | fields
    )


def began(country, date, **fields) -> Claim:
    return claim(ESTABLISHED, country, PartialDate.parse(date), **fields)


def asks(knowledge, country, date):
    return knowledge.asks(ESTABLISHED, country, PartialDate.parse(date))


def test_what_the_base_holds_is_true():
    assert asks(Knowledge([began(FREEDONIA, "1992-08-25")]), FREEDONIA, "1992-08-25")


def test_a_day_makes_its_year_true():
    assert asks(Knowledge([began(FREEDONIA, "1992-08-25")]), FREEDONIA, "1992") is True


def test_a_functional_slot_rules_out_another_date_and_names_its_claim():
    known = began(FREEDONIA, "1992-08-25")

    proof = Knowledge([known]).disproof(ESTABLISHED, FREEDONIA, PartialDate(2006, 8, 1))

    assert proof.kind is ProofKind.FUNCTIONAL
    assert proof.claims == (known,)


def test_dates_of_unlike_precision_differ_only_where_they_share_no_day():
    knowledge = Knowledge([began(FREEDONIA, "1922")])

    assert asks(knowledge, FREEDONIA, "1922-04") is None
    proof = knowledge.disproof(ESTABLISHED, FREEDONIA, PartialDate(1912, 4))
    assert proof.kind is ProofKind.DISJOINT


def test_a_state_without_a_known_date_is_unknown_for_every_date():
    knowledge = Knowledge([began(FREEDONIA, "1922")])

    assert asks(knowledge, SYLVANIA, "1922") is None
    assert asks(knowledge, SYLVANIA, "2006-08-01") is None


def test_the_slot_belongs_to_one_kind_of_step():
    knowledge = Knowledge([claim(REESTABLISHED, FREEDONIA, PartialDate(1981, 3))])

    assert asks(knowledge, FREEDONIA, "1922-04") is None


def test_a_reference_alone_makes_nothing_true_and_proves_nothing():
    knowledge = Knowledge([began(FREEDONIA, "1922", layer=Layer.REFERENCE)])

    assert asks(knowledge, FREEDONIA, "1922") is None
    assert asks(knowledge, FREEDONIA, "1950") is None


def test_a_date_that_a_reference_gives_is_not_proved_wrong():
    knowledge = Knowledge(
        [
            began(FREEDONIA, "1981"),
            began(FREEDONIA, "1923-12-15", layer=Layer.REFERENCE),
        ]
    )

    assert asks(knowledge, FREEDONIA, "1981") is True
    assert asks(knowledge, FREEDONIA, "1923") is None
    assert asks(knowledge, FREEDONIA, "1950") is False


def test_a_day_that_a_reference_may_mean_is_not_proved_wrong():
    knowledge = Knowledge(
        [began(FREEDONIA, "1950"), began(FREEDONIA, "1923", layer=Layer.REFERENCE)]
    )

    assert asks(knowledge, FREEDONIA, "1923-05") is None


def test_a_disputed_claim_is_neither_true_nor_a_proof():
    knowledge = Knowledge([began(FREEDONIA, "1990", is_disputed=True)])

    assert asks(knowledge, FREEDONIA, "1990") is None
    assert asks(knowledge, FREEDONIA, "1991") is None


def test_a_reference_may_carry_a_name_where_the_predicate_says_so():
    body = Thing("organization", "abc", "ABC")
    name = Words("Alphabet Council")
    knowledge = Knowledge([claim(STANDS_FOR, body, name, layer=Layer.REFERENCE)])

    assert knowledge.asks(STANDS_FOR, body, name) is True
    assert knowledge.asks(STANDS_FOR, body, Words("Another Bank")) is False


def on_the_list(*values) -> list[Claim]:
    return [claim(LISTED, ROLL, value) for value in values]


def test_a_list_not_said_to_be_complete_excludes_nobody():
    knowledge = Knowledge(on_the_list(FREEDONIA))

    assert knowledge.asks(LISTED, ROLL, SYLVANIA) is None


def test_a_complete_list_excludes_who_is_not_on_it():
    knowledge = Knowledge(on_the_list(FREEDONIA), [Closure(LISTED, ROLL, "whole")])

    assert knowledge.asks(LISTED, ROLL, FREEDONIA) is True
    assert knowledge.disproof(LISTED, ROLL, SYLVANIA).kind is ProofKind.CLOSED


def test_a_complete_list_excludes_nobody_it_may_cover_unnamed():
    closure = Closure(LISTED, ROLL, "whole", frozenset({SYLVANIA}))
    knowledge = Knowledge(on_the_list(FREEDONIA), [closure])

    assert knowledge.asks(LISTED, ROLL, SYLVANIA) is None
    assert knowledge.asks(LISTED, ROLL, RURITANIA) is False


def test_what_two_closures_of_one_list_leave_open_stays_open():
    knowledge = Knowledge(
        on_the_list(FREEDONIA),
        [
            Closure(LISTED, ROLL, "whole", frozenset({SYLVANIA})),
            Closure(LISTED, ROLL, "whole", frozenset({RURITANIA})),
        ],
    )

    assert knowledge.asks(LISTED, ROLL, SYLVANIA) is None
    assert knowledge.asks(LISTED, ROLL, RURITANIA) is None


def test_words_of_one_kin_exclude_nothing():
    knowledge = Knowledge(
        on_the_list(Words("economic crisis", "economy")),
        [Closure(LISTED, ROLL, "whole")],
    )

    assert knowledge.asks(LISTED, ROLL, Words("a market economy", "economy")) is None
    assert knowledge.asks(LISTED, ROLL, Words("banking", "money")) is False


def test_bodies_too_close_to_tell_apart_exclude_nothing():
    wto = Thing("organization", "wto", "WTO", overlaps=frozenset({"unwto"}))
    unwto = Thing("organization", "unwto", "UNWTO")
    knowledge = Knowledge(on_the_list(wto), [Closure(LISTED, ROLL, "whole")])

    assert knowledge.asks(LISTED, ROLL, unwto) is None


def test_membership_is_only_refuted_by_an_explicit_negative():
    knowledge = Knowledge(
        [
            claim(MEMBER, ROLL, FREEDONIA),
            claim(MEMBER, ROLL, SYLVANIA, is_negated=True),
        ],
        [Closure(MEMBER, ROLL, "even a complete list is no proof here")],
    )

    assert knowledge.asks(MEMBER, ROLL, FREEDONIA) is True
    assert knowledge.disproof(MEMBER, ROLL, SYLVANIA).kind is ProofKind.NEGATIVE
    assert knowledge.asks(MEMBER, ROLL, RURITANIA) is None


def test_an_unnamed_row_counts_among_the_possible_holders_of_a_date():
    row = Thing("row", "europe-35", "an unnamed state")
    knowledge = Knowledge([began(FREEDONIA, "1922"), began(row, "1922-03-01")])

    assert knowledge.holders(ESTABLISHED, PartialDate(1922)) == {FREEDONIA, row}


def test_about_250_leaves_room_near_by():
    figure = Thing("figure", "troops", "How many?")
    about = Amount(Decimal(250), "troops", is_approximate=True)
    knowledge = Knowledge([claim(AMOUNTS_TO, figure, about)])

    assert knowledge.asks(AMOUNTS_TO, figure, Amount(Decimal(300), "troops")) is None
    assert knowledge.asks(AMOUNTS_TO, figure, Amount(Decimal(800), "troops")) is False


def test_things_of_unlike_kind_prove_nothing_about_each_other():
    assert same(FREEDONIA, Thing("person", "freedonia", "F. Reedonia")) is None
    assert same(FREEDONIA, PartialDate(1922)) is None


DATES = st.builds(
    lambda day, cut: PartialDate.parse(day.isoformat()[:cut]),
    st.dates(),
    st.sampled_from([4, 7, 10]),
)
NAMES = st.sampled_from([FREEDONIA, SYLVANIA, RURITANIA])


@given(known=DATES, asked=DATES)
def test_two_dates_that_share_a_day_never_prove_a_difference(known, asked):
    knowledge = Knowledge([claim(ESTABLISHED, FREEDONIA, known)])

    truth = knowledge.asks(ESTABLISHED, FREEDONIA, asked)

    assert (truth is False) == (not known.overlaps(asked))
    assert (truth is True) == asked.contains(known)


@given(
    predicate=st.sampled_from(sorted(VOCABULARY.values(), key=lambda p: p.slug)),
    known=st.lists(st.tuples(NAMES, DATES), max_size=4),
    subject=NAMES,
    asked=DATES,
)
def test_an_unknown_is_never_a_proof(predicate, known, subject, asked):
    knowledge = Knowledge([claim(predicate, who, date) for who, date in known])

    if subject not in {who for who, _ in known}:
        assert knowledge.asks(predicate, subject, asked) is None
        assert knowledge.disproof(predicate, subject, asked) is None


@given(
    claims=st.lists(
        st.tuples(NAMES, DATES, st.booleans(), st.sampled_from(Layer)), max_size=5
    ),
    subject=NAMES,
    asked=DATES,
)
def test_nothing_is_both_supported_and_refuted(claims, subject, asked):
    knowledge = Knowledge(
        claim(ESTABLISHED, who, date, is_disputed=disputed, layer=layer)
        for who, date, disputed, layer in claims
    )

    supported = knowledge.support(ESTABLISHED, subject, asked)
    refuted = knowledge.disproof(ESTABLISHED, subject, asked)

    assert not (supported and refuted)


@pytest.mark.parametrize("predicate", VOCABULARY.values(), ids=VOCABULARY.keys())
def test_a_predicate_allows_just_the_proofs_it_declares(predicate):
    knowledge = Knowledge(
        [claim(predicate, ROLL, FREEDONIA)], [Closure(predicate, ROLL, "whole")]
    )

    proof = knowledge.disproof(predicate, ROLL, SYLVANIA)

    if predicate.functional:
        assert proof.kind is ProofKind.FUNCTIONAL
    elif predicate.closed:
        assert proof.kind is ProofKind.CLOSED
    else:
        assert proof is None


SLUGS = st.sampled_from([f"thing-{n}" for n in range(12)])
DATES = st.sampled_from(["1991", "1992", "1992-08", "1992-08-25", "1992-09-01"])


@st.composite
def values(draw):
    overlaps = frozenset(draw(st.sets(SLUGS, max_size=2)))
    kind = draw(st.sampled_from(["country", "country", "person"]))
    thing = Thing(kind, draw(SLUGS), "A thing", overlaps=overlaps)
    return draw(st.sampled_from([thing, thing, thing, Words("in words")]))


@given(
    st.lists(st.tuples(values(), st.booleans()), min_size=FEW + 1, max_size=40),
    values(),
)
def test_a_long_list_is_looked_up_as_if_it_were_read_through(listed, asked):
    claims = [
        claim(LISTED, ROLL, value, key=f"entry-{n}", is_negated=is_negated)
        for n, (value, is_negated) in enumerate(listed)
    ]
    slot = Slot()
    slot.claims.extend(claims)

    near = slot.near(asked)

    assert [c for c in near if same(c.value, asked) is not False] == [
        c for c in claims if same(c.value, asked) is not False
    ]


@given(st.lists(DATES, max_size=8), DATES)
def test_whoever_may_have_begun_then_is_found(dates, asked):
    then = PartialDate.parse(asked)
    claims = [
        began(Thing("country", f"state-{n}", "A state"), date)
        for n, date in enumerate(dates)
    ]

    assert Knowledge(claims).holders(ESTABLISHED, then) == {
        c.subject for c in claims if c.value.overlaps(then)
    }


def test_a_long_list_is_not_read_through_for_one_name():
    slot = Slot()
    slot.claims.extend(
        claim(MEMBER, ROLL, Thing("organization", f"body-{n}", "A body"))
        for n in range(1000)
    )

    near = slot.near(Thing("organization", "body-7", "A body"))

    assert [c.value.slug for c in near] == ["body-7"]


def test_what_is_made_of_a_knowledge_is_made_once_for_each():
    one, other = Knowledge([began(FREEDONIA, "1992")]), Knowledge([])

    assert one.once(list_of_claims) is one.once(list_of_claims)
    assert other.once(list_of_claims) == []


def list_of_claims(knowledge):
    return list(knowledge.claims)


def test_asking_of_what_the_base_has_never_heard_leaves_it_as_it_was():
    knowledge = Knowledge([began(FREEDONIA, "1992")])

    knowledge.slot(REESTABLISHED, SYLVANIA)
    knowledge.claims_about(SYLVANIA)

    assert knowledge.things("country") == (FREEDONIA,)
