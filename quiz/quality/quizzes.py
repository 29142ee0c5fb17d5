"""Q: whole quizzes, as they are drawn. `quiz.choosing.composition` draws so that these hold.

A quiz is a sequence of questions in the order in which they are asked, stored or not:
whatever has the fields of `Asked`.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from quiz.choosing.composition import FAMILY_SHARE
from quiz.choosing.sequencing import LONGEST_RUN
from quiz.quality.base import ERROR, WARNING, Finding, Severity
from quiz.quality.wording import folded

OPENING = 4  # words of a stem
SHARED_OPTIONS = 2
BACKWARD = re.compile(
    r"\b(previous|preceding|last|earlier|foregoing) (question|answer|state|date|item)"
    r"|\b(this|that|the same) (state|country|treaty|person|organisation|event|year|date|answer)\b"
    r"(?! (that|which|who|as|in which|of)\b)"
    r"|\bas (in|for) question\b|\bquestion \d+\b|\byou (have )?just\b|\bthe latter\b",
    re.I,
)


class Asked(Protocol):
    """What the rules need to know of a question in a quiz."""

    @property
    def key(self) -> str: ...
    @property
    def claim(self) -> str: ...
    @property
    def claims(self) -> Sequence[str]: ...
    @property
    def reveals(self) -> Sequence[str]: ...
    @property
    def stem(self) -> str: ...
    @property
    def family(self) -> str: ...
    @property
    def topic(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def options(self) -> Sequence[dict[str, Any]]: ...


Quiz = Sequence[Asked]
Fault = tuple[Asked, str]


@dataclass(frozen=True)
class QuizRule:
    """A rule on a whole quiz: which questions are at fault there, and why."""

    slug: str
    about: str
    check: Callable[[Quiz], Iterable[Fault]]
    severity: Severity = ERROR


def findings(quiz: Quiz) -> list[Finding]:
    return [
        Finding(rule.slug, question.key, question.claim, message, rule.severity)
        for rule in QUIZ_RULES
        for question, message in rule.check(quiz)
    ]


def nothing_gives_another_away(quiz: Quiz) -> Iterable[Fault]:
    """What a question and its feedback told is not asked later. There is no going back,
    so what is told after the answer does no harm."""
    told: dict[str, str] = {}
    for question in quiz:
        for claim in question.claims:
            if claim in told:
                yield question, f"{told[claim]} has told {claim} before"
        for claim in question.reveals:
            told.setdefault(claim, question.key)


def nothing_hangs_on_another(quiz: Quiz) -> Iterable[Fault]:
    """No stem that can be understood only by who knows the answer before."""
    for question in quiz:
        if found := BACKWARD.search(question.stem):
            yield question, f"refers back: {found[0]!r}"


def options_do_not_return(quiz: Quiz) -> Iterable[Fault]:
    """Who was right once is out the next time, where two options come again."""
    seen: list[tuple[str, frozenset[str]]] = []
    for question in quiz:
        texts = frozenset(folded(option["text"]) for option in question.options)
        if question.format == "choice":
            for stem, others in seen:
                if stem == question.stem and len(texts & others) > SHARED_OPTIONS:
                    yield question, "the options of one with the same stem return"
                    break
            seen.append((question.stem, texts))


def each_fact_once(quiz: Quiz) -> Iterable[Fault]:
    asked: set[str] = set()
    for question in quiz:
        if again := asked.intersection(question.claims):
            yield question, f"asks {min(again)} again"
        asked.update(question.claims)


def topics_are_balanced(quiz: Quiz) -> Iterable[Fault]:
    """No topic has more than its share while another of the quiz has less: the most
    asked has at most half of the quiz, once there are three topics in it."""
    counts = Counter(question.topic for question in quiz)
    if len(counts) < 3 or len(quiz) < 6:
        return
    topic, count = counts.most_common(1)[0]
    if count * 2 > len(quiz):
        last = next(q for q in reversed(quiz) if q.topic == topic)
        yield last, f"{count} of {len(quiz)} on {topic}"


def families_vary(quiz: Quiz) -> Iterable[Fault]:
    """None has more than its share, and no three stems in a row begin alike."""
    families = Counter(question.family for question in quiz)
    most = max(1, -(-len(quiz) * FAMILY_SHARE // 1))
    for question in quiz:
        if families[question.family] > most:
            yield question, f"{families[question.family]} of {question.family}"
            break
    openings = [tuple(question.stem.split()[:OPENING]) for question in quiz]
    for place in range(2, len(quiz)):
        if openings[place] == openings[place - 1] == openings[place - 2]:
            yield quiz[place], "begins as the two before"


def kinds_are_mixed(quiz: Quiz) -> Iterable[Fault]:
    for place in range(LONGEST_RUN, len(quiz)):
        run = quiz[place - LONGEST_RUN : place + 1]
        for kind in ("topic", "family"):
            if len({getattr(question, kind) for question in run}) == 1:
                yield quiz[place], f"the fourth in a row of one {kind}"


QUIZ_RULES = (
    QuizRule("Q01", "nothing gives another away", nothing_gives_another_away),
    QuizRule("Q02", "nothing hangs on another", nothing_hangs_on_another),
    QuizRule("Q03", "options do not return", options_do_not_return, WARNING),
    QuizRule("Q04", "each fact once", each_fact_once, WARNING),
    QuizRule("Q05", "topics are balanced", topics_are_balanced, WARNING),
    QuizRule("Q06", "families vary", families_vary, WARNING),
    QuizRule("Q07", "kinds are mixed", kinds_are_mixed, WARNING),
)
