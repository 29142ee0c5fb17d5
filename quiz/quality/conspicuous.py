"""C, as far as options stand out against each other: warnings all of them."""

import re
from typing import Any

from quiz.quality import parts
from quiz.quality.base import WARNING, Rule
from quiz.quality.wording import folded
from quiz.questions.drafts import Draft
from relations.knowledge import Knowledge

MARKS = {
    "brackets": re.compile(r"[()\[\]]"),
    "quotation marks": re.compile(r"[“”\"]"),
    "a hyphen": re.compile(r"\w-\w"),
    "figures": re.compile(r"\d"),
    "a comma": re.compile(r",(?!\d{3})"),
    "an accent": re.compile(r"[^\x00-\x7f\u2010-\u201f]"),
}
OPPOSITES = (
    {"north", "south"},
    {"northern", "southern"},
    {"east", "west"},
    {"eastern", "western"},
    {"more", "less"},
    {"higher", "lower"},
    {"for", "against"},
    {"in", "out"},
    {"with", "without"},
    {"friendly", "hostile"},
    {"rise", "fall"},
    {"import", "export"},
)


def no_convergence(draft: Draft, knowledge: Knowledge) -> str:
    """The key does not have most in common with the others: decade, region, word."""
    texts = parts.texts(draft)
    counts = [_in_common(draft, place) for place in range(len(texts))]
    key = counts[draft.solution]
    others = [n for place, n in enumerate(counts) if place != draft.solution]
    if key > max(others):
        return "the right answer has most in common with the others"
    return ""


def _in_common(draft: Draft, place: int) -> int:
    answers = parts.answers(draft)
    mine = _features(draft.options[place].text, answers[place])
    return sum(
        len(mine & _features(option.text, answers[other]))
        for other, option in enumerate(draft.options)
        if other != place
    )


def _features(text: str, answer: Any) -> frozenset[str]:
    found = {folded(text).split(" ")[0]} | {str(getattr(answer, "region", ""))}
    year = getattr(answer, "year", None)
    return frozenset({*found, f"{year // 10}0s" if year else ""} - {""})


def no_twins(draft: Draft, knowledge: Knowledge) -> str:
    """No two options that are opposites, unless the other two are as well."""
    words = [folded(text).split() for text in parts.texts(draft)]
    pairs = [
        (one, other)
        for one in range(len(words))
        for other in range(one)
        if _are_opposite(words[one], words[other])
    ]
    if not pairs or len(pairs) * 2 >= len(words):
        return ""
    one, other = (draft.options[place].text for place in pairs[0])
    return f"{one!r} and {other!r} are opposites"


def _are_opposite(one: list[str], other: list[str]) -> bool:
    apart = set(one) ^ set(other)
    return len(one) == len(other) and any(apart == pair for pair in OPPOSITES)


def key_is_not_marked(draft: Draft, knowledge: Knowledge) -> str:
    """Not the only one, or the only one without, in brackets, figures, accents."""
    texts = parts.texts(draft)
    for name, mark in MARKS.items():
        has = [mark.search(text) is not None for text in texts]
        if has.count(has[draft.solution]) == 1 and has[draft.solution]:
            return f"the right answer alone has {name}"
    return ""


def _is_choice(draft: Draft) -> bool:
    return draft.format == "choice" and len(draft.options) > 1


RULES = (
    Rule("C03", "no convergence on the key", no_convergence, WARNING, _is_choice),
    Rule("C04", "no opposites", no_twins, WARNING, parts.is_by_truth),
    Rule("C05", "the key is not conspicuous", key_is_not_marked, WARNING, _is_choice),
)
