"""The rules a draft must pass before it may be stored, from every part of the list.

The identifiers are those of the item-writing literature's checklists as we keep them:
T truth, S stem, O options, C cues, D dates and numbers, K typed answers, R orders and
matches. Those on whole quizzes (Q) are in `quizzes`, those on the whole bank in `bank`.
"""

from collections.abc import Iterable

from quiz.quality import (
    conspicuous,
    dates,
    giveaways,
    options,
    shapes,
    stems,
    times,
    truth,
    typed,
)
from quiz.quality.base import ERROR, WARNING, Finding, Rule
from quiz.questions.drafts import Draft
from relations.knowledge import Knowledge

__all__ = ["ERROR", "RULES", "WARNING", "Finding", "Rule", "errors", "findings"]

RULES: tuple[Rule, ...] = (
    *truth.RULES,
    *times.RULES,
    *stems.RULES,
    *options.RULES,
    *giveaways.RULES,
    *conspicuous.RULES,
    *dates.RULES,
    *typed.RULES,
    *shapes.RULES,
)


def findings(draft: Draft, knowledge: Knowledge) -> list[Finding]:
    """Everything the rules hold against a draft; a sound one has nothing."""
    return [
        Finding(rule.slug, draft.key, draft.claim.key, message, rule.severity)
        for rule in RULES
        if rule.applies(draft) and (message := rule.check(draft, knowledge))
    ]


def errors(found: Iterable[Finding]) -> list[Finding]:
    """Those for which a question may not be asked."""
    return [finding for finding in found if finding.severity == ERROR]
