"""What a lint rule is, and what it holds against a question."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from quiz.questions.drafts import Draft
from relations.knowledge import Knowledge

Severity = Literal["error", "warning"]
Check = Callable[[Draft, Knowledge], str]

ERROR: Severity = "error"
WARNING: Severity = "warning"


def always(draft: Draft) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule on one draft. `check` returns what is wrong, or nothing.

    An error keeps a question out of the pool; a warning is counted. `applies` says
    whether a draft has what the rule is about at all.
    """

    slug: str
    about: str
    check: Check
    severity: Severity = ERROR
    applies: Callable[[Draft], bool] = always


@dataclass(frozen=True, slots=True)
class Finding:
    rule: str
    question: str
    claim: str
    message: str
    severity: Severity = ERROR
