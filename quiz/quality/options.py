"""O: the options are of one kind, one form and one precision, and stand apart."""

import re
from calendar import month_name
from statistics import median
from typing import Any

from quiz.quality import parts
from quiz.quality.base import WARNING, Rule
from quiz.quality.stems import NEGATIVE
from quiz.quality.wording import folded, is_acronym
from quiz.questions.drafts import Draft
from quiz.questions.options import FEWEST_OPTIONS, MOST_OPTIONS
from relations.claims import Thing, Words, same
from relations.dates import PartialDate
from relations.knowledge import Knowledge

CATCH_ALL = re.compile(
    r"\b(all|none|both|any|neither|either|some|each|two|three)( \w+)?"
    r" of (these|those|them|the (above|below|others?|options|answers|rest|two|three))\b"
    r"|\b(all|none|both) (the )?(above|below|others|three|four|answers)\b"
    r"|^(all|none|both|neither|any|other|others|another answer|something else)$"
    r"|\b(a|1) and (b|2)\b|\banother (one|state|date|answer)\b|\bmore than one of\b"
    r"|\bcannot be (known|said)\b|\b(all|both) (are|were) \w+$|^everything\b"
    r"|^the (first|last) (two|three)$",
    re.I,
)
ABSOLUTE = re.compile(
    r"\b(always|never|all|only|completely|absolutely|entirely|totally|exclusively"
    r"|invariably|every(one|body|thing|where)?|for ?ever|without (exception|fail))\b",
    re.I,
)
NOTHING = re.compile(
    r"^no\b|\b(absence|refusal|failure) (of|to)\b|\b(refused|failed)$", re.I
)
ARTICLE = re.compile(r"(the|an?) ", re.I)
MONTH = re.compile(rf"\b({'|'.join(filter(None, month_name))})\b")
DECADE = re.compile(r"\b(\d{3})0s\b")
LENGTH_CUE = 1.3  # times the median
SIZES = {"choice": (FEWEST_OPTIONS, MOST_OPTIONS), "pair": (2, 2), "several": (4, 8)}


def one_kind(draft: Draft, knowledge: Knowledge) -> str:
    """All states or all dates, all in one relation. What is set in order in time, or
    matched, may be steps of several sorts."""
    kinds = {_kind(draft, option.candidate) for option in draft.options}
    return "" if len(kinds) == 1 else "options of different kinds"


def _kind(draft: Draft, candidate: Any) -> tuple[str, ...]:
    value = candidate.value
    kind = (type(value).__name__, getattr(value, "kind", ""))
    if parts.is_by_truth(draft) or draft.format == "roll":
        return *kind, candidate.subject.kind, candidate.predicate.slug
    return kind


def one_precision(draft: Draft, knowledge: Knowledge) -> str:
    """Dates to the same part, written alike; numbers of one unit, written alike."""
    dates = parts.dates(draft)
    if len({date.precision for date in dates}) > 1:
        return "dates of different precision"
    amounts = parts.amounts(draft)
    if len({amount.unit for amount in amounts}) > 1:
        return "numbers of different units"
    if len({_pattern(text, is_date=bool(dates)) for text in parts.texts(draft)}) > 1:
        return "dates or numbers not written alike"
    return ""


def _pattern(text: str, *, is_date: bool) -> str:
    """What stands around the figures; months are all one."""
    pattern = re.sub(r"\d[\d,]*", "0", text)
    return MONTH.sub("M", pattern) if is_date else pattern


def _has_dates_or_amounts(draft: Draft) -> bool:
    return parts.has_dates(draft) or parts.has_amounts(draft)


def one_form(draft: Draft, knowledge: Knowledge) -> str:
    """All acronyms or all names in full; names all with an article or all without; one
    script; and all capital first letters, or all small."""
    texts = parts.texts(draft)
    has_names = any(isinstance(answer, Thing) for answer in parts.answers(draft))
    if any(map(is_acronym, texts)) and any(" " in text for text in texts):
        return "acronyms beside names in full"
    if has_names and len({bool(ARTICLE.match(text)) for text in texts}) > 1:
        return "names with and without an article"
    if len({text[:1].isupper() for text in texts if text[:1].isalpha()}) > 1:
        return "capital and small first letters"
    if _has_states(draft) and len({text.isupper() for text in texts}) > 1:
        return "one all in capitals"
    if len({_is_latin(text) for text in texts}) > 1:
        return "more than one script"
    return ""


def _has_states(draft: Draft) -> bool:
    kinds = {getattr(answer, "kind", "") for answer in parts.answers(draft)}
    return not kinds.isdisjoint({"country", "person"})


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return all(letter < "\u0250" for letter in letters)


def _is_in_words(draft: Draft) -> bool:
    return parts.is_on_page(draft) and not _has_dates_or_amounts(draft)


def no_length_cue(draft: Draft, knowledge: Knowledge) -> str:
    lengths = [len(text) for text in parts.texts(draft)]
    key = lengths[draft.solution]
    others = [n for place, n in enumerate(lengths) if place != draft.solution]
    middle = median(lengths)
    if key > max(others) and key > LENGTH_CUE * middle:
        return "the right answer is the longest by far"
    if key < min(others) and key * LENGTH_CUE < middle:
        return "the right answer is the shortest by far"
    return ""


