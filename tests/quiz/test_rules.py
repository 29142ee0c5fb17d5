"""Each rule lets a sound question pass and refuses one with its flaw."""

import dataclasses

import pytest

from quiz.quality import rules
from quiz.questions import KINDS
from quiz.questions.drafts import Draft, Option
from relations.claims import ESTABLISHED, Thing, Words
from relations.dates import PartialDate
from relations.knowledge import Knowledge
from tests.quiz.test_questions import FIVE

KNOWLEDGE = Knowledge(FIVE)
SOUND = next(
    draft
    for draft in KINDS["when"].drafts(KNOWLEDGE, 0)
    if draft.claim.key == "borduria-established"
)


def flawed(**changes) -> Draft:
    return dataclasses.replace(SOUND, **changes)


def with_claim(**changes) -> Draft:
    return flawed(claim=dataclasses.replace(SOUND.claim, **changes))


def with_wrong(**changes) -> Draft:
    """The sound question with its first wrong option changed."""
    index = 1 if SOUND.solution == 0 else 0
    option = SOUND.options[index]
    proof = changes.pop("proof", option.proof)
    candidate = dataclasses.replace(option.candidate, **changes)
    options = list(SOUND.options)
    options[index] = Option(candidate, proof)
    return flawed(options=tuple(options))


OTHER = Thing("country", "ruritania", "Ruritania")

FLAWED = {
    "T01": with_wrong(value=SOUND.claim.value, text="that very day"),
    "T02": with_wrong(proof=None),
    "T06": with_claim(value=PartialDate(1949)),
    "T08": with_claim(places=()),
    "T10": with_claim(is_disputed=True),
    "S02": flawed(stem="On what date did they not establish relations?"),
    "S06": flawed(stem="On what date did {name} establish relations?"),
    "O01": with_wrong(value=Words("a day in May")),
    "O02": with_wrong(value=PartialDate(1912), text="1912"),
    "O05": with_wrong(text=f"{SOUND.right.text} at noon"),
    "O06": with_wrong(text="none of these"),
    "O09": flawed(options=SOUND.options[:2], solution=0),
    "O12": with_wrong(text=SOUND.right.text),
    "C01": flawed(stem="On what day in November did they establish relations?"),
    "D01": flawed(
        options=SOUND.options[::-1], solution=len(SOUND.options) - 1 - SOUND.solution
    ),
}


def broken(draft: Draft) -> set[str]:
    return {finding.rule for finding in rules.findings(draft, KNOWLEDGE)}


def test_a_sound_question_breaks_no_rule():
    assert broken(SOUND) == set()


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.slug)
def test_a_flaw_is_found_by_its_rule(rule):
    assert rule.slug in broken(FLAWED[rule.slug])


def test_every_rule_has_its_flaw():
    assert set(FLAWED) == {rule.slug for rule in rules.RULES}


def test_a_silent_wrong_answer_is_refused():
    assert "T02" in broken(with_wrong(truth=""))


def test_an_option_about_another_slot_is_refused_where_the_base_cannot_refute_it():
    unknown = Thing("country", "nowhere", "Nowhere")

    assert "T01" in broken(with_wrong(subject=unknown))
    assert KNOWLEDGE.asks(ESTABLISHED, unknown, SOUND.claim.value) is None
    assert KNOWLEDGE.asks(ESTABLISHED, OTHER, SOUND.claim.value) is False


def test_a_finding_names_question_and_claim():
    (finding,) = rules.findings(FLAWED["T08"], KNOWLEDGE)

    assert finding.question == "when:borduria-established:when"
    assert finding.claim == "borduria-established"
    assert finding.message == "no place in a source"
