"""Each rule passes sound questions of every format and finds those with its flaw."""

from dataclasses import replace

import pytest

from quiz.quality import rules
from quiz.questions.drafts import Draft
from relations.claims import (
    DE_FACTO,
    REESTABLISHED,
    Amount,
    ProofKind,
    Thing,
    Words,
)
from relations.dates import PartialDate
from relations.knowledge import Knowledge, Proof
from tests.quiz.quality.samples import (
    ALBA,
    BORDURIA,
    DATE,
    DOER,
    FREEDONIA,
    KNOWLEDGE,
    MATCH,
    MOLVANIA,
    NAME,
    NAMED,
    NUMBER,
    NUMBERS,
    ORDER,
    PAIR,
    PARTNER,
    RIVAL,
    ROLL,
    RURITANIA,
    SEVERAL,
    SHARES,
    SOUND,
    SPELLING,
    STATES,
    SYLDAVIA,
    TIMELINE,
    WHEN,
    also,
    claiming,
    knowing,
    put,
    with_subject,
)

ERRORS = {
    *("T01", "T02", "T03", "T04", "T05", "T06", "T07", "T08", "T09", "T10"),
    *("S01", "S02", "S06", "S07", "S08"),
    *("O01", "O02", "O03", "O05", "O06", "O07", "O08", "O12"),
    *("C01", "C02", "C06", "C07", "C09"),
    *("D01", "D02", "D05"),
    *("K01", "K02", "K03", "K04"),
    *("R01", "R03", "R04"),
}
WARNINGS = {
    "T11",
    *("S03", "S04", "S05", "S09"),
    *("O04", "O09", "O10", "O11", "O13"),
    *("C03", "C04", "C05"),
    *("D03", "D04", "D06"),
    *("R02", "R05", "R06", "R07"),
}


def said(draft: Draft, stem: str) -> Draft:
    return replace(draft, stem=stem)


def accepting(draft: Draft, place: int, *forms: str) -> Draft:
    return put(draft, place, extra={"kind": "country", "accepts": list(forms)})


def of_kin(draft: Draft, *places: int) -> Draft:
    """Some of the wordings could mean the same."""
    for place in places:
        value = draft.options[place].candidate.value
        draft = put(draft, place, value=Words(value.text, kin="alike"))
    return draft


GONE = Thing("country", "gone", "Gone", "Gone", region="europe", is_former=True)

