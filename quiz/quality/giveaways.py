"""C: nothing but knowledge tells the right option: no word, form, letter, place, markup.

What can be seen in one draft is checked here; what shows only over many, in `bank`. That
pages give nothing away is for the test of each format's template.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from quiz.quality import parts
from quiz.quality.base import Rule
from quiz.quality.wording import acronyms, content, fit, is_acronym, shared
from quiz.questions.drafts import Draft, Option
from relations.claims import ACRONYM, STANDS_FOR
from relations.dates import PartialDate
from relations.knowledge import Knowledge

# What a reader sees nothing of, or a mark that somebody left.
UNSEEN = re.compile(r"[*✓✔†‡•\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00a0]")
BEFORE_BLANK = re.compile(r"\b(an?|the)( _{2,}|\?)", re.I)
PLURAL_STEM = re.compile(r"\bwhich (two|three|four|several)\b", re.I)
OPENINGS = {
    "gerund": re.compile(r"[A-Za-z]{3,}ing (?!of\b)[a-z]", re.I),
    "infinitive": re.compile(r"to [a-z]", re.I),
    "preposition": re.compile(r"(in|on|at|by|for|with|from|of|about|through) ", re.I),
    "article": re.compile(r"(an?|the) ", re.I),
    "conjunction": re.compile(r"(that|because|and|or|when|who|which) ", re.I),
}

Case = tuple[
    str, Option[Any], list[Option[Any]]
]  # what asks, its key, those against it


def _cases(draft: Draft) -> Iterator[Case]:
    """Each question in a question: a match asks as many as it has prompts."""
    if parts.is_match(draft):
        for prompt, place in zip(draft.prompts, draft.solution, strict=True):
            key = draft.options[place]
            yield prompt.text, key, [o for o in draft.options if o is not key]
        return
    page = " ".join([draft.stem, *(prompt.text for prompt in draft.prompts)])
    wrong = list(draft.wrong)
    for key in parts.rights(draft):
        yield page, key, wrong


def _has_cases(draft: Draft) -> bool:
    return parts.is_on_page(draft) and draft.format != "order"


def no_word_in_common(draft: Draft, knowledge: Knowledge) -> str:
    """No word of the question, whole or by its root, in the key but not in all others."""
    for page, key, wrong in _cases(draft):
        if lonely := told_alone(key, wrong, content(page)):
            return f"{page!r} shares {sorted(lonely)} with the right answer alone"
    return _letters_fit_best(draft)


def told_alone(
    key: Option[Any], wrong: Iterable[Option[Any]], asked: frozenset[str]
) -> set[str]:
    """Words of the key that the question has too, and not every wrong answer has."""
    told = shared(content(key.text), asked)
    if not told:
        return told
    everywhere = told.copy()
    for option in wrong:
        everywhere &= shared(told, content(option.text))
    return told - everywhere


def _letters_fit_best(draft: Draft) -> str:
    """An acronym in the question whose letters the key alone spells, or the reverse."""
    for page, key, wrong in _cases(draft):
        for acronym, name in _spelt(draft, page, key):
            best = fit(acronym, name)
            others = [fit(*_respelt(acronym, name, key, option)) for option in wrong]
            if best and best > max(others, default=1.0):
                return f"the letters of {acronym} fit {name!r} best"
    return ""


def _spelt(draft: Draft, page: str, key: Option[Any]) -> Iterator[tuple[str, str]]:
    """Pairs of acronym and name, one of them in the question and one the key."""
    if is_acronym(key.text):
        if key.candidate.predicate == ACRONYM:
            yield key.text, key.candidate.subject.name
    elif " " in key.text:
        names_body = key.candidate.predicate in {STANDS_FOR, ACRONYM}
        for acronym in acronyms(page) if names_body else ():
            yield acronym, key.text


def _respelt(
    acronym: str, name: str, key: Option[Any], option: Option[Any]
) -> tuple[str, str]:
    return (option.text, name) if key.text == acronym else (acronym, option.text)


def no_form_alone(draft: Draft, knowledge: Knowledge) -> str:
    """Put into the stem, every option reads alike: one article, number, kind of word."""
    found = BEFORE_BLANK.search(draft.stem)
    if found and found[1].lower() in {"a", "an"}:
        return f"the stem's {found[1]!r} fits some options only"
    if PLURAL_STEM.search(draft.stem) and draft.format == "choice":
        return "the stem asks for several and takes one"
    if draft.format == "several":
        return _form_of_all_keys(draft)
    for _page, key, wrong in _cases(draft):
        if len(wrong) < 2:
            continue
        for form, opening in OPENINGS.items():
            has = opening.match(key.text) is not None
            if all((opening.match(o.text) is not None) is not has for o in wrong):
                return f"{key.text!r} alone {'begins' if has else 'lacks'}: {form}"
        if _is_number_apart(key.text, [option.text for option in wrong]):
            return f"{key.text!r} alone is of its number"
    return ""


def _form_of_all_keys(draft: Draft) -> str:
    """Where several are right, a form that parts all of them from all the others."""
    for form, opening in OPENINGS.items():
        right, wrong = (
            {opening.match(option.text) is not None for option in options}
            for options in (parts.rights(draft), draft.wrong)
        )
        if len(right) == len(wrong) == 1 and right != wrong:
            return f"what is right, and nothing else, differs in form: {form}"
    return ""


def _is_number_apart(key: str, wrong: Sequence[str]) -> bool:
    """Single words only: of phrases it cannot be told without a grammar."""
    if not all(text.isalpha() for text in (key, *wrong)):
        return False
    plural = [text.endswith("s") and not text.endswith("ss") for text in (key, *wrong)]
    return plural[0] and not any(plural[1:]) and key[0].islower()


def _is_choice_in_words(draft: Draft) -> bool:
    return draft.format in {"choice", "several", "match"} and not parts.has_dates(draft)


def place_is_left_to_chance(draft: Draft, knowledge: Knowledge) -> str:
    """Options are mixed for each attempt, or stand in an order that says nothing.

    That mixing is even is for the tests of formats and, over all questions, `bank`.
    """
    texts = [text.casefold() for text in parts.texts(draft)]
    if _has_own_order(draft) or texts == sorted(texts):
        return ""
    if draft.is_ordered or parts.is_match(draft):
        return "never mixed, and in no order"
    return ""


def _has_own_order(draft: Draft) -> bool:
    return parts.has_dates(draft) or parts.has_amounts(draft)


def rank_is_as_shown(draft: Draft, knowledge: Knowledge) -> str:
    """Options with an order of their own keep it, the key at the rank drawn for it.

    One draft does not show how the rank was drawn; `bank` does, over all of them.
    """
    if not draft.is_ordered:
        return "dates or numbers would be mixed"
    if draft.format != "choice":
        return ""
    values = [_rank(option.candidate.value) for option in draft.options]
    rank = sorted(values).index(values[draft.solution])
    return "" if rank == draft.solution else "the key does not stand at its rank"


def _rank(value: Any) -> Any:
    return value.first_day if isinstance(value, PartialDate) else value.number


def _is_mixed(draft: Draft) -> bool:
    return draft.format in {"choice", "pair", "several", "match"}


def nothing_hidden_marks_the_key(draft: Draft, knowledge: Knowledge) -> str:
    """Neither signs nobody sees, nor what a format keeps beside an option."""
    kept = {frozenset(option.candidate.extra) for option in draft.options}
    if len(kept) > 1 and parts.is_on_page(draft):
        return "something is kept beside some options only"
    for text in parts.told(draft):
        if UNSEEN.search(text):
            return f"a sign that should not be there in {text!r}"
    return _marked_by_edges(draft)


def _marked_by_edges(draft: Draft) -> str:
    """Blanks around a text, or letters of another alphabet that look the same."""
    for text in parts.texts(draft) if parts.is_on_page(draft) else ():
        if text != text.strip() or "  " in text:
            return f"blanks that mark {text!r}"
    return ""


RULES = (
    Rule(
        "C01",
        "nothing of the question in the key alone",
        no_word_in_common,
        applies=_has_cases,
    ),
    Rule(
        "C02",
        "no form that the key alone has",
        no_form_alone,
        applies=_is_choice_in_words,
    ),
    Rule("C06", "place left to chance", place_is_left_to_chance, applies=_is_mixed),
    Rule("C07", "rank kept as drawn", rank_is_as_shown, applies=_has_own_order),
    Rule("C09", "nothing hidden marks the key", nothing_hidden_marks_the_key),
)
