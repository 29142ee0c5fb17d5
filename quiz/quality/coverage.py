"""How much of what the article says is asked, in how many ways, and why the rest is not.

A *fact* is a row of the fact base that the article carries; a list is counted by its
entries, and a row of a table that names no state is none. A fact is *askable* unless the
base itself says why not: it is disputed, it says only what is not so, or a reason against
asking stands beside it. Where a family finds no fair question in it, or the lint refuses
one, it stays askable, and counts as missed.

A question asks every fact whose key is among its claims. What the letters of a body stand
for is asked under the body's membership, as the list of memberships is where the article
names it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quiz.models import Question
from quiz.quality.base import ERROR, Finding
from quiz.questions import Refusal
from relations.claims import Claim, Layer
from relations.knowledge import Knowledge

DISPUTED = "The article says otherwise elsewhere."
NEGATED = "It says what is not so: good for a wrong answer only."
NO_REASON = "No kind of question looks at it."
Facts = Mapping[str, list[Claim[Any]]]


@dataclass(frozen=True)
class Unasked:
    """A fact that no question in use asks, and every reason given."""

    fact: str
    statement: str
    is_askable: bool
    reasons: tuple[str, ...]
    page: str


@dataclass(frozen=True)
class Coverage:
    facts: int
    askable: int
    by_one: int  # way of answering, or more
    by_two: int
    one_way_only: dict[str, str]  # the fact, and the way it is asked
    unasked: tuple[Unasked, ...]
    unnamed_rows: int

    @property
    def share_by_one(self) -> float:
        return self.by_one / self.askable if self.askable else 0.0

    @property
    def share_by_two(self) -> float:
        return self.by_two / self.askable if self.askable else 0.0


def coverage(
    knowledge: Knowledge,
    questions: Iterable[Question],
    outcomes: Iterable[Refusal | Finding] = (),
) -> Coverage:
    """What the questions in use ask of all the article's facts."""
    rows = facts(knowledge)
    questions = list(questions)
    ways = _ways(question for question in questions if _is_used(question))
    askable = {key for key, claims in rows.items() if not kept_back(claims)}
    reasons = _reasons(questions, outcomes)
    return Coverage(
        facts=len(rows),
        askable=len(askable),
        by_one=sum(bool(ways.get(key)) for key in askable),
        by_two=sum(len(ways.get(key, ())) > 1 for key in askable),
        one_way_only={k: min(ways[k]) for k in sorted(askable) if len(ways[k]) == 1},
        unasked=tuple(
            _unasked(key, rows[key], reasons[key]) for key in rows if not ways[key]
        ),
        unnamed_rows=sum(claim.subject.kind == "row" for claim in knowledge.claims),
    )


def facts(knowledge: Knowledge) -> Facts:
    """The claims of the article by the row they were read from."""
    rows: dict[str, list[Claim[Any]]] = defaultdict(list)
    for claim in knowledge.claims:
        if claim.layer is Layer.DOCUMENT and claim.subject.kind != "row":
            rows[claim.key].append(claim)
    return dict(rows)


def kept_back(claims: Iterable[Claim[Any]]) -> str:
    """Why the base itself wants none of a row's claims asked; empty if one may be."""
    found = [_reason_of(claim) for claim in claims]
    return "" if "" in found else found[0]


def _reason_of(claim: Claim[Any]) -> str:
    if claim.unasked_because:
        return claim.unasked_because
    if claim.is_disputed:
        return DISPUTED
    return NEGATED if claim.is_negated else ""


def _ways(questions: Iterable[Question]) -> defaultdict[str, set[str]]:
    """The formats in which each fact is asked."""
    ways: defaultdict[str, set[str]] = defaultdict(set)
    for question in questions:
        for key in question.claims:
            ways[key].add(question.format)
    return ways


def _reasons(
    questions: Iterable[Question], outcomes: Iterable[Refusal | Finding]
) -> defaultdict[str, dict[str, None]]:
    """All that speaks against asking a fact, each reason once, in order."""
    reasons: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for outcome in outcomes:
        if isinstance(outcome, Refusal):
            reasons[outcome.claim][outcome.reason] = None
        elif outcome.severity == ERROR:
            reasons[outcome.claim][f"{outcome.rule}: {outcome.message}."] = None
    for question in questions:
        if question.status == Question.Status.RETIRED:
            for key in question.claims:
                reasons[key]["A teacher has retired its question."] = None
    return reasons


def _unasked(
    key: str, claims: list[Claim[Any]], reasons: Mapping[str, None]
) -> Unasked:
    kept = kept_back(claims)
    told = (kept,) if kept else tuple(reasons) or (NO_REASON,)
    fact = claims[0]
    page = fact.places[0].page if fact.places else fact.page
    return Unasked(key, fact.statement, not kept, told, page)


def _is_used(question: Question) -> bool:
    return question.status == Question.Status.ACTIVE
