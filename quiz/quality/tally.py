"""Every rule held against what it is about: how often, and what it found."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quiz import selection
from quiz.models import Question, Topic
from quiz.quality import quizzes, rules
from quiz.quality.bank import BANK_RULES, BankRule
from quiz.quality.base import ERROR, Finding, Rule
from quiz.quality.quizzes import QUIZ_RULES, QuizRule
from quiz.questions import Draft
from quiz.selection import Blueprint
from relations.knowledge import Knowledge

LENGTH = 10  # questions in a quiz
THE_BANK = "all questions together"
FEWER = 10  # times, quizzes on each topic than on everything


@dataclass(frozen=True)
class Tally:
    """One rule: how much it was held against, and in how many it found something."""

    rule: str
    about: str
    severity: str
    checked: int
    found: int


Held = tuple[list[Tally], list[Finding]]


def each(drafts: Sequence[Draft], knowledge: Knowledge) -> Held:
    """The rules on single questions, on every draft that has what they are about."""
    found = [
        finding for draft in drafts for finding in rules.findings(draft, knowledge)
    ]
    hits = Counter(finding.rule for finding in found)
    counts = {
        rule.slug: sum(rule.applies(draft) for draft in drafts) for rule in rules.RULES
    }
    return [_tally(rule, counts[rule.slug], hits) for rule in rules.RULES], found


def together(drafts: Sequence[Draft]) -> Held:
    """The rules on the whole bank, each one check."""
    found = [
        Finding(rule.slug, THE_BANK, "", message, rule.severity)
        for rule in BANK_RULES
        if (message := rule.check(drafts))
    ]
    hits = Counter(finding.rule for finding in found)
    return [_tally(rule, bool(drafts), hits) for rule in BANK_RULES], found


def quizzes_drawn(count: int, *, seed: int) -> Held:
    """The rules on whole quizzes: so many on everything, and some on each topic.

    Those on one topic cannot mix as much, so only errors are looked for in them.
    """
    found: set[Finding] = set()
    hits: Counter[str] = Counter()
    checked: Counter[str] = Counter()
    for quiz, is_mixed in drawn(count, seed=seed):
        looked_at = {r.slug for r in QUIZ_RULES if is_mixed or r.severity == ERROR}
        flaws = [flaw for flaw in quizzes.findings(quiz) if flaw.rule in looked_at]
        found.update(flaws)
        hits.update({flaw.rule for flaw in flaws})
        checked.update(looked_at)
    tallies = [_tally(rule, checked[rule.slug], hits) for rule in QUIZ_RULES]
    return tallies, sorted(found, key=lambda f: (f.rule, f.question, f.message))


def drawn(count: int, *, seed: int) -> Iterator[tuple[list[Question], bool]]:
    """Quizzes as learners get them, each with whether all topics are in it."""
    for turn in range(count):
        yield selection.draw_up_to(Blueprint(length=LENGTH), seed + turn), True
    for topic in Topic.values:
        blueprint = Blueprint(length=LENGTH, topics=(topic,))
        for turn in range(count // FEWER):
            yield selection.draw_up_to(blueprint, seed + turn), False


def errors_first(rows: Iterable) -> tuple:
    return tuple(sorted(rows, key=lambda row: row.severity != ERROR))


def _tally(rule: Rule | BankRule | QuizRule, checked: int, hits: Counter[str]) -> Tally:
    return Tally(rule.slug, rule.about, rule.severity, int(checked), hits[rule.slug])
