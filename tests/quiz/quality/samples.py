"""A sound question of every format, on made-up facts, and ways to spoil one."""

from dataclasses import replace
from decimal import Decimal

from quiz.questions.drafts import Candidate, Draft, Option, Prompt
from relations.claims import (
    ACRONYM,
    AMOUNTS_TO,
    DONE_BY,
    HELD_BY,
    LISTED,
    STANDS_FOR,
    Amount,
    Claim,
    Closure,
    Layer,
    Place,
    ProofKind,
    Thing,
    Words,
)
from relations.dates import PartialDate
from relations.knowledge import Knowledge, Proof
from relations.names import forms
from tests.quiz.test_questions import FIVE, began

PLACE = (Place("Paragraph 1", "/facts/sections/europe/"),)


def fact(key, predicate, subject, value, **fields) -> Claim:
    defaults = {"statement": f"{key}.", "places": PLACE, "topic": "people"}
    return Claim(key, predicate, subject, value, **defaults | fields)


ALBA, BORDURIA, SYLDAVIA, RURITANIA, FREEDONIA = FIVE
STATES = [claim.subject for claim in FIVE]
MOLVANIA = Thing("country", "molvania", "Molvania", "Molvania", region="europe")
OSMIA = Thing("country", "osmia", "Osmia", "Osmia", region="europe")

LIST = Thing(
    "list", "order", "the order", "Which two of these states does the order name?"
)
NAMED = [
    fact(f"order-{state.slug}", LISTED, LIST, state, topic="relations")
    for state in (STATES[0], STATES[2])
]

FORCE = Thing("figure", "force", "How many soldiers did Borduria send to the isthmus?")
SHARE = Thing(
    "figure",
    "share",
    "What percentage of people welcomed it, according to the article?",
)
FIGURES = [
    fact("force-size", AMOUNTS_TO, FORCE, Amount(Decimal(800), "troops")),
    fact("welcome", AMOUNTS_TO, SHARE, Amount(Decimal(56), "percent")),
]

POST = Thing("office", "envoy", "Borduria’s envoy to the islands", "Borduria’s envoy")
HOLDER = Thing("person", "zog", "Anna Zog", "Anna Zog", region="today", also=("Zog",))
RIVAL = Thing("person", "kim", "Bela Kim", "Bela Kim", region="today")
HELD = fact("envoy-zog", HELD_BY, POST, HOLDER)

BODIES = {
    "EUB": "European Union of Bakers",
    "EUR": "European Union of Railways",
    "ILO": "International Lamp Office",
}
SHORT = [
    fact(
        slug.lower(),
        STANDS_FOR,
        Thing("organization", slug.lower(), slug, slug, region="world"),
        Words(name),
    )
    for slug, name in BODIES.items()
]
SPELT = [
    fact(
        claim.key,
        ACRONYM,
        Thing("name", claim.subject.slug, claim.value.text),
        claim.subject,
    )
    for claim in SHORT
]

DEED = Thing(
    "deed",
    "sealed",
    "sealed its border",
    "According to the article, which state sealed its border?",
)
DONE = fact("sealed", DONE_BY, DEED, STATES[1])

KNOWLEDGE = Knowledge(
    [*FIVE, *NAMED, *FIGURES, HELD, *SHORT, *SPELT, DONE],
    [Closure(LISTED, LIST, "whole"), Closure(DONE_BY, DEED, "whole")],
    [*STATES, MOLVANIA, OSMIA],
)


def right(claim, text=None, value=None, **fields) -> Option:
    value = claim.value if value is None else value
    text = text or getattr(value, "name", str(value))
    return Option(
        Candidate(text, claim.predicate, claim.subject, value, **fields), None
    )


def wrong(claim, value=None, *, told, subject=None, text=None, kind=None) -> Option:
    subject = subject or claim.subject
    value = claim.value if value is None else value
    proof = KNOWLEDGE.disproof(claim.predicate, subject, value)
    assert proof, f"{value} is not proved wrong"
    text = text or getattr(value, "name", str(value))
    candidate = Candidate(
        text, claim.predicate, subject, value, truth=told.statement, claim=told.key
    )
    return Option(candidate, proof)


