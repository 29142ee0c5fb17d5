"""T: the right answer is right, every wrong one is proved wrong, and it says who says so."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from quiz.quality import parts
from quiz.quality.base import WARNING, Rule
from quiz.questions.drafts import Draft, Option
from relations.claims import STEPS, Amount, Claim, Layer, same
from relations.dates import PartialDate
from relations.knowledge import Knowledge

ENOUGH = 8  # claims of a whole list, which all come from one place


def one_right_answer(draft: Draft, knowledge: Knowledge) -> str:
    """Asks the base of every answer there could be; `shapes` sees to order in time."""
    for cell in draft.cells():
        truth = knowledge.asks(cell.predicate, cell.subject, cell.value)
        if truth is not cell.is_right:
            return f"the base says {truth} of {cell.text!r}"
    count = len(draft.rights)
    if draft.format in parts.ONE_OF and not 1 == count < len(draft.options):
        return f"{count} right of {len(draft.options)} answers"
    if draft.format == "several" and not 0 < count < len(draft.options):
        return "all or none of the options are right"
    return (
        _solution_is_not(draft)
        or _left_out_of(draft, knowledge)
        or _another_name(draft, knowledge)
    )


def _solution_is_not(draft: Draft) -> str:
    """What is taken as right must be what the one option of a typed answer says."""
    if draft.format not in {"date", "number"}:
        return ""
    value = draft.options[0].candidate.value
    if isinstance(value, PartialDate) and value.iso == draft.solution:
        return ""
    if isinstance(value, Amount) and value.number == Decimal(draft.solution):
        return ""
    return f"{draft.solution} is taken as right, not {value}"


def _left_out_of(draft: Draft, knowledge: Knowledge) -> str:
    """Who is asked for all must find every one of them taken, but what is disputed."""
    if draft.format != "roll":
        return ""
    named = {option.candidate.value for option in draft.options}
    for claim in knowledge.slot(draft.claim.predicate, draft.claim.subject):
        is_due = not claim.is_negated and not claim.is_disputed
        if is_due and claim.value not in named:
            return f"{claim.key} belongs to the answer and is not in it"
    return ""


def _another_name(draft: Draft, knowledge: Knowledge) -> str:
    """A name to type must be the only one that the stem can mean."""
    if draft.format != "name":
        return ""
    candidate = draft.options[0].candidate
    if parts.names_subjects(draft):
        held = knowledge.holders(candidate.predicate, candidate.value)
        fitting: set[Any] = set(held) - {candidate.subject}
    else:
        slot = knowledge.slot(candidate.predicate, candidate.subject)
        told = {claim.value for claim in slot if not claim.is_negated}
        fitting = {value for value in told if not same(value, candidate.value)}
    for other in fitting:
        name = str(getattr(other, "name", other))
        if name not in draft.stem:
            return f"{name!r} may be right as well"
    return ""


def wrong_answers_are_proved(draft: Draft, knowledge: Knowledge) -> str:
    for option in draft.wrong:
        candidate = option.candidate
        if option.proof is None or not _still_holds(draft, option, knowledge):
            return f"{option.text!r} is not proved wrong"
        if not candidate.truth:
            return f"nothing says what {option.text!r} really is"
    return ""


def _still_holds(draft: Draft, option: Option[Any], knowledge: Knowledge) -> bool:
    """Asked anew. What is wrong by its place in time alone is for `shapes` to prove."""
    if parts.is_in_time(draft):
        return True
    candidate = option.candidate
    proof = knowledge.disproof(candidate.predicate, candidate.subject, candidate.value)
    if proof is None or option.proof is None:
        return False
    return proof.kind == option.proof.kind


def nothing_else_makes_it_true(draft: Draft, knowledge: Knowledge) -> str:
    """Also a disputed word, a reference's, or one on another step with the same side."""
    for cell in draft.cells():
        if cell.is_right:
            continue
        kinds: Iterable[Any] = {cell.predicate}
        if isinstance(cell.value, PartialDate) and cell.predicate in STEPS:
            kinds = STEPS
        for kind in kinds:
            for claim in knowledge.near(kind, cell.subject, cell.value):
                is_sister = kind != cell.predicate
                if claim.is_negated or (is_sister and _is_told(claim)):
                    continue
                if parts.could_be(claim.value, cell.value):
                    return f"{claim.key} could make {cell.text!r} right"
    return ""


def _is_told(claim: Claim[Any]) -> bool:
    """The article keeps its steps apart itself; references may not, in its terms."""
    return claim.layer is Layer.DOCUMENT


def sources_are_given(draft: Draft, knowledge: Knowledge) -> str:
    """For what is asked, and for what each wrong answer is told to be."""
    for claim in parts.asked_claims(draft):
        if not _is_sourced(claim):
            return f"no place in a source for {claim.key}"
    for option in draft.wrong:
        if not _has_source(option, knowledge):
            return f"nothing bears out what {option.text!r} is told to be"
    return ""


def _has_source(option: Option[Any], knowledge: Knowledge) -> bool:
    """Where nothing is known of a wrong answer, the claims that refute it stand in."""
    key = option.candidate.claim
    if key:
        told = knowledge.claim(key)
        return told is not None and _is_sourced(told)
    candidate = option.candidate
    proof = option.proof or knowledge.disproof(
        candidate.predicate, candidate.subject, candidate.value
    )
    return proof is not None and all(map(_is_sourced, proof.claims[:ENOUGH]))


def _is_sourced(claim: Claim[Any]) -> bool:
    return bool(claim.places or (claim.layer is Layer.REFERENCE and claim.source))


def _is_false_by_itself(draft: Draft) -> bool:
    return parts.has_wrong(draft) and not parts.is_in_time(draft)


def nothing_is_disputed(draft: Draft, knowledge: Knowledge) -> str:
    for claim in parts.asked_claims(draft):
        if claim.is_disputed:
            return f"{claim.key} is disputed"
    return ""


def worth_asking(draft: Draft, knowledge: Knowledge) -> str:
    """The base's own reasons against asking a fact are what it holds of its worth."""
    for claim in parts.asked_claims(draft):
        if claim.unasked_because:
            return f"{claim.key}: {claim.unasked_because}"
    return ""


RULES = (
    Rule("T01", "exactly one right answer over the whole base", one_right_answer),
    Rule(
        "T02",
        "every wrong answer proved, and told as what it is",
        wrong_answers_are_proved,
        applies=parts.has_wrong,
    ),
    Rule(
        "T03",
        "no claim of any standing makes a wrong answer right",
        nothing_else_makes_it_true,
        applies=_is_false_by_itself,
    ),
    Rule("T08", "every answer has its source", sources_are_given),
    Rule("T10", "no disputed claim", nothing_is_disputed),
    Rule("T11", "worth asking", worth_asking, WARNING),
)