# The rule, what is wrong, and the question; with other knowledge, where that is it.
FLAWED = [
    ("T01", "a wrong one is right", put(WHEN, 1, value=BORDURIA.value)),
    ("T01", "the key is unknown", put(PARTNER, 0, subject=MOLVANIA)),
    ("T01", "nothing to choose", replace(PARTNER, options=PARTNER.options[:1])),
    ("T01", "all are right", replace(SEVERAL, solution=[0, 1, 2, 3])),
    ("T01", "one of the right is not", replace(SEVERAL, solution=[0, 1])),
    ("T01", "two pairs crossed", replace(MATCH, solution=[2, 1, 3])),
    ("T01", "another date is right", replace(DATE, solution="1949-11-24")),
    ("T01", "another number is right", replace(NUMBER, solution="8000")),
    ("T01", "one of all is missing", replace(ROLL, options=ROLL.options[:1])),
    (
        "T01",
        "two hold the post",
        NAME,
        knowing(replace(NAME.claim, key="also", value=RIVAL)),
    ),
    ("T02", "no proof", put(WHEN, 1, proof=None)),
    ("T02", "another proof", put(WHEN, 1, proof=Proof(ProofKind.CLOSED, ()))),
    ("T02", "nothing told", put(SEVERAL, 1, truth="")),
    ("T02", "nothing told of a gap", put(TIMELINE, 0, truth="")),
    ("T02", "the list is open", DOER, Knowledge(KNOWLEDGE.claims)),
    ("T03", "a reference says so", WHEN, knowing(also("Borduria", "1992-08"))),
    (
        "T03",
        "a disputed word says so",
        SEVERAL,
        knowing(replace(NAMED[0], key="also", value=STATES[1], is_disputed=True)),
    ),
    (
        "T03",
        "a reference has it for a renewal",
        WHEN,
        knowing(also("Borduria", "2006", predicate=REESTABLISHED)),
    ),
    ("T03", "a spare may be right", MATCH, knowing(also("Syldavia", "2006"))),
    ("T04", "a year covers a day", put(WHEN, 1, value=PartialDate(2006))),
    ("T04", "a day twice", put(WHEN, 1, value=FREEDONIA.value)),
    (
        "T05",
        "first or renewed",
        WHEN,
        knowing(also("Borduria", "1999", predicate=REESTABLISHED)),
    ),
    (
        "T05",
        "in law or in fact",
        WHEN,
        knowing(also("Borduria", "1947", predicate=DE_FACTO)),
    ),
    (
        "T05",
        "a state among others was renewed",
        ORDER,
        knowing(also("Syldavia", "1999", predicate=REESTABLISHED)),
    ),
    ("T06", "the source knows the year", claiming(WHEN, value=PartialDate(1949))),
    ("T06", "typed to the day", claiming(DATE, value=PartialDate(1949, 11))),
    ("T07", "today", said(PARTNER, "Which of these states is a partner today?")),
    ("T07", "for ever", said(NAME, "Who is Borduria’s envoy to the islands?")),
    ("T07", "an option now", put(WHEN, 1, text="25 August 1992 until now")),
    ("T08", "no place", claiming(WHEN, places=())),
    ("T08", "told by nothing", put(WHEN, 1, claim="no-such-fact")),
    ("T09", "an unknown name", put(PARTNER, 1, text="Persia")),
    (
        "T09",
        "a state that was gone",
        with_subject(PARTNER, 1, GONE),
        knowing(also("Gone", "1912", key="gone", subject=GONE)),
    ),
    ("T10", "the claim", claiming(WHEN, is_disputed=True)),
    (
        "T10",
        "one of several",
        replace(SEVERAL, claims=(NAMED[0], replace(NAMED[1], is_disputed=True))),
    ),
    ("S01", "hollow", said(WHEN, "Which of these statements is true?")),
    (
        "S01",
        "of what",
        said(WHEN, "On what date did Albania establish relations with it?"),
    ),
    ("S02", "not", said(WHEN, "On what date did Borduria not wait?")),
    ("S02", "n’t", said(WHEN, "On what date didn’t Borduria wait?")),
    ("S02", "failing", said(PARTNER, "Which state did fail to sign it in 1949?")),
    ("S06", "no question", said(WHEN, "On what date did relations start.")),
    ("S06", "two questions", said(WHEN, WHEN.stem + " And why?")),
    ("S06", "two blanks", said(WHEN, "Borduria came on ____ and left on ____?")),
    ("S06", "a piece", said(WHEN, "relations with Borduria and when?")),
    ("S07", "a slot", said(WHEN, "On what date did {name} begin with Borduria?")),
    ("S07", "two spaces", said(WHEN, WHEN.stem.replace(" and", "  and"))),
    ("S07", "a word twice", said(WHEN, WHEN.stem.replace("and", "and and"))),
    ("S07", "a before a vowel", said(WHEN, "On what date was a accord with Borduria?")),
    ("S07", "the Borduria", said(WHEN, WHEN.stem.replace("Bord", "the Bord"))),
    ("S07", "one soldiers", put(NUMBERS, 0, text="1 soldiers")),
    ("S07", "half a bracket", put(PARTNER, 1, text="Syldavia (east")),
    ("S08", "when", said(WHEN, "When did Borduria begin?")),
    ("S08", "a year for a day", said(DATE, "In which year was it with Borduria?")),
    ("S08", "how many of what", said(NUMBERS, "What of the soldiers of Borduria?")),
    ("O01", "words among dates", put(WHEN, 1, value=Words("a day"), text="A day")),
    ("O01", "a person among states", put(DOER, 0, value=RIVAL, text="Bela Kim")),
    ("O02", "a year among days", put(WHEN, 1, value=PartialDate(1992), text="1992")),
    ("O02", "written otherwise", put(WHEN, 1, text="25.8.1992")),
    ("O02", "another unit", put(NUMBERS, 0, text="250 tanks")),
    (
        "O02",
        "another unit meant",
        put(NUMBERS, 0, value=Amount(NUMBERS.right.candidate.value.number, "tanks")),
    ),
    ("O03", "a small letter", put(PARTNER, 1, text="syldavia")),
    ("O03", "an article", put(PARTNER, 1, text="The Syldavia")),
    ("O03", "another script", put(PARTNER, 1, text="Сылдавия")),
    ("O03", "in capitals", put(PARTNER, 1, text="SYLDAVIA")),
    ("O03", "an acronym", put(SPELLING, 1, text="EWUB")),
    ("O05", "one in another", put(PARTNER, 1, text="Borduria and Syldavia")),
    ("O05", "a decade", put(WHEN, 1, text="the 1940s")),
    ("O05", "words of one kin", of_kin(SPELLING, 1, 2)),
    ("O06", "none of these", put(PARTNER, 1, text="None of these")),
    ("O06", "two at once", put(PARTNER, 2, text="Borduria or Syldavia")),
    ("O07", "always", put(SPELLING, 1, text="Always a Union of Banks")),
    ("O08", "not", put(SPELLING, 1, text="Not a Union of Banks")),
    ("O12", "a text twice", put(PARTNER, 1, text="Ruritânia")),
    ("O12", "a state twice", put(PARTNER, 1, subject=STATES[3])),
    (
        "C01",
        "a word",
        said(PARTNER, "Which of these joined the Bordurian side on 23 November 1949?"),
    ),
    ("C01", "a year", said(WHEN, "On what date of 1949 was it with Borduria?")),
    (
        "C01",
        "letters",
        put(SPELLING, 1, text="Northern Lamp Office"),
    ),
    (
        "C01",
        "a prompt names its answer",
        replace(
            MATCH,
            prompts=(replace(MATCH.prompts[0], text="In 1949"), *MATCH.prompts[1:]),
        ),
    ),
    ("C02", "an article alone", put(SPELLING, 0, text="The Union of Bakers")),
    ("C02", "a verb alone", put(SPELLING, 0, text="To unite all bakers")),
    ("C02", "a plural", said(PARTNER, "Which two of these came on 23 November 1949?")),
    ("C06", "never mixed", replace(PARTNER, is_ordered=True, options=PARTNER.options[::-1])),
    ("C06", "in no order", replace(DOER, is_ordered=True, options=(*DOER.options[1:], DOER.options[0]))),
    ("C07", "mixed dates", replace(WHEN, is_ordered=False)),
    ("C07", "at another rank", replace(WHEN, options=WHEN.options[::-1], solution=2)),
    ("C09", "something kept", put(PARTNER, 0, extra={"class": "key"})),
    ("C09", "an unseen sign", put(PARTNER, 0, text="Borduria\u200b")),
    ("D01", "dates", replace(WHEN, options=WHEN.options[::-1], solution=2)),
    ("D01", "numbers", replace(NUMBERS, options=NUMBERS.options[::-1])),
    ("D01", "dates to match", replace(MATCH, options=MATCH.options[::-1], solution=[3, 2, 1])),
    ("D02", "no day apart", put(WHEN, 1, value=FREEDONIA.value)),
    ("D02", "between two claims", WHEN, knowing(also("Borduria", "1999"))),
    ("D05", "too near", put(NUMBERS, 0, value=Amount(NUMBERS.right.candidate.value.number - 40, "troops"))),
    ("D05", "whose figure", said(SHARES, "What percentage of people welcomed it?")),
    ("K01", "its own name", accepting(NAME, 0, "zog")),
    ("K01", "its surname", accepting(NAME, 0, "anna zog", "zog anna")),
    ("K02", "a rival", accepting(NAME, 0, "anna zog", "zog anna", "zog", "kenya")),
    ("K02", "one for two", accepting(ROLL, 0, "alba", "syldavia")),
    ("K03", "what to type", said(DATE, "When did Borduria begin?")),
    ("K03", "another precision", replace(DATE, solution="1949-11")),
    ("K04", "the year", said(DATE, DATE.stem.replace("?", " of 1949?"))),
    ("K03", "a number", said(NUMBER, "What did Borduria send to the isthmus?")),
    ("K04", "the number", said(NUMBER, NUMBER.stem.replace("?", ": 800 or more?"))),
    ("K04", "the name", said(NAME, "Whom does the article name as envoy Anna Zog?")),
    ("K04", "a surname", said(NAME, "Whom of the Zog family does the article name?")),
    ("R01", "two may be at once", ORDER, knowing(also("Alba", "1958"))),
    ("R01", "the later first", replace(PAIR, solution=1)),
    ("R01", "out of order", replace(ORDER, options=ORDER.options[::-1])),
    ("R01", "another gap", replace(TIMELINE, solution=3)),
    ("R03", "two to order", replace(ORDER, options=ORDER.options[:2], solution=[0, 1])),
    ("R04", "one for two", replace(MATCH, solution=[1, 1, 3])),
    ("R04", "two ways", MATCH, knowing(also("Syldavia", "2006"))),
    ("R04", "proved wrong", replace(MATCH, solution=[0, 2, 3])),
    ("T11", "kept back", claiming(WHEN, unasked_because="Nobody needs to know.")),
    ("S03", "long", said(WHEN, "On what date, " + "so it is said, " * 8 + "was it?")),
    ("S04", "vague", said(WHEN, "On what date did relations usually begin?")),
    ("S05", "of what", said(PARTNER, "Which state was the largest partner in 1949?")),
    ("S09", "a letter", put(PARTNER, 1, text="Bordurio", claim="")),
    ("O04", "long", put(SPELLING, 0, text="European Union of Bakers and Millers of the North")),
    ("O09", "two", replace(PARTNER, options=PARTNER.options[:2])),
    ("O11", "gone", put(DOER, 0, value=GONE)),
    ("O13", "a full stop", put(PARTNER, 1, text="Syldavia.")),
    ("C04", "opposites", put(put(SPELLING, 1, text="Northern Bakers"), 2, text="Southern Bakers")),
    ("C05", "a hyphen", put(PARTNER, 0, text="Bord-uria")),
    ("D04", "nobody’s", put(WHEN, 1, claim=ALBA.key)),
    ("R02", "a year", put(ORDER, 1, text="The start of 1949")),
    ("R05", "too few", replace(MATCH, options=MATCH.options[:4])),
    ("R06", "how many", said(SEVERAL, "Which of these states does the order name?")),
    ("R07", "yes or no", put(PARTNER, 1, text="Yes")),
]  # fmt: skip


