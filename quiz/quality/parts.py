"""What rules look at in a draft, whatever way it is answered."""

import re
from collections.abc import Iterator
from typing import Any

from quiz.questions.drafts import IN_TIME, Draft, Option
from relations.claims import Amount, Claim, Thing, Value, same
from relations.dates import PartialDate
from relations.knowledge import Knowledge

ONE_OF = {"choice", "pair", "timeline"}  # whose solution is the place of an option
BY_TRUTH = {"choice", "several"}  # whose wrong options are wrong by themselves
TYPED = {"date", "name", "number", "roll"}  # whose options are not on the page
DATE = re.compile(r"(?:(?:\d{1,2} )?[A-Z][a-z]+ )?\d{4}")


def is_on_page(draft: Draft) -> bool:
    return draft.format not in TYPED


def is_typed(draft: Draft) -> bool:
    return draft.format in TYPED


def is_by_truth(draft: Draft) -> bool:
    return draft.format in BY_TRUTH


def is_in_time(draft: Draft) -> bool:
    return draft.format in IN_TIME


def is_match(draft: Draft) -> bool:
    return draft.format == "match"


def has_wrong(draft: Draft) -> bool:
    return bool(draft.wrong)


def texts(draft: Draft) -> list[str]:
    return [option.text for option in draft.options]


def rights(draft: Draft) -> list[Option[Any]]:
    return [draft.options[place] for place in sorted(draft.rights)]


def told(draft: Draft) -> Iterator[str]:
    """Everything of the question that is on the page."""
    yield draft.stem
    for prompt in draft.prompts:
        yield prompt.text
    if is_on_page(draft):
        yield from texts(draft)


def names_subjects(draft: Draft) -> bool:
    """Whether it is the subjects of its claims that the options name, not the values."""
    if is_match(draft):
        return False
    if is_in_time(draft) or len({o.candidate.subject for o in draft.options}) > 1:
        return True
    candidate = draft.options[0].candidate
    is_dated = isinstance(candidate.value, PartialDate)
    return is_dated and goes_by(candidate.subject, candidate.text)


def answers(draft: Draft) -> list[Value]:
    """What each option names: a thing, a date …"""
    if names_subjects(draft):
        return [option.candidate.subject for option in draft.options]
    return [option.candidate.value for option in draft.options]


def goes_by(thing: Thing, text: str) -> bool:
    """Whether the base holds this name for it."""
    names = (thing.name, thing.in_sentence, *thing.aliases, *thing.also)
    return text.casefold() in {name.casefold() for name in names}


def dates(draft: Draft) -> list[PartialDate]:
    """The dates that are read off the options; none if they say something else."""
    values = [option.candidate.value for option in draft.options]
    read = [value for value in values if isinstance(value, PartialDate)]
    is_read = any(DATE.fullmatch(text) for text in texts(draft))
    return read if is_read and len(read) == len(values) else []


def has_dates(draft: Draft) -> bool:
    return is_on_page(draft) and bool(dates(draft))


def amounts(draft: Draft) -> list[Amount]:
    values = [option.candidate.value for option in draft.options]
    return [value for value in values if isinstance(value, Amount)]


def has_amounts(draft: Draft) -> bool:
    return is_on_page(draft) and bool(amounts(draft))


def asked_claims(draft: Draft) -> list[Claim[Any]]:
    """Every claim that must be so for the right answer to be right."""
    claims = [*draft.asked, *(prompt.claim for prompt in draft.prompts)]
    return list({id(claim): claim for claim in claims}.values())


def stretch(draft: Draft, option: Option[Any], knowledge: Knowledge) -> PartialDate:
    """When what an option names took place, as exactly as the base knows it."""
    candidate = option.candidate
    claim = knowledge.support(candidate.predicate, candidate.subject, candidate.value)
    value = claim.value if claim else candidate.value
    assert isinstance(value, PartialDate)
    return value


def could_be(known: Value, asked: Value) -> bool:
    return same(known, asked) is not False