def _is_choice_of_wordings(draft: Draft) -> bool:
    """Names are as long as they are; of a wording, somebody chose the length."""
    return _is_choice(draft) and isinstance(draft.right.candidate.value, Words)


def options_stand_apart(draft: Draft, knowledge: Knowledge) -> str:
    """None within another, another's other name, a part of it, or maybe the same."""
    texts = [folded(text) for text in parts.texts(draft)]
    answers = parts.answers(draft)
    for place, text in enumerate(texts):
        for other in range(len(texts)):
            if other != place and _entails(
                text, answers[place], texts[other], answers[other]
            ):
                here, there = draft.options[place].text, draft.options[other].text
                return f"{here!r} and {there!r} do not exclude each other"
    return ""


def _entails(text: str, answer: Any, other_text: str, other: Any) -> bool:
    if f" {text} " in f" {other_text} ":
        return True
    if (decade := DECADE.search(text)) and decade[1] in other_text:
        return True
    if isinstance(answer, Thing) and isinstance(other, Thing):
        names = {folded(name) for name in (answer.name, *answer.aliases)}
        is_alike = answer.kind == other.kind and answer.same(other) is None
        return other_text in names - {text} or is_alike
    if isinstance(answer, PartialDate) and isinstance(other, PartialDate):
        return answer != other and answer.overlaps(other)
    if isinstance(answer, Words) and isinstance(other, Words):
        return answer.same(other) is None
    return type(answer) is type(other) and same(answer, other) is None


def no_catch_all(draft: Draft, knowledge: Knowledge) -> str:
    texts = parts.texts(draft)
    for text in texts:
        if CATCH_ALL.search(text):
            return f"a catch-all option: {text!r}"
        inside = [one for one in texts if one != text and one in text]
        if len(inside) > 1:
            return f"{text!r} is two options at once"
    return ""


def no_absolute(draft: Draft, knowledge: Knowledge) -> str:
    for text in parts.texts(draft):
        if found := ABSOLUTE.search(text):
            return f"{found[0]!r} in {text!r}"
    return ""


def no_negative(draft: Draft, knowledge: Knowledge) -> str:
    for text in parts.texts(draft):
        if found := NEGATIVE.search(text) or NOTHING.search(text):
            return f"{found[0]!r} in {text!r}"
    return ""


def enough_and_not_too_many(draft: Draft, knowledge: Knowledge) -> str:
    fewest, most = SIZES[draft.format]
    count = len(draft.options)
    return "" if fewest <= count <= most else f"{count} options"


def wrong_answers_are_of_its_region(draft: Draft, knowledge: Knowledge) -> str:
    """Where the right one is a state, another of its region stands beside it."""
    answers = parts.answers(draft)
    region = getattr(answers[draft.solution], "region", "")
    regions = [getattr(answer, "region", "") for answer in answers]
    if region and regions.count(region) == 1 and len(set(regions)) == 2:
        return "the right answer alone is of another region than the rest"
    return ""


def no_absurd_option(draft: Draft, knowledge: Knowledge) -> str:
    """A state that is gone beside one that is not, where no date says why."""
    answers = parts.answers(draft)
    former = {getattr(answer, "is_former", False) for answer in answers}
    is_dated = isinstance(draft.options[0].candidate.value, PartialDate)
    return "a former state among present ones" if len(former) > 1 > is_dated else ""


def _is_choice(draft: Draft) -> bool:
    return draft.format == "choice" and len(draft.options) > 1


def no_option_twice(draft: Draft, knowledge: Knowledge) -> str:
    texts = {folded(text) for text in parts.texts(draft)}
    several = len(draft.options)
    if len(texts) < several or len(set(parts.answers(draft))) < several:
        return "two options are the same"
    return ""


def no_mark_at_the_end(draft: Draft, knowledge: Knowledge) -> str:
    for text in parts.texts(draft):
        if text[-1:] in {".", "!", ";", ",", ":"} or "!" in text:
            return f"a mark at the end of {text!r}"
    return ""


RULES = (
    Rule("O01", "options of one kind", one_kind),
    Rule("O02", "one precision", one_precision, applies=_has_dates_or_amounts),
    Rule("O03", "one form", one_form, applies=_is_in_words),
    Rule("O04", "no length cue", no_length_cue, WARNING, _is_choice_of_wordings),
    Rule("O05", "options stand apart", options_stand_apart, applies=parts.is_on_page),
    Rule("O06", "no catch-all", no_catch_all, applies=parts.is_on_page),
    Rule("O07", "no absolute option", no_absolute, applies=parts.is_on_page),
    Rule("O08", "no negative option", no_negative, applies=parts.is_on_page),
    Rule(
        "O09",
        "as many options as help",
        enough_and_not_too_many,
        WARNING,
        lambda draft: draft.format in SIZES,
    ),
    Rule(
        "O10",
        "wrong answers likely",
        wrong_answers_are_of_its_region,
        WARNING,
        _is_choice,
    ),
    Rule("O11", "no absurd option", no_absurd_option, WARNING, _is_choice),
    Rule("O12", "no option twice", no_option_twice),
    Rule("O13", "no mark at the end", no_mark_at_the_end, WARNING, parts.is_on_page),
)