def of_region(state: Thing, region: str) -> Thing:
    return replace(state, region=region)


FLAWED += [
    ("O10", "the only one of its region", put(DOER, 1, value=of_region(STATES[1], "asia"))),
    ("C03", "most in common", replace(DOER, options=tuple(
        replace(option, candidate=replace(option.candidate, value=of_region(state, region), text=text))
        for option, state, region, text in zip(
            DOER.options, STATES, ("asia", "europe", "europe"),
            ("North Alba", "North Borduria", "South Syldavia"), strict=False,
        )
    ))),
    ("D03", "even gaps", replace(WHEN, options=tuple(
        replace(option, candidate=replace(option.candidate, value=PartialDate(year), text=str(year)))
        for option, year in zip(WHEN.options, (1950, 1960, 1970), strict=True)
    ))),
    ("D06", "alone in its age", replace(WHEN, options=tuple(
        replace(option, candidate=replace(option.candidate, value=PartialDate(year), text=str(year)))
        for option, year in zip(WHEN.options, (1912, 1992, 2006), strict=True)
    ))),
]  # fmt: skip


def broken(draft: Draft, knowledge: Knowledge = KNOWLEDGE) -> set[str]:
    return {finding.rule for finding in rules.findings(draft, knowledge)}


def test_every_error_of_the_list_has_its_rule():
    errors = {rule.slug for rule in rules.RULES if rule.severity == "error"}

    assert errors == ERRORS
    assert {rule.slug for rule in rules.RULES} - errors == WARNINGS
    assert len(rules.RULES) == len(ERRORS | WARNINGS)