def dates_of(claim) -> Draft:
    """When relations with Borduria began, among three dates in order."""
    options = (
        right(claim),
        wrong(claim, RURITANIA.value, told=RURITANIA),
        wrong(claim, FREEDONIA.value, told=FREEDONIA),
    )
    return Draft(
        "when",
        "when",
        claim,
        "On what date did Albania and Borduria establish relations?",
        options,
        0,
        is_ordered=True,
    )


def in_time(format, family, stem, claims, **fields) -> Draft:
    proof = Proof(ProofKind.DISJOINT, tuple(claims[:2]))
    options = tuple(
        Option(
            Candidate(
                claim.subject.name,
                claim.predicate,
                claim.subject,
                claim.value,
                truth=claim.statement,
                claim=claim.key,
            ),
            proof if format == "pair" and place else None,
        )
        for place, claim in enumerate(claims)
    )
    return Draft(
        family,
        "order",
        claims[0],
        stem,
        options,
        format=format,
        claims=tuple(claims),
        **fields,
    )


WHEN = dates_of(BORDURIA)
PARTNER = Draft(
    "partner",
    "who",
    BORDURIA,
    "With which of these states did Albania establish relations on 23 November 1949?",
    (
        right(BORDURIA, "Borduria"),
        wrong(BORDURIA, told=SYLDAVIA, subject=STATES[2], text="Syldavia"),
        wrong(BORDURIA, told=RURITANIA, subject=STATES[3], text="Ruritania"),
    ),
    0,
)
NUMBERS = Draft(
    "amount",
    "amount",
    FIGURES[0],
    FORCE.name,
    (
        wrong(
            FIGURES[0],
            Amount(Decimal(250), "troops"),
            told=FIGURES[1],
            text="250 soldiers",
        ),
        right(FIGURES[0], "800 soldiers"),
        wrong(
            FIGURES[0],
            Amount(Decimal(1500), "troops"),
            told=FIGURES[1],
            text="1,500 soldiers",
        ),
    ),
    1,
    is_ordered=True,
)
SHARES = replace(
    NUMBERS,
    claim=FIGURES[1],
    stem=SHARE.name,
    options=(
        wrong(FIGURES[1], Amount(Decimal(30), "percent"), told=FIGURES[0], text="30%"),
        right(FIGURES[1], "56%"),
        wrong(FIGURES[1], Amount(Decimal(75), "percent"), told=FIGURES[0], text="75%"),
    ),
)
DOER = Draft(
    "who",
    "who",
    DONE,
    DEED.in_sentence,
    (
        wrong(DONE, STATES[0], told=ALBA),
        right(DONE),
        wrong(DONE, STATES[2], told=SYLDAVIA),
    ),
    1,
)
SPELLING = Draft(
    "expand",
    "expand",
    SHORT[0],
    "EUB is on the article’s list of memberships. What is its full name?",
    (
        right(SHORT[0], "European Union of Bakers"),
        wrong(
            SHORT[0],
            Words("East-West Union of Banks"),
            told=SHORT[1],
            text="East-West Union of Banks",
        ),
        wrong(
            SHORT[0], SHORT[2].value, told=SHORT[2], text="International Lamp Office"
        ),
    ),
    0,
)
SEVERAL = Draft(
    "several-listed",
    "what",
    NAMED[0],
    "Which two of these states does the order name?",
    (
        right(NAMED[0]),
        wrong(NAMED[0], STATES[1], told=BORDURIA),
        wrong(NAMED[0], STATES[4], told=FREEDONIA),
        right(NAMED[1]),
    ),
    [0, 3],
    format="several",
    claims=tuple(NAMED),
)
DATE = Draft(
    "typed-date",
    "when",
    BORDURIA,
    WHEN.stem,
    (right(BORDURIA),),
    "1949-11-23",
    format="date",
)
NAME = Draft(
    "typed-office",
    "who",
    HELD,
    "Whom does the article name as Borduria’s envoy to the islands?",
    (right(HELD, extra={"kind": "person", "accepts": sorted(forms(HOLDER))}),),
    "Anna Zog",
    format="name",
)
NUMBER = Draft(
    "typed-amount",
    "amount",
    FIGURES[0],
    FORCE.name,
    (right(FIGURES[0], "800 soldiers"),),
    "800",
    format="number",
)
ROLL = Draft(
    "roll",
    "what",
    NAMED[0],
    "How many can you name of the two states in the order?",
    tuple(
        right(claim, extra={"kind": "country", "accepts": sorted(forms(claim.value))})
        for claim in NAMED
    ),
    [0, 1],
    format="roll",
    claims=tuple(NAMED),
)
PAIR = in_time(
    "pair",
    "first",
    "With which of these states did Albania establish relations first?",
    [ALBA, BORDURIA],
    solution=0,
)
ORDER = in_time(
    "order",
    "order",
    "In which order did Albania establish relations with these states?",
    FIVE,
    solution=[0, 1, 2, 3, 4],
)
MARKS = [ALBA, BORDURIA, RURITANIA, FREEDONIA]
TIMELINE = Draft(
    "timeline",
    "order",
    SYLDAVIA,
    "Where on this timeline does the start of relations with Syldavia belong?",
    tuple(
        Option(
            replace(
                right(claim, text).candidate, truth=claim.statement, claim=claim.key
            ),
            None if claim is SYLDAVIA else Proof(ProofKind.DISJOINT, (claim, SYLDAVIA)),
        )
        for claim, text in (
            (ALBA, "before 1912"),
            (BORDURIA, "between 1912 and 23 November 1949"),
            (SYLDAVIA, "between 23 November 1949 and 25 August 1992"),
            (RURITANIA, "between 25 August 1992 and 1 August 2006"),
            (FREEDONIA, "after 1 August 2006"),
        )
    ),
    2,
    format="timeline",
    prompts=tuple(Prompt(f"Start with {c.subject.name}", c) for c in MARKS),
    is_ordered=True,
)
MATCHED = [BORDURIA, SYLDAVIA, RURITANIA]
MATCH = Draft(
    "match-year",
    "when",
    BORDURIA,
    "In which year did Albania establish relations with each of these states?",
    (
        wrong(BORDURIA, PartialDate(1912), told=ALBA),
        right(BORDURIA, "1949", PartialDate(1949)),
        right(SYLDAVIA),
        right(RURITANIA, "1992", PartialDate(1992)),
        wrong(BORDURIA, PartialDate(2006), told=FREEDONIA),
    ),
    [1, 2, 3],
    format="match",
    claims=tuple(MATCHED),
    prompts=tuple(Prompt(claim.subject.name, claim) for claim in MATCHED),
    is_ordered=True,
)

