"""The rules a draft must pass before it may be stored. Each has a name and a reason.

The identifiers are those of the item-writing literature's checklists as we keep them:
T truth, S stem, O options, C cues, D dates and numbers.
"""

import re
from collections.abc import Iterable

from quiz.quality.base import ERROR, WARNING, Finding, Rule
from quiz.questions.drafts import Draft
from quiz.questions.options import FEWEST_OPTIONS, MOST_OPTIONS
from relations.dates import PartialDate
from relations.knowledge import Knowledge

NEGATIVE = re.compile(r"\b(not|never|except|none|neither|nor|cannot)\b|n['’]t\b", re.I)
ABSOLUTE = re.compile(r"\b(always|never|completely|absolutely)\b", re.I)
CATCH_ALL = re.compile(r"\b(all|none|both) of (the|these)\b", re.I)
WORD = re.compile(r"[^\W\d_]{4,}")
COMMON = {"which", "what", "with", "from", "whom", "these", "state", "states"}
COMMON |= {"albania", "article"}


def findings(draft: Draft, knowledge: Knowledge) -> list[Finding]:
    """Everything the rules hold against a draft; a sound one has nothing."""
    return [
        Finding(rule.slug, draft.key, draft.claim.key, message, rule.severity)
        for rule in RULES
        if rule.applies(draft) and (message := rule.check(draft, knowledge))
    ]


def errors(found: Iterable[Finding]) -> list[Finding]:
    """Those for which a question may not be asked."""
    return [finding for finding in found if finding.severity == ERROR]


def _one_right_answer(draft: Draft, knowledge: Knowledge) -> str:
    for cell in draft.cells():
        truth = knowledge.asks(cell.predicate, cell.subject, cell.value)
        if truth is not cell.is_right:
            return f"the base says {truth} of {cell.text!r}"
    return ""


def _every_wrong_answer_has_its_proof(draft: Draft, knowledge: Knowledge) -> str:
    for option in draft.wrong:
        candidate = option.candidate
        proof = knowledge.disproof(
            candidate.predicate, candidate.subject, candidate.value
        )
        if option.proof is None or proof is None or proof.kind != option.proof.kind:
            return f"{option.text!r} is not proved wrong"
        if not candidate.truth:
            return f"nothing says what {option.text!r} really is"
    return ""


def _source_is_given(draft: Draft, knowledge: Knowledge) -> str:
    return "" if draft.claim.places else "no place in a source"


def _no_more_precise_than_the_source(draft: Draft, knowledge: Knowledge) -> str:
    asked, known = draft.right.candidate.value, draft.claim.value
    if not isinstance(asked, PartialDate) or not isinstance(known, PartialDate):
        return ""
    return "" if asked.contains(known) else "asks for more than the source says"


def _not_disputed(draft: Draft, knowledge: Knowledge) -> str:
    return "rests on a disputed claim" if draft.claim.is_disputed else ""


def _no_negative_stem(draft: Draft, knowledge: Knowledge) -> str:
    found = NEGATIVE.search(draft.stem)
    return f"negative stem: {found[0]!r}" if found else ""


def _a_whole_question(draft: Draft, knowledge: Knowledge) -> str:
    stem = draft.stem
    if not stem.endswith("?") or "  " in stem or re.search(r"[{}]", stem):
        return "the stem is not a clean question"
    return ""


def _three_or_four_options(draft: Draft, knowledge: Knowledge) -> str:
    count = len(draft.options)
    return "" if FEWEST_OPTIONS <= count <= MOST_OPTIONS else f"{count} options"


def _options_differ(draft: Draft, knowledge: Knowledge) -> str:
    texts = {option.text.casefold() for option in draft.options}
    values = {option.candidate.value for option in draft.options}
    subjects = {option.candidate.subject for option in draft.options}
    several = len(draft.options)
    if len(texts) < several or max(len(values), len(subjects)) < several:
        return "two options are the same"
    return ""


def _options_alike_in_kind(draft: Draft, knowledge: Knowledge) -> str:
    kinds = {
        (type(o.candidate.value).__name__, o.candidate.subject.kind)
        for o in draft.options
    }
    return "" if len(kinds) == 1 else "options of different kinds"


def _options_alike_in_precision(draft: Draft, knowledge: Knowledge) -> str:
    values = [option.candidate.value for option in draft.options]
    precisions = {v.precision for v in values if isinstance(v, PartialDate)}
    return "" if len(precisions) <= 1 else "dates of different precision"


def _no_option_within_another(draft: Draft, knowledge: Knowledge) -> str:
    texts = [f" {option.text.casefold()} " for option in draft.options]
    for one in texts:
        for other in texts:
            if one is not other and one in other:
                return f"{one.strip()!r} stands within {other.strip()!r}"
    return ""


def _no_catch_all(draft: Draft, knowledge: Knowledge) -> str:
    for option in draft.options:
        if CATCH_ALL.search(option.text):
            return f"a catch-all option: {option.text!r}"
        if ABSOLUTE.search(option.text) or NEGATIVE.search(option.text):
            return f"an absolute or negative option: {option.text!r}"
    return ""


def _stem_does_not_name_the_key(draft: Draft, knowledge: Knowledge) -> str:
    def words(text: str) -> set[str]:
        return set(WORD.findall(text.casefold())) - COMMON

    stem = words(draft.stem)
    told = stem & words(draft.right.text)
    for option in draft.wrong:
        told -= words(option.text)
    return f"the stem shares {sorted(told)} with the right answer alone" if told else ""


def _dates_and_numbers_in_order(draft: Draft, knowledge: Knowledge) -> str:
    values = [option.candidate.value for option in draft.options]
    if isinstance(values[0], PartialDate) and draft.aspect == "when":
        firsts = [v.first_day for v in values if isinstance(v, PartialDate)]
        if not draft.is_ordered or firsts != sorted(firsts):
            return "dates out of order"
    if draft.aspect == "amount":
        numbers = [v.number for v in values]  # type: ignore[union-attr]
        if not draft.is_ordered or numbers != sorted(numbers):
            return "numbers out of order"
    return ""


RULES = (
    Rule("T01", "exactly one right answer over the whole base", _one_right_answer),
    Rule("T02", "every wrong answer proved", _every_wrong_answer_has_its_proof),
    Rule("T06", "no more precise than the source", _no_more_precise_than_the_source),
    Rule("T08", "every question has its source", _source_is_given),
    Rule("T10", "no disputed claim", _not_disputed),
    Rule("S02", "no negative stem", _no_negative_stem),
    Rule("S06", "a whole question", _a_whole_question),
    Rule("O01", "options of one kind", _options_alike_in_kind),
    Rule("O02", "options of one precision", _options_alike_in_precision),
    Rule("O05", "no option within another", _no_option_within_another),
    Rule("O06", "no catch-all, absolute or negative option", _no_catch_all),
    Rule("O09", "three or four options", _three_or_four_options, WARNING),
    Rule("O12", "no option twice", _options_differ),
    Rule("C01", "no word of the stem in the key alone", _stem_does_not_name_the_key),
    Rule("D01", "dates and numbers in order", _dates_and_numbers_in_order),
)