@pytest.mark.parametrize("draft", SOUND.values(), ids=SOUND)
def test_a_sound_question_breaks_no_rule(draft):
    found = rules.errors(rules.findings(draft, KNOWLEDGE))

    assert found == []


@pytest.mark.parametrize(
    "flawed", FLAWED, ids=[f"{rule} {flaw}" for rule, flaw, *_ in FLAWED]
)
def test_a_flaw_is_found_by_its_rule(flawed):
    rule, _, draft, *knowledge = flawed

    assert rule in broken(draft, *knowledge)


def test_every_rule_has_a_flaw_it_finds_and_a_sound_question_it_looks_at():
    looked_at = {
        rule.slug
        for rule in rules.RULES
        for draft in SOUND.values()
        if rule.applies(draft)
    }

    assert {rule for rule, *_ in FLAWED} == looked_at == ERRORS | WARNINGS


@pytest.mark.parametrize(
    ("stem", "is_clean"),
    [
        ("On what date was an EU accord with Borduria?", True),
        ("On what date was a European accord with Borduria?", True),
        ("On what date was a UN accord with Borduria?", True),
        ("On what date was an hour set with Borduria?", True),
        ("On what date was an treaty with Borduria?", False),
        ("On what date was a accord with Borduria?", False),
    ],
)
def test_an_article_goes_by_the_sound(stem, is_clean):
    assert ("S07" not in broken(said(WHEN, stem))) is is_clean


def test_an_acronym_may_fit_two_options_alike():
    assert "C01" not in broken(SPELLING)
    assert "C01" in broken(put(SPELLING, 1, text="Union of Lamps"))


def test_what_is_attributed_may_be_so_now():
    stem = "Which state is a partner today, according to the article?"

    assert "T07" not in broken(said(PARTNER, stem))


def test_a_finding_names_rule_question_claim_and_severity():
    draft = claiming(PARTNER, unasked_because="No use.")

    (finding,) = rules.findings(draft, KNOWLEDGE)

    assert finding.rule == "T11"
    assert finding.question == "partner:borduria-established:who"
    assert finding.claim == "borduria-established"
    assert finding.message == "borduria-established: No use."
    assert finding.severity == "warning"
    assert rules.errors([finding]) == []


def test_a_state_without_known_dates_is_no_wrong_answer():
    """The base cannot refute what it does not know."""
    assert {"T01", "T02"} <= broken(with_subject(PARTNER, 1, MOLVANIA))
    assert SYLDAVIA.subject.name in {option.text for option in PARTNER.options}
    assert RURITANIA.value.precision == "day"