SOUND = {
    "when": WHEN,
    "partner": PARTNER,
    "amount": NUMBERS,
    "share": SHARES,
    "who": DOER,
    "expand": SPELLING,
    "several": SEVERAL,
    "date": DATE,
    "name": NAME,
    "number": NUMBER,
    "roll": ROLL,
    "pair": PAIR,
    "order": ORDER,
    "timeline": TIMELINE,
    "match": MATCH,
}


def put(draft: Draft, place: int, *, proof="kept", **fields) -> Draft:
    """With the candidate at a place changed, and its proof, where one is given."""
    option = draft.options[place]
    options = list(draft.options)
    options[place] = Option(
        replace(option.candidate, **fields),
        option.proof if proof == "kept" else proof,
    )
    return replace(draft, options=tuple(options))


def claiming(draft: Draft, **fields) -> Draft:
    return replace(draft, claim=replace(draft.claim, **fields))


def knowing(*claims: Claim) -> Knowledge:
    return Knowledge([*KNOWLEDGE.claims, *claims], KNOWLEDGE.closures, KNOWLEDGE.states)


def also(name: str, date: str, **fields) -> Claim:
    """One more claim on a start, by a reference unless it is said otherwise."""
    defaults = {"key": "also", "layer": Layer.REFERENCE, "source": "A reference"}
    return began(name, date, **defaults | fields)


def with_subject(draft: Draft, place: int, thing: Thing) -> Draft:
    return put(draft, place, subject=thing, text=thing.name)
