"""R: what is put in order or matched has one solution, and does not show it."""

import re
from random import Random
from typing import Any

from quiz.formats import FORMATS
from quiz.formats.base import Shown
from quiz.models import Question
from quiz.quality import parts
from quiz.quality.base import WARNING, Rule
from quiz.questions.drafts import Draft
from relations.dates import PartialDate
from relations.knowledge import Knowledge

ORDER_SIZES = (4, 6)
MATCH_SIZES = (4, 6)
SPARE = 2
FEWEST_TO_HIDE = 3  # in an order that is neither the right one nor its reverse
THROWS = 8
DATED_LABEL = re.compile(
    r"\b\d{4}\b|\b(first|second|third|fourth|last|earlier|later)\b", re.I
)
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")
YES_NO = {"true", "false", "yes", "no", "right", "wrong"}


def one_order_only(draft: Draft, knowledge: Knowledge) -> str:
    """No two share a day, as far as anybody dates them; and the solution is their order."""
    spans = _spans(draft, knowledge)
    for place, one in enumerate(spans):
        for other in spans[place + 1 :]:
            if one[0] <= other[1] and other[0] <= one[1]:
                return "two of them may have been at one time"
    return _order_is_not(draft, spans)


Span = tuple[Any, Any]


def _spans(draft: Draft, knowledge: Knowledge) -> list[Span]:
    """From the earliest to the latest day that any claim gives to each."""
    spans = []
    for option in draft.options:
        candidate = option.candidate
        dates = [
            claim.value
            for claim in knowledge.slot(candidate.predicate, candidate.subject)
            if isinstance(claim.value, PartialDate) and not claim.is_negated
        ]
        dates.append(candidate.value)
        spans.append((min(d.first_day for d in dates), max(d.last_day for d in dates)))
    return spans


def _order_is_not(draft: Draft, spans: list[Span]) -> str:
    """Options are drafted in order of time, whatever is asked of them: of a pair the
    first is right, on a timeline the one at whose place the asked event stands."""
    if spans != sorted(spans):
        return "not drafted in order of time"
    if draft.format == "order" and draft.solution != list(range(len(spans))):
        return "the solution is not the order of time"
    if draft.format == "pair" and draft.solution != 0:
        return "the later of the two is taken as the first"
    if draft.format == "timeline":
        asked = draft.right.candidate.subject
        return "" if asked == draft.claim.subject else "the gap is not its own"
    return ""


def labels_without_dates(draft: Draft, knowledge: Knowledge) -> str:
    fewest, most = ORDER_SIZES
    if draft.format == "order" and not fewest <= len(draft.options) <= most:
        return f"{len(draft.options)} to put in order"
    for text in parts.texts(draft):
        if found := DATED_LABEL.search(text):
            return f"{found[0]!r} in {text!r} tells when it was"
    return ""


def _has_labels(draft: Draft) -> bool:
    return draft.format in {"order", "pair"}


def start_is_no_solution(draft: Draft, knowledge: Knowledge) -> str:
    """As its format shows it, over a few throws of the dice."""
    if draft.format not in FORMATS:
        return "no format shows it"
    if len(draft.options) < FEWEST_TO_HIDE:
        return "so few that any order is the right one or its reverse"
    in_time = list(range(len(draft.options)))
    for throw in range(THROWS):
        shown = as_shown(draft, throw)
        ranks = [_rank(draft, option) for option in shown.options]
        if ranks in (in_time, in_time[::-1]):
            return "begins in order, or in reverse order"
    return ""


def _rank(draft: Draft, option: dict[str, Any]) -> int:
    return parts.texts(draft).index(option["text"])


def as_shown(draft: Draft, throw: int) -> Shown:
    """What an attempt with these dice would show of it."""
    question = Question(
        key=draft.key,
        format=draft.format,
        is_ordered=draft.is_ordered,
        prompts=[{"text": prompt.text} for prompt in draft.prompts],
        options=[{"text": text} for text in parts.texts(draft)],
        solution=draft.solution,
    )
    return FORMATS[draft.format].shown(question, Random(throw))


def _is_order(draft: Draft) -> bool:
    return draft.format == "order"


def one_matching_only(draft: Draft, knowledge: Knowledge) -> str:
    """Each prompt has its own option, and no other way to give each one that may be."""
    if len(set(draft.solution)) < len(draft.prompts):
        return "two prompts share an option"
    if len(draft.solution) != len(draft.prompts):
        return "not one option for each prompt"
    may_be = [
        [
            place
            for place, option in enumerate(draft.options)
            if knowledge.asks(
                prompt.claim.predicate, prompt.claim.subject, option.candidate.value
            )
            is not False
        ]
        for prompt in draft.prompts
    ]
    if any(place not in row for place, row in zip(draft.solution, may_be, strict=True)):
        return "a prompt is matched with what is proved wrong for it"
    count = _matchings(may_be, frozenset())
    return "" if count == 1 else f"{'no' if not count else 'another'} matching fits"


def _matchings(may_be: list[list[int]], taken: frozenset[int]) -> int:
    """How many ways there are, counted no further than two."""
    if not may_be:
        return 1
    count = 0
    for place in may_be[0]:
        if place not in taken:
            count += _matchings(may_be[1:], taken | {place})
            if count > 1:
                break
    return count


def enough_to_match(draft: Draft, knowledge: Knowledge) -> str:
    fewest, most = MATCH_SIZES
    prompts, options = len(draft.prompts), len(draft.options)
    if not fewest <= prompts <= most:
        return f"{prompts} to match"
    return "" if options >= prompts + SPARE else f"{options - prompts} to spare"


def says_how_many(draft: Draft, knowledge: Knowledge) -> str:
    count = len(draft.rights)
    said = rf"\b({count}|{NUMBERS[count] if count < len(NUMBERS) else count})\b"
    return (
        ""
        if re.search(said, draft.stem, re.I)
        else f"does not say that {count} are right"
    )


def no_yes_or_no(draft: Draft, knowledge: Knowledge) -> str:
    found = {text.casefold() for text in parts.texts(draft)} & YES_NO
    return f"{sorted(found)} to choose from" if found else ""


RULES = (
    Rule("R01", "one order only", one_order_only, applies=parts.is_in_time),
    Rule("R02", "labels tell no date", labels_without_dates, WARNING, _has_labels),
    Rule("R03", "start is no solution", start_is_no_solution, applies=_is_order),
    Rule("R04", "one matching only", one_matching_only, applies=parts.is_match),
    Rule(
        "R05", "enough to match, and to spare", enough_to_match, WARNING, parts.is_match
    ),
    Rule(
        "R06", "says how many", says_how_many, WARNING, lambda d: d.format == "several"
    ),
    Rule("R07", "no yes or no", no_yes_or_no, WARNING, parts.is_by_truth),
)
