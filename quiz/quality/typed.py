"""K: a typed answer is taken under every name of its own and of nothing else."""

import re
from typing import Any

from quiz.quality import parts
from quiz.quality.base import Rule
from quiz.quality.wording import COMMON, WORD, folded
from quiz.questions.drafts import Draft, Option
from relations.claims import Thing
from relations.dates import PartialDate
from relations.knowledge import Knowledge
from relations.names import (
    Names,
    acronyms,
    fold,
    fold_acronym,
    forms,
    full_names,
    readings,
)

DATE_WORDS = {
    "day": re.compile(r"\b(date|day)\b", re.I),
    "month": re.compile(r"(?<!-)\bmonth\b", re.I),
    "year": re.compile(r"(?<!-)\byear\b", re.I),
}
PRECISIONS = {4: "year", 7: "month", 10: "day"}
SHORT_ASKED = re.compile(
    r"\b(acronym|short name|abbreviat\w+|initials|letters)\b", re.I
)
FULL_ASKED = re.compile(r"\b(full name|in full|stands? for|name)\b", re.I)
NAME_ASKED = re.compile(
    r"\b(who|whom|whose|name|names|which|what|state|states|country|organisations?|person"
    r"|acronyms?|memberships?)\b",
    re.I,
)
NUMBER_ASKED = re.compile(r"\bhow (many|much|large)\b|\bwhat percentage\b", re.I)
CLUE_LENGTH = 4  # shorter parts of a name give nothing away


def accepts(option: Option[Any]) -> set[str]:
    return {fold(form) for form in option.candidate.extra.get("accepts", ())}


def _is_named(draft: Draft) -> bool:
    return draft.format in {"name", "roll"}


def _named(option: Option[Any]) -> Thing | None:
    """The thing whose names are taken: the answer, or the body whose name it is."""
    value, subject = option.candidate.value, option.candidate.subject
    if isinstance(value, Thing):
        return value
    return subject if subject.kind in {"organization", "country", "person"} else None


def _is_short(option: Option[Any], body: Thing) -> bool:
    """Whether it is the acronym that is asked for, or what passes for one."""
    return fold_acronym(option.text) in acronyms(body)


def _due(option: Option[Any], thing: Thing) -> set[str]:
    """The names that must do: those of a body in the form that is asked for."""
    if thing.kind != "organization":
        return forms(thing)
    return acronyms(thing) if _is_short(option, thing) else full_names(thing)


def every_name_is_taken(draft: Draft, knowledge: Knowledge) -> str:
    """The one it is told by, and every other that means it and nothing else."""
    for option in draft.options:
        taken = accepts(option)
        if taken.isdisjoint(readings(option.text)):
            return f"{option.text!r} itself is not taken"
        thing = _named(option)
        if thing is None:
            continue
        due = knowledge.once(Names.of).only(thing, _due(option, thing))
        if missing := [form for form in due if taken.isdisjoint(readings(form))]:
            return f"{missing[0]!r} is not taken for {option.text!r}"
    return ""


def no_name_of_another_is_taken(draft: Draft, knowledge: Knowledge) -> str:
    index = knowledge.once(Names.of).by_form
    seen: dict[str, str] = {}
    for option in draft.options:
        thing = _named(option)
        own = {(thing.kind, thing.slug)} if thing else set()
        for form in accepts(option):
            if own and (others := index.get(form, own) - own):
                return f"{form!r} also names {min(others)[1]}"
            if seen.setdefault(form, option.text) != option.text:
                return f"{form!r} is taken for two answers"
    return ""


def the_form_is_told(draft: Draft, knowledge: Knowledge) -> str:
    """Whether a year or a day, a name or an acronym is to be typed."""
    stem = draft.stem
    if draft.format == "date":
        precision = PRECISIONS.get(len(draft.solution), "")
        value = draft.options[0].candidate.value
        if not isinstance(value, PartialDate) or value.precision != precision:
            return f"takes a {precision or 'date'} of other precision than it keeps"
        said = DATE_WORDS[precision].search(stem)
        return "" if said else f"does not say that the {precision} is asked"
    if draft.format == "number":
        said = NUMBER_ASKED.search(stem)
        return "" if said else "does not say that a number is asked"
    if not NAME_ASKED.search(stem):
        return "does not say that a name is asked"
    thing = _named(draft.options[0])
    if draft.format == "name" and thing and thing.kind == "organization":
        is_short = _is_short(draft.options[0], thing)
        asked = SHORT_ASKED if is_short else FULL_ASKED
        return "" if asked.search(stem) else "does not say which form of the name"
    return ""


def the_answer_is_not_on_the_page(draft: Draft, knowledge: Knowledge) -> str:
    """No accepted name, and no year of the date, in anything the reader sees."""
    page = f" {folded(' '.join(parts.told(draft)))} "
    if draft.format == "date":
        year = draft.solution[:4]
        return f"{year} stands on the page" if f" {year} " in page else ""
    if draft.format == "number":
        is_there = f" {draft.solution} " in page
        return f"{draft.solution} stands on the page" if is_there else ""
    for option in draft.options:
        for form in accepts(option) | {folded(option.text)}:
            if form and f" {form} " in page:
                return f"{form!r} stands on the page"
    return _root_on_page(draft)


def _root_on_page(draft: Draft) -> str:
    """A state is given away by its adjective as well."""
    if draft.format != "name":
        return ""
    answer = parts.answers(draft)[0]
    if not isinstance(answer, Thing) or answer.kind != "country":
        return ""
    words = set(WORD.findall(folded(draft.stem))) - COMMON
    for part in folded(answer.name).split():
        if len(part) > CLUE_LENGTH and any(word.startswith(part[:5]) for word in words):
            return f"a word of the stem begins as {answer.name} does"
    return ""


RULES = (
    Rule("K01", "every name of it is taken", every_name_is_taken, applies=_is_named),
    Rule("K02", "no name of another", no_name_of_another_is_taken, applies=_is_named),
    Rule("K03", "the form is told", the_form_is_told, applies=parts.is_typed),
    Rule(
        "K04",
        "answer not on the page",
        the_answer_is_not_on_the_page,
        applies=parts.is_typed,
    ),
)
