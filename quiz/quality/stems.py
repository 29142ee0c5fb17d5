"""S: the stem is one clean, whole question that could be answered by itself."""

import re

from quiz.quality import parts
from quiz.quality.base import WARNING, Rule
from quiz.quality.wording import WORD, content, folded, shared
from quiz.questions.drafts import Draft
from relations.claims import Amount
from relations.dates import PartialDate
from relations.knowledge import Knowledge

NEGATIVE = re.compile(
    r"\b(not|never|except|exceptions?|excepting|excluding|excludes?|none|neither|nor"
    r"|cannot|unless|unlike|untrue|incorrect|false|wrong|no longer|no one|nobody|missing"
    r"|apart from|other than|rather than|least likely|lack(s|ed|ing)?"
    r"|(fail|declin|refus)(e|s|es|ed)? to)\b|n['’]t\b",
    re.I,
)
# Stems that mean nothing without their options.
HOLLOW = re.compile(
    r"\b(true|right|correct|accurate|false|applies|apply|holds?|fits?)"
    r"( statements?| answers?| options?)?\?$"
    r"|\b(which|what) (statements?|options?|answers?|sentences?)\b"
    r"|\bwhich of (these|the following)( \w+)? (is|are|was|were)( \w+)?\?$"
    r"|\bwhat (do|can|could) (you|we)\b|\btell (us )?about\b",
    re.I,
)
BLANK = re.compile(r"_{2,}|…$|\.{3,}")
ORDERS = {
    "order",
    "match",
    "roll",
    "timeline",
    "several",
}  # that may be told, not asked
DOUBLED = re.compile(r"\b([^\W\d_]+) \1\b", re.I)
SLOT = re.compile(r"[{}<>\[\]|\\]|%\(|%s|\bNone\b|\bnan\b|__|\$\w")
SPACING = re.compile(r" {2}|^ | $|\s[,.;:?!)’”]|[(“]\s|[,;:](?=[^\W\d])|\n|\t|\u00a0")
# "an hour", "a European": the letter misleads; capitals are spelt out: "an EU body".
A_BEFORE_VOWEL = re.compile(
    r"\b[Aa] (?![Ee]u|[Uu]ni|[Uu]s[eu]|[Oo]nce?\b|[Uu]r[aou]|U[A-Z]|[A-Z]{2})[aeiouAEIOU]"
)
AN_BEFORE_CONSONANT = re.compile(
    r"\b[Aa]n (?![Hh]our|[Hh]onest|[Hh]onour|[Hh]eir|[AEFHILMNORSX][A-Z0-9])[^aeiouAEIOU\W]"
)
ONE_OF_MANY = re.compile(
    r"^1 (?!US\b|percent|million|billion)[a-z]+s\b|\b1 (soldiers|states|years|people)\b"
)
SEVERAL_OF_ONE = re.compile(
    r"\b(?:[2-9]|\d{2,}) (soldier|state|year|organisation|member)\b"
)
PAIRED = (("“", "”"), ("(", ")"))
ASKS_FOR = {
    "day": re.compile(r"\b(date|day)s?\b(?!-)", re.I),
    "month": re.compile(r"(?<!-)\bmonths?\b", re.I),
    "year": re.compile(r"(?<!-)\byears?\b", re.I),
}
COUNTED = re.compile(r"\bhow (many|much|large|long|high)\b|\bpercent|\bshare\b", re.I)
UNITS = {"percent": re.compile(r"%|percent", re.I)}

MOST_WORDS = 25
VAGUE = re.compile(
    r"\b(usually|often|generally|significant(ly)?|major|frequently|sometimes|typically"
    r"|rarely|various|mostly|probably)\b",
    re.I,
)
SUPERLATIVE = re.compile(
    r"\b(largest|biggest|greatest|smallest|best|worst|strongest|closest|oldest|newest"
    r"|most (?!of\b)\w+)\b",
    re.I,
)
SCOPED = re.compile(r"\barticle\b|\bof (these|those|the)\b|\bpolls?\b", re.I)


def one_question_without_its_options(draft: Draft, knowledge: Knowledge) -> str:
    """A choice or a typed answer must be had from the stem, so it tells of its claim."""
    if found := HOLLOW.search(draft.stem):
        return f"means nothing without the options: {found[0]!r}"
    if draft.format not in {"choice", "date", "name"}:
        return ""
    if not shared(_of_slot(draft), content(draft.stem)):
        return "does not name what it asks about"
    return ""


def _of_slot(draft: Draft) -> set[str]:
    """Words for what stays the same whichever option is taken."""
    claim, subject = draft.claim, draft.claim.subject
    if parts.names_subjects(draft):
        return {word for word in content(str(claim.value)) if word.isdigit()}
    texts = [subject.name, *subject.aliases]
    if not subject.in_sentence.endswith("?"):  # or it is the question
        texts.append(subject.in_sentence)
    return {word for text in texts for word in content(text)}


def no_negative_stem(draft: Draft, knowledge: Knowledge) -> str:
    found = NEGATIVE.search(draft.stem)
    return f"negative stem: {found[0]!r}" if found else ""


