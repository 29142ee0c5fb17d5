"""T, as far as time goes: which day, which step, how exactly, by which name."""

import re
from collections.abc import Iterable
from typing import Any

from quiz.quality import parts
from quiz.quality.base import Rule
from quiz.questions.drafts import Draft
from relations.claims import (
    AMOUNTS_TO,
    HELD_BY,
    HOLDS,
    LISTED,
    MEMBER,
    STEPS,
    Claim,
    Thing,
)
from relations.dates import PartialDate
from relations.knowledge import Knowledge

NOW = re.compile(
    r"\b(current(ly)?|today|nowadays|now|still|at present|at the moment|presently"
    r"|recent(ly)?|lately|these days|so far|as yet|to (this )?da(te|y))\b",
    re.I,
)
PRESENT = re.compile(r"\b(is|are|has|have)\b", re.I)
AS_OF = re.compile(r"\b(article|opening)\b|\b(1[89]|20)\d\d\b|\bfirst\b", re.I)
CHANGING = {HELD_BY, HOLDS, MEMBER, AMOUNTS_TO, LISTED}
# How a question says which of several steps with one state or body it is about.
EPISODES = {
    "established": re.compile(
        r"\bfirst (to )?(establish|time|relations|beg[ai]n|open)|\bstart of relations\b",
        re.I,
    ),
    "re-established": re.compile(r"\bre-establish|\brenew|\bagain\b", re.I),
    "de-facto": re.compile(r"\bde facto\b", re.I),
    "de-jure": re.compile(r"\bde jure\b", re.I),
    "severed": re.compile(r"\bsever|\bbroke|\bbreak", re.I),
    "joined": re.compile(r"\benter|\bjoin|\bmember|\baccession", re.I),
}
STARTS = {"de-facto", "de-jure"}  # which of them a bare start means, nobody can say
ANY_START = re.compile(r"\bestablish|\brelations\b", re.I)


def dates_share_no_day(draft: Draft, knowledge: Knowledge) -> str:
    dates = parts.dates(draft)
    for place, date in enumerate(dates):
        for other in dates[place + 1 :]:
            if date.overlaps(other):
                return f"{date} and {other} share a day"
    return ""


def _asks_a_step(draft: Draft) -> bool:
    is_step = any(claim.predicate in STEPS for claim in _dated(draft))
    return is_step and draft.aspect in {"when", "order"}


def _dated(draft: Draft) -> list[Claim[Any]]:
    """The dated claims asked; the marks of a timeline show their dates and are none."""
    is_line = draft.format == "timeline"
    claims = draft.asked if is_line else parts.asked_claims(draft)
    return [claim for claim in claims if isinstance(claim.value, PartialDate)]


def the_step_is_named(draft: Draft, knowledge: Knowledge) -> str:
    """Where there were several steps with one side, the question says which it means."""
    page = " ".join(parts.told(draft))
    for claim in _dated(draft):
        if claim.predicate not in STEPS:
            continue
        kind = claim.predicate.slug
        others = {
            step.slug
            for step in STEPS
            if step != claim.predicate and knowledge.slot(step, claim.subject)
        }
        is_said = EPISODES[kind].search(page) is not None
        if kind == "established":
            is_vague = "re-established" in others and not is_said
            is_vague |= not STARTS.isdisjoint(others)
            is_vague |= bool(others) and not ANY_START.search(page)
        else:
            is_vague = bool(others) and not is_said
        if is_vague:
            return f"{claim.key} is one of several steps, and it is not said which"
    return ""


def no_more_precise_than_the_source(draft: Draft, knowledge: Knowledge) -> str:
    for asked, known in _asked_and_known(draft):
        if not asked.contains(known):
            return f"{asked} is asked, the source says {known}"
    return ""


def _asked_and_known(draft: Draft) -> Iterable[tuple[PartialDate, PartialDate]]:
    """What is taken as right beside what the claim behind it says."""
    for prompt, place in _matched(draft):
        yield from _both_dates(draft.options[place].candidate.value, prompt.value)
    if draft.format in {"choice", "date"}:
        right = parts.rights(draft)[0].candidate.value
        yield from _both_dates(right, draft.claim.value)


def _matched(draft: Draft) -> Iterable[tuple[Claim[Any], int]]:
    if parts.is_match(draft):
        for prompt, place in zip(draft.prompts, draft.solution, strict=True):
            yield prompt.claim, place


def _both_dates(asked: Any, known: Any) -> Iterable[tuple[PartialDate, PartialDate]]:
    if isinstance(asked, PartialDate) and isinstance(known, PartialDate):
        yield asked, known


def nothing_is_called_present(draft: Draft, knowledge: Knowledge) -> str:
    """The article is of no date, so what may have changed is said to be its word."""
    is_attributed = "article" in draft.stem
    for text in () if is_attributed else parts.told(draft):
        if found := NOW.search(text):
            return f"{found[0]!r} is true of no known day"
    predicate = draft.claim.predicate
    is_changing = predicate in CHANGING - {AMOUNTS_TO, LISTED} or (
        predicate in CHANGING and PRESENT.search(draft.stem)
    )
    if is_changing and not AS_OF.search(draft.stem):
        return "may have changed, and the stem does not say as of when or whom"
    return ""


def names_are_known(draft: Draft, knowledge: Knowledge) -> str:
    """An option goes by a name the base holds, and a former state by its own times.

    The base knows no day on which a state ended. So a former state is no answer to a
    question about a later date than the last the base tells of it.
    """
    for option, answer in zip(draft.options, parts.answers(draft), strict=True):
        if not isinstance(answer, Thing):
            continue
        if parts.is_by_truth(draft) and not parts.goes_by(answer, option.text):
            return f"{option.text!r} is no name the base has for {answer.name}"
        asked = option.candidate.value
        if answer.is_former and isinstance(asked, PartialDate):
            last = _last_told(answer, knowledge)
            if last is None or last.before(asked):
                return f"{answer.name} is not known to have been there by {asked}"
    return ""


def _last_told(thing: Thing, knowledge: Knowledge) -> PartialDate | None:
    dates = [
        claim.value
        for claim in knowledge.claims_about(thing)
        if isinstance(claim.value, PartialDate)
    ]
    return max(dates, key=lambda date: date.last_day, default=None)


RULES = (
    Rule("T04", "dates share no day", dates_share_no_day, applies=parts.has_dates),
    Rule("T05", "the step is named", the_step_is_named, applies=_asks_a_step),
    Rule(
        "T06",
        "no more precise than the source",
        no_more_precise_than_the_source,
        applies=lambda draft: any(_asked_and_known(draft)),
    ),
    Rule("T07", "nothing is called present", nothing_is_called_present),
    Rule("T09", "names fit the base and the date", names_are_known),
)