def a_whole_question(draft: Draft, knowledge: Knowledge) -> str:
    """One question mark, at the end; what is to be done may also be told."""
    stem = draft.stem
    blanks = len(BLANK.findall(stem))
    if blanks > 1 or (blanks and not BLANK.search(stem.rstrip(" .?")[-6:])):
        return "more than one blank, or one that is not at the end"
    ends = "?." if draft.format in ORDERS else "?"
    if blanks or not stem or stem[-1] not in ends or stem.count("?") > 1:
        return "not one whole question"
    if not stem[0].isupper() and not stem[0].isdigit():
        return "does not begin as a sentence"
    if len(WORD.findall(stem)) < 4:
        return "too short to be a question"
    return ""


def language_is_clean(draft: Draft, knowledge: Knowledge) -> str:
    for text in parts.told(draft):
        if not text:
            return "an empty text"
        for flaw in (SLOT, SPACING, DOUBLED, A_BEFORE_VOWEL, AN_BEFORE_CONSONANT):
            if found := flaw.search(text):
                return f"not clean: {found[0]!r} in {text!r}"
        for flaw in (ONE_OF_MANY, SEVERAL_OF_ONE):
            if found := flaw.search(text):
                return f"number and noun do not agree: {found[0]!r}"
        if any(text.count(one) != text.count(other) for one, other in PAIRED):
            return f"a mark without its fellow in {text!r}"
    return _article_is_missing(draft)


def _article_is_missing(draft: Draft) -> str:
    """ "With the Greece", "with United Kingdom": the base knows who takes an article."""
    subject = draft.claim.subject
    if subject.kind != "country" or subject.name not in draft.stem:
        return ""
    takes = subject.in_sentence.startswith("the ")
    has = re.search(rf"\bthe {re.escape(subject.name)}\b", draft.stem, re.I) is not None
    ends = re.search(rf"{re.escape(subject.name)}(?!\w| [A-Z])", draft.stem) is not None
    if takes is not has and ends:
        return f"{subject.name!r} {'lacks its' if takes else 'takes no'} article"
    return ""


def _asks_a_measure(draft: Draft) -> bool:
    right = draft.options[0].candidate.value
    is_date = draft.format == "date" or parts.has_dates(draft)
    return is_date or isinstance(right, Amount)


def unit_is_stated(draft: Draft, knowledge: Knowledge) -> str:
    """The stem says whether a year, a month or a day is asked; how many of what."""
    value = parts.rights(draft)[0].candidate.value
    if isinstance(value, PartialDate):
        said = ASKS_FOR[value.precision].search(draft.stem)
        return "" if said else f"does not say that the {value.precision} is asked"
    if isinstance(value, Amount):
        return _unit_is_missing(draft, value)
    return ""


def _unit_is_missing(draft: Draft, value: Amount) -> str:
    if not COUNTED.search(draft.stem):
        return "does not ask how many or how much"
    if value.unit == "percent":
        said = all(UNITS["percent"].search(text) for text in parts.texts(draft))
        return "" if said else "does not say that a percentage is asked"
    is_bare = any(text.replace(",", "").isdigit() for text in parts.texts(draft))
    counted = re.search(r"\bhow (many|much) [a-z]+", draft.stem, re.I)
    return "a number without its unit" if is_bare and not counted else ""


def no_window_dressing(draft: Draft, knowledge: Knowledge) -> str:
    count = len(WORD.findall(draft.stem))
    return f"{count} words" if count > MOST_WORDS else ""


def no_vague_word(draft: Draft, knowledge: Knowledge) -> str:
    found = VAGUE.search(draft.stem)
    return f"vague: {found[0]!r}" if found else ""


def superlatives_have_a_scope(draft: Draft, knowledge: Knowledge) -> str:
    found = SUPERLATIVE.search(draft.stem)
    if found and not SCOPED.search(draft.stem):
        return f"{found[0]!r} of what, and by whose word?"
    return ""


def no_trick(draft: Draft, knowledge: Knowledge) -> str:
    """A wrong answer told by no claim, and but a letter or two figures from the key.

    Real names and dates that are as near (EBRD and IBRD) may really be mixed up.
    """
    keys = [folded(option.text) for option in parts.rights(draft)]
    for option in draft.wrong:
        text = folded(option.text)
        if not option.candidate.claim and any(_nearly(text, key) for key in keys):
            return f"{option.text!r} is the right answer but for a sign or two"
    return ""


def _nearly(one: str, other: str) -> bool:
    if one == other or len(one) != len(other):
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    is_swap = len(apart) == 2 and apart[0] == apart[1][::-1]
    return is_swap or (len(apart) == 1 and len(one) > 3 and not one.isdigit())


RULES = (
    Rule("S01", "a question without its options", one_question_without_its_options),
    Rule("S02", "no negative stem", no_negative_stem),
    Rule("S03", "no more words than needed", no_window_dressing, WARNING),
    Rule("S04", "no vague word", no_vague_word, WARNING),
    Rule("S05", "superlatives have a scope", superlatives_have_a_scope, WARNING),
    Rule("S06", "one whole question", a_whole_question),
    Rule("S07", "clean language", language_is_clean),
    Rule("S08", "unit and precision stated", unit_is_stated, applies=_asks_a_measure),
    Rule("S09", "no trick", no_trick, WARNING, parts.is_by_truth),
)
